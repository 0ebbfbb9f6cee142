"""Every text of the sources by its address: where an edit in Word can go back to."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from kursbuch_press.book.addresses import address
from kursbuch_press.book.basic_blocks import Table
from kursbuch_press.book.book import Book
from kursbuch_press.book.record import Identified, Record
from kursbuch_press.book.texts import Text

_NAMES = frozenset({"id", "kind"})
_VALUES = frozenset({"responsible", "partners", "until", "priority", "status"})
"""What a measure says that is no text of its own: names, months and choices."""


def source_texts(book: Book) -> Mapping[str, str | None]:
    """Give each text as the sources say it, empty where there may be one, None where the sources have another kind of value."""
    found: dict[str, str | None] = {}
    for chapter in book.chapters:
        found.update(_of(chapter, chapter.id, ""))
    for term in book.glossary.entries:
        found[address("glossary", term.id, "term")], found[address("glossary", term.id, "text")] = term.term, term.text.source
    for short in book.glossary.abbreviations:
        at = "abbreviations", short.id
        found[address(*at, "term")], found[address(*at, "text")] = short.short, short.long
    return found


def _of(record: Record, chapter: str, of: str) -> Iterator[tuple[str, str | None]]:
    if isinstance(record, Table):
        yield from _cells(record, chapter)
    for name in type(record).model_fields:
        value = getattr(record, name)
        at = address(chapter, of, name)
        if name in _VALUES:
            yield at, None
        elif isinstance(value, Text):
            yield at, value.source
        elif isinstance(value, str) and name not in _NAMES:
            yield at, value
        elif value is None:
            yield at, ""
        elif isinstance(value, tuple):
            yield from _each(value, chapter)


def _each(values: tuple[object, ...], chapter: str) -> Iterator[tuple[str, str | None]]:
    for value in values:
        if isinstance(value, Identified):
            yield from _of(value, chapter, value.id)


def _cells(table: Table, chapter: str) -> Iterator[tuple[str, str | None]]:
    for column in table.columns:
        yield address(chapter, table.id, column.id), column.title.source
    for row in table.rows:
        for column, cell in zip(table.columns, row.cells, strict=True):
            yield address(chapter, row.id, column.id), cell.source if cell is not None else ""
