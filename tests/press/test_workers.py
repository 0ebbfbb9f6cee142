"""Workers: results and mistakes come back whole, and a bug is never swallowed."""

from __future__ import annotations

import os
import signal

import pytest

from kursbuch_press.press.jobs import Job, Made
from kursbuch_press.press.progress import Told, silent
from kursbuch_press.press.workers import work
from kursbuch_press.problems import BookError, Place, PressError, Problem

PROBLEM = Problem(Place("sources/a.yaml", 1, 2), "Etwas ist falsch.", "anders schreiben")


def _made(told: Told) -> Made:
    told("a", "zeichnet", 3, 9)
    return Made(b"x" * 3_000_000, 9)


def _mistaken(_: Told) -> Made:
    raise BookError((PROBLEM,))


def _broken(_: Told) -> Made:
    raise PressError("Ghostscript fehlt.")


def _buggy(_: Told) -> Made:
    raise ZeroDivisionError


def _killed(_: Told) -> Made:
    os.kill(os.getpid(), signal.SIGKILL)
    raise AssertionError


def test_a_large_result_and_its_progress_come_back() -> None:
    heard: list[tuple[object, ...]] = []
    (finished,) = work([Job("a", _made)], lambda *said: heard.append(said), slots=2)
    assert finished.made == Made(b"x" * 3_000_000, 9)
    assert heard == [("a", "zeichnet", 3, 9)]


def test_problems_of_one_job_do_not_stop_the_others() -> None:
    finished = {each.job.path: each for each in work([Job("a", _mistaken), Job("b", _made)], silent, slots=1)}
    assert finished["a"].problems == (PROBLEM,)
    assert finished["b"].made is not None


def test_a_broken_tool_is_a_sentence() -> None:
    with pytest.raises(PressError, match="Ghostscript fehlt"):
        list(work([Job("a", _broken)], silent, slots=1))


def test_a_bug_crashes_with_its_own_traceback() -> None:
    with pytest.raises(Exception, match="ZeroDivisionError"):
        list(work([Job("a", _buggy)], silent, slots=1))


def test_a_killed_worker_is_told() -> None:
    with pytest.raises(PressError, match="brach unerwartet ab"):
        list(work([Job("a", _killed)], silent, slots=1))
