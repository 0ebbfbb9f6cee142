"""office/ausdruck.pdf: all handouts for the office duplex printer; for paper only."""

from __future__ import annotations

from collections.abc import Iterator

from kursbuch_press.press import wording
from kursbuch_press.press.jobs import Job, Made, Product
from kursbuch_press.press.progress import Told
from kursbuch_press.press.workshop import Workshop

PATH = "office/ausdruck.pdf"


def _jobs(workshop: Workshop) -> Iterator[Job]:
    def make(told: Told) -> Made:
        from kursbuch_press.pages.handouts.printout import pages_of, printout

        told(PATH, wording.WRITING)
        content = printout(workshop.finished("handouts"), workshop.manuscript.edition)
        told(PATH, wording.DONE)
        return Made(content, pages_of(content))

    yield Job(PATH, make)


def _paths(workshop: Workshop) -> Iterator[str]:
    del workshop
    yield PATH


PRODUCT = Product(
    "printout",
    "Handreichungen für den Bürodrucker (PDF)",
    ("palette.yaml", "handout", "drawings"),
    _jobs,
    _paths,
    needs=("handouts",),
)
