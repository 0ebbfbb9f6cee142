"""screen/kursbuch.pdf: the edition for the screen, tagged so that everybody can read it."""

from __future__ import annotations

from kursbuch_press.pages.cover import screen_cover
from kursbuch_press.pages.drawing import draw_screen
from kursbuch_press.press import wording
from kursbuch_press.press.composing import manuscript, placing
from kursbuch_press.press.designs import design
from kursbuch_press.press.jobs import Made, Order
from kursbuch_press.press.progress import tell
from kursbuch_press.press.project import Project
from kursbuch_press.press.setters import painted
from kursbuch_press.press.setting import misplaced, screen_pages, whole_book


def prepare(project: Project) -> None:
    """Lay out the book."""
    misplaced(project)


def make(order: Order) -> Made:
    """Draw the book between the front and the back of its cover."""
    project, pages = order.project, screen_pages(order.project)
    composed = manuscript(project)
    tell(order.path, wording.DRAWING, 0, pages)
    with placing(project):
        cover = screen_cover(composed, design(project, "layouts/cover"))
    content = draw_screen(whole_book(project), cover, composed, painted(project))
    tell(order.path, wording.DONE, pages, pages)
    return Made(content, pages, misplaced(project))
