"""What is wrong with layouts/: palette, printer profile, Word styles and all designs, in one go and before pages are set."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from kursbuch_press.problems import BookError, Problem
from kursbuch_press.sources import place_in_layout, read_layout

if TYPE_CHECKING:
    from kursbuch_press.press.workshop import Workshop

DESIGNS = ("layouts/page", "layouts/cover", "layouts/handout")


def layout_problems(workshop: Workshop) -> tuple[Problem, ...]:
    """Give every mistake of designers that shows without a page; colours are looked up only in a palette that is right."""
    found = {*_raised(lambda: workshop.palette), *_word_styles(workshop), *_geometry(workshop)}
    if workshop.reading.book is not None:
        found.update(_raised(lambda: workshop.printer))
    if not found & {*_raised(lambda: workshop.palette), *_geometry(workshop)}:
        found.update(_in_designs(workshop))
    return tuple(sorted(found))


def _geometry(workshop: Workshop) -> tuple[Problem, ...]:
    """Measures that cannot be read, or that do not come out even with the trim of the edition."""
    from kursbuch_press.pages.design import read_geometry
    from kursbuch_press.pages.geometry import FILE

    wrong = _raised(lambda: read_geometry(workshop.project))
    if wrong or workshop.reading.book is None:
        return wrong
    place = place_in_layout(workshop.project / FILE, "margins/bottom")
    return tuple(read_geometry(workshop.project).problems(workshop.reading.book.edition.trim, place))


def _in_designs(workshop: Workshop) -> Iterator[Problem]:
    from kursbuch_press.pages.design import Design, drawing_problems

    yield from drawing_problems(workshop.project, workshop.palette)
    for folder in DESIGNS:
        yield from Design.load(workshop.project, folder, workshop.palette).own_problems()


def _word_styles(workshop: Workshop) -> tuple[Problem, ...]:
    from kursbuch_press.word.looks import FILE, StyleSet

    return _raised(lambda: read_layout(workshop.project / FILE, StyleSet))


def _raised(read: Callable[[], object]) -> tuple[Problem, ...]:
    try:
        read()
    except BookError as error:
        return error.problems
    return ()
