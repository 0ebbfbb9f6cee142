"""Where memory is limited, a command works in a child, so that somebody can tell what ended it.

Pango and GLib end their process where they get no memory, others read what they did not get: no exception reaches Python.
"""

from __future__ import annotations

import ctypes
import os
import signal
import sys
from collections.abc import Callable
from types import FrameType

from kursbuch_press.cli import MACHINE, wording

_CRASHES = (signal.SIGTRAP, signal.SIGABRT, signal.SIGSEGV, signal.SIGBUS, signal.SIGILL, signal.SIGFPE, signal.SIGKILL)
_PASSED_ON = (signal.SIGTERM, signal.SIGHUP, signal.SIGUSR1, signal.SIGUSR2)
_DIE_WITH_PARENT = 1  # PR_SET_PDEATHSIG of prctl(2)


def accompanied(run: Callable[[], int], limit: int) -> int:
    """Do the work in a child and give its exit code; a crash is a sentence and code 3, and any other signal ends us too.

    Ctrl-C is for the child, which has it from the terminal as we have; what only we are sent is passed on.
    """
    parent = os.getpid()
    child = os.fork()
    if not child:
        _end_with(parent)
        os._exit(run())
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    for number in _PASSED_ON:
        if signal.getsignal(number) is not signal.SIG_IGN:
            signal.signal(number, _passing_on(child))
    code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    if code >= 0:
        return code
    if -code not in _CRASHES:
        signal.signal(-code, signal.SIG_DFL)
        os.kill(os.getpid(), -code)
    _tell(-code, limit)
    return MACHINE


def _passing_on(child: int) -> Callable[[int, FrameType | None], None]:
    def pass_on(number: int, frame: FrameType | None) -> None:
        del frame
        os.kill(child, number)

    return pass_on


def _end_with(parent: int) -> None:
    """Let the system end us when the parent is killed, who then can tell nobody; elsewhere than on Linux the work goes on."""
    if sys.platform != "linux":
        return
    ctypes.CDLL(None).prctl(_DIE_WITH_PARENT, signal.SIGKILL)
    if os.getppid() != parent:
        os._exit(MACHINE)


def _tell(number: int, limit: int) -> None:
    said = wording.ENDED_BY.format(signal=signal.Signals(number).name, limit=limit // 1_000_000)
    try:
        os.write(2, f"{said}\n".encode())
    except OSError:
        return
