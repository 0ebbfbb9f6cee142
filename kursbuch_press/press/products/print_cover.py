"""print/kursbuch-umschlag.pdf: the cover; its spine follows the number of pages of the interior."""

from __future__ import annotations

from dataclasses import replace

from kursbuch_press.pages.cover import DESIGN, CoverSheet, make_cover
from kursbuch_press.pages.prepress import finish_and_tell
from kursbuch_press.pages.prepress.printers import Printer
from kursbuch_press.press import wording
from kursbuch_press.press.composing import manuscript, placed, placing
from kursbuch_press.press.designs import design
from kursbuch_press.press.jobs import Made, Order
from kursbuch_press.press.ordered import wish_for_cover
from kursbuch_press.press.preflight import Judged, judge
from kursbuch_press.press.printing import finish_for, number, printer_of, sending_path
from kursbuch_press.press.progress import tell
from kursbuch_press.press.project import Project
from kursbuch_press.press.setting import printed_pages, whole_book


def prepare(project: Project) -> None:
    """See first whether the printer can print this book, then lay it out: the spine is as wide as its pages."""
    printer_of(project)
    whole_book(project)


def make(order: Order) -> Made:
    """Draw, finish and judge the cover."""
    project, path = order.project, order.path
    printer, pages, edition = printer_of(project), printed_pages(project), manuscript(project).edition
    tell(path, wording.DRAWING)
    with placing(project):
        cover = make_cover(manuscript(project), printer, pages, design(project, "layouts/cover"))
    finished = finish_and_tell(cover.raw, finish_for(project, "umschlag", cover.trim))
    tell(path, wording.JUDGING)
    wish = wish_for_cover(project, printer, pages)
    sent = sending_path(project, "umschlag", pages, (edition.trim.width, edition.trim.height))
    judged = Judged(
        path, "print/preflight-umschlag", sent, finished, wish.page_count or 0, wish, places=cover.laid_out, design=DESIGN
    )
    made = judge(
        project, replace(judged, problems=placed(project, cover.problems), sheet=_measured(printer, pages, cover.sheet))
    )
    tell(path, wording.DONE)
    return made


def _measured(printer: Printer, pages: int, sheet: CoverSheet) -> tuple[str, ...]:
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
