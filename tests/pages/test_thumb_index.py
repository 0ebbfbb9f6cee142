"""The thumb index: a tab for each field of the book, whatever their number, one below the other on the fore edge."""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise

import pytest

from kursbuch_press.compose.manuscript import Manuscript, ManuscriptChapter, Station
from kursbuch_press.pages.chapter_html import write_chapter
from kursbuch_press.pages.design import Design
from kursbuch_press.pages.palette import Palette
from kursbuch_press.sources import read_book, read_layout
from tests.shipped import PROJECT, vocabulary

HEAD, TRIM = 20.0, 210.0


@pytest.fixture(scope="module")
def design() -> Design:
    return Design.load(PROJECT, "layouts/page", read_layout(PROJECT / "layouts/palette.yaml", Palette))


@cache
def _manuscript() -> Manuscript:
    book = read_book(PROJECT).book
    assert book is not None
    return Manuscript(book.edition, book.imprint, vocabulary(), ())


def _tab(number: int, fields: int, design: Design) -> tuple[float, float]:
    """Give where the tab of a field begins and ends, in mm from the head of the page."""
    route = tuple(Station(f"feld-{each}", str(each), "elbe") for each in range(1, fields + 1))
    station = route[number - 1]
    chapter = ManuscriptChapter(
        station.chapter, "action_field", "main", (), "Feld", (), number=station.number, swatch="elbe", route=route
    )
    css = write_chapter(chapter, _manuscript(), design, folio=2, folios={}).css
    found = re.search(r"@left-top \{ margin-top: ([\d.]+)mm; height: ([\d.]+)mm", css)
    assert found is not None, css
    top = HEAD + float(found[1])
    return top, top + float(found[2])


def test_the_tabs_of_the_shipped_book_are_22_mm_apart(design: Design) -> None:
    tops = [_tab(number, 6, design)[0] for number in range(1, 7)]
    assert [round(below - above, 2) for above, below in pairwise(tops)] == [22] * 5


@pytest.mark.parametrize("fields", [1, 6, 9, 14])
def test_tabs_follow_each_other_and_stay_on_the_page(fields: int, design: Design) -> None:
    tabs = [_tab(number, fields, design) for number in range(1, fields + 1)]
    assert all(above[1] < below[0] for above, below in pairwise(tabs))
    assert tabs[-1][1] < TRIM
