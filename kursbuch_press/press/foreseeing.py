"""What a build would find that shows only when pages are set: everything is laid out as a build does it, and nothing is drawn.

Each product is tried for itself, so that what keeps one from being made does not hide what is wrong with another.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from kursbuch_press.pages.cover import screen_cover, set_cover, sheet_for
from kursbuch_press.pages.handouts.folder import Offer, index_page
from kursbuch_press.pages.handouts.setting import set_handout
from kursbuch_press.pages.prepress.profiles import palette_warnings
from kursbuch_press.pages.prepress.sheets import binding_problems
from kursbuch_press.pages.set_faces import lacking
from kursbuch_press.press import wording
from kursbuch_press.press.composing import manuscript, paths_of, placing
from kursbuch_press.press.contrasts import faint_on, faint_text
from kursbuch_press.press.designs import design
from kursbuch_press.press.graphics import faint_graphics
from kursbuch_press.press.printing import finish_for
from kursbuch_press.press.products import PRODUCTS
from kursbuch_press.press.project import Project
from kursbuch_press.press.reading import palette, printer
from kursbuch_press.press.setting import misplaced, printed_pages, unfilled, weak_faces
from kursbuch_press.press.sheets import DESIGN, material, setter
from kursbuch_press.problems import BookError, Problem


def foreseen(project: Project) -> tuple[Problem, ...]:
    """Give what goes wrong with the pages of a book whose sources have no errors, in the order of places."""
    looks: tuple[Callable[[Project], Iterable[Problem]], ...] = (
        _interior,
        _printing,
        _inks,
        _cover,
        _screen_cover,
        faint_text,
        faint_graphics,
        _handouts,
        _index,
    )
    found: set[Problem] = set()
    for look in looks:
        try:
            with placing(project):
                found.update(look(project))
        except BookError as error:
            found.update(error.problems)
    return tuple(sorted(found))


def _interior(project: Project) -> Iterable[Problem]:
    return (*misplaced(project), *unfilled(project), *weak_faces(project))


def _printing(project: Project) -> Iterable[Problem]:
    """Ask for all that the printer's file needs, such as the profile of its condition."""
    finish_for(project, "innenteil")
    return ()


def _cover(project: Project) -> Iterable[Problem]:
    sheet = sheet_for(printer(project), printed_pages(project))
    set_cover(manuscript(project), sheet, design(project, "layouts/cover"))
    return binding_problems(printed_pages(project), printer(project))


def _inks(project: Project) -> Iterable[Problem]:
    return palette_warnings(palette(project), printer(project).condition.identifier)


def _screen_cover(project: Project) -> Iterable[Problem]:
    screen_cover(manuscript(project), design(project, "layouts/cover"))
    return ()


def _handouts(project: Project) -> Iterator[Problem]:
    """Set every handout; one that does not come out does not hide the next."""
    product = next(each for each in PRODUCTS if each.name == "handouts")
    for path in paths_of(product, manuscript(project)):
        name = path.removeprefix("handouts/").removesuffix(".pdf")
        try:
            pages = set_handout(name, material(project), design(project, DESIGN), setter(project)).document.pages
            numbered = [(wording.OF_THE_SHEET.format(page=at, sheet=name), page) for at, page in enumerate(pages, 1)]
            yield from lacking(numbered, project.folder, DESIGN)
            yield from faint_on(project, numbered, DESIGN)
        except BookError as error:
            yield from error.problems


def _index(project: Project) -> Iterable[Problem]:
    """Write the page that names what is given out."""
    names = paths_of(next(each for each in PRODUCTS if each.name == "handouts"), manuscript(project))
    index_page(tuple(Offer(name, name, 1, 1) for name in names), manuscript(project), design(project, DESIGN))
    return ()
