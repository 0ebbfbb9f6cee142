"""What holds for every test."""

from __future__ import annotations

import signal
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import settings

from tests.shipped import build_once

# No test waits for time: a slow machine is no failure. And the same commit gives the same verdict everywhere.
settings.register_profile("steady", deadline=None, derandomize=True)
settings.load_profile("steady")

# Programs that tests start inherit which signals are ignored or held back; a shell's & and nohup leave SIGINT ignored.
for _inherited in (signal.SIGINT, signal.SIGHUP, signal.SIGCHLD):
    if signal.getsignal(_inherited) is signal.SIG_IGN:
        signal.signal(_inherited, signal.SIG_DFL if _inherited != signal.SIGINT else signal.default_int_handler)
signal.pthread_sigmask(signal.SIG_SETMASK, ())


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--accept", action="store_true", help="accept what case files give")


@pytest.fixture
def accepted(request: pytest.FixtureRequest) -> Callable[[Path, str], None]:
    """Compare a result with the file that holds the accepted one; --accept writes that file first."""

    def compare(expected: Path, result: str) -> None:
        if request.config.getoption("--accept"):
            expected.write_text(result, encoding="utf-8")
        there = expected.read_text(encoding="utf-8") if expected.exists() else ""
        assert result == there, (
            f"python3 build.py test {request.node.nodeid.partition('::')[0]} --accept writes {expected.name} anew"
        )

    return compare


@pytest.fixture(scope="session")
def shipped(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """Give dist/ of the shipped book; one build serves all test processes."""
    own = tmp_path_factory.getbasetemp()
    return build_once(own if worker_id == "master" else own.parent)
