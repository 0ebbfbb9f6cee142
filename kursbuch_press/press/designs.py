"""The designs in layouts/, and what is wrong with palette, printer profile, Word styles and all designs, in one go."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial

from kursbuch_press.pages.design import Design, drawing_problems, read_geometry
from kursbuch_press.pages.design_faults import unknown_face
from kursbuch_press.pages.fonts import families
from kursbuch_press.pages.geometry import FILE as GEOMETRY
from kursbuch_press.pages.handouts.words import words_in
from kursbuch_press.pages.house_art import HouseArt
from kursbuch_press.pages.house_faces import house_problems
from kursbuch_press.pages.style_places import place_of
from kursbuch_press.press.engine import load
from kursbuch_press.press.project import Project
from kursbuch_press.press.reading import has_errors, palette, printer, readings, vocabulary
from kursbuch_press.press.stages import stage
from kursbuch_press.problems import BookError, Problem
from kursbuch_press.sources import place_in_layout, read_layout
from kursbuch_press.word.looks import FILE as WORD_STYLES
from kursbuch_press.word.looks import Looks, StyleSet, make_looks

DESIGNS = ("layouts/html", "layouts/page", "layouts/cover", "layouts/handout")
_SAY_WORDS = (*DESIGNS, "layouts/drawings")


@stage
def design(project: Project, folder: str) -> Design:
    """Give the design in a folder of layouts/; raises BookError with its mistakes and those of all others."""
    found = Design.load(project.folder, folder, palette(project))
    if has_errors((*found.problems(), *_geometry(project), *house_problems(project.folder))):
        raise BookError((*layout_problems(project), *style_faults(project)))
    return found


def style_faults(project: Project) -> tuple[Problem, ...]:
    """Give what the engine says of stylesheets, where other mistakes keep it from reading them."""
    if not any(each.place.file.endswith(".css") for each in layout_problems(project)):
        return ()
    return tuple(load(project, "kursbuch_press.press.styling").style_faults(project))


@stage
def layout_problems(project: Project) -> tuple[Problem, ...]:
    """Give every mistake of designers that shows without a page; colours are looked up only in a palette that is right."""
    colours = _raised(lambda: palette(project))
    basic = {*colours, *_geometry(project)}
    found = {
        *basic,
        *house_problems(project.folder),
        *_raised(lambda: vocabulary(project)),
        *_raised(lambda: read_layout(project.folder / WORD_STYLES, StyleSet)),
    }
    if readings(project).book.book is not None:
        found.update(_raised(lambda: printer(project)))
    if not colours:
        found.update(_raised(lambda: word_looks(project)))
    if not basic:
        found.update(_in_designs(project))
    return tuple(sorted(found))


def sheet_faults(project: Project) -> Iterator[Problem]:
    """Give the mistakes of files that sheets read when they are set, where nothing is set since something else is wrong."""
    yield from _raised(lambda: HouseArt(project.folder, palette(project)).pictograms)
    read = readings(project)
    book = read.book.sketch
    if book is not None and read.texts.content is not None:
        for language in (book.edition.language, *(each.language for each in book.edition.translations)):
            yield from _raised(partial(words_in, language, project.folder))


@stage
def word_looks(project: Project) -> Looks:
    """Give how Word files look; colours and fonts that there are not are raised as BookError."""
    path = project.folder / WORD_STYLES
    colours = palette(project)
    swatches = {name: swatch.srgb for name, swatch in colours.swatches.items()}
    return make_looks(read_layout(path, StyleSet), swatches, colours.boxes, partial(place_in_layout, path))


def sign_of_layouts(project: Project, problem: Problem) -> Problem:
    """Give a sign that no typeface has its line in the layouts that put it on a page: those of sources are told before."""
    if problem.rule != "sign" or problem.place.line:
        return problem
    texts = (each for folder in _SAY_WORDS for each in Design.load(project.folder, folder, palette(project)).texts_with_words())
    return replace(problem, place=place_of(problem.message, texts) or problem.place)


def _geometry(project: Project) -> tuple[Problem, ...]:
    """Measures that cannot be read, or that do not come out even with the trim of the edition."""
    wrong = _raised(lambda: read_geometry(project.folder))
    book = readings(project).book.book
    if wrong or book is None:
        return wrong
    path, geometry = project.folder / GEOMETRY, read_geometry(project.folder)
    uneven = geometry.problems(book.edition.trim, place_in_layout(path, "margins/bottom"))
    known = families(project.folder)
    faces = {at: name for at, name in geometry.faces.model_dump().items() if name not in known}
    unknown = (unknown_face(name, known, place_in_layout(path, f"faces/{at}")) for at, name in faces.items())
    return (*uneven, *unknown)


def _in_designs(project: Project) -> Iterator[Problem]:
    swatches = palette(project)
    yield from drawing_problems(project.folder, swatches)
    for folder in DESIGNS:
        yield from Design.load(project.folder, folder, swatches).own_problems()


def _raised(read: Callable[[], object]) -> tuple[Problem, ...]:
    try:
        read()
    except BookError as error:
        return error.problems
    return ()
