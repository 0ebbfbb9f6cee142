"""handouts/NN-ID.pdf: what is handed out to the public, one for each field, an overview and the plain summary."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from kursbuch_press.press import wording
from kursbuch_press.press.jobs import Job, Made, Product
from kursbuch_press.press.progress import Told
from kursbuch_press.press.workshop import Workshop

if TYPE_CHECKING:
    from kursbuch_press.pages.handouts import HandoutMaterial
    from kursbuch_press.pages.layout import Typesetter


def _stems(workshop: Workshop) -> Iterator[str]:
    workshop.open_pages()
    from kursbuch_press.pages.handouts import handout_ids

    yield from (stem for stem, _ in handout_ids(workshop.manuscript))


def _paths(workshop: Workshop) -> Iterator[str]:
    yield from (f"handouts/{stem}.pdf" for stem in _stems(workshop))


def _jobs(workshop: Workshop) -> Iterator[Job]:
    from kursbuch_press.pages.handouts import HandoutMaterial, handout_pictures
    from kursbuch_press.pages.layout import Typesetter

    material = HandoutMaterial(workshop.manuscript, workshop.set_book.folios, *workshop.handout_texts)
    design = workshop.design("layouts/handout")
    pictures = {**workshop.pictures(design), **handout_pictures(workshop.manuscript, workshop.palette)}
    desk = _Desk(workshop, material, Typesetter(design, pictures))
    for stem in _stems(workshop):
        yield Job(f"handouts/{stem}.pdf", partial(desk.make, stem))


@dataclass(frozen=True, slots=True)
class _Desk:
    """What all handouts are set with."""

    workshop: Workshop
    material: HandoutMaterial
    setter: Typesetter

    def make(self, stem: str, told: Told) -> Made:
        from kursbuch_press.pages.drawing import draw_handout
        from kursbuch_press.pages.handouts import set_handout

        path = f"handouts/{stem}.pdf"
        told(path, wording.LAYING_OUT)
        handout = set_handout(stem, self.material, self.workshop.design("layouts/handout"), self.setter)
        told(path, wording.DRAWING, 0, len(handout.document.pages))
        content = draw_handout(handout, self.workshop.manuscript.edition.language)
        told(path, wording.DONE)
        return Made(content, len(handout.document.pages))


PRODUCT = Product("handouts", "Handreichungen für alle (PDF)", ("palette.yaml", "handout", "drawings"), _jobs, _paths)
