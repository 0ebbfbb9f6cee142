"""Pages that end early are told to the editor, with how many lines would mend it."""

from __future__ import annotations

import pytest

from kursbuch_press.pages.chapter_html import ChapterHtml
from kursbuch_press.pages.design import Design
from kursbuch_press.pages.layout import Typesetter
from kursbuch_press.pages.page_feet import short_pages
from kursbuch_press.pages.palette import Palette
from kursbuch_press.pages.typesetting import SetBook, SetChapter
from kursbuch_press.problems import Place, Problem, Severity
from kursbuch_press.sources import read_layout
from tests.shipped import PROJECT

# A page of 21 lines.
CSS = "@page { size: 100mm 120mm; margin: 10mm } html { font: 10pt/13pt Fira Sans } p, div { margin: 0; break-inside: avoid }"


@pytest.fixture(scope="module")
def setter() -> Typesetter:
    return Typesetter(Design.load(PROJECT, "layouts/handout", read_layout(PROJECT / "layouts/palette.yaml", Palette)), {})


def _told(setter: Typesetter, lines: int, card: int) -> list[Problem]:
    """Set so many lines, a card of so many, and one line more, in a chapter that begins on page 7."""
    before = "<p>Zeile</p>" * lines
    body = f'{before}<div id="kapitel.karte"><p>Karte</p>{"<p>Zeile</p>" * (card - 1)}</div><p>Danach</p>'
    document = setter.set(f'<html lang="de"><body>{body}</body></html>', CSS, "test")
    chapter = SetChapter("kapitel", 7, 0, ChapterHtml("", ""), document)
    return list(short_pages(SetBook((chapter,), {}, 1, document), Place))


def test_a_page_that_ends_early_is_named_with_the_lines_that_are_too_many(setter: Typesetter) -> None:
    (problem,) = _told(setter, 15, 10)
    assert problem.message.startswith("Seite 7 endet 6 Zeilen über ihrem Fuß")
    assert problem.hint.startswith("davor 4 Zeilen kürzen")
    assert (problem.place, problem.severity, problem.rule) == (Place("kapitel/karte"), Severity.NOTE, "page-foot")


def test_where_shortening_would_be_too_much_the_hint_says_to_write_more(setter: Typesetter) -> None:
    (problem,) = _told(setter, 19, 18)
    assert problem.hint.startswith("davor bis zu 2 Zeilen mehr schreiben")


def test_the_last_page_of_a_chapter_and_full_pages_are_not_told(setter: Typesetter) -> None:
    assert _told(setter, 12, 9) == []
    assert _told(setter, 20, 10) == []


@pytest.mark.parametrize(
    ("card", "hint"),
    [(13, "davor 7 Zeilen kürzen"), (14, "davor 8 Zeilen kürzen"), (15, "davor bis zu 6 Zeilen mehr schreiben")],
)
def test_up_to_eight_lines_may_be_taken_out(card: int, hint: str, setter: Typesetter) -> None:
    (problem,) = _told(setter, 15, card)
    assert problem.hint.startswith(hint)
