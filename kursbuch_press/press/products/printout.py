"""office/ausdruck.pdf: all handouts for the office duplex printer; for paper only."""

from __future__ import annotations

from kursbuch_press.book.languages import is_right_to_left
from kursbuch_press.pages.handouts.names import all_names, folded
from kursbuch_press.pages.handouts.printout import Printed, pages_of, printout
from kursbuch_press.press import wording
from kursbuch_press.press.composing import manuscript
from kursbuch_press.press.jobs import Made, Order
from kursbuch_press.press.progress import tell


def make(order: Order) -> Made:
    """Join the finished handouts; those that are folded are imposed."""
    tell(order.path, wording.WRITING)
    composed = manuscript(order.project)
    files = {
        path: Printed(order.finished[path], folded(name), is_right_to_left(name.language))
        for name in all_names(composed)
        if (path := f"handouts/{name.path}.pdf") in order.finished
    }
    content = printout(files, composed)
    tell(order.path, wording.DONE)
    return Made(content, pages_of(content))
