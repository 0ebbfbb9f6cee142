"""The list of a series: a CSV file with one row for each organisation that gets a sheet of its own.

Tables are written by office programs in two ways: with commas in UTF-8, or, by a German Excel, with semicolons in Windows-1252.
Both are read. Each mistake is a Problem with the line on which its row begins.
"""

from __future__ import annotations

import csv
import io
import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from kursbuch_press.book.addresses import slug
from kursbuch_press.problems import Place, PressError, Problem
from kursbuch_press.sources.signs import Sign
from kursbuch_press.sources.wording import addressees as wording

MAX_BYTES = 1_000_000
MAX_ROWS = 5_000

COLUMNS = {
    "organisation": ("organisation", "einrichtung", "name"),
    "greeting": ("anrede", "greeting"),
    "address": ("anschrift", "adresse", "address"),
    "contact": ("kontakt", "contact"),
    "language": ("sprache", "language"),
    "handout": ("blatt", "handout"),
}
"""The fields of a row, and how their columns may be called; the first name is the one that messages say."""

_NEEDED = ("organisation", "greeting", "address")
_PHONE = re.compile(r"\+[0-9 ()/.-]{4,}")
_BLANKS = re.compile("[ \u00a0\u202f]+")
_FORMULA = "=+-@\t\r"
_BROKEN = {"unexpected end": wording.NOT_CLOSED, "field limit": wording.ENDLESS_CELL, "": wording.BEHIND_QUOTES}
"""What the standard library says of a broken row, by a part of it, in German."""


@dataclass(frozen=True, slots=True)
class Addressee:
    """A row: whom a sheet is for; ``handout`` and ``language`` are empty where the row leaves them open.

    ``key`` is the organisation as part of a file name and of a web address, and no two rows share one.
    """

    key: str
    organisation: str
    greeting: str
    address: str
    contact: str
    language: str
    handout: str
    place: Place

    @property
    def signs(self) -> Iterator[Sign]:
        """Every sign that is printed, with the place of the row."""
        for sign in dict.fromkeys(f"{self.organisation}{self.greeting}{self.address}{self.contact}"):
            if not sign.isspace():
                yield Sign(sign, self.place, "")


@dataclass(frozen=True, slots=True)
class Addressees:
    """What a list says, as far as it can be read, and what is wrong with it."""

    rows: tuple[Addressee, ...]
    problems: tuple[Problem, ...] = ()


def read_addressees(path: Path) -> Addressees:
    """Read a list; raises PressError only if there is no such file."""
    try:
        with path.open("rb") as file:
            content = file.read(MAX_BYTES + 1)
    except FileNotFoundError:
        raise PressError(wording.no_file(str(path)), exit_code=2) from None
    except OSError as error:
        raise PressError(wording.unreadable(str(path), error.strerror or ""), exit_code=2) from error
    start = Place(path.name, 1, 1)
    if len(content) > MAX_BYTES:
        return Addressees((), (Problem(start, *wording.too_large(MAX_BYTES), rule="series"),))
    text = _decoded(content)
    if "\0" in text:
        return Addressees((), (Problem(start, *wording.no_text(), rule="series"),))
    return _List(path.name).read(text)


def _decoded(content: bytes) -> str:
    """Decode UTF-8, or what German office programs write instead; neither fails on any byte."""
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252", "replace")


@dataclass(frozen=True, slots=True)
class _Row:
    line: int
    cells: tuple[str, ...]


