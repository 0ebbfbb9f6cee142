"""Reading what a page paints: once for each page, for all checks together."""

from __future__ import annotations

from pikepdf import Object

from kursbuch_press.checks import reading_objects, reading_paths, reading_text
from kursbuch_press.checks.geometry import IDENTITY, Area
from kursbuch_press.checks.library import Library, Resources
from kursbuch_press.checks.marks import Painting
from kursbuch_press.checks.run import Run
from kursbuch_press.checks.state import State
from kursbuch_press.checks.streams import content_of
from kursbuch_press.checks.tokens import operations

OPERATORS = {**reading_paths.OPERATORS, **reading_text.OPERATORS, **reading_objects.OPERATORS}


def read_painting(page: Object, resources: Object | None, media: Area, library: Library) -> Painting:
    """Read the content of a page and of everything that it draws."""
    run = Run(library, OPERATORS, Resources(resources, library), State(clip=media), IDENTITY)
    run.execute(operations(content_of(page)))
    return Painting(tuple(run.marks), tuple(run.masks), frozenset(run.effects), tuple(dict.fromkeys(run.unread)))
