"""print/kursbuch-umschlag.pdf: the cover; its spine follows the number of pages of the interior."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from kursbuch_press.press import wording
from kursbuch_press.press.jobs import Job, Made, Product
from kursbuch_press.press.preflight import Judged, judge, wish_of
from kursbuch_press.press.printing import finish_for, number, printer_of, sending_path
from kursbuch_press.press.progress import Told
from kursbuch_press.press.workshop import Workshop

if TYPE_CHECKING:
    from kursbuch_press.pages.cover import Sheet
    from kursbuch_press.pages.prepress.printers import Printer

PATH = "print/kursbuch-umschlag.pdf"


def _jobs(workshop: Workshop) -> Iterator[Job]:
    printer = printer_of(workshop)
    pages = workshop.printed_pages

    def make(told: Told) -> Made:
        from kursbuch_press.pages.cover import make_cover
        from kursbuch_press.pages.prepress import finish_and_tell

        told(PATH, wording.DRAWING)
        cover = make_cover(workshop.manuscript, printer, pages, workshop.design("layouts/cover"))
        finished = finish_and_tell(cover.raw, finish_for(workshop, "umschlag", cover.trim))
        told(PATH, wording.JUDGING)
        count = 4 if cover.sheet.stitched else 1
        wish = replace(wish_of(printer), trim=cover.trim, page_count=count)
        sent = sending_path(workshop, "umschlag", pages, (printer.trim.width, printer.trim.height))
        judged = Judged(PATH, "print/preflight-umschlag", sent, finished, count, wish, problems=cover.problems)
        made = judge(workshop, replace(judged, sheet=_measured(printer, pages, cover.sheet)))
        told(PATH, wording.DONE)
        return made

    yield Job(PATH, make)


def _measured(printer: Printer, pages: int, sheet: Sheet) -> tuple[str, ...]:
    """Say how wide the spine is and of what, and how the sheet is made up; a stitched cover has no spine."""
    if sheet.stitched:
        return ()
    leaf, board = (number(round(paper.thickness, 4)) for paper in (printer.interior, printer.cover))
    interior, cover = (
        wording.PAPER.format(name=paper.name, grammage=number(paper.grammage), volume=number(paper.volume))
        for paper in (printer.interior, printer.cover)
    )
    spine = number(sheet.spine)
    return (
        wording.SPINE.format(pages=pages, leaf=leaf, board=board, spine=spine, interior=interior, cover=cover),
        wording.SHEET.format(
            page=number(sheet.page_width),
            spine=spine,
            width=number(sheet.width),
            height=number(sheet.height),
        ),
    )


def _paths(workshop: Workshop) -> Iterator[str]:
    del workshop
    yield PATH


PRODUCT = Product("cover", "Druckausgabe, Umschlag (PDF)", ("palette.yaml", "cover", "profiles", "printers"), _jobs, _paths)
