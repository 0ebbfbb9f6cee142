"""A chapter is written again only if it would be another: whatever becomes known of page numbers, it reads as if new."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kursbuch_press.compose import compose
from kursbuch_press.compose.manuscript import Manuscript
from kursbuch_press.pages import chapter_html
from kursbuch_press.pages.chapter_html import ChapterHtml, ChapterWriter, write_chapter
from kursbuch_press.pages.design import Design
from kursbuch_press.pages.palette import Palette
from kursbuch_press.sources import read_book, read_layout
from tests.shipped import PROJECT, vocabulary

# One that lists pages, and one that names some.
CHAPTERS = ("register", "vielfalt-als-staerke")
FOLIOS = st.sampled_from(["", "7", "12", "13", "119"])


@cache
def _book() -> tuple[Manuscript, Design, tuple[str, ...]]:
    book = read_book(PROJECT).book
    assert book is not None
    manuscript = compose(book, vocabulary())
    design = Design.load(PROJECT, "layouts/page", read_layout(PROJECT / "layouts/palette.yaml", Palette))
    targets = {chapter.id for chapter in manuscript.chapters} | set(re.findall(r"target='([^']+)'", repr(manuscript)))
    return manuscript, design, tuple(sorted(targets))


@settings(max_examples=6, deadline=None)
@given(data=st.data())
def test_a_chapter_is_what_it_would_be_if_it_were_written_anew(data: st.DataObject) -> None:
    manuscript, design, targets = _book()
    chapters = [chapter for chapter in manuscript.chapters if chapter.id in CHAPTERS]
    assert len(chapters) == len(CHAPTERS)
    writer = ChapterWriter(manuscript, design)
    known = data.draw(st.fixed_dictionaries(dict.fromkeys(targets[:40], FOLIOS)))
    for _ in range(2):
        folios = {target: folio for target, folio in known.items() if folio}
        for chapter in chapters:
            assert writer.write(chapter, 1001, folios) == write_chapter(chapter, manuscript, design, folio=1001, folios=folios)
        known |= data.draw(st.dictionaries(st.sampled_from(targets[:40]), FOLIOS, max_size=2))


def test_a_chapter_says_on_which_side_it_ends_best() -> None:
    """Before a field, which begins on a left-hand page, that is the right one; before what runs on, either."""
    manuscript, design, _ = _book()
    ends = {}
    for chapter in manuscript.chapters:
        html = write_chapter(chapter, manuscript, design, folio=1, folios={}).html
        ends[chapter.id] = re.findall('data-ends="(.*?)"', html)
    assert ends["deutsch-fuer-alle"] == ["right"]
    assert ends["verstetigung"] == []


def test_a_chapter_whose_page_numbers_keep_their_figures_is_written_once(monkeypatch: pytest.MonkeyPatch) -> None:
    manuscript, design, targets = _book()
    chapter = next(each for each in manuscript.chapters if each.id == CHAPTERS[1])
    written: list[object] = []

    def counted(*given: Any, **named: Any) -> ChapterHtml:  # noqa: ANN401 - as write_chapter has them
        written.append(given)
        return write_chapter(*given, **named)

    monkeypatch.setattr(chapter_html, "write_chapter", counted)
    writer = ChapterWriter(manuscript, design)
    for folio in ("12", "13", "98", "112"):
        writer.write(chapter, 1001, dict.fromkeys(targets, folio))
    writer.write(chapter, 1002, dict.fromkeys(targets, "12"))
    assert len(written) == 3, "for two figures, for three, and for the other side"


def test_the_tables_of_actors_have_the_same_columns_in_all_fields() -> None:
    manuscript, design, _ = _book()
    widths = set()
    for chapter in manuscript.fields:
        html = write_chapter(chapter, manuscript, design, folio=1, folios={}).html
        (table,) = re.findall(r'class="table actors[^"]*".*?</colgroup>', html, re.DOTALL)
        widths.add(tuple(re.findall(r"width: ([\d.]+)%", table)))
    assert len(manuscript.fields) > 2
    assert len(widths) == 1
    assert len(widths.pop()) == 2
