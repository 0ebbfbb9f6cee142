"""print/kursbuch-innenteil.pdf: the interior of the printed book."""

from __future__ import annotations

from collections.abc import Iterator

from kursbuch_press.press import wording
from kursbuch_press.press.jobs import Job, Made, Product
from kursbuch_press.press.preflight import Judged, judge, wish_of
from kursbuch_press.press.printing import finish_for, sending_path
from kursbuch_press.press.progress import Told
from kursbuch_press.press.workshop import Workshop

PATH = "print/kursbuch-innenteil.pdf"


def _jobs(workshop: Workshop) -> Iterator[Job]:
    book = workshop.set_book
    pages = workshop.printed_pages
    finish = finish_for(workshop, "innenteil")
    sent = sending_path(workshop, "innenteil", pages, finish.trim)

    def make(told: Told) -> Made:
        from kursbuch_press.pages.drawing import draw_print
        from kursbuch_press.pages.facts import facts_of
        from kursbuch_press.pages.prepress import finish_and_tell

        told(PATH, wording.DRAWING, 0, pages)
        raw = draw_print(book, pages)
        told(PATH, wording.FINISHING, 0, pages)
        finished = finish_and_tell(raw, finish)
        told(PATH, wording.JUDGING, 0, pages)
        wish, facts = wish_of(workshop.printer), facts_of(book, pages)
        made = judge(workshop, Judged(PATH, "print/preflight", sent, finished, pages, wish, facts))
        told(PATH, wording.DONE, pages, pages)
        return made

    yield Job(PATH, make)


def _paths(workshop: Workshop) -> Iterator[str]:
    del workshop
    yield PATH


PRODUCT = Product(
    "print",
    "Druckausgabe, Innenteil (PDF)",
    ("palette.yaml", "page", "drawings", "profiles", "printers"),
    _jobs,
    _paths,
)
