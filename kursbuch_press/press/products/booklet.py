"""office/kursbuch-broschuere.pdf: the pages two-up, for an office printer; for paper only."""

from __future__ import annotations

from collections.abc import Iterator

from kursbuch_press.press import wording
from kursbuch_press.press.jobs import Job, Made, Product
from kursbuch_press.press.progress import Told
from kursbuch_press.press.workshop import Workshop

PATH = "office/kursbuch-broschuere.pdf"


def _jobs(workshop: Workshop) -> Iterator[Job]:
    def make(told: Told) -> Made:
        from kursbuch_press.pages.booklet import A4, impose, in_cover, order

        told(PATH, wording.FINISHING)
        signature = workshop.manuscript.edition.booklet_signature
        # The screen edition has the same drawn pages, in the colours that an office printer expects.
        (drawn,) = workshop.finished("screen").values()
        content = impose(drawn, A4, signature, covered=True)
        told(PATH, wording.DONE)
        return Made(content, len(order(len(in_cover(workshop.screen_pages)), signature)))

    yield Job(PATH, make)


def _paths(workshop: Workshop) -> Iterator[str]:
    del workshop
    yield PATH


PRODUCT = Product(
    "booklet",
    "Broschüre für den Bürodrucker (PDF)",
    ("palette.yaml", "page", "drawings"),
    _jobs,
    _paths,
    needs=("screen",),
)
