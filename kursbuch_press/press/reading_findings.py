"""What keeps a file from being readable for everybody, as hints: each with its line, and what can be done about it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial

from kursbuch_press.checks.findings import Finding
from kursbuch_press.checks.wording.remedies import remedy_in_the_press
from kursbuch_press.compose.laid_out import LaidPage
from kursbuch_press.compose.leaflets import HANDOUTS
from kursbuch_press.pages.cover import DESIGN as COVER
from kursbuch_press.pages.cover import screen_cover
from kursbuch_press.pages.facts import facts_of, facts_of_pages
from kursbuch_press.pages.handouts.setting import place_in, set_handout
from kursbuch_press.press import wording
from kursbuch_press.press.composing import manuscript
from kursbuch_press.press.designs import design
from kursbuch_press.press.locating import PlaceOf, located_on
from kursbuch_press.press.project import Project
from kursbuch_press.press.reading import readings
from kursbuch_press.press.setters import PAGE
from kursbuch_press.press.setting import whole_book
from kursbuch_press.press.sheets import DESIGN as SHEETS
from kursbuch_press.press.sheets import material, setter
from kursbuch_press.problems import Place, Problem, Severity

_MOST = 3
"""Findings of one check that are told one by one; a design that is wrong on each page has hundreds."""


@dataclass(frozen=True, slots=True)
class _Layout:
    """Where the texts of a file stand: its pages by their numbers in the file, and each page's design."""

    pages: dict[int, LaidPage]
    designs: dict[int, str]
    design: str
    place_of: PlaceOf


def as_problems(project: Project, path: str, found: Sequence[Finding]) -> Iterator[Problem]:
    """Give what was found in a file of dist/, a few findings of each check, at the places where its texts come from."""
    layout = _layout(project, path)
    for check in dict.fromkeys(each.check for each in found):
        placed = [_placed(each, layout) for each in found if each.check == check]
        alike = list({(each.address, each.message): each for each in reversed(placed)}.values())[::-1]
        for finding in alike[:_MOST]:
            rest = len(placed) - len(alike[:_MOST]) if finding is alike[:_MOST][-1] else 0
            yield _problem(path, finding, rest, layout)


def _placed(finding: Finding, layout: _Layout) -> Finding:
    page = layout.pages.get(finding.page)
    return located_on(replace(finding, folio=page.folio if page else ""), page, layout.place_of)


def _problem(path: str, finding: Finding, rest: int, layout: _Layout) -> Problem:
    words = wording.ON_COVER if finding.page in layout.designs else wording.ON_PRINTED_PAGE
    where = words.format(folio=finding.folio or finding.page) if finding.page else ""
    message = wording.READING_FINDING.format(
        title=finding.title,
        path=path,
        where=where,
        message=finding.message.removesuffix("."),
        measured=wording.MEASURED.format(measured=finding.measured, limit=finding.limit) if finding.limit else "",
        more=wording.MORE_PLACES[rest > 1].format(count=rest) if rest else "",
    )
    place = layout.place_of(finding.address) if finding.address else Place(layout.designs.get(finding.page, layout.design))
    hint = remedy_in_the_press(finding.check)
    return Problem(place, message, hint, finding.address, Severity.WARNING, f"readable-{finding.check}")


def _layout(project: Project, path: str) -> _Layout:
    return _of_handout(project, path) if path.startswith("handouts/") else _of_book(project)


def _of_handout(project: Project, path: str) -> _Layout:
    name = path.removeprefix("handouts/").removesuffix(".pdf")
    told = material(project)
    sheet = set_handout(name, told, design(project, SHEETS), setter(project))
    laid = facts_of_pages(sheet.document.pages, HANDOUTS, placed=True)
    place_of = partial(place_in, told.places, language=sheet.language)
    return _Layout({page.number: page for page in laid.pages}, {}, SHEETS, place_of)


def _of_book(project: Project) -> _Layout:
    """Give the pages of the screen edition: the front of the cover, the book, the back."""
    book = readings(project).book.book
    assert book is not None, "a finished file was made from a book"
    laid = whole_book(project)
    inner = facts_of(laid, len(laid.pages)).pages
    front, back = (
        facts_of_pages([page], "edition", placed=True).pages[0]
        for page in screen_cover(manuscript(project), design(project, COVER))
    )
    pages = dict(enumerate((front, *inner, back), start=1))
    sides = {1: wording.COVER_SIDES[0], len(pages): wording.COVER_SIDES[1]}
    named = {number: replace(page, folio=sides.get(number, page.folio)) for number, page in pages.items()}
    return _Layout(named, dict.fromkeys(sides, COVER), PAGE, book.place)
