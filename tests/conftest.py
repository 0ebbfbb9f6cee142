"""What holds for every test."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import settings

# No test waits for time: a slow machine is no failure. And the same commit gives the same verdict everywhere.
settings.register_profile("steady", deadline=None, derandomize=True)
settings.load_profile("steady")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--accept", action="store_true", help="accept what case files give")


@pytest.fixture
def accepted(request: pytest.FixtureRequest) -> Callable[[Path, str], None]:
    """Compare a result with the file that holds the accepted one; --accept writes that file first."""

    def compare(expected: Path, result: str) -> None:
        if request.config.getoption("--accept"):
            expected.write_text(result, encoding="utf-8")
        assert result == (expected.read_text(encoding="utf-8") if expected.exists() else "")

    return compare
