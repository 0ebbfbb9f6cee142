"""Faults of the system for tests: a process that dies, or a call that fails, at the n-th thing that is done to the disk."""

from __future__ import annotations

import errno
import os
import signal
import stat
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from mmap import mmap
from typing import Any

CALLS = ("open", "write", "fsync", "mkdir", "rename", "link", "unlink", "rmdir", "stat", "scandir", "close")


@dataclass(slots=True)
class Fault:
    """What happens at the call with a number: the process is killed before or after it, or the call fails with ``number``.

    ``calls`` is memory that is shared with a child, in which the calls are counted.
    """

    at: int
    kind: str
    seen: int = 0
    number: int = errno.ENOSPC
    calls: mmap | None = None

    def wrap(self, call: Callable[..., Any], name: str) -> Callable[..., Any]:
        """Give a call that counts, and fails when its time has come."""

        def wrapped(*args: Any, **kwargs: Any) -> Any:  # noqa: ANN401 - as the call has them
            if name in {"write", "fsync"} and stat.S_IFMT(os.fstat(args[0]).st_mode) in {stat.S_IFIFO, stat.S_IFSOCK}:
                return call(*args, **kwargs)  # a pipe between processes is on no drive
            self.seen += 1
            if self.calls is not None:
                self.calls[:8] = self.seen.to_bytes(8, "little")
            if self.seen == self.at and self.kind == "killed before":
                os.kill(os.getpid(), signal.SIGKILL)
            if self.seen == self.at and not self.kind.startswith("killed") and name != "close":
                raise OSError(self.number, os.strerror(self.number))
            result = call(*args, **kwargs)
            if self.seen == self.at and self.kind == "killed after":
                os.kill(os.getpid(), signal.SIGKILL)
            return result

        return wrapped


def arm(fault: Fault, calls: Iterable[str] = CALLS) -> None:
    """Let a fault happen in this process."""
    for name in calls:
        setattr(os, name, fault.wrap(getattr(os, name), name))


def with_fault(fault: Fault, work: Callable[[], None]) -> tuple[bool, int]:
    """Do some work in a child with a fault; tells whether the child ended well, and the number of calls if it could tell."""
    read, write = os.pipe()
    child = os.fork()
    if child == 0:
        code, tell, leave = 1, os.write, os._exit
        try:
            arm(fault)
            work()
            code = 0
        finally:
            tell(write, str(fault.seen).encode())
            leave(code)
    os.close(write)
    with os.fdopen(read) as told:
        seen = int(told.read() or 0)
    return os.waitpid(child, 0)[1] == 0, seen
