"""Designs that would not come to an end, or hide what they fetch, end in a sentence."""

from __future__ import annotations

import signal
import time

import pytest

from kursbuch_press.limits.clock import TimeIsUpError, at_most
from kursbuch_press.pages.design_faults import foreign_addresses


@pytest.mark.parametrize(
    "rule", [r'@\69mport "x.css";', r"@\69 mport 'x';", r"@im\70ort 'x';", r"@f\6Fnt-face { }", r"@import 'x';"]
)
def test_a_rule_that_fetches_is_found_however_it_is_written(rule: str) -> None:
    (problem,) = foreign_addresses("layouts/page/x.css", f"p {{ color: red }}\n  {rule}")
    assert (problem.place.line, problem.place.column) == (2, 3)
    assert "gibt es hier nicht" in problem.message


def test_other_rules_with_escapes_are_left_alone() -> None:
    assert list(foreign_addresses("x.css", r"@\6d edia print { p::before { content: '\201E' } }")) == []


def test_work_without_an_end_is_ended() -> None:
    with pytest.raises(TimeIsUpError), at_most(0.05):
        time.sleep(60)


def test_work_that_is_done_in_time_is_left_alone() -> None:
    before = signal.getsignal(signal.SIGALRM)
    with at_most(0.2):
        done = 1
    time.sleep(0.25)
    assert (done, signal.getsignal(signal.SIGALRM), signal.getitimer(signal.ITIMER_REAL)[0]) == (1, before, 0)
