"""Facts of a small book: what the checks are told is what WeasyPrint has put on the pages."""

from __future__ import annotations

from functools import cache
from typing import Any

import weasyprint

from kursbuch_press.checks import CheckState
from kursbuch_press.compose.laid_out import LaidLine, LaidOut, LineRole
from kursbuch_press.pages.chapter_html import ChapterHtml
from kursbuch_press.pages.facts import facts_of
from kursbuch_press.pages.typesetting import SetBook, SetChapter
from tests.checks import Pages, judged, print_file

STYLE = """
@page { size: 148mm 210mm; margin: 20mm 24mm 25mm 18mm;
  @top-left { content: "Kolumne" } @bottom-left { content: counter(page) } }
body { margin: 0; font: 10pt/13pt serif } p { margin: 0; text-align: justify; hyphens: auto }
h2 { margin: 0; break-before: page } .note { float: footnote } .wide { width: 10mm; white-space: nowrap }
"""
HTML = """<!DOCTYPE html><html lang="de"><head><title>Probe</title></head><body>
<p id="lage.p1">{long}<span class="note">Eine Fußnote.</span></p>
<h2 id="lage.ziele">Ziele</h2><p id="lage.p2" class="wide">Flüchtlingssozialarbeit</p>
<table><thead><tr><th>Maßnahme</th></tr></thead><tbody>{rows}</tbody></table></body></html>"""


@cache
def facts() -> LaidOut:
    long = "Bürgerversammlungen, Anerkennungsberatung und Kindertageseinrichtungen. " * 45
    rows = "".join(f"<tr><td id='lage.m{n}'>Zeile {n}</td></tr>" for n in range(60))
    style = weasyprint.CSS(string=STYLE)
    document = weasyprint.HTML(string=HTML.format(long=long, rows=rows)).render(stylesheets=[style])
    blank: Any = weasyprint.HTML(string="<html lang=de><title>x</title>").render(stylesheets=[style])
    chapter = SetChapter("lage", 2, 1, ChapterHtml("", ""), document)
    book = SetBook((chapter,), {}, 1, blank)
    return facts_of(book, len(book.pages) + 2)


def lines(role: LineRole) -> list[LaidLine]:
    return [line for page in facts().pages for line in page.lines if line.role is role]


def test_pages_are_numbered_with_the_blanks_before_and_after() -> None:
    pages = facts().pages
    assert [page.number for page in pages] == list(range(1, len(pages) + 1))
    assert [page.number for page in pages if page.blank_on_purpose] == [1, len(pages) - 1, len(pages)]


def test_the_type_area_is_given_in_mm() -> None:
    area = facts().pages[1].type_area
    assert [round(side, 1) for side in (area.left, area.top, area.width, area.height)] == [18, 20, 106, 165]


def test_lines_know_what_they_belong_to() -> None:
    assert [line.text for line in lines(LineRole.HEADING)] == ["Ziele"]
    assert {line.text for line in lines(LineRole.HEAD)} == {"Kolumne"}
    assert {line.address for line in lines(LineRole.TEXT)} >= {"lage/p1", "lage/p2", "lage/m0"}


def test_a_paragraph_keeps_its_number_over_the_page_and_a_repeated_head_does_not() -> None:
    paragraph = {line.paragraph for line in lines(LineRole.TEXT) if line.address == "lage/p1"}
    heads = [line.paragraph for line in lines(LineRole.TEXT) if line.text == "Maßnahme"]
    assert len(paragraph) == 1
    assert len(set(heads)) == len(heads) > 1


def test_calls_and_notes_are_counted_where_they_stand() -> None:
    called = [page.number for page in facts().pages if page.calls == ("1",)]
    noted = [page.number for page in facts().pages if page.notes == ("1",)]
    assert len(called) == len(noted) == 1


def test_a_word_wider_than_its_column_is_found_by_the_check() -> None:
    wide = next(line for line in lines(LineRole.TEXT) if line.address == "lage/p2")
    assert wide.place.width > wide.measure
    verdict = judged(print_file(Pages(count=8)), laid_out=facts())
    assert next(check.state for check in verdict.checks if check.check == "overflow") is CheckState.FAILED


def test_broken_words_are_found() -> None:
    verdict = judged(print_file(Pages(count=8)), laid_out=facts())
    listed = next(check.listed for check in verdict.checks if check.check == "hyphenation")
    assert listed
    assert all("-" in line for line in listed)
