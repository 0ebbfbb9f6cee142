"""screen/kursbuch.pdf: the edition for the screen, tagged so that everybody can read it."""

from __future__ import annotations

from collections.abc import Iterator

from kursbuch_press.press import wording
from kursbuch_press.press.jobs import Job, Made, Product
from kursbuch_press.press.progress import Told
from kursbuch_press.press.workshop import Workshop

PATH = "screen/kursbuch.pdf"


def _jobs(workshop: Workshop) -> Iterator[Job]:
    book = workshop.set_book

    def make(told: Told) -> Made:
        from kursbuch_press.pages.drawing import draw_screen

        pages = book.pages
        told(PATH, wording.DRAWING, 0, len(pages))
        content = draw_screen(book, workshop.manuscript.edition.title, workshop.manuscript.edition.language)
        told(PATH, wording.DONE, len(pages), len(pages))
        return Made(content, len(pages))

    yield Job(PATH, make)


def _paths(workshop: Workshop) -> Iterator[str]:
    del workshop
    yield PATH


PRODUCT = Product("screen", "Bildschirmausgabe (PDF)", ("palette.yaml", "page", "drawings"), _jobs, _paths)
