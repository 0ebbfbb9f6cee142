"""print/handreichungen/NN-ID.pdf: for the print shop, four pages on two sides of a folded A4, and the sheet to put up."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import partial

from kursbuch_press.book.languages import is_right_to_left
from kursbuch_press.checks import PrintWish
from kursbuch_press.compose.leaflets import HANDOUTS
from kursbuch_press.pages.drawing import draw_plain
from kursbuch_press.pages.facts import facts_of_pages
from kursbuch_press.pages.handouts.imposing import places_on_sheet, sheet_for_print
from kursbuch_press.pages.handouts.names import folded
from kursbuch_press.pages.handouts.setting import HandoutMaterial, WrittenHandout, lay_out, place_in, write_handout
from kursbuch_press.pages.prepress import PrintFinish, finish_and_tell
from kursbuch_press.press import wording
from kursbuch_press.press.designs import design
from kursbuch_press.press.jobs import Made, Order
from kursbuch_press.press.kept_files import made_once
from kursbuch_press.press.ordered import wish_for_sheet
from kursbuch_press.press.preflight import READY, Judged, judge, judged_by
from kursbuch_press.press.printing import finish_for, finished_by, printer_of, sending_path
from kursbuch_press.press.products.handouts import prepare
from kursbuch_press.press.progress import tell
from kursbuch_press.press.project import Project
from kursbuch_press.press.sheets import DESIGN, material, setter

__all__ = ["make", "prepare"]

FOLDER = "print/handreichungen"


@dataclass(frozen=True, slots=True)
class _Sheet:
    """One sheet on its way: what is written on it, how it is finished, what the printer wishes, and the name of its copy.

    What it was written from is there only for the places of mistakes.
    """

    path: str
    part: str
    told: HandoutMaterial
    written: WrittenHandout
    finish: PrintFinish
    wish: PrintWish
    pages: int
    sent: str


def make(order: Order) -> Made:
    """Set, draw, impose, finish and judge one sheet, or give it as it was made from the same words."""
    project, path = order.project, order.path
    tell(path, wording.LAYING_OUT)
    sheet = _sheet(project, path)
    made = made_once(project, lambda: _parts(project, sheet), lambda: _made(project, sheet), _is_ready)
    tell(path, wording.DONE)
    return made


def _sheet(project: Project, path: str) -> _Sheet:
    stem = path.removeprefix(f"{FOLDER}/").removesuffix(".pdf")
    told = material(project)
    written = write_handout(stem, told, design(project, DESIGN))
    part = stem.replace("/", "-")
    wish = wish_for_sheet(project, printer_of(project), written.name)
    pages = wish.page_count or 0
    sent = sending_path(project, part, pages, wish.trim)
    return _Sheet(path, part, told, written, finish_for(project, part, wish.trim), wish, pages, sent)


def _parts(project: Project, sheet: _Sheet) -> Iterator[bytes | str]:
    yield from ("sheet", sheet.path, sheet.sent, repr(sheet.written.name), sheet.written.language)
    yield from setter(project).made_from(sheet.written.html, sheet.written.css)
    yield from finished_by(sheet.finish)
    yield from judged_by(project, sheet.wish)


def _made(project: Project, sheet: _Sheet) -> Made:
    written, path = sheet.written, sheet.path
    handout = lay_out(written, sheet.told, setter(project))
    tell(path, wording.DRAWING)
    drawn = draw_plain(handout.document)
    if folded(written.name):
        drawn = sheet_for_print(drawn, sheet.finish.bleed, to_the_left=is_right_to_left(written.language))
    finished = finish_and_tell(drawn, sheet.finish)
    tell(path, wording.JUDGING)
    report = f"{FOLDER}/preflight-{sheet.part}"
    judged = Judged(path, report, sheet.sent, finished, sheet.pages, sheet.wish, design=DESIGN)
    made = judge(project, judged)
    if _is_ready(made):
        return made
    places = facts_of_pages(handout.document.pages, HANDOUTS, placed=True)
    if folded(written.name):
        places = places_on_sheet(places, to_the_left=is_right_to_left(written.language))
    return judge(
        project, replace(judged, places=places, place_of=partial(place_in, sheet.told.places, language=sheet.written.language))
    )


def _is_ready(made: Made) -> bool:
    """Whether a sheet may be kept: what is wrong with another names lines of the sources, and these move."""
    return made.verdict[READY]
