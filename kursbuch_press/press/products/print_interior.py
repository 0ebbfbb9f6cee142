"""print/kursbuch-innenteil.pdf: the interior of the printed book."""

from __future__ import annotations

from collections.abc import Iterator

from kursbuch_press.press import wording
from kursbuch_press.press.jobs import Job, Made, Product
from kursbuch_press.press.progress import Told
from kursbuch_press.press.workshop import Workshop

PATH = "print/kursbuch-innenteil.pdf"


def _jobs(workshop: Workshop) -> Iterator[Job]:
    book = workshop.set_book

    def make(told: Told) -> Made:
        from kursbuch_press.pages.drawing import draw_print

        pages = book.pages
        told(PATH, wording.DRAWING, 0, len(pages))
        raw = draw_print(book)
        told(PATH, wording.DONE, len(pages), len(pages))
        return Made(raw, len(pages))

    yield Job(PATH, make)


def _paths(workshop: Workshop) -> Iterator[str]:
    del workshop
    yield PATH


PRINT = Product("print", "Druckausgabe, Innenteil (PDF)", ("palette.yaml", "page", "drawings", "profiles"), _jobs, _paths)
