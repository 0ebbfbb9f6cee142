"""handouts/NN-ID.pdf: what is handed out to the public: a sheet for each field, one to be put up, the plain summary."""

from __future__ import annotations

from collections.abc import Iterator

from kursbuch_press.pages.drawing import draw_handout
from kursbuch_press.pages.handouts.setting import HandoutMaterial, WrittenHandout, lay_out, write_handout
from kursbuch_press.press import wording
from kursbuch_press.press.composing import manuscript
from kursbuch_press.press.designs import design
from kursbuch_press.press.jobs import Made, Order
from kursbuch_press.press.kept_files import made_once
from kursbuch_press.press.progress import tell
from kursbuch_press.press.project import Project
from kursbuch_press.press.sheets import DESIGN, material, setter


def prepare(project: Project) -> None:
    """Lay out the book, whose folios handouts name, and load what all of them are set with."""
    material(project)
    setter(project)


def make(order: Order) -> Made:
    """Set and draw one handout, or give it as it was made from the same words."""
    project, path = order.project, order.path
    tell(path, wording.LAYING_OUT)
    told = material(project)
    written = write_handout(path.removeprefix("handouts/").removesuffix(".pdf"), told, design(project, DESIGN))
    made = made_once(project, lambda: _parts(project, written), lambda: _drawn(order, written, told))
    tell(path, wording.DONE)
    return made


def _parts(project: Project, written: WrittenHandout) -> Iterator[bytes | str]:
    yield from ("handout", written.title, written.language, manuscript(project).edition.screen_standard)
    yield from setter(project).made_from(written.html, written.css)


def _drawn(order: Order, written: WrittenHandout, told: HandoutMaterial) -> Made:
    """Lay out and draw what is written; what is told is wanted only for the places of mistakes, so it is not read anew."""
    project = order.project
    handout = lay_out(written, told, setter(project))
    tell(order.path, wording.DRAWING, 0, len(handout.document.pages))
    return Made(draw_handout(handout, manuscript(project).edition.screen_standard), len(handout.document.pages))
