"""A limit of time for work of our own that a designer's file can make endless, such as laying out a chapter."""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType


class TimeIsUpError(Exception):
    """The work was not done in time."""


@contextmanager
def at_most(seconds: float) -> Iterator[None]:
    """End a block after so many seconds with TimeIsUpError.

    Works where the system has interval timers, in the main thread of a process, as all jobs run; elsewhere nothing is limited.
    A limit inside another one holds alone until it ends.
    """
    if not hasattr(signal, "setitimer") or threading.current_thread() is not threading.main_thread():
        yield
        return

    def end(_number: int, _frame: FrameType | None) -> None:
        raise TimeIsUpError

    before = signal.signal(signal.SIGALRM, end)
    left, _ = signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, left)
        signal.signal(signal.SIGALRM, before)
