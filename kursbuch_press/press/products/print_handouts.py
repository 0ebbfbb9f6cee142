"""print/handreichungen/NN-ID.pdf: for the print shop, four pages on two sides of a folded A4, and the sheet to put up."""

from __future__ import annotations

from dataclasses import replace

from kursbuch_press.book.languages import is_right_to_left
from kursbuch_press.pages.drawing import draw_plain
from kursbuch_press.pages.handouts.imposing import SHEET, sheet_for_print
from kursbuch_press.pages.handouts.names import all_names, folded
from kursbuch_press.pages.handouts.setting import set_handout
from kursbuch_press.pages.prepress import finish_and_tell
from kursbuch_press.press import wording
from kursbuch_press.press.composing import manuscript
from kursbuch_press.press.designs import design
from kursbuch_press.press.jobs import Made, Order
from kursbuch_press.press.preflight import Judged, judge, wish_of
from kursbuch_press.press.printing import finish_for, printer_of, sending_path
from kursbuch_press.press.products.handouts import prepare
from kursbuch_press.press.progress import tell
from kursbuch_press.press.sheets import DESIGN, material, setter

__all__ = ["make", "prepare"]

FOLDER = "print/handreichungen"
WALL = (210.0, 297.0)
"""The trim of the sheet that is put up, in mm."""


def make(order: Order) -> Made:
    """Set, draw, impose, finish and judge one sheet."""
    project, path = order.project, order.path
    tell(path, wording.LAYING_OUT)
    stem = path.removeprefix(f"{FOLDER}/").removesuffix(".pdf")
    name = next(each for each in all_names(manuscript(project)) if each.path == stem)
    handout = set_handout(stem, material(project), design(project, DESIGN), setter(project))
    tell(path, wording.DRAWING)
    drawn, asked = draw_plain(handout.document), printer_of(project)
    trim = SHEET if folded(name) else WALL
    if folded(name):
        drawn = sheet_for_print(drawn, asked.bleed, to_the_left=is_right_to_left(handout.language))
    part = stem.replace("/", "-")
    finished = finish_and_tell(drawn, finish_for(project, part, trim))
    tell(path, wording.JUDGING)
    pages = 2 if folded(name) else 1
    wish = replace(wish_of(asked, project.folder), trim=trim, page_count=pages)
    sent = sending_path(project, part, pages, trim)
    made = judge(project, Judged(path, f"{FOLDER}/preflight-{part}", sent, finished, pages, wish))
    tell(path, wording.DONE)
    return made
