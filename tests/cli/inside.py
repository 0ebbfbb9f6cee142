"""A command of the press in a process of its own, without the seconds that libraries take to load: forked from the tests."""

from __future__ import annotations

import os
import sys
import tempfile
import traceback
from collections.abc import Callable
from dataclasses import dataclass

from kursbuch_press.cli.__main__ import whole


@dataclass(frozen=True, slots=True)
class Ended:
    """How a command ended, and what it said; a signal that ended it is a negative code."""

    code: int
    out: str
    err: str


def inside(arguments: list[str], before: Callable[[], object] = lambda: None) -> Ended:
    """Run a command in a child that does something first, such as to close a stream or to set a limit."""
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
        child = os.fork()
        if child == 0:
            code = 70
            try:
                os.dup2(out.fileno(), 1)
                os.dup2(err.fileno(), 2)
                before()
                for number, name in ((1, "stdout"), (2, "stderr")):
                    setattr(sys, name, _stream(number))
                    setattr(sys, f"__{name}__", getattr(sys, name))
                code = whole(arguments)
            except BaseException:  # noqa: BLE001 - it is what the test looks for
                os.write(err.fileno(), traceback.format_exc().encode())
            finally:
                os._exit(code)
        code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
        out.seek(0), err.seek(0)
        return Ended(code, out.read().decode(), err.read().decode())


def _stream(number: int) -> object:
    """Give a stream as Python makes it at its start: none where the caller has closed it."""
    try:
        os.fstat(number)
    except OSError:
        return None
    return os.fdopen(number, "w", encoding="utf-8", closefd=False)


def full(number: int) -> Callable[[], object]:
    """Let a stream lead to a drive that is full."""
    return lambda: os.dup2(os.open("/dev/full", os.O_WRONLY), number)
