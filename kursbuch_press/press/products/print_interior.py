"""print/kursbuch-innenteil.pdf: the interior of the printed book."""

from __future__ import annotations

from kursbuch_press.pages.drawing import draw_print
from kursbuch_press.pages.facts import facts_of
from kursbuch_press.pages.prepress import finish_and_tell
from kursbuch_press.press import wording
from kursbuch_press.press.blanks import blank_pages
from kursbuch_press.press.jobs import Made, Order
from kursbuch_press.press.ordered import wish_for_interior
from kursbuch_press.press.preflight import Judged, judge
from kursbuch_press.press.printing import finish_for, sending_path
from kursbuch_press.press.progress import tell
from kursbuch_press.press.project import Project
from kursbuch_press.press.reading import printer
from kursbuch_press.press.setters import painted
from kursbuch_press.press.setting import misplaced, printed_pages, whole_book


def prepare(project: Project) -> None:
    """See first whether the printer can print this book, then lay it out."""
    finish_for(project, "innenteil")
    whole_book(project)


def make(order: Order) -> Made:
    """Draw, finish and judge the interior."""
    project, path = order.project, order.path
    finish = finish_for(project, "innenteil")
    book, pages = whole_book(project), printed_pages(project)
    tell(path, wording.DRAWING, 0, pages)
    raw = draw_print(book, pages, painted(project))
    tell(path, wording.FINISHING, 0, pages)
    finished = finish_and_tell(raw, finish)
    tell(path, wording.JUDGING, 0, pages)
    sent = sending_path(project, "innenteil", pages, finish.trim)
    wish, facts = wish_for_interior(project, printer(project)), facts_of(book, pages)
    blank = blank_pages(project, len(book.pages))
    judged = Judged(path, "print/preflight", sent, finished, pages, wish, facts, problems=misplaced(project), blank=blank)
    made = judge(project, judged)
    tell(path, wording.DONE, pages, pages)
    return made