class _List:
    """Reads one list and gathers what is wrong with it."""

    def __init__(self, file: str) -> None:
        self._file = file
        self._problems: list[Problem] = []

    def read(self, text: str) -> Addressees:
        rows = list(self._rows(text))
        head = rows[0] if rows else _Row(1, ())
        fields = self._fields(head)
        body = [row for row in rows[1:] if any(row.cells)]
        if not self._problems and not body:
            self._say(head.line, wording.no_rows())
        if len(body) > MAX_ROWS:
            self._say(body[MAX_ROWS].line, wording.too_many(len(body), MAX_ROWS))
        if self._problems and not fields:
            return Addressees((), tuple(self._problems))
        found = [each for row in body[:MAX_ROWS] if (each := self._addressee(row, fields)) is not None]
        return Addressees(tuple(self._with_keys(found)), tuple(self._problems))

    def _say(self, line: int, words: tuple[str, str]) -> None:
        self._problems.append(Problem(Place(self._file, line, 1), *words, rule="series"))

    def _rows(self, text: str) -> Iterator[_Row]:
        """Give the rows with the lines on which they begin; a row that is broken ends the list."""
        first = text.split("\n", 1)[0]
        delimiter = max(";\t,", key=first.count)
        reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
        line = 1
        try:
            for cells in reader:
                yield _Row(line, tuple(_clean(cell) for cell in cells))
                line = reader.line_num + 1
        except csv.Error as error:
            self._say(line, wording.broken_row(next(why for said, why in _BROKEN.items() if said in str(error))))

    def _fields(self, head: _Row) -> tuple[str, ...]:
        """Give the field of each column; nothing where a column is wrong, as no row can be trusted then."""
        names = {name: field for field, others in COLUMNS.items() for name in others}
        known = [others[0] for others in COLUMNS.values()]
        fields = []
        for cell in head.cells:
            field = names.get(cell.casefold(), "")
            if not field:
                self._say(head.line, wording.unknown_column(cell, known))
            elif field in fields:
                self._say(head.line, wording.twice(cell))
            fields.append(field)
        for field in _NEEDED if head.cells else _NEEDED[:1]:
            if field not in fields:
                self._say(head.line, wording.no_column(COLUMNS[field][0], head.cells))
        return () if self._problems else tuple(fields)

    def _addressee(self, row: _Row, fields: tuple[str, ...]) -> Addressee | None:
        if len(row.cells) != len(fields):
            self._say(row.line, wording.cells(len(row.cells), len(fields)))
            return None
        values = {**dict.fromkeys(COLUMNS, ""), **dict(zip(fields, row.cells, strict=True))}
        wrong = [words for field, cell in values.items() for words in _wrong(field, cell)]
        for words in wrong:
            self._say(row.line, words)
        values = {field: cell if field == "address" else " ".join(cell.split("\n")) for field, cell in values.items()}
        values["language"] = values["language"].casefold()
        return None if wrong else Addressee(key="", place=Place(self._file, row.line, 1), **values)

    def _with_keys(self, rows: Sequence[Addressee]) -> Iterator[Addressee]:
        """Give each row its key; two organisations of one name are told apart by a number, one row twice is a mistake."""
        seen: dict[tuple[str, ...], int] = {}
        taken: set[str] = set()
        for row in rows:
            same = (row.organisation.casefold(), row.address.casefold(), row.handout, row.language)
            if same in seen:
                self._say(row.place.line, wording.same(row.organisation, seen[same]))
                continue
            seen[same] = row.place.line
            stem = slug(row.organisation) or "blatt"
            key, number = stem, 1
            while key in taken:
                number += 1
                key = f"{stem}-{number}"
            taken.add(key)
            yield Addressee(key, row.organisation, row.greeting, row.address, row.contact, row.language, row.handout, row.place)


def _clean(cell: str) -> str:
    """Give a cell without blanks at its ends; lines inside it stay."""
    lines = (_BLANKS.sub(" ", line).strip() for line in re.split(r"\r\n?|\n", unicodedata.normalize("NFC", cell)))
    return "\n".join(line for line in lines if line)


def _wrong(field: str, cell: str) -> Iterator[tuple[str, str]]:
    name = COLUMNS[field][0]
    if not cell:
        if field in _NEEDED:
            yield wording.empty(name)
        return
    if cell[0] in _FORMULA and not (cell[0] == "+" and _PHONE.fullmatch(cell)):
        yield wording.formula(name, cell[0])
    for sign in cell:
        if sign != "\n" and unicodedata.category(sign) in {"Cc", "Cf", "Co", "Zl", "Zp"} and sign != "\u00ad":
            yield wording.control_sign(name, f"U+{ord(sign):04X}")
            return
