"""Each folder in cases/ is laid over base/ and makes a book with mistakes, problems.txt its findings."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import get_args

import pytest

from kursbuch_press.book.basic_blocks import BasicBlock
from kursbuch_press.book.blocks import composite_kinds
from kursbuch_press.problems import Problem, Severity, listed
from kursbuch_press.sources import read_book

HERE = Path(__file__).parent
CASES = sorted(path.name for path in (HERE / "cases").iterdir())


_BASIC = (str(get_args(block.model_fields["kind"].annotation)[0]) for block in get_args(BasicBlock))
_BLOCKS = listed([*_BASIC, *composite_kinds()], most=99, last="oder")


def as_line(problem: Problem) -> str:
    """Write a problem as it stands in problems.txt; the kinds of blocks, of which there will be more, are left out there."""
    severity = "" if problem.severity is Severity.ERROR else f"{problem.severity}: "
    hint = f" ({problem.hint})" if problem.hint else ""
    return f"{problem.place} {problem.address or '-'} {severity}{problem.message}{hint}\n".replace(_BLOCKS, "…")


@pytest.mark.parametrize("case", CASES)
def test_a_case_gives_its_problems(case: str, tmp_path: Path, accepted: Callable[[Path, str], None]) -> None:
    sources = tmp_path / "sources"
    shutil.copytree(HERE / "base", sources)
    shutil.copytree(HERE / "cases" / case, sources, dirs_exist_ok=True)
    reading = read_book(tmp_path)
    accepted(HERE / "cases" / case / "problems.txt", "".join(map(as_line, reading.problems)))
    errors = [problem for problem in reading.problems if problem.severity is Severity.ERROR]
    assert (reading.book is None) == bool(errors)
