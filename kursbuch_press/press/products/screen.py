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
        from kursbuch_press.pages.cover import screen_cover
        from kursbuch_press.pages.drawing import draw_screen

        pages = len(book.pages) + 2
        told(PATH, wording.DRAWING, 0, pages)
        cover = screen_cover(workshop.manuscript, workshop.design("layouts/cover"))
        content = draw_screen(book, cover, workshop.manuscript.edition)
        told(PATH, wording.DONE, pages, pages)
        return Made(content, pages)

    yield Job(PATH, make)


def _paths(workshop: Workshop) -> Iterator[str]:
    del workshop
    yield PATH


PRODUCT = Product("screen", "Bildschirmausgabe (PDF)", ("palette.yaml", "page", "cover", "drawings"), _jobs, _paths)
