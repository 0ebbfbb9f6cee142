"""office/kursbuch-broschuere.pdf: the pages two-up, for an office printer; for paper only."""

from __future__ import annotations

from kursbuch_press.pages.booklet import A4, impose, in_cover
from kursbuch_press.pages.booklet import order as in_order
from kursbuch_press.pages.handouts.printout import pages_of
from kursbuch_press.press import wording
from kursbuch_press.press.composing import manuscript
from kursbuch_press.press.jobs import Made, Order
from kursbuch_press.press.progress import tell


def make(order: Order) -> Made:
    """Impose the screen edition: it has the same drawn pages, in the colours that an office printer expects."""
    tell(order.path, wording.FINISHING)
    signature = manuscript(order.project).edition.booklet_signature
    (drawn,) = order.finished.values()
    content = impose(drawn, A4, signature, covered=True)
    tell(order.path, wording.DONE)
    return Made(content, len(in_order(len(in_cover(pages_of(drawn))), signature)))
