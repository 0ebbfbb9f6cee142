"""A cluster of two workers, each a process: one dies in the middle, a third has another press, bytes are the same."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from kursbuch_press.press.build import build, find_wanted
from kursbuch_press.press.cluster import joined
from kursbuch_press.press.jobs import Job, Order
from kursbuch_press.press.project import Project
from kursbuch_press.press.stages import keeping
from kursbuch_press.press.workers import hands, work
from kursbuch_press.problems import PressError
from tests.press.small_book import small_book
from tests.shipped import PROJECT


class Cluster:
    """A scheduler, and workers that may be added and are ended with it."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.processes = folder, list[subprocess.Popen[bytes]]()
        at = folder / "address"
        self._start("scheduler", "--port", "0", "--host", "127.0.0.1", "--scheduler-file", str(at), "--no-dashboard")
        while not at.exists():
            time.sleep(0.05)
        self.address = next(part for part in at.read_text("utf-8").split('"') if part.startswith("tcp://"))

    def add_worker(self, press: Path = PROJECT) -> subprocess.Popen[bytes]:
        """Start a worker with the press that lies in a folder."""
        options = ("--nthreads", "1", "--no-nanny", "--no-dashboard", "--local-directory", str(self.folder))
        return self._start("worker", self.address, *options, press=press)

    def _start(self, kind: str, *arguments: str, press: Path = PROJECT) -> subprocess.Popen[bytes]:
        command = [sys.executable, "-m", "dask", kind, *arguments]
        environment = {**os.environ, "PYTHONPATH": str(press)}
        with (self.folder / f"{kind}-{len(self.processes)}.log").open("wb") as log:
            self.processes.append(subprocess.Popen(command, env=environment, cwd=press, stdout=log, stderr=log))
        return self.processes[-1]


@pytest.fixture(scope="module")
def cluster(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Cluster]:
    made = Cluster(tmp_path_factory.mktemp("cluster"))
    try:
        for _ in range(2):
            made.add_worker()
        yield made
    finally:
        for process in made.processes:
            process.kill()
            process.wait()


def test_a_book_made_on_a_cluster_has_the_bytes_of_one_made_here(cluster: Cluster, tmp_path: Path) -> None:
    files = []
    for name, address in (("here", ""), ("away", cluster.address)):
        project = Project(small_book(tmp_path / name))
        with keeping():  # or the sources were read again for each product that is looked for
            built = build(find_wanted(["screen"], project)[0], project, cluster=address)
        files.append([(each.path, each.sha256, dict(each.inputs)) for each in built.entries])
    assert files[0] == files[1]


def test_what_a_dying_worker_leaves_is_done_by_the_other(cluster: Cluster, tmp_path: Path) -> None:
    project = Project(small_book(tmp_path))
    dying = Order(project, "killed far away", about={"mark": str(tmp_path / "mark")})
    jobs = [Job(order, "tests.press.work") for order in (Order(project, "a"), dying, Order(project, "b"), Order(project, "c"))]
    with joined(cluster.address, project) as crew, hands(None, crew):
        assert {each.job.path for each in work(jobs) if each.made} == {"a", "b", "c", "killed far away"}
    assert sum(process.poll() is not None for process in cluster.processes) == 1


def test_a_worker_with_another_version_is_refused_in_a_sentence(cluster: Cluster, tmp_path: Path) -> None:
    shutil.copytree(PROJECT / "kursbuch_press", tmp_path / "kursbuch_press")
    with (tmp_path / "kursbuch_press/problems.py").open("a", encoding="utf-8") as file:
        file.write("# another version\n")
    other = cluster.add_worker(tmp_path)
    project = Project(small_book(tmp_path / "book"))
    try:
        with pytest.raises(PressError, match="eine andere Fassung der Presse"):
            _join_until_refused(cluster, project)
    finally:
        other.kill()


def _join_until_refused(cluster: Cluster, project: Project) -> None:
    """Join again until the new worker is there."""
    while True:
        with joined(cluster.address, project):
            time.sleep(0.05)


def test_an_address_where_nobody_answers_is_a_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kursbuch_press.press.cluster._PATIENCE", 0.2)
    with pytest.raises(PressError, match="antwortet kein Cluster"), joined("tcp://127.0.0.1:9", Project(tmp_path)):
        pass
