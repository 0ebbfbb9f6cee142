"""Advice that ``check`` alone gives: what an editor may look at, and what keeps nothing from being made."""

from __future__ import annotations

from collections.abc import Iterator

from kursbuch_press.book.addresses import address
from kursbuch_press.book.book import Book
from kursbuch_press.book.record import Record
from kursbuch_press.book.texts import Text
from kursbuch_press.disk import recording
from kursbuch_press.pages.design import read_geometry
from kursbuch_press.press import wording
from kursbuch_press.press.composing import figures, manuscript
from kursbuch_press.press.project import Project
from kursbuch_press.press.reading import readings
from kursbuch_press.press.setting import whole_book
from kursbuch_press.problems import Place, Problem, Severity, listed
from kursbuch_press.sources.files import as_spelled
from kursbuch_press.sources.pictures import FOLDER, FORMATS
from kursbuch_press.sources.wording.words import number

RULES = frozenset(
    {"page-foot", "characters", "pages", "picture-credit", "unused-picture", "font-weight", "font-sign", "contrast", "colophon"}
)
"""The rules of all advice: a build says nothing of them."""

_UNSAID = frozenset({"id", "kind", "alt"})


def advice(project: Project) -> Iterator[Problem]:
    """Give what is worth a look in a book whose sources have no errors."""
    book = readings(project).book.book
    assert book is not None, "a book without errors was read"
    yield from _long_chapters(book)
    yield from _many_pages(book, project)
    yield from _uncredited(project, book)
    yield from _unused(project)
    yield from _other_faces(project, book)


def _long_chapters(book: Book) -> Iterator[Problem]:
    for chapter in book.chapters:
        if chapter.characters is not None and (count := sum(map(len, words_of(chapter)))) > chapter.characters:
            at = address(chapter.id, "characters")
            message = wording.MANY_CHARACTERS.format(count=number(count), wanted=number(chapter.characters))
            hint = wording.SHORTEN_CHARACTERS.format(over=number(count - chapter.characters))
            yield Problem(book.place(at), message, hint, at, Severity.NOTE, "characters")


def words_of(record: Record) -> Iterator[str]:
    """Give the texts of a chapter as they are printed; titles and cells count, ids and what a picture shows do not."""
    for name in type(record).model_fields:
        if name not in _UNSAID:
            yield from _words(getattr(record, name))


def _words(value: object) -> Iterator[str]:
    if isinstance(value, Text):
        yield value.plain
    elif isinstance(value, Record):
        yield from words_of(value)
    elif isinstance(value, tuple):
        for each in value:
            yield from _words(each)


def _many_pages(book: Book, project: Project) -> Iterator[Problem]:
    counts = {chapter.id: len(chapter.document.pages) for chapter in whole_book(project).chapters}
    for chapter in book.chapters:
        if chapter.pages is not None and (count := counts.get(chapter.id, 0)) > chapter.pages:
            at = address(chapter.id, "pages")
            message = wording.MANY_PAGES.format(count=count, wanted=chapter.pages)
            yield Problem(book.place(at), message, wording.SHORTEN_PAGES, at, Severity.NOTE, "pages")


def _other_faces(project: Project, book: Book) -> Iterator[Problem]:
    """A colophon in words of its own that does not name what the book is set in."""
    text, faces = book.imprint.typography, read_geometry(project.folder).faces
    missing = [] if text is None else [each for each in (faces.text, faces.display) if each not in text.plain]
    if missing:
        at = address("imprint", "typography")
        message = wording.OTHER_FACES.format(names=listed(f"„{each}“" for each in missing))
        yield Problem(book.place(at), message, wording.OTHER_FACES_HINT, at, Severity.NOTE, "colophon")


def _uncredited(project: Project, book: Book) -> Iterator[Problem]:
    for figure in figures(manuscript(project)):
        if figure.picture and not figure.credit and not figure.decorative:
            at = address(figure.address, "picture")
            message = wording.NO_CREDIT.format(name=figure.picture)
            yield Problem(book.place(at), message, wording.NO_CREDIT_HINT, at, Severity.NOTE, "picture-credit")


def _unused(project: Project) -> Iterator[Problem]:
    folder = project.folder / FOLDER
    there = {path.name for path in recording.files_below(folder, *FORMATS)}
    shown = {as_spelled(figure.picture, there) for figure in figures(manuscript(project)) if figure.picture}
    unused = sorted(there - {each for each in shown if each})
    if unused:
        message = wording.UNUSED_PICTURES[len(unused) > 1].format(names=listed(unused))
        yield Problem(Place(FOLDER), message, wording.UNUSED_PICTURES_HINT, severity=Severity.NOTE, rule="unused-picture")
