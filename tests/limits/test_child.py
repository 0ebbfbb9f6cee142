"""Whatever a foreign file does to the one that reads it, ends in a sentence: memory, time, a crash, a bug."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Callable

import pytest

from kursbuch_press.limits import Limits, in_child
from kursbuch_press.problems import PressError


def _eat() -> int:
    return len([bytes(1 << 20) for _ in range(3000)])


def _crash() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def _fail() -> None:
    raise KeyError("a bug")


def _refuse() -> None:
    raise PressError("So nicht.", exit_code=2)


def _deep(level: int = 0) -> int:
    return _deep(level + 1) + 1


def test_what_the_work_gives_comes_back() -> None:
    assert in_child(lambda: {"Seiten": [1, 2]}, Limits()) == {"Seiten": [1, 2]}
    assert len(in_child(lambda: "x" * 3_000_000, Limits())) == 3_000_000


@pytest.mark.parametrize(
    ("work", "sentence"),
    [
        (_eat, "mehr Speicher"),
        (_crash, "abgestürzt"),
        (_fail, "gescheitert .KeyError, test_child.py"),
        (_deep, "zu tief"),
        (_refuse, "So nicht"),
    ],
)
def test_each_end_is_a_sentence(work: Callable[[], object], sentence: str) -> None:
    with pytest.raises(PressError, match=sentence):
        in_child(work, Limits(memory=200))


def test_a_child_that_never_ends_is_ended_and_told_of(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kursbuch_press.limits.child.FIRST_WORD", 0.05)
    monkeypatch.setattr("kursbuch_press.limits.child._GRACE", 0.1)
    told: list[int] = []
    with pytest.raises(PressError, match="nicht zu Ende gelesen"):
        in_child(lambda: time.sleep(600), Limits(seconds=0.2), told.append)
    assert told
