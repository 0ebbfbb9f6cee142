"""handouts/NN-ID.pdf: what is handed out to the public: a sheet for each field, one to be put up, the plain summary."""

from __future__ import annotations

from kursbuch_press.pages.drawing import draw_handout
from kursbuch_press.pages.handouts.setting import set_handout
from kursbuch_press.press import wording
from kursbuch_press.press.composing import manuscript
from kursbuch_press.press.designs import design
from kursbuch_press.press.jobs import Made, Order
from kursbuch_press.press.progress import tell
from kursbuch_press.press.project import Project
from kursbuch_press.press.sheets import DESIGN, material, setter


def prepare(project: Project) -> None:
    """Lay out the book, whose folios handouts name, and load what all of them are set with."""
    material(project)
    setter(project)


def make(order: Order) -> Made:
    """Set and draw one handout."""
    project, path = order.project, order.path
    tell(path, wording.LAYING_OUT)
    name = path.removeprefix("handouts/").removesuffix(".pdf")
    handout = set_handout(name, material(project), design(project, DESIGN), setter(project))
    tell(path, wording.DRAWING, 0, len(handout.document.pages))
    content = draw_handout(handout, manuscript(project).edition.screen_standard)
    tell(path, wording.DONE)
    return Made(content, len(handout.document.pages))
