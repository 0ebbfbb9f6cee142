"""series/LIST/KEY-NN-ID.pdf: the sheet of a field for one organisation, with its own block and its own code."""

from __future__ import annotations

from dataclasses import replace

from kursbuch_press.compose.typography import polish
from kursbuch_press.pages.drawing import draw_handout
from kursbuch_press.pages.handouts.names import all_names
from kursbuch_press.pages.handouts.setting import Organisation, Wanted, set_for
from kursbuch_press.press import wording
from kursbuch_press.press.composing import manuscript
from kursbuch_press.press.designs import design
from kursbuch_press.press.jobs import Made, Order
from kursbuch_press.press.products.handouts import prepare
from kursbuch_press.press.progress import tell
from kursbuch_press.press.series import SAID
from kursbuch_press.press.sheets import DESIGN, material, setter
from kursbuch_press.problems import Place

__all__ = ["make", "prepare"]


def make(order: Order) -> Made:
    """Set and draw the sheet of one row; what is too long for it is a Problem on the line of the row."""
    project, about = order.project, order.about
    tell(order.path, wording.LAYING_OUT)
    edition = manuscript(project).edition
    organisation = Organisation(about["key"], *(polish(about[name], edition.quotation_marks) for name in SAID))
    shared = material(project)
    places = {**shared.places, organisation.at: Place(about["file"], int(about["line"]), 1)}
    name = next(each for each in all_names(manuscript(project)) if each.path == about["sheet"])
    wanted = Wanted(name, organisation)
    handout = set_for(wanted, replace(shared, places=places), design(project, DESIGN), setter(project))
    content = draw_handout(handout, edition.screen_standard)
    tell(order.path, wording.DONE)
    return Made(content, len(handout.document.pages))
