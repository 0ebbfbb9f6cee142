"""What a build would find that shows only when pages are set: everything is laid out as a build does it.

Each product is tried for itself, so that what keeps one from being made does not hide what is wrong with another.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from kursbuch_press.checks.wording.titles import TITLES
from kursbuch_press.pages.cover import screen_cover, set_cover, sheet_for
from kursbuch_press.pages.handouts.folder import Offer, index_page
from kursbuch_press.pages.handouts.setting import set_handout
from kursbuch_press.pages.prepress.profiles import palette_warnings
from kursbuch_press.pages.prepress.sheets import binding_problems
from kursbuch_press.pages.set_faces import lacking
from kursbuch_press.press import wording
from kursbuch_press.press.composing import manuscript, paths_of, placed, placing
from kursbuch_press.press.contrasts import faint_on, faint_text
from kursbuch_press.press.designs import design
from kursbuch_press.press.graphics import faint_graphics
from kursbuch_press.press.making import Making, Wanted
from kursbuch_press.press.preflight import RULE as PREFLIGHT
from kursbuch_press.press.products import PRODUCTS
from kursbuch_press.press.project import Project
from kursbuch_press.press.readable import RULE as READABLE
from kursbuch_press.press.reading import palette, printer
from kursbuch_press.press.setting import misplaced, printed_pages, unfilled, weak_faces
from kursbuch_press.press.sheets import DESIGN, material, setter
from kursbuch_press.problems import BookError, PressError, Problem, Severity
from kursbuch_press.sources.reading import HARMLESS


def foreseen(project: Project) -> tuple[Problem, ...]:
    """Give what goes wrong with the pages of a book whose sources have no errors, in the order of places."""
    looks: tuple[Callable[[Project], Iterable[Problem]], ...] = (
        _interior,
        _products,
        _inks,
        _cover,
        _screen_cover,
        faint_text,
        faint_graphics,
        _handouts,
        _index,
    )
    found: set[Problem] = set()
    broken: list[PressError] = []
    for look in looks:
        try:
            with placing(project):
                found.update(look(project))
        except BookError as error:
            found.update(error.problems)
        except PressError as error:
            broken.append(error)
    # What is wrong with the book comes first: a broken tool would hide it.
    if broken and not any(each.severity is Severity.ERROR for each in found):
        raise broken[0]
    return tuple(sorted(found))


def _interior(project: Project) -> Iterable[Problem]:
    return (*misplaced(project), *unfilled(project), *weak_faces(project))


def _products(project: Project) -> Iterator[Problem]:
    """Make every file as a build does and judge it, without putting it anywhere; one that fails does not hide the next."""
    shop = Making(project, [Wanted(product) for product in PRODUCTS], trial=True)
    shop.make()
    yield from (_decisive(each) for each in shop.problems if not _is_known(each.rule, project))
    for broken in shop.broken.values():
        raise broken


def _is_known(rule: str, project: Project) -> bool:
    """Whether something is told otherwise: what is said of a file as a whole, and all that follows from mistakes of sources.

    Where sources have errors, these have been told with their place, and what is made holds stand-ins.
    """
    known = HARMLESS | TITLES.keys() if project.lenient else set[str]()
    return rule in {PREFLIGHT, READABLE} | known or (project.lenient and rule.startswith(READABLE))


def _decisive(problem: Problem) -> Problem:
    """Give what keeps a file from being printed as an error; a build makes the file, under another name."""
    return replace(problem, severity=Severity.ERROR) if problem.rule in TITLES else problem


def _cover(project: Project) -> Iterable[Problem]:
    sheet = sheet_for(printer(project), manuscript(project).edition.trim, printed_pages(project))
    set_cover(manuscript(project), sheet, design(project, "layouts/cover"))
    return placed(project, binding_problems(printed_pages(project), printer(project)))


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
