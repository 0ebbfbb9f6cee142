"""Working on several files at once: each job runs in a forked process, which shares the laid-out book at no cost.

Fork, not threads: WeasyPrint holds the interpreter, and drawing one layout twice in one process would change the bytes of
the second file (design rule 4). Where the system cannot fork, Python's own message says so; the README names WSL.
"""

from __future__ import annotations

import os
import pickle
import selectors
import signal
import struct
import traceback
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from hashlib import sha256
from importlib import import_module
from typing import NoReturn

from kursbuch_press.disk.recording import Inputs, record, recording
from kursbuch_press.press import wording
from kursbuch_press.press.jobs import Job, Made
from kursbuch_press.press.progress import heard_by, tell
from kursbuch_press.problems import BookError, PressError, Problem

_LENGTH = struct.Struct(">Q")


@dataclass(frozen=True, slots=True)
class Finished:
    """A job that ended: either ``made`` or the problems of the book that kept it from being made, and what was read for it."""

    job: Job
    made: Made | None
    problems: tuple[Problem, ...] = ()
    inputs: Inputs = field(default_factory=dict, repr=False)


def do(job: Job) -> Made:
    """Do a job in this process."""
    made: Made = import_module(job.module).make(job.order)
    return made


class _BugInWorkerError(Exception):
    """A bug in a forked process, with its own traceback as text."""


def work(jobs: Iterable[Job], slots: int) -> Iterator[Finished]:
    """Run all jobs, at most ``slots`` at once, and give each as it ends; a bug in one is raised here."""
    waiting = list(jobs)
    crew = _Crew()
    try:
        while waiting or crew.busy:
            while waiting and crew.busy < slots:
                crew.start(waiting.pop(0))
            yield from crew.listen()
    finally:
        crew.dismiss()


class _Crew:
    """The running workers and their pipes."""

    def __init__(self) -> None:
        self._selector = selectors.DefaultSelector()
        self._workers: dict[int, tuple[int, Job, bytearray]] = {}

    @property
    def busy(self) -> int:
        return len(self._workers)

    def start(self, job: Job) -> None:
        reading, writing = os.pipe()
        worker = os.fork()
        if worker == 0:
            os.close(reading)
            _be_worker(job, writing)
        os.close(writing)
        self._workers[reading] = (worker, job, bytearray())
        self._selector.register(reading, selectors.EVENT_READ)

    def listen(self) -> Iterator[Finished]:
        """Wait until somebody says something; give those who are done."""
        for key, _ in self._selector.select():
            reading = key.fd
            _, job, heard = self._workers[reading]
            said = os.read(reading, 1 << 20)
            heard.extend(said)
            for message in _messages(heard):
                if message[0] != "progress":
                    self._leave(reading)
                    yield _finished(job, message)
                    break
                tell(*message[1:])
            else:
                if not said:
                    ended = self._leave(reading)
                    raise PressError(wording.NO_WORKER.format(name=job.path, signal=ended))

    def _leave(self, reading: int) -> int:
        worker = self._workers.pop(reading)[0]
        self._selector.unregister(reading)
        os.close(reading)
        return os.waitpid(worker, 0)[1]

    def dismiss(self) -> None:
        """Stop everybody who still works, since nobody will want the result."""
        for reading in list(self._workers):
            os.kill(self._workers[reading][0], signal.SIGKILL)
            self._leave(reading)
        self._selector.close()


def _messages(heard: bytearray) -> Iterator[tuple]:  # type: ignore[type-arg]
    """Take complete messages from the front of what was heard."""
    while len(heard) >= _LENGTH.size:
        (length,) = _LENGTH.unpack(heard[: _LENGTH.size])
        if len(heard) < _LENGTH.size + length:
            return
        message = pickle.loads(heard[_LENGTH.size : _LENGTH.size + length])  # noqa: S301 - our own child wrote it
        del heard[: _LENGTH.size + length]
        yield message


def _finished(job: Job, message: tuple) -> Finished:  # type: ignore[type-arg]
    kind, *rest = message
    if kind == "made":
        return Finished(job, rest[0], inputs=rest[1])
    if kind == "problems":
        return Finished(job, None, rest[0])
    if kind == "press":
        raise PressError(rest[0], exit_code=rest[1])
    raise _BugInWorkerError(f"{job.path}\n{rest[0]}")


def _be_worker(job: Job, writing: int) -> NoReturn:
    """Do one job in a forked process and end it without running anything of the parent's."""

    def say(*message: object) -> None:
        content = pickle.dumps(message)
        content = _LENGTH.pack(len(content)) + content
        while content:
            content = content[os.write(writing, content) :]

    def told(product: str, stage: str, page: int = 0, of: int = 0) -> None:
        say("progress", product, stage, page, of)

    code = 0
    try:
        with heard_by(told), recording() as inputs:
            for path, content in job.order.finished.items():
                record(str(job.order.project.dist / path), sha256(content).hexdigest())
            made = do(job)
        say("made", made, dict(inputs))
    except BookError as error:
        say("problems", error.problems)
    except PressError as error:
        say("press", str(error), error.exit_code)
    except BaseException:  # noqa: BLE001 - a bug is told to the parent, which raises it
        say("bug", traceback.format_exc())
        code = 1
    finally:
        os._exit(code)
