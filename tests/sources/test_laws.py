"""Whatever stands in the files: reading gives a book or problems, never an exception or an English word."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kursbuch_press.book import texts
from kursbuch_press.problems import Problem
from kursbuch_press.sources import read_book
from kursbuch_press.sources.nodes import data_of
from kursbuch_press.sources.syntax import compose

BASE = Path(__file__).parent / "base"
CHAPTER = (BASE / "chapters/feld.yaml").read_bytes()
MARKS = st.text("ab *_[](){}#^:~`<>!\\|-\n&;'\"0/", max_size=60)
YAML = st.text("ab:-?,[]{}#&*!|>'\"%@` \n\t~<=\\0", max_size=80)
KEYS = st.sampled_from(["id", "kind", "text"])
WORDS = st.text("ab[]#^*:1 ", max_size=8)
VALUES = st.recursive(
    WORDS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, st.none() | inner, max_size=3),
    max_leaves=8,
)


@pytest.fixture(scope="module")
def book() -> Iterator[Path]:
    """Give one project folder for all examples of a law."""
    with tempfile.TemporaryDirectory() as folder:
        shutil.copytree(BASE, Path(folder) / "sources")
        yield Path(folder)


def problems_with(project: Path, content: bytes) -> tuple[Problem, ...]:
    """Read the book with another chapter; every problem has to name a file of it and to say something."""
    (project / "sources/chapters/feld.yaml").write_bytes(content)
    reading = read_book(project)
    for problem in reading.problems:
        assert problem.place.file.startswith("sources/")
        assert problem.message
        assert problem.hint
        assert "Input should" not in problem.message
    return reading.problems


@given(MARKS)
def test_any_text_is_read_or_has_faults(source: str) -> None:
    text, faults = texts.parse(source)
    assert text.source == source
    assert all(fault.message and fault.hint for fault in faults)


@given(st.binary(max_size=200))
def test_any_bytes_give_problems(book: Path, content: bytes) -> None:
    assert problems_with(book, content)


@given(st.integers(0, len(CHAPTER) - 1), st.binary(max_size=4), st.integers(0, 30))
def test_any_slip_in_a_chapter_gives_a_book_or_problems(book: Path, at: int, new: bytes, lost: int) -> None:
    problems_with(book, CHAPTER[:at] + new + CHAPTER[at + lost :])


@given(st.sampled_from(CHAPTER.decode().splitlines()), VALUES)
def test_any_value_behind_any_key_gives_a_book_or_problems(book: Path, line: str, value: object) -> None:
    key = line.partition(":")[0]
    written = f"{key}: {_flow(value)}" if ":" in line else line
    problems_with(book, CHAPTER.decode().replace(line + "\n", written + "\n", 1).encode())


@given(YAML)
def test_any_yaml_gives_a_tree_or_problems(text: str) -> None:
    tree = compose(text, "x.yaml")
    assert tree.root is not None or tree.problems


@given(VALUES)
def test_what_is_written_is_read(value: object) -> None:
    tree = compose(f"a: {_flow(value)}\n", "x.yaml")
    assert tree.root is not None
    assert data_of(tree.root) == {"a": value}


def _flow(value: object) -> str:
    """Write a value in YAML's flow style; nothing at all stands for None."""
    match value:
        case dict():
            return "{" + ", ".join(f"{key}: {_flow(one)}" for key, one in value.items()) + "}"
        case list():
            return "[" + ", ".join(_flow(one) for one in value) + "]"
        case None:
            return ""
        case _:
            return "'" + str(value).replace("'", "''") + "'"
