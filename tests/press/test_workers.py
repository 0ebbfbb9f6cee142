"""Workers: results and mistakes come back whole, with what was read, and a bug is never swallowed."""

from __future__ import annotations

import os
import signal
import tempfile
from hashlib import sha256
from pathlib import Path

import pytest

from kursbuch_press.disk.temporary import temporary_folder
from kursbuch_press.press.jobs import Job, Made, Order
from kursbuch_press.press.progress import heard_by
from kursbuch_press.press.project import Project
from kursbuch_press.press.workers import work
from kursbuch_press.problems import PressError
from tests.press.work import PROBLEM

PROJECT = Project(Path("/project"))


def _job(path: str, **finished: bytes) -> Job:
    return Job(Order(PROJECT, path, finished), "tests.press.work")


def test_a_large_result_and_its_progress_come_back() -> None:
    heard: list[tuple[object, ...]] = []
    with heard_by(lambda *said: heard.append(said)):
        (finished,) = work([_job("a")], slots=2)
    assert finished.made == Made(b"x" * 3_000_000, 9)
    assert heard == [("a", "zeichnet", 3, 9)]


def test_finished_files_that_a_job_is_given_are_among_its_inputs() -> None:
    (finished,) = work([_job("a", b=b"given")], slots=1)
    assert finished.inputs == {"/project/dist/b": sha256(b"given").hexdigest()}


def test_problems_of_one_job_do_not_stop_the_others() -> None:
    finished = {each.job.path: each for each in work([_job("mistaken"), _job("b")], slots=1)}
    assert finished["mistaken"].problems == (PROBLEM,)
    assert finished["b"].made is not None


def test_a_broken_tool_is_a_sentence_and_does_not_stop_the_others() -> None:
    finished = {each.job.path: each for each in work([_job("broken"), _job("b")], slots=1)}
    assert str(finished["broken"].broken) == "Ghostscript fehlt."
    assert finished["broken"].broken is not None
    assert finished["broken"].broken.exit_code == PressError("").exit_code
    assert finished["b"].made is not None


def test_a_bug_crashes_with_its_own_traceback() -> None:
    with pytest.raises(ZeroDivisionError) as raised:
        list(work([_job("buggy")], slots=1))
    assert "tests/press/work.py" in str(raised.value.__cause__)


def test_a_worker_that_is_killed_again_and_again_is_told() -> None:
    with pytest.raises(PressError, match="„killed“ brach zweimal unerwartet ab"):
        list(work([_job("killed")], slots=1))


def test_what_a_killed_worker_leaves_is_done_by_another(tmp_path: Path) -> None:
    once = Job(Order(Project(tmp_path), "killed once"), "tests.press.work")
    finished = {each.job.path for each in work([_job("a"), once, _job("b"), _job("c")], slots=2)}
    assert finished == {"a", "b", "c", "killed once"}


def test_nobody_outlives_a_parent_that_is_killed(tmp_path: Path) -> None:
    parent = os.fork()
    if parent == 0:
        job = Job(Order(Project(tmp_path), "endless"), "tests.press.work")
        list(work([job], slots=1))
        os._exit(0)
    started = tmp_path / "started"
    while not started.exists() or started.read_text("utf-8").count("\n") < 2:
        pass
    worker, child = (int(line) for line in started.read_text("utf-8").split())
    os.kill(parent, signal.SIGKILL)
    os.waitpid(parent, 0)
    while _runs(worker) or _runs(child):
        pass


def _runs(process: int) -> bool:
    """Whether a process is there and no mere entry that nobody has read."""
    try:
        return "(zombie)" not in Path(f"/proc/{process}/status").read_text("utf-8")
    except (FileNotFoundError, ProcessLookupError):
        return False


def test_temporary_files_of_a_killed_command_go_with_the_next(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    if os.fork() == 0:
        with temporary_folder(tmp_path / "other"):
            tempfile.mkstemp()
            os.kill(os.getpid(), signal.SIGKILL)
    os.wait()
    (left,) = tmp_path.iterdir()
    with temporary_folder(tmp_path / "other") as folder:
        assert folder is not None
        assert not left.exists()
        assert Path(tempfile.mkdtemp()).parent == folder
        with temporary_folder(tmp_path / "other"):
            assert folder.exists(), "somebody is at work in it"
    assert list(tmp_path.iterdir()) == []


def test_where_the_system_has_no_room_temporary_files_are_in_the_project(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", "/proc/nowhere")
    with temporary_folder(tmp_path / ".press/tmp") as folder:
        assert folder is not None
        assert folder.parent == tmp_path / ".press/tmp"
    monkeypatch.setattr(tempfile, "tempdir", "/proc/nowhere")
    with temporary_folder(Path("/proc/elsewhere")) as folder:
        assert folder is None
