"""Mistakes in the handouts' own files are problems with a place."""

from __future__ import annotations

from pathlib import Path

import pytest

from kursbuch_press.sources.handouts import read_handout_texts, read_plain_language
from tests.shipped import PROJECT

TEXT = """\
overview:
  title: Auf einen Blick
  paragraphs:
    - id: eins
      text: Ein Satz mit [Verweis](#tab-kosten).
join:
  title: Mitmachen
  paragraphs:
    - id: zwei
      text: Ein Satz.
"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    (tmp_path / "sources").mkdir()
    return tmp_path


def test_a_reference_into_the_book_is_refused_with_its_place(project: Path) -> None:
    (project / "sources/handouts.yaml").write_text(TEXT, "utf-8")
    reading = read_handout_texts(project)
    assert [(str(problem.place), problem.rule) for problem in reading.problems] == [
        ("sources/handouts.yaml:5:13", "handout-reference")
    ]


def test_a_summary_that_is_not_there_is_no_problem(project: Path) -> None:
    read = read_plain_language(project)
    assert (read.content, read.problems) == (None, ())


def test_the_shipped_files_have_no_problems() -> None:
    assert (read_handout_texts(PROJECT).problems, read_plain_language(PROJECT).problems) == ((), ())
