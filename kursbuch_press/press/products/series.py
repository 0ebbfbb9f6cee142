"""series/LIST/KEY-NN-ID.pdf: the sheet of a field for one organisation, with its own block and its own code."""

from __future__ import annotations

from dataclasses import replace

from kursbuch_press.pages.drawing import draw_handout
from kursbuch_press.pages.handouts.setting import set_for
from kursbuch_press.press import wording
from kursbuch_press.press.composing import manuscript
from kursbuch_press.press.designs import design
from kursbuch_press.press.jobs import Made, Order
from kursbuch_press.press.products.handouts import prepare
from kursbuch_press.press.progress import tell
from kursbuch_press.press.series import place_of, wanted_for
from kursbuch_press.press.sheets import DESIGN, material, setter

__all__ = ["make", "prepare"]


def make(order: Order) -> Made:
    """Set and draw the sheet of one row; what is too long for it is a Problem on the line of the row."""
    project = order.project
    tell(order.path, wording.LAYING_OUT)
    edition = manuscript(project).edition
    shared = material(project)
    placed = replace(shared, places={**shared.places, **place_of(order)})
    handout = set_for(wanted_for(order), placed, design(project, DESIGN), setter(project))
    content = draw_handout(handout, edition.screen_standard)
    tell(order.path, wording.DONE)
    return Made(content, len(handout.document.pages))
