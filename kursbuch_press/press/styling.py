"""What the engine says of stylesheets, also where something else in the layouts keeps them from being used."""

from __future__ import annotations

from collections.abc import Iterator

from kursbuch_press.pages.design import Design
from kursbuch_press.pages.layout import Typesetter
from kursbuch_press.press.project import Project
from kursbuch_press.press.reading import palette
from kursbuch_press.problems import BookError, Problem

_FOLDERS = ("layouts/page", "layouts/cover", "layouts/handout")


def style_faults(project: Project) -> Iterator[Problem]:
    """Read all stylesheets as they are read before pages are set, and name what is wrong in them."""
    for folder in _FOLDERS:
        try:
            Typesetter(Design.load(project.folder, folder, palette(project)), {})
        except BookError as error:
            # Addresses are told of by those who look at the files as they are written.
            yield from (each for each in error.problems if each.rule != "address")
