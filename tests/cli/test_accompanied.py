"""Where memory is limited, what ends a command from outside Python is a sentence; signals and codes pass through as ever."""

from __future__ import annotations

import faulthandler
import os
import resource
import signal
import sys
import time
from collections.abc import Callable

import pytest

from kursbuch_press.cli import __main__ as door
from kursbuch_press.cli.accompanied import accompanied
from tests.cli.inside import Ended, inside

LARGE = 1 << 44


def _limited() -> None:
    faulthandler.disable()  # the stack of the tests says nothing here
    resource.setrlimit(resource.RLIMIT_AS, (LARGE, LARGE))


def under_a_limit(work: Callable[[], object], monkeypatch: pytest.MonkeyPatch) -> Ended:
    """Do some work in the place of a command, where memory is limited."""
    monkeypatch.setattr(door, "main", lambda arguments: work() or 0)  # noqa: ARG005 - called by that name
    return inside([], _limited)


@pytest.mark.parametrize("number", [signal.SIGTRAP, signal.SIGABRT, signal.SIGSEGV, signal.SIGBUS, signal.SIGKILL])
def test_what_a_library_or_the_system_ends_is_a_sentence(number: signal.Signals, monkeypatch: pytest.MonkeyPatch) -> None:
    resource.setrlimit(resource.RLIMIT_CORE, (0, resource.getrlimit(resource.RLIMIT_CORE)[1]))
    ended = under_a_limit(lambda: os.kill(os.getpid(), number), monkeypatch)
    assert ended.code == 3
    assert f"Der Rechner brach die Arbeit ab ({number.name}), wohl weil der Arbeitsspeicher" in ended.err


def test_codes_and_other_signals_pass_through(monkeypatch: pytest.MonkeyPatch) -> None:
    assert under_a_limit(lambda: 7, monkeypatch) == Ended(7, "", "")
    assert under_a_limit(lambda: sys.stdout.write("made\n") and 0, monkeypatch) == Ended(0, "made\n", "")
    assert under_a_limit(lambda: os.kill(os.getpid(), signal.SIGTERM), monkeypatch).code == -signal.SIGTERM


def _tell_and_wait(writing: int) -> int:
    os.write(writing, b".")
    time.sleep(600)
    return 0


@pytest.mark.parametrize("sent", [signal.SIGTERM, signal.SIGKILL])
def test_who_ends_us_ends_the_work(sent: signal.Signals) -> None:
    reading, writing = os.pipe()
    parent = os.fork()
    if not parent:
        try:
            os.close(reading)
            os._exit(accompanied(lambda: _tell_and_wait(writing), LARGE))
        finally:
            os._exit(70)
    os.close(writing)
    assert os.read(reading, 1) == b"."
    os.kill(parent, sent)
    assert os.waitstatus_to_exitcode(os.waitpid(parent, 0)[1]) == -sent
    assert os.read(reading, 1) == b"", "nobody holds the other end any more"
    os.close(reading)
