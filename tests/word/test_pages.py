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


def _pages(*body: Xml, notes: tuple[Xml, ...] = ()) -> dict[str, str]:
    return Pager(sample.looks(), notes).pages([*body], w("sectPr", w("type", val="nextPage")))


def _lines(count: int) -> list[Xml]:
    """Give paragraphs of one line; 30 of them fill a page but for 11 pt."""
    return [_paragraph("Zeile") for _ in range(count)]


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


def test_a_page_that_word_begins_itself_has_no_space_at_its_head() -> None:
    heading = _paragraph("Titel", "", "Heading2")
    assert _pages(heading, *_lines(28), _paragraph("x", "_Ref000000004")) == {"_Ref000000004": "2"}
    filled = _lines(30)
    assert _pages(*filled, heading, *_lines(29), _paragraph("x", "_Ref000000005")) == {"_Ref000000005": "3"}
    assert _pages(*filled, heading, *_lines(28), _paragraph("x", "_Ref000000006")) == {"_Ref000000006": "2"}


def test_three_lines_are_never_parted() -> None:
    three = Xml(_paragraph("Wort " * 45, "_Ref000000007"))
    assert _pages(*_lines(29), three) == {"_Ref000000007": "2"}
    assert _pages(*_lines(28), three) == {"_Ref000000007": "1"}


def test_a_note_takes_room_only_on_the_page_of_its_call() -> None:
    note = w("footnote", w("p", w("pPr", w("pStyle", val="FootnoteText")), w("r", text("Wort " * 60))), id="1")
    call = w("r", w("footnoteReference", id="1"))
    long = Xml(_paragraph("Wort " * 400, "_Ref000000008").replace("</w:p>", f"{call}</w:p>"))
    assert _pages(*_lines(25), long, notes=(note,)) == {"_Ref000000008": "1"}
