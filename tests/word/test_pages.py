"""The estimate of Word's pages follows Word's rules."""

from __future__ import annotations

import pytest

from kursbuch_press.word.metrics import Letters
from kursbuch_press.word.ooxml import Xml, text, w
from kursbuch_press.word.pages import Pager
from tests.word import sample

PLAIN = Letters(serif=True, bold=False)


def _paragraph(words: str, mark: str = "", style: str = "Normal") -> Xml:
    bookmark = w("bookmarkStart", id="1", name=mark) if mark else None
    return w("p", w("pPr", w("pStyle", val=style)), bookmark, w("r", text(words)))


def _pages(*body: Xml) -> dict[str, str]:
    return Pager(sample.looks(), []).pages([*body], w("sectPr", w("type", val="nextPage")))


def test_letters_are_as_wide_as_those_of_cambria() -> None:
    assert PLAIN.width("nnn") == pytest.approx(1.68)


def test_lines_break_between_words() -> None:
    assert PLAIN.breaks("aaa bbb ccc", 3, 3) == [4, 8]
    assert PLAIN.breaks("a" * 80, 3, 3) == []


def test_the_first_things_are_on_the_first_page_and_much_text_fills_more() -> None:
    pages = _pages(_paragraph("kurz", "_Ref000000001"), _paragraph("Wort " * 900), _paragraph("Ende", "_Ref000000002"))
    assert pages == {"_Ref000000001": "1", "_Ref000000002": "2"}


def test_a_heading_goes_to_the_next_page_with_the_text_that_follows_it() -> None:
    lines = [_paragraph("Zeile") for _ in range(32)]
    pages = _pages(*lines, _paragraph("Titel", "_Toc000000001", "Heading2"), _paragraph("Wort " * 60))
    assert pages == {"_Toc000000001": "2"}


def test_a_place_in_a_long_paragraph_is_on_the_page_of_its_line() -> None:
    start, end = _paragraph("Wort " * 900), w("r", text("Wort " * 100))
    mark = w("bookmarkStart", id="2", name="_Ref000000003")
    long = Xml(start.replace("</w:p>", f"{mark}{end}</w:p>"))
    assert _pages(long) == {"_Ref000000003": "2"}
