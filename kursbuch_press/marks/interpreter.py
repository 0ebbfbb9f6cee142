"""Reading what a page paints: once for each page, for all checks together."""

from __future__ import annotations

from pikepdf import Object

from kursbuch_press.marks.geometry import IDENTITY, Area
from kursbuch_press.marks.graphics import Graphics
from kursbuch_press.marks.library import Library, Resources
from kursbuch_press.marks.marks import Painting
from kursbuch_press.marks.operators import objects, paths, text
from kursbuch_press.marks.run import Run
from kursbuch_press.marks.streams import content_of
from kursbuch_press.marks.tokens import operations

OPERATORS = {**paths.OPERATORS, **text.OPERATORS, **objects.OPERATORS}


def read_painting(page: Object, resources: Object | None, media: Area, library: Library) -> Painting:
    """Read the content of a page and of everything that it draws."""
    run = Run(library, OPERATORS, Resources(resources, library), Graphics(clip=media), IDENTITY)
    run.execute(operations(content_of(page, library.budget)))
    return painting_of(run)


def painting_of(run: Run) -> Painting:
    """Give what a run has painted."""
    return Painting(
        tuple(run.marks),
        tuple(run.masks),
        frozenset(run.effects),
        tuple(dict.fromkeys(run.unread)),
        tuple(dict.fromkeys(run.missing)),
        tuple(dict.fromkeys(run.unknown)),
        run.cut_off,
        tuple(dict.fromkeys(run.lacking)),
        tuple(run.inline),
    )
