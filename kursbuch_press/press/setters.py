"""What type is set with: patterns, fonts, stylesheets, and the shelf of what is laid out already."""

from __future__ import annotations

from kursbuch_press.disk.cache import Cache
from kursbuch_press.pages.hyphenation import Hyphenation
from kursbuch_press.pages.layout import Typesetter
from kursbuch_press.press.composing import manuscript
from kursbuch_press.press.designs import design
from kursbuch_press.press.machine import press_digest
from kursbuch_press.press.pictures import pictures
from kursbuch_press.press.project import Project
from kursbuch_press.press.stages import stage

PAGE = "layouts/page"


def hyphenation(project: Project) -> Hyphenation:
    """Give the patterns and exceptions that all type of the edition is set with."""
    edition = manuscript(project).edition
    return Hyphenation(edition.language, tuple(edition.hyphenation))


def shelf(project: Project) -> Cache:
    """Say where laid-out pages are kept."""
    return Cache(project.cache / "pages", press_digest())


def painted(project: Project) -> Cache:
    """Say where painted pages are kept."""
    return Cache(project.cache / "painted", press_digest())


@stage
def page_setter(project: Project) -> Typesetter:
    """Load fonts and stylesheets of the book's pages, once for all chapters."""
    return Typesetter(design(project, PAGE), pictures(project, PAGE), shelf(project), hyphenation(project))
