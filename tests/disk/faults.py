"""Faults of the system for tests: a process that dies, or a call that fails, at the n-th thing that is done to the disk."""

from __future__ import annotations

import errno
import os
import signal
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

CALLS = ("open", "write", "fsync", "mkdir", "rename", "link", "unlink", "rmdir", "stat", "scandir", "close")


@dataclass(slots=True)
class Fault:
    """What happens at the call with a number: the process is killed before or after it, or the call fails."""

    at: int
    kind: str
    seen: int = 0

    def wrap(self, call: Callable[..., Any], name: str) -> Callable[..., Any]:
        """Give a call that counts, and fails when its time has come."""

        def wrapped(*args: Any, **kwargs: Any) -> Any:  # noqa: ANN401 - as the call has them
            self.seen += 1
            if self.seen == self.at and self.kind == "killed before":
                os.kill(os.getpid(), signal.SIGKILL)
            if self.seen == self.at and self.kind == "full" and name != "close":
                raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
            result = call(*args, **kwargs)
            if self.seen == self.at and self.kind == "killed after":
                os.kill(os.getpid(), signal.SIGKILL)
            return result

        return wrapped


def with_fault(fault: Fault, work: Callable[[], None]) -> tuple[bool, int]:
    """Do some work in a child with a fault; tells whether the child ended well, and the number of calls if it could tell."""
    read, write = os.pipe()
    child = os.fork()
    if child == 0:
        code, tell, leave = 1, os.write, os._exit
        try:
            for name in CALLS:
                setattr(os, name, fault.wrap(getattr(os, name), name))
            work()
            code = 0
        finally:
            tell(write, str(fault.seen).encode())
            leave(code)
    os.close(write)
    with os.fdopen(read) as told:
        seen = int(told.read() or 0)
    return os.waitpid(child, 0)[1] == 0, seen
