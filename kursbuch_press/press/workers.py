"""Working on several files at once: jobs are data, and any executor of the standard library's kind can do them.

A crew is an executor with ears; that of a cluster is in press/cluster.py. Our own workers are forked processes: what was made
before, such as the laid-out book, they share at no cost. Each leads a group of its own, so that it ends with everything it
has started, whatever happens to whom.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, BrokenExecutor, Executor, Future, ProcessPoolExecutor, wait
from contextlib import contextmanager, suppress
from contextvars import ContextVar
from dataclasses import dataclass, field
from functools import partial
from hashlib import sha256
from importlib import import_module
from typing import Any, Protocol

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
    inputs: Inputs = {}
    try:
        with heard_by(_told), recording() as inputs:
            for path, content in job.order.finished.items():
                record(str(job.order.project.dist / path), sha256(content).hexdigest())
            made: Made = import_module(job.module).make(job.order)
    except BookError as error:
        return Finished(job, None, error.problems, inputs=dict(inputs))
    except PressError as error:
        return Finished(job, None, broken=error, inputs=dict(inputs))
    return Finished(job, made, inputs=dict(inputs))


class Crew(Protocol):
    """Who does jobs: an executor, seen from here; ``lost`` is what it raises when workers die again and again."""

    lost: tuple[type[Exception], ...]

    def submit(self, job: Job) -> Future[Finished]:
        """Hand out a job."""

    def listen(self) -> None:
        """Hear what workers tell, several times a second; raises PressError if there is nobody any more."""

    def dismiss(self) -> None:
        """End all who still work, since nobody will want the result."""


@contextmanager
def hands(slots: int | None, away: Callable[[], Crew] | None = None) -> Iterator[None]:
    """Let all jobs be done by no more than ``slots`` workers of our own while the block runs, or by a crew that is ``away``.

    If no number is said, there are as many workers as cores.
    """
    tokens = _hands.set(slots), _away.set(away)
    try:
        yield
    finally:
        _hands.reset(tokens[0])
        _away.reset(tokens[1])


def _nothing() -> Iterable[Job]:
    return ()


def work(jobs: Iterable[Job], slots: int | None = None, *, then: Callable[[], Iterable[Job]] = _nothing) -> Iterator[Finished]:
    """Do all jobs with our own workers, at most ``slots`` at once, and give each as it ends; a bug in one is raised here.

    ``then`` is asked at the beginning and after each what else can be done now.
    If a worker is killed, most likely for want of memory, what is left is done by one alone.
    """
    left = [*jobs, *then()]
    away = _away.get()
    slots = slots or _hands.get() or os.cpu_count() or 1
    crews = [partial(_at_work, away)] if away else [partial(_own, min(slots, max(len(left), 2))), partial(_own, 1)]
    for begin in crews if left else ():
        with begin() as crew, suppress(*crew.lost):
            for finished in _hand_out(left, crew):
                left.remove(finished.job)
                yield finished
                left += then()
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


def _hand_out(jobs: list[Job], crew: Crew) -> Iterator[Finished]:
    """Hand out jobs and give each as it ends; the list may grow meanwhile."""
    given: list[Job] = []
    waiting: set[Future[Finished]] = set()
    while True:
        new = [job for job in jobs if not any(job is each for each in given)]
        given += new
        waiting |= {crew.submit(job) for job in new}
        if not waiting:
            return
        done, waiting = wait(waiting, _LISTENING, FIRST_COMPLETED)
        crew.listen()
        yield from (future.result() for future in done)


@contextmanager
def _at_work(begin: Callable[[], Crew]) -> Iterator[Crew]:
    """Let a crew work; if the work is broken off, nobody goes on."""
    crew = begin()
    try:
        yield crew
    except BaseException:
        crew.dismiss()
        raise


@contextmanager
def _own(count: int) -> Iterator[Crew]:
    """Give workers of our own; in the end nothing of them is left."""
    fork = multiprocessing.get_context("fork")
    ears = fork.SimpleQueue()
    life = os.pipe()
    executor = ProcessPoolExecutor(count, fork, _begin, (ears, life))
    try:
        with _at_work(lambda: _Own(executor, ears)) as crew:
            yield crew
    finally:
        executor.shutdown(cancel_futures=True)
        for end in life:
            os.close(end)
        ears.close()


class _Own(Crew):
    """Forked workers, with the queue in which they tell how far they are."""

    lost = (BrokenExecutor,)

    def __init__(self, executor: Executor, ears: Any) -> None:  # noqa: ANN401 - a queue has no public type
        self._executor, self._ears = executor, ears

    def submit(self, job: Job) -> Future[Finished]:
        return self._executor.submit(do, job)

    def listen(self) -> None:
        while not self._ears.empty():
            tell(*self._ears.get())

    def dismiss(self) -> None:
        for child in multiprocessing.active_children():
            with suppress(OSError):
                if child.pid is not None and os.getpgid(child.pid) == child.pid:
                    os.killpg(child.pid, signal.SIGKILL)
            child.kill()


def _begin(ears: Any, life: tuple[int, int]) -> None:  # noqa: ANN401 - a queue has no public type
    """Begin as a worker: Ctrl-C is for the parent, which decides; and who loses the parent ends with all he has started."""
    global _told  # noqa: PLW0603 - a worker has one parent
    reading, writing = life
    os.close(writing)
    os.setpgid(0, 0)
    _hands.set(1)
    _away.set(None)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _told = _Telling(ears)
    threading.Thread(target=_outlive_nobody, args=(reading,), daemon=True).start()


def _outlive_nobody(reading: int) -> None:
    """Wait until nobody holds the other end of a pipe: the parent has closed it, or is no more."""
    with suppress(OSError):
        os.read(reading, 1)
    os.killpg(0, signal.SIGKILL)


class _Telling:
    """Tells the parent how far a product is."""

    def __init__(self, ears: Any) -> None:  # noqa: ANN401 - a queue has no public type
        self._ears = ears

    def __call__(self, product: str, stage: str, page: int = 0, of: int = 0) -> None:
        """Tell one step."""
        self._ears.put((product, stage, page, of))


_told: Any = silent
_hands: ContextVar[int | None] = ContextVar("hands", default=None)
_away: ContextVar[Callable[[], Crew] | None] = ContextVar("away", default=None)
