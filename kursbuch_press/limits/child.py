"""Work on a foreign file in a child of its own: what it takes too much of, ends there in a sentence, and nowhere else."""

from __future__ import annotations

import os
import pickle
import resource
import select
import signal
import time
import traceback
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any, NoReturn, TypeVar

from kursbuch_press.limits import wording
from kursbuch_press.limits.budget import MB, Limits
from kursbuch_press.problems import FileError, PressError

T = TypeVar("T")

FIRST_WORD = 2.0
"""Seconds after which somebody who waits is told that work goes on."""
_NEXT_WORD = 15.0
_GRACE = 5.0
"""Seconds that a child has to say by itself that its time is over."""
_PIECE = 1 << 16


def in_child(work: Callable[[], T], limits: Limits, waiting: Callable[[int], None] = lambda _: None) -> T:
    """Give what the work gives, done within memory and time; raises PressError for whatever stops it.

    ``waiting`` is told the seconds gone by, first after two. The child leads a group, which ends with it.
    """
    reading, writing = os.pipe()
    pid = os.fork()
    if not pid:
        os.close(reading)
        _be_child(work, limits, writing)
    os.close(writing)
    try:
        answer = _listen(reading, limits, waiting)
    finally:
        os.close(reading)
        with suppress(ProcessLookupError, PermissionError):
            os.killpg(pid, signal.SIGKILL)
        with suppress(ProcessLookupError):
            os.kill(pid, signal.SIGKILL)
        with suppress(ChildProcessError):
            os.waitpid(pid, 0)
    if not answer:
        raise PressError(wording.ENDED)
    kind, given = pickle.loads(answer)  # noqa: S301 - written by our own child
    if kind == "done":
        return given  # type: ignore[no-any-return]  # the child returns what the function returns
    raise FileError(given[0]) if kind == "file" else PressError(given[0], exit_code=given[1])


def _listen(reading: int, limits: Limits, waiting: Callable[[int], None]) -> bytes:
    """Read the answer of the child until its end, but no longer than it may take."""
    start = time.monotonic()
    told = FIRST_WORD
    pieces: list[bytes] = []
    while True:
        gone = time.monotonic() - start
        if gone > limits.seconds + _GRACE:
            raise PressError(wording.TOO_SLOW.format(seconds=f"{limits.seconds:g}".replace(".", ",")))
        if gone >= told:
            waiting(round(gone))
            told = gone + _NEXT_WORD
        ready, _, _ = select.select([reading], [], [], min(told, limits.seconds + _GRACE) - gone + 0.01)
        if ready:
            piece = os.read(reading, _PIECE)
            if not piece:
                return b"".join(pieces)
            pieces.append(piece)


def _be_child(work: Callable[[], Any], limits: Limits, writing: int) -> NoReturn:
    """Do the work and write what came of it; nothing of the parent is cleaned up here."""
    try:
        os.setpgid(0, 0)
        signal.signal(signal.SIGINT, signal.SIG_DFL)
        _limit_memory(limits)
        answer = pickle.dumps(_answer(work))
        while answer:
            answer = answer[os.write(writing, answer) :]
    finally:
        os._exit(0)


def _answer(work: Callable[[], Any]) -> tuple[str, Any]:
    try:
        return "done", work()
    except FileError as error:
        return "file", (str(error),)
    except PressError as error:
        return "sentence", (str(error), error.exit_code)
    except MemoryError:
        return "sentence", (wording.TOO_MUCH_MEMORY, 3)
    except RecursionError:
        return "sentence", (wording.TOO_DEEP, 3)
    except Exception as error:  # noqa: BLE001 - a bug that one file brings out must not hide what is said of the others
        frame = traceback.extract_tb(error.__traceback__)[-1]
        place = f"{Path(frame.filename).name}:{frame.lineno}"
        return "sentence", (wording.BUG.format(error=type(error).__name__, place=place), 3)


def _limit_memory(limits: Limits) -> None:
    """Let the child have so much more memory than it was born with; what it starts has the same limit."""
    with suppress(OSError, ValueError):
        pages = int(Path("/proc/self/statm").read_text("ascii").split()[0])
        most = pages * resource.getpagesize() + limits.memory * MB
        _, hard = resource.getrlimit(resource.RLIMIT_AS)
        if hard == resource.RLIM_INFINITY or most < hard:
            resource.setrlimit(resource.RLIMIT_AS, (most, hard))
    with suppress(OSError, ValueError):
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
