"""A small good book that a test may spoil."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Give a project folder with the sources of the book in base/."""
    shutil.copytree(Path(__file__).parent / "base", tmp_path / "sources")
    return tmp_path
