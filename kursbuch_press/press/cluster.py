"""Jobs done elsewhere: ``--cluster ADDRESS`` hands them to the workers of a Dask cluster, for thousands of pages.

Everything that a job is made from travels with it: the sources and layouts of the project, and the pages that are laid out
already. A worker must have the same press, fonts and libraries, or the same input would give other bytes; what it sends back is
named as if it had been read here. Whoever may use a cluster may run anything on it: it is for a network that one trusts.
"""

from __future__ import annotations

import tempfile
import threading
import warnings
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field, replace
from hashlib import sha256
from importlib import import_module
from pathlib import Path
from typing import Any

from kursbuch_press.disk.changing import change_files
from kursbuch_press.press import engine, wording
from kursbuch_press.press.jobs import Job
from kursbuch_press.press.machine import press_digest
from kursbuch_press.press.project import Project
from kursbuch_press.press.stages import Shelf, keeping
from kursbuch_press.press.workers import Crew, Finished, do
from kursbuch_press.problems import PressError, listed

_TRAVELLING = ("sources", "layouts", ".press/pages", ".press/bitmaps")
_PATIENCE = 20
"""Seconds that a cluster may take to answer, or to be without workers."""

# Dask comes without types for what is used of it; it stays inside this file.
Client = Any


@dataclass(frozen=True, slots=True)
class Packed:
    """A project on its way to a worker: the press that packed it, and all its files by their paths in it."""

    press: str
    home: str
    files: dict[str, bytes] = field(repr=False)

    @property
    def name(self) -> str:
        """A name that no other content has."""
        digest = sha256(self.home.encode())
        for path, content in sorted(self.files.items()):
            digest.update(path.encode() + sha256(content).digest())
        return digest.hexdigest()


@contextmanager
def joined(address: str, project: Project) -> Iterator[Callable[[], Crew]]:
    """Give the crew of a cluster; raises PressError where none answers, or a worker has another version of the press."""
    try:
        client = import_module("distributed").Client(address, timeout=_PATIENCE, set_as_default=False)
    except ModuleNotFoundError as error:
        raise PressError(wording.NO_DASK, exit_code=2) from error
    except (OSError, ValueError) as error:
        raise PressError(wording.NO_CLUSTER.format(address=address), exit_code=2) from error
    try:
        _hold_to_one_version(client, address)
        yield lambda: _Cluster(client, project, address)
    finally:
        with suppress(OSError):
            client.close()


def _hold_to_one_version(client: Client, address: str) -> None:
    try:
        client.wait_for_workers(1, timeout=_PATIENCE)
    except (OSError, TimeoutError) as error:
        raise PressError(wording.NO_FAR_WORKER.format(address=address)) from error
    found = client.run(press_digest, on_error="return")
    others = sorted(worker for worker, digest in found.items() if digest != press_digest())
    if others:
        raise PressError(wording.OTHER_VERSION.format(workers=listed(others)))


class _Cluster(Crew):
    """The workers of a cluster, for one round of jobs."""

    def __init__(self, client: Client, project: Project, address: str) -> None:
        packed = Packed(press_digest(), str(project.folder.absolute()), _packed(project))
        self._client, self._address = client, address
        self._executor = client.get_executor(pure=False)
        with warnings.catch_warnings():
            warnings.filterwarnings("ignore", "Sending large graph")  # a project is as large as it is
            self._packed = client.submit(at_hand, packed, pure=False)
        self._lonely = 0
        self.lost = (import_module("distributed").KilledWorker,)

    def submit(self, job: Job) -> Future[Finished]:
        """Hand out a job; Dask gives it to another worker if the first one dies."""
        given: Future[Finished] = self._executor.submit(do_away, job, self._packed)
        return given

    def listen(self) -> None:
        """See whether there is still somebody; a cluster without workers would be waited for until the end of days."""
        self._lonely = 0 if self._client.scheduler_info()["workers"] else self._lonely + 1
        if self._lonely > _PATIENCE * 10:
            raise PressError(wording.NO_FAR_WORKER.format(address=self._address))

    def dismiss(self) -> None:
        """Let nobody begin what is not wanted any more."""
        self._executor.shutdown(wait=False)


def at_hand(packed: Packed) -> Packed:
    """Hold a project on a worker: a task is done again elsewhere if that worker dies, data that was scattered is lost."""
    return packed


def _packed(project: Project) -> dict[str, bytes]:
    found = {}
    for name in _TRAVELLING:
        for path in sorted((project.folder / name).rglob("*")):
            if path.is_file() and not path.name.startswith("."):
                found[path.relative_to(project.folder).as_posix()] = path.read_bytes()
    return found


_one_at_a_time = threading.Lock()
_unpacked: dict[str, tuple[tempfile.TemporaryDirectory[str], Shelf]] = {}


def do_away(job: Job, packed: Packed) -> Finished:
    """Do a job on a worker of a cluster, in a copy of the project that it keeps for the next one."""
    if packed.press != press_digest():
        return Finished(job, None, broken=PressError(wording.OTHER_VERSION.format(workers="?")))
    with _one_at_a_time:
        folder, shelf = _unpack(packed)
        far = Project(Path(folder), job.order.project.printer, job.order.project.lenient)
        with keeping(shelf):
            engine.load(far, job.module)
            done = do(replace(job, order=replace(job.order, project=far)))
    inputs = {_at_home(name, folder, packed.home): found for name, found in done.inputs.items()}
    return replace(done, job=job, inputs=inputs)


def _at_home(name: str, folder: str, home: str) -> str:
    return home + name.removeprefix(folder) if name.startswith(f"{folder}/") else name


def _unpack(packed: Packed) -> tuple[str, Shelf]:
    """Unpack a project, if it is not there yet; of others before it nothing is kept."""
    if packed.name not in _unpacked:
        for old, _ in _unpacked.values():
            old.cleanup()
        _unpacked.clear()
        _unpacked[packed.name] = tempfile.TemporaryDirectory(prefix="kursbuch-far-"), {}
        change_files(Path(_unpacked[packed.name][0].name), packed.files)
    folder, shelf = _unpacked[packed.name]
    return folder.name, shelf
