"""office/ausdruck.pdf: all handouts for the office duplex printer; for paper only."""

from __future__ import annotations

from kursbuch_press.pages.handouts.printout import pages_of, printout
from kursbuch_press.press import wording
from kursbuch_press.press.composing import manuscript
from kursbuch_press.press.jobs import Made, Order
from kursbuch_press.press.progress import tell


def make(order: Order) -> Made:
    """Join the finished handouts."""
    tell(order.path, wording.WRITING)
    content = printout(order.finished, manuscript(order.project))
    tell(order.path, wording.DONE)
    return Made(content, pages_of(content))
