"""One file of the sources as data in which records are found by ids and texts by addresses, and both can be changed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel

from kursbuch_press.book.addresses import ID_PATTERN, spelled_out
from kursbuch_press.book.blocks import Column, Row, Table
from kursbuch_press.book.chapters import ActionField, Chapter
from kursbuch_press.sources.shapes import Choice, Many, One, Prose, Shape, Word, fields_of, is_required

Data = dict[str, Any]
BETWEEN = "; "
"""Stands between the names of a row when it is shown, and compared, as one line."""
_LEVELS = 3
"""So deep may a list be."""


@dataclass(frozen=True, slots=True)
class Slot:
    """A record in a list: ``items`` is the list itself, ``item`` what such a list takes, ``owner`` the record that holds it."""

    items: list[Any]
    at: int
    item: Shape
    model: type[object]
    owner: Slot | None
    key: str

    @property
    def record(self) -> Data:
        """The record."""
        found: Data = self.items[self.at]
        return found


class SourceData:
    """The data of one file; ``prefix`` begins its addresses. Changing it changes nothing but the data."""

    def __init__(self, prefix: str, data: Data, model: type[object]) -> None:
        self.prefix = prefix
        self.data = data
        self.model = model

    def slots(self) -> Iterator[Slot]:
        """Give every record that stands in a list, in the order of the file."""
        yield from _slots(self.data, self.model, None)

    def slot(self, name: str) -> Slot | None:
        """Find a record by its id; columns have theirs only within their table."""
        return next((each for each in self.slots() if each.model is not Column and each.record.get("id") == name), None)

    def record(self, name: str) -> Data | None:
        """Find a record, or the file itself, by id."""
        if name in {"", self.prefix}:
            return self.data
        found = self.slot(name)
        return found.record if found else None

    def ids(self) -> set[str]:
        """Give all ids that are taken."""
        return {str(each.record.get("id", "")) for each in self.slots()} | {self.prefix}

    def place(self, address: str) -> tuple[Any, str | int] | None:
        """Find where a text stands: what holds it, and its key there. The text itself need not be there yet."""
        part, _, rest = address.partition("/")
        name, _, field = rest.rpartition("/")
        if part == "abbreviations":
            return self._abbreviation(name, field)
        if not name:
            return (self.data, field) if field in fields_of(self.model) else None
        slot = self.slot(name)
        if slot is None:
            return None
        if slot.model is Row and isinstance(slot.record.get("cells"), list):
            return self._cell(slot, field)
        if slot.model is Table and field not in fields_of(Table):
            columns = slot.record.get("columns", [])
            return next(((each, "title") for each in columns if each.get("id") == field), None)
        return (slot.record, field) if field in fields_of(slot.model) else None

    def _abbreviation(self, name: str, field: str) -> tuple[Data, str] | None:
        """Find an abbreviation; it stands in the file of the glossary, and its fields have names of their own there."""
        key = {"term": "short", "text": "long"}.get(field, "")
        entries = self.data.get("abbreviations", [])
        return next(((entry, key) for entry in entries if key and entry.get("id") == name), None)

    def _cell(self, slot: Slot, column: str) -> tuple[Any, int] | None:
        assert slot.owner is not None
        names = [each.get("id") for each in slot.owner.record.get("columns", [])]
        cells = slot.record["cells"]
        return (cells, names.index(column)) if column in names and names.index(column) < len(cells) else None

    def text(self, address: str) -> str | None:
        """Give a text as it stands; empty where it may stand but does not, None where it has no place.

        A row of names is one line, and a choice that nobody made is the usual one.
        """
        found = self.place(address)
        if found is None:
            return None
        holder, key = found
        value = holder.get(key) if isinstance(holder, dict) else holder[int(key)]
        if value is None:
            return self._usual(holder, str(key)) if isinstance(holder, dict) else ""
        if isinstance(value, list) and all(isinstance(each, str) and BETWEEN.strip() not in each for each in value):
            return BETWEEN.join(value)
        return value if isinstance(value, str) else None

    def _usual(self, holder: Data, key: str) -> str:
        model = self._model_of(holder)
        usual = model.model_fields[key].default if model is not None and issubclass(model, BaseModel) else None
        return usual if isinstance(usual, str) else ""

    def write(self, address: str, text: str) -> bool:
        """Put a text in its place; an empty one takes an optional key away. False where that is not possible."""
        found = self.place(address)
        if found is None:
            return False
        holder, key = found
        if isinstance(holder, list):
            holder[int(key)] = text
            return True
        model = self._model_of(holder)
        if text:
            is_row = model is not None and fields_of(model).get(str(key)) == Many(Word())
            holder[key] = [name for each in text.split(BETWEEN.strip()) if (name := each.strip())] if is_row else text
            return True
        if model is not None and is_required(model, str(key)):
            return False
        holder.pop(key, None)
        return True

    def _model_of(self, record: Data) -> type[object] | None:
        if record is self.data:
            return self.model
        return next((each.model for each in self.slots() if each.record is record), None)

    def texts(self, name: str) -> dict[str, str]:
        """Give every value of a record and below it, by the way to it; to see whether anything in it changed."""
        record = self.record(name)
        return dict(_values(record, "")) if record is not None else {}


def _slots(record: Data, model: type[object], owner: Slot | None) -> Iterator[Slot]:
    for key, shape in fields_of(model).items():
        value = record.get(key)
        if not isinstance(shape, Many) or not isinstance(value, list):
            continue
        for at, each in enumerate(value):
            inner = record_model(shape.item, each)
            if inner is not None:
                slot = Slot(value, at, shape.item, inner, owner, key)
                yield slot
                yield from _slots(each, inner, slot)


def record_model(shape: Shape, record: object) -> type[object] | None:
    """Give the model of a record in a list."""
    if not isinstance(record, dict):
        return None
    if isinstance(shape, Choice):
        found = shape.of(str(record.get("kind", "")))
        return found.model if found else None
    return shape.model if isinstance(shape, One) else None


def _values(value: object, way: str) -> Iterator[tuple[str, str]]:
    match value:
        case dict():
            for key, each in value.items():
                yield from _values(each, f"{way}/{key}")
        case list():
            for at, each in enumerate(value):
                yield from _values(each, f"{way}/{each.get('id', at) if isinstance(each, dict) else at}")
        case _:
            yield way, str(value)


def sheet_of(address: str) -> str:
    """Give the name of the sheet that holds an address."""
    part = address.partition("/")[0]
    return "glossary" if part == "abbreviations" else part


def takes_paragraph(shape: Shape) -> str:
    """Tell how a list takes a text: as a "block" of kind paragraph, as a "record" of id and text, or not at all."""
    if isinstance(shape, Choice):
        return "block" if shape.of("paragraph") else ""
    if not isinstance(shape, One) or not isinstance(fields_of(shape.model).get("text"), Prose):
        return ""
    needed = {key for key in fields_of(shape.model) if is_required(shape.model, key)}
    return "record" if needed <= {"id", "text"} else ""


def new_id(words: str, taken: set[str]) -> str:
    """Make an id from the first words of a text; it is added to those that are taken."""
    parts = re.findall(r"[a-z0-9]+", spelled_out(words).lower())[:4] or ["neu"]
    stem = "-".join(parts)[:48].strip("-")
    name, count = stem, 1
    while name in taken or not ID_PATTERN.fullmatch(name) or name in _RESERVED:
        count += 1
        name = f"{stem}-{count}"
    taken.add(name)
    return name


_RESERVED = frozenset({*fields_of(ActionField), *fields_of(Chapter)})
"""A record with such an id would have the address of a field of its chapter."""
