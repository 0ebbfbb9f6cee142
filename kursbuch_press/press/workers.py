"""Working on several files at once: jobs are data, and any executor of the standard library's kind can do them.

Our own workers are forked processes: what was made before, such as the laid-out book, they share at no cost. Each leads a
group of its own, so that it ends with everything it has started, whatever happens to whom.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
from collections.abc import Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Executor, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager, suppress
from contextvars import ContextVar
from dataclasses import dataclass, field
from hashlib import sha256
from importlib import import_module
from typing import Any

from kursbuch_press.disk.recording import Inputs, record, recording
from kursbuch_press.press import wording
from kursbuch_press.press.jobs import Job, Made
from kursbuch_press.press.progress import heard_by, silent, tell
from kursbuch_press.problems import BookError, PressError, Problem

_LISTENING = 0.1
"""Seconds after which somebody looks whether workers have told how far they are."""


@dataclass(frozen=True, slots=True)
class Finished:
    """A job that ended: ``made``, or the problems or the sentence that kept it from being made; and what was read for it."""

    job: Job
    made: Made | None
    problems: tuple[Problem, ...] = ()
    broken: PressError | None = None
    inputs: Inputs = field(default_factory=dict, repr=False)


def do(job: Job) -> Finished:
    """Do a job in this process; a bug is raised."""
    try:
        with heard_by(_told), recording() as inputs:
            for path, content in job.order.finished.items():
                record(str(job.order.project.dist / path), sha256(content).hexdigest())
            made: Made = import_module(job.module).make(job.order)
    except BookError as error:
        return Finished(job, None, error.problems)
    except PressError as error:
        return Finished(job, None, broken=error)
    return Finished(job, made, inputs=dict(inputs))


@contextmanager
def hands(slots: int | None) -> Iterator[None]:
    """Let no more than ``slots`` workers be busy at once while the block runs; as many as there are cores, if none is said."""
    token = _hands.set(slots)
    try:
        yield
    finally:
        _hands.reset(token)


def work(jobs: Iterable[Job], slots: int | None = None) -> Iterator[Finished]:
    """Do all jobs with our own workers, at most ``slots`` at once, and give each as it ends; a bug in one is raised here.

    If a worker is killed, most likely for want of memory, what is left is done by one alone.
    """
    left = list(jobs)
    slots = slots or _hands.get() or os.cpu_count() or 1
    for workers in (min(slots, len(left)), 1) if left else ():
        with suppress(BrokenProcessPool), _crew(workers) as (crew, ears):
            for finished in _hand_out(left, crew, ears):
                left.remove(finished.job)
                yield finished
        if not left:
            break
    if left:
        raise PressError(wording.NO_WORKER.format(name=left[0].path))


def made(jobs: Iterable[Job], slots: int | None = None) -> Iterator[tuple[str, bytes]]:
    """Do all jobs and give the content of each under its path; what is wrong with some is raised when all have been tried."""
    problems: list[Problem] = []
    for finished in work(jobs, slots):
        if finished.broken is not None:
            raise finished.broken
        problems += finished.problems
        if finished.made is not None:
            yield finished.job.path, finished.made.content
    if problems:
        raise BookError(tuple(problems))


def _hand_out(jobs: Iterable[Job], executor: Executor, ears: Any) -> Iterator[Finished]:  # noqa: ANN401 - a queue has no public type
    waiting = {executor.submit(do, job) for job in jobs}
    while waiting:
        done, waiting = wait(waiting, _LISTENING, FIRST_COMPLETED)
        while not ears.empty():
            tell(*ears.get())
        yield from (future.result() for future in done)


@contextmanager
def _crew(count: int) -> Iterator[tuple[Executor, Any]]:
    """Give workers, and the queue in which they tell how far they are; in the end nothing of them is left."""
    fork = multiprocessing.get_context("fork")
    ears = fork.SimpleQueue()
    life = os.pipe()
    crew = ProcessPoolExecutor(count, fork, _begin, (ears, life))
    try:
        yield crew, ears
    except BaseException:
        _dismiss()
        raise
    finally:
        crew.shutdown(cancel_futures=True)
        for end in life:
            os.close(end)
        ears.close()


def _begin(ears: Any, life: tuple[int, int]) -> None:  # noqa: ANN401 - a queue has no public type
    """Begin as a worker: Ctrl-C is for the parent, which decides; and who loses the parent ends with all he has started."""
    global _told  # noqa: PLW0603 - a worker has one parent
    reading, writing = life
    os.close(writing)
    os.setpgid(0, 0)
    _hands.set(1)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _told = _Telling(ears)
    threading.Thread(target=_outlive_nobody, args=(reading,), daemon=True).start()


def _outlive_nobody(reading: int) -> None:
    """Wait until nobody holds the other end of a pipe: the parent has closed it, or is no more."""
    with suppress(OSError):
        os.read(reading, 1)
    os.killpg(0, signal.SIGKILL)


def _dismiss() -> None:
    """End everybody who still works, since nobody will want the result."""
    for child in multiprocessing.active_children():
        with suppress(OSError):
            if child.pid is not None and os.getpgid(child.pid) == child.pid:
                os.killpg(child.pid, signal.SIGKILL)
        child.kill()


class _Telling:
    """Tells the parent how far a product is."""

    def __init__(self, ears: Any) -> None:  # noqa: ANN401 - a queue has no public type
        self._ears = ears

    def __call__(self, product: str, stage: str, page: int = 0, of: int = 0) -> None:
        """Tell one step."""
        self._ears.put((product, stage, page, of))


_told: Any = silent
_hands: ContextVar[int | None] = ContextVar("hands", default=None)
