"""Workers: results and mistakes come back whole, with what was read, and a bug is never swallowed."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

import pytest

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


def test_a_broken_tool_is_a_sentence() -> None:
    with pytest.raises(PressError, match="Ghostscript fehlt"):
        list(work([_job("broken")], slots=1))


def test_a_bug_crashes_with_its_own_traceback() -> None:
    with pytest.raises(Exception, match="ZeroDivisionError"):
        list(work([_job("buggy")], slots=1))


def test_a_killed_worker_is_told() -> None:
    with pytest.raises(PressError, match="brach unerwartet ab"):
        list(work([_job("killed")], slots=1))
