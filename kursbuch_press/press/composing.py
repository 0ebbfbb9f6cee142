"""The manuscript of a project, and what stands in it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

from kursbuch_press.book.handouts import HandoutTexts
from kursbuch_press.book.plain_language import PlainLanguage
from kursbuch_press.compose import compose
from kursbuch_press.compose.manuscript import HandoutKind, Manuscript
from kursbuch_press.compose.nodes import Figure
from kursbuch_press.pages.design import read_geometry
from kursbuch_press.pages.geometry import Geometry
from kursbuch_press.pages.handouts.names import all_names
from kursbuch_press.pages.handouts.wording import PLAIN_LANGUAGE
from kursbuch_press.press.designs import layout_problems, sign_of_layouts
from kursbuch_press.press.jobs import Product
from kursbuch_press.press.project import Project
from kursbuch_press.press.reading import has_errors, readings, source_problems, vocabulary
from kursbuch_press.press.stages import stage
from kursbuch_press.problems import BookError, Problem


@stage
def manuscript(project: Project) -> Manuscript:
    """Compose the book; raises BookError with every problem of sources and layouts while the sources have errors."""
    book = readings(project).book.book
    if book is None or (has_errors(source_problems(project)) and not project.lenient):
        raise BookError(tuple({*source_problems(project), *layout_problems(project)}))
    read = readings(project)
    sheets = {HandoutKind.OVERVIEW, HandoutKind.FIELD} if read.texts.content is not None else set()
    sheets |= {HandoutKind.PLAIN_LANGUAGE} if read.summary.content is not None else set()
    geometry = _geometry(project)
    lines, faces = geometry.area(book.edition.trim).lines, (geometry.faces.text, geometry.faces.display)
    return replace(compose(book, vocabulary(project), lines, faces), sheets=frozenset(sheets))


def _geometry(project: Project) -> Geometry:
    """Give the measures of a page; such as cannot be read are told with all else that is wrong."""
    try:
        return read_geometry(project.folder)
    except BookError as error:
        raise BookError(tuple({*source_problems(project), *layout_problems(project)})) from error


@stage
def handout_texts(project: Project) -> tuple[HandoutTexts | None, PlainLanguage | None]:
    """Give what only the handouts carry, each None in a project that does without; mistakes are raised as BookError."""
    read = readings(project)
    found = (*read.texts.problems, *read.summary.problems)
    if has_errors(found):
        raise BookError(found)
    return read.texts.content, read.summary.content


@contextmanager
def placing(project: Project) -> Iterator[None]:
    """Give mistakes that are known by their address alone their place in the sources, where the block raises them."""
    try:
        yield
    except BookError as error:
        raise BookError(placed(project, error.problems)) from error


def placed(project: Project, problems: tuple[Problem, ...]) -> tuple[Problem, ...]:
    """Give mistakes that are known by their address alone their place in the sources, and lost signs theirs in the layouts."""
    book = readings(project).book.book
    if book is None:
        return problems
    found = (replace(each, place=book.place(each.address)) if each.rule in _BY_ADDRESS else each for each in problems)
    return tuple(sign_of_layouts(project, each) for each in found)


_BY_ADDRESS = {"title-length", "binding"}


def figures(composed: Manuscript) -> Iterator[Figure]:
    """Give every figure of the book in its order."""
    for chapter in composed.chapters:
        for node in chapter.nodes:
            if isinstance(node, Figure):
                yield node


def numbered_fields(composed: Manuscript) -> Iterator[tuple[str, str]]:
    """Give "01-deutsch-fuer-alle" and the id of each field and the continuation, as files are named after them."""
    for number, chapter in enumerate(composed.fields, start=1):
        yield f"{number:02}-{chapter.id}", chapter.id


def paths_of(product: Product, composed: Manuscript) -> Iterator[str]:
    """Give the paths of all files of a product."""
    names = all_names(composed)
    named = {
        "{field}": [stem for stem, _ in numbered_fields(composed)],
        "{handout}": [name.path for name in names],
        "{sheet}": [name.path for name in names if name.id != PLAIN_LANGUAGE],
    }
    if product.needs == ("handouts",) and not named["{handout}"]:
        return  # made from handouts alone, and this book has none
    for path in product.paths:
        sign = next((sign for sign in named if sign in path), "")
        yield from (path.replace(sign, stem) for stem in named[sign]) if sign else (path,)
