"""A finding on a page names the line of the sources that it comes from."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kursbuch_press.checks import judge_print
from kursbuch_press.checks.findings import Kind, PagePlace
from kursbuch_press.checks.print.wish import Known, PrintWish
from kursbuch_press.checks.wording.remedies import remedy_for
from kursbuch_press.compose.laid_out import LaidLine, LaidOut, LaidPage, LineRole, Rectangle
from kursbuch_press.press.locating import _address, located
from kursbuch_press.press.print_findings import Printed, as_problems
from kursbuch_press.sources import read_book
from tests.checks import Pages, print_file
from tests.shipped import PROJECT


def _line(address: str, top: float, left: float = 20) -> LaidLine:
    return LaidLine("Wort", Rectangle(left, top, 60, 5), 9, LineRole.TEXT, "kapitel", address, 1, 60)


LINES = (_line("kapitel/absatz/text", 20), _line("feld/title", 60), _line("", 60, 90))
PAGE = LaidPage(1, "1", "kapitel", Rectangle(20, 20, 120, 180), LINES)


@pytest.mark.parametrize(
    ("spot", "address"),
    [
        (None, "kapitel/absatz/text"),
        (PagePlace(25, 21, 5, 2), "kapitel/absatz/text"),
        (PagePlace(0, 0, 200, 30), "kapitel/absatz/text"),
        (PagePlace(20, 50, 60, 2), "feld/title"),
        (PagePlace(100, 62, 5, 2), "kapitel"),
        (PagePlace(20, 190, 5, 2), "feld/title"),
        (PagePlace(20, 24, 60, 38), "feld/title"),
    ],
)
def test_what_stands_nearest_is_meant(spot: PagePlace | None, address: str) -> None:
    assert _address(PAGE, spot) == address


def test_a_spot_that_reaches_a_line_means_it_though_another_begins_nearer() -> None:
    page = replace(PAGE, lines=(_line("kapitel/a/text", 20), _line("kapitel/b/text", 60, 100)))
    assert _address(page, PagePlace(0, 62, 110, 2)) == "kapitel/b/text"
    assert _address(page, PagePlace(150, 62, 60, 2)) == "kapitel/b/text"


def test_a_page_without_words_is_of_its_chapter() -> None:
    assert _address(replace(PAGE, lines=()), PagePlace(0, 0, 1, 1)) == "kapitel"


def test_every_finding_on_a_page_has_its_file_and_line() -> None:
    book = read_book(PROJECT).book
    assert book is not None
    page = replace(
        PAGE, lines=tuple(replace(line, address=f"edition/{line.address}", chapter="edition") for line in PAGE.lines)
    )
    verdict = judge_print(print_file(Pages(count=1)), PrintWish(smallest_text=99), None, Known("probe.pdf"))
    checks = located(verdict, LaidOut((page,)), book.place).checks
    on_page = [each for check in checks for each in check.findings if each.page == 1]
    assert on_page
    assert all(each.source.startswith("sources/kursbuch.yaml") for each in on_page)
    assert located(verdict, None, book.place) == verdict


def test_what_keeps_a_file_from_being_ready_is_told_at_its_line_with_a_way_out() -> None:
    book = read_book(PROJECT).book
    assert book is not None
    lines = tuple(replace(line, address="edition/title", chapter="edition") for line in PAGE.lines)
    found = judge_print(print_file(Pages(count=1)), PrintWish(smallest_text=99), None, Known("probe.pdf"))
    verdict = located(found, LaidOut((replace(PAGE, lines=lines),)), book.place)
    problems = list(as_problems(verdict, Printed("print/probe.pdf", "layouts/page", book.place)))
    (small,) = (each for each in problems if each.rule == "text-size")
    assert (small.place, small.hint) == (book.place("edition/title"), remedy_for(Kind.PRINT, "text-size"))
    assert "print/probe.pdf, Seite 1" in small.message
    (unplaced,) = (
        each for each in as_problems(found, Printed("print/probe.pdf", "layouts/page", None)) if each.rule == "text-size"
    )
    assert str(unplaced.place) == "layouts/page"
    assert not [each for each in as_problems(verdict, Printed("p.pdf", "l", book.place), {"edition/title"}) if each.address]
