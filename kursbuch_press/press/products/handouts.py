"""handouts/NN-ID.pdf: what is handed out to the public, one for each field, an overview and the plain summary."""

from __future__ import annotations

from pathlib import PurePosixPath

from kursbuch_press.pages.drawing import draw_handout
from kursbuch_press.pages.handouts.setting import HandoutMaterial, handout_pictures, set_handout
from kursbuch_press.pages.layout import Typesetter
from kursbuch_press.press import wording
from kursbuch_press.press.composing import handout_texts, manuscript
from kursbuch_press.press.designs import design
from kursbuch_press.press.jobs import Made, Order
from kursbuch_press.press.pictures import pictures
from kursbuch_press.press.progress import tell
from kursbuch_press.press.project import Project
from kursbuch_press.press.reading import palette
from kursbuch_press.press.setting import open_pages, whole_book
from kursbuch_press.press.stages import stage

DESIGN = "layouts/handout"


def prepare(project: Project) -> None:
    """Lay out the book, whose folios handouts name, and load what all of them are set with."""
    _material(project)
    _setter(project)


@stage
def _material(project: Project) -> HandoutMaterial:
    return HandoutMaterial(manuscript(project), whole_book(project).folios, *handout_texts(project))


@stage
def _setter(project: Project) -> Typesetter:
    open_pages(project)
    codes = handout_pictures(manuscript(project), palette(project))
    return Typesetter(design(project, DESIGN), {**pictures(project, DESIGN), **codes})


def make(order: Order) -> Made:
    """Set and draw one handout."""
    project, path = order.project, order.path
    open_pages(project)
    tell(path, wording.LAYING_OUT)
    handout = set_handout(PurePosixPath(path).stem, _material(project), design(project, DESIGN), _setter(project))
    tell(path, wording.DRAWING, 0, len(handout.document.pages))
    content = draw_handout(handout, manuscript(project).edition.language)
    tell(path, wording.DONE)
    return Made(content, len(handout.document.pages))
