"""A new book in a folder of its own: a few small files that build at once and teach by their comments."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from math import ceil
from pathlib import Path
from typing import TypeVar
from unicodedata import category

from kursbuch_press.book.addresses import spelled_out
from kursbuch_press.disk.changing import change_files
from kursbuch_press.pages.geometry import Geometry
from kursbuch_press.pages.prepress.printers import Printer
from kursbuch_press.press import wording
from kursbuch_press.problems import PressError
from kursbuch_press.sources import read_layout, write_schema
from kursbuch_press.sources.writing.scalars import Setting, written

T = TypeVar("T")

TEMPLATES = Path(__file__).parent / "new_book"
ACCENTS = ("elbe", "weinberg", "sandstein", "porphyr", "amethyst", "petrol")
_LONGEST_ID, _LONGEST_SHORT_TITLE, _MOST_FIELDS = 40, 30, 99
_SMALLEST, _LARGEST = (90, 120), (300, 420)
_DRAWN_FOR, _SMALLEST_DRAWN = 106.0, 7.0
"""The width in mm for which the drawings of the press are made, and their smallest letters there in pt."""
_LEAST_SIDES = (12.0, 15.0)
"""The least margins in mm: at the binding for a hand to open it, outside for the thumb index and its number."""
_WRONG_USAGE = 2
_MARKS = re.compile(r"[\\*_\[\]`<>&!#~^|]")
_LIST_SIGN = re.compile(r"^(\d*)([-+]|(?<=\d)[.)])(?=\s|$)")
"""What would make a list of a title that begins with it: „- offen“, „1. Anfang“."""
_NUMBERS_AND_DAYS = {"date", "width", "height", "number", "start", "until"}
_VALUE = re.compile(r"^(?P<indent> *)(?P<key>[a-z_]+): @(?P<name>[a-z_]+)$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class NewBook:
    """What somebody says of a new book; ``trim`` in mm, ``day`` is the date of the edition."""

    title: str
    issuer: str
    fields: tuple[str, ...]
    trim: tuple[float, float]
    printer: str
    day: date


def begin(press: Path, folder: Path, book: NewBook) -> None:
    """Write a new book and the layouts of the press into a folder that is empty or not there; raises PressError."""
    refuse_taken(folder)
    sources = dict(sources_of(_cleaned_book(book)))
    refuse_narrow(press, book.trim, book.printer)
    change_files(folder, {**dict(_layouts(press, book)), **sources})
    write_schema(folder / "sources" / "schema")


def refuse_taken(folder: Path) -> None:
    """Raise PressError where something is already: nothing of it is touched."""
    if folder.is_symlink() or (folder.exists() and not folder.is_dir()):
        raise PressError(wording.NEW_NO_FOLDER.format(path=folder), exit_code=_WRONG_USAGE)
    if folder.is_dir() and any(folder.iterdir()):
        raise PressError(wording.NEW_TAKEN.format(path=folder), exit_code=_WRONG_USAGE)


def read_trim(typed: str) -> tuple[float, float]:
    """Read ``148 x 210`` as width and height in mm; raises PressError."""
    match = re.fullmatch(
        r"\s*(\d{2,3}(?:[.,]\d+)?)\s*(?:mm)?\s*[x×*]\s*(\d{2,3}(?:[.,]\d+)?)\s*(?:mm)?\s*", typed, re.IGNORECASE
    )
    trim = tuple(float(side.replace(",", ".")) for side in match.groups()) if match else ()
    if not trim or any(not low <= side <= high for low, side, high in zip(_SMALLEST, trim, _LARGEST, strict=True)):
        raise PressError(wording.NEW_NO_TRIM.format(typed=typed[:20]), exit_code=_WRONG_USAGE)
    return trim[0], trim[1]


def refuse_narrow(press: Path, trim: tuple[float, float], printer: str) -> tuple[float, float]:
    """Give the trim; raises PressError where drawings, which shrink with the page, had letters smaller than a printer takes."""
    smallest = read_layout(press / f"layouts/printers/{printer}.yaml", Printer).text_size
    least = ceil(sum(_LEAST_SIDES) + _DRAWN_FOR * smallest / _SMALLEST_DRAWN)
    if trim[0] < least:
        message = wording.NEW_NARROW.format(width=f"{trim[0]:g}".replace(".", ","), smallest=f"{smallest:g}", least=least)
        raise PressError(message, exit_code=_WRONG_USAGE)
    return trim


def _cleaned_book(book: NewBook) -> NewBook:
    fields = read_fields(book.fields)
    return NewBook(read_title(book.title), read_issuer(book.issuer), fields, book.trim, book.printer, book.day)


def read_title(typed: str) -> str:
    """Read a title; raises PressError where nothing is left of it."""
    return _not_empty(cleaned(typed), wording.NEW_TITLE)


def read_issuer(typed: str) -> str:
    """Read who issues the book; raises PressError where nothing is left of it."""
    return _not_empty(cleaned(typed), wording.NEW_ISSUER)


def read_fields(typed: Iterable[str]) -> tuple[str, ...]:
    """Read the titles of the action fields; raises PressError for none, and for more than a book can have."""
    fields = _not_empty(tuple(filter(None, map(cleaned, typed))), wording.NEW_FIELDS)
    if len(fields) > _MOST_FIELDS:
        raise PressError(wording.NEW_MANY_FIELDS.format(most=_MOST_FIELDS, count=len(fields)), exit_code=_WRONG_USAGE)
    return fields


def _not_empty(value: T, what: str) -> T:
    if not value:
        raise PressError(wording.NEW_EMPTY.format(what=what), exit_code=_WRONG_USAGE)
    return value


def cleaned(typed: str) -> str:
    """Give what was typed as one line, without signs that nobody sees."""
    return " ".join("".join(" " if category(sign) in {"Cc", "Zl", "Zp"} else sign for sign in typed if _seen(sign)).split())


def _seen(sign: str) -> bool:
    return category(sign) not in {"Cf", "Cs", "Co", "Cn"}


def sources_of(book: NewBook) -> Iterator[tuple[str, bytes]]:
    """Give the files of the book by their paths."""
    ids = field_ids(book.fields, {path.stem for path in (TEMPLATES / "chapters").glob("*.yaml")})
    of_book = {
        "title": book.title,
        "short_title": _short(book.title),
        "issuer": book.issuer,
        "date": f"{book.day:%Y-%m-%d}",
        "width": f"{book.trim[0]:g}",
        "height": f"{book.trim[1]:g}",
        "printer": book.printer,
    }
    for path in sorted(TEMPLATES.rglob("*.yaml")):
        name = path.relative_to(TEMPLATES).as_posix()
        text = path.read_text("utf-8").replace("@fields", "\n".join(f"  - {each}" for each in ids))
        if name != "chapters/field.yaml":
            yield f"sources/{name}", filled(text, of_book)
            continue
        for number, (chapter, title) in enumerate(zip(ids, book.fields, strict=True), 1):
            yield f"sources/chapters/{chapter}.yaml", filled(text, _of_field(book, number, chapter, title))
    yield "sources/words.txt", (TEMPLATES / "words.txt").read_bytes()
    yield "sources/pictures/.gitkeep", b""
    yield ".gitignore", b"dist/\n.press/\n"


def _of_field(book: NewBook, number: int, chapter: str, title: str) -> Mapping[str, str]:
    year = book.day.year
    return {
        "id": chapter,
        "number": str(number),
        "title": _LIST_SIGN.sub(r"\1\\\2", _MARKS.sub(r"\\\g<0>", title)),
        "swatch": ACCENTS[(number - 1) % len(ACCENTS)],
        "start": f"{year + 1}-{1 + (number - 1) % 6:02}",
        "until": f"{year + 2}-{7 + (number - 1) % 6:02}",
    }


def filled(text: str, values: Mapping[str, str]) -> bytes:
    """Put values behind their keys, each written so that it is read as what it is."""

    def line(match: re.Match[str]) -> str:
        start = f"{match['indent']}{match['key']}: "
        value = values[match["name"]]
        plain = match["name"] in _NUMBERS_AND_DAYS
        return start + (value if plain else written(value, Setting(len(match["indent"]), column=len(start))))

    return _VALUE.sub(line, text).encode()


def field_ids(titles: Iterable[str], taken: Iterable[str]) -> tuple[str, ...]:
    """Give an id for each title, of its own words where they have letters that an id may have; no two are alike."""
    known, ids = {*taken, "edition", "imprint", "glossary", "literature", "handouts", "leichte-sprache"}, []
    for number, title in enumerate(titles, 1):
        words = re.findall(r"[a-z0-9]+", spelled_out(title).lower())
        base = _within("-".join(words), "-", _LONGEST_ID) if any(map(str.isalpha, "".join(words))) else f"feld-{number}"
        ids.append(next(each for each in _numbered(base) if each not in known))
        known.add(ids[-1])
    return tuple(ids)


def _numbered(base: str) -> Iterator[str]:
    yield base
    yield from (f"{base}-{count}" for count in range(2, 1000))


def _short(title: str) -> str:
    """Give the title up to its first colon or dash, and of that as many words as a running head holds."""
    first = re.split(r"\s*[:;.?!]\s|\s+[–—-]\s+", title)[0]
    return _within(first or title, " ", _LONGEST_SHORT_TITLE)


def _within(text: str, gap: str, most: int) -> str:
    """Give the whole words that fit, or the beginning of the first."""
    if len(text) <= most:
        return text
    return text[: most + 1].rpartition(gap)[0].rstrip(",;:–-") or text[:most]


def _layouts(press: Path, book: NewBook) -> Iterator[tuple[str, bytes]]:
    """Give the design of the press for this book, with a foot of the page that fits the trim."""
    folder = press / "layouts"
    for path in sorted(folder.rglob("*")):
        if not path.is_file() or path.name.startswith("."):
            continue
        name, content = path.relative_to(press).as_posix(), path.read_bytes()
        if name == "layouts/geometry.yaml":
            content = _with_line(content, r"^  bottom:.*$", f"  bottom: {_foot(press, book.trim[1]):g}")
            inner, outer = _sides(press, book)
            content = _with_line(content, r"^  inner:.*$", f"  inner: {inner:g}")
            content = _with_line(content, r"^  outer:.*$", f"  outer: {outer:g}")
        yield name, content


def _sides(press: Path, book: NewBook) -> tuple[float, float]:
    """Give inner and outer margin in mm: those of the design, or in a pocket book what drawings leave free, in its ratio."""
    margins = read_layout(press / "layouts/geometry.yaml", Geometry).margins
    smallest = read_layout(press / f"layouts/printers/{book.printer}.yaml", Printer).text_size
    free = book.trim[0] - _DRAWN_FOR * smallest / _SMALLEST_DRAWN
    if free >= margins.inner + margins.outer:
        return margins.inner, margins.outer
    spare, of_all = free - sum(_LEAST_SIDES), margins.inner + margins.outer - sum(_LEAST_SIDES)
    inner = round(_LEAST_SIDES[0] + spare * (margins.inner - _LEAST_SIDES[0]) / of_all, 1)
    return inner, round(int((free - inner) * 10) / 10, 1)


def _foot(press: Path, height: float) -> float:
    """Give the foot of the page in mm that leaves a whole number of lines above it, no less than the design has."""
    geometry = read_layout(press / "layouts/geometry.yaml", Geometry)
    line, top, bottom = geometry.line * 25.4 / 72, geometry.margins.top, geometry.margins.bottom
    lines = int((height - top - bottom) / line + 0.05)
    return round(height - top - lines * line, 1)


def _with_line(content: bytes, pattern: str, line: str) -> bytes:
    return re.sub(pattern, line, content.decode(), count=1, flags=re.MULTILINE).encode()
