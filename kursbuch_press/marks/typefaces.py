"""Fonts: whether they are embedded, how wide their signs are, which letters they mean (ISO 32000-1, 9)."""

from __future__ import annotations

import re
import struct
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Object, Stream

from kursbuch_press.limits import Budget
from kursbuch_press.marks.geometry import Area, Matrix
from kursbuch_press.marks.glyphs import Glyphs
from kursbuch_press.marks.programs import embedded
from kursbuch_press.marks.streams import read_stream

_SUBSET = re.compile(r"^[A-Z]{6}\+")
_THOUSANDTHS = Matrix(0.001, 0, 0, 0.001, 0, 0)
_USUAL_WIDTH = 0.55
"""An average sign in em, for fonts that are neither embedded nor measured."""


@dataclass(frozen=True, slots=True)
class Face:
    """A font as the pages use it. ``ascent`` and ``descent`` in em; ``widths`` in em by code."""

    name: str
    kind: str
    embedded: bool
    subset: bool = False
    two_bytes: bool = False
    identity: bool = False
    widths: Mapping[int, float] = field(default_factory=dict, repr=False)
    usual_width: float = _USUAL_WIDTH
    ascent: float = 0.75
    descent: float = -0.25
    matrix: Matrix = _THOUSANDTHS
    letters: Mapping[int, str] = field(default_factory=dict, repr=False)
    written: Any = field(default=None, repr=False, compare=False)
    glyphs: Glyphs = field(default_factory=Glyphs, repr=False, compare=False)

    def codes(self, shown: bytes) -> tuple[int, ...]:
        """Split a string into the codes of signs."""
        if not self.two_bytes:
            return tuple(shown)
        return struct.unpack(f">{len(shown) // 2}H", shown[: len(shown) // 2 * 2])

    def advance(self, shown: bytes) -> float:
        """Add up the widths of the signs of a string, in em."""
        widths, usual = self.widths, self.usual_width
        return sum([widths.get(code, usual) for code in self.codes(shown)])

    def ink(self, shown: bytes) -> Area | None:
        """Give where the glyphs of a string have ink, in em from its beginning; None where nobody knows."""
        if self.glyphs.program is None:
            return None
        found: list[tuple[float, float, float, float]] = []
        start = 0.0
        widths, usual, ink_of = self.widths, self.usual_width, self.glyphs.ink
        for code in self.codes(shown):
            ink = ink_of(code)
            if ink is not None:
                found.append((ink[0] + start, ink[1], ink[2] + start, ink[3]))
            start += widths.get(code, usual)
        if not found:
            return None
        left, bottom, right, top = zip(*found, strict=True)
        return Area(min(left), min(bottom), max(right), max(top))

    def text(self, shown: bytes) -> str:
        """Give the letters of a string, as far as the font says which they are."""
        if self.letters:
            letters = self.letters
            return "".join([letters.get(code, "\N{REPLACEMENT CHARACTER}") for code in self.codes(shown)])
        return "" if self.two_bytes else shown.decode("cp1252", "replace")


UNKNOWN_FACE = Face("", "", embedded=True)
"""Stands where a page names a font that it does not have."""


def read_face(written: Object, budget: Budget) -> Face:
    """Read a font; a broken one is given as far as it can be read."""
    try:
        return _read(written, budget)
    except (AttributeError, IndexError, KeyError, TypeError, ValueError, pikepdf.PdfError, struct.error):
        return UNKNOWN_FACE


def _read(written: Object, budget: Budget) -> Face:
    kind = str(written.get("/Subtype", "/")).removeprefix("/")
    if kind == "Type3":
        return _read_type3(written, budget)
    name = str(written.get("/BaseFont", "/")).removeprefix("/")
    of: Object = written.DescendantFonts[0] if kind == "Type0" else written
    descriptor = of.get("/FontDescriptor", Dictionary())
    ascent, descent = _heights(descriptor)
    return Face(
        name=_SUBSET.sub("", name),
        kind=kind,
        embedded=embedded(descriptor) is not None,
        subset=bool(_SUBSET.match(name)),
        two_bytes=kind == "Type0",
        identity=kind == "Type0" and str(written.get("/Encoding")) in {"/Identity-H", "/Identity-V"},
        widths=_cid_widths(of.get("/W"), budget) if kind == "Type0" else _simple_widths(written),
        usual_width=_usual_width(of, descriptor, name, composite=kind == "Type0"),
        ascent=ascent,
        descent=descent,
        letters=_letters(written.get("/ToUnicode"), budget),
        written=written,
        glyphs=Glyphs(written, budget),
    )


def _read_type3(written: Object, budget: Budget) -> Face:
    matrix = Matrix(*(float(value) for value in written.FontMatrix))
    box = [float(value) for value in written.get("/FontBBox", Array([0, 0, 0, 0]))]
    flat = box[1] == box[3]
    return Face(
        name=str(written.get("/Name", "Type 3")).removeprefix("/"),
        kind="Type3",
        embedded=True,
        widths={code: width * 1000 * matrix.a for code, width in _simple_widths(written).items()},
        usual_width=0.0,
        ascent=0.75 if flat else box[3] * matrix.d,
        descent=0.0 if flat else box[1] * matrix.d,
        matrix=matrix,
        letters=_letters(written.get("/ToUnicode"), budget),
        written=written,
    )


def _heights(descriptor: Object) -> tuple[float, float]:
    """Give how far signs reach above and below the baseline; what no letter of ours can have is cut off."""
    ascent = float(descriptor.get("/Ascent", 0)) / 1000
    descent = float(descriptor.get("/Descent", 0)) / 1000
    high = min(ascent, 0.95) if ascent > 0 else 0.75
    return high, -min(abs(descent), 0.3) if descent else -0.25


def _usual_width(of: Object, descriptor: Object, name: str, *, composite: bool) -> float:
    if composite:
        return float(of.get("/DW", 1000)) / 1000
    if "/Widths" in of:
        return float(descriptor.get("/MissingWidth", 0)) / 1000
    return 0.6 if "Courier" in name else _USUAL_WIDTH


def _simple_widths(written: Object) -> dict[int, float]:
    first = int(written.get("/FirstChar", 0))
    widths = written.get("/Widths", Array())
    return {code: float(width) / 1000 for code, width in enumerate(widths, first)}


def _cid_widths(written: Object | None, budget: Budget) -> dict[int, float]:
    """Read the two forms of /W: ``first [w w w]`` and ``first last w`` (ISO 32000-1, 9.7.4.3)."""
    widths: dict[int, float] = {}
    entries: list[Any] = list(written) if isinstance(written, Array) else []
    at = 0
    while at + 1 < len(entries):
        first = int(entries[at])
        if isinstance(entries[at + 1], Array):
            widths.update({first + n: float(width) / 1000 for n, width in enumerate(entries[at + 1])})
            at += 2
        elif at + 2 < len(entries):
            last = min(int(entries[at + 1]), first + 0xFFFF)
            budget.spend(max(last - first, 0) // 16)
            widths.update(dict.fromkeys(range(first, last + 1), float(entries[at + 2]) / 1000))
            at += 3
        else:
            break
    return widths


_TOKEN = re.compile(rb"<([0-9A-Fa-f\s]*+)>|(\[)|(\])|(begin|end)(bfchar|bfrange)\b")
_MOST_CODES = 0x10000


def _letters(written: object, budget: Budget) -> dict[int, str]:
    """Read a ToUnicode map in one pass (ISO 32000-1, 9.10.3)."""
    if not isinstance(written, Stream):
        return {}
    letters: dict[int, str] = {}
    section = b""
    row: list[bytes] = []
    listed: list[bytes] | None = None
    for found in _TOKEN.finditer(read_stream(written, budget)):
        budget.spend()
        if found[4] is not None:
            section, row, listed = found[5] if found[4] == b"begin" else b"", [], None
        elif found[2]:
            listed = []
        elif found[3]:
            if section == b"bfrange" and len(row) == _PAIR and listed is not None:
                _add_listed(letters, row, listed)
            row, listed = [], None
        elif listed is not None:
            listed.append(found[1])
        else:
            row.append(found[1])
            if section == b"bfchar" and len(row) == _PAIR:
                letters[_code(row[0])] = _utf16(row[1])
                row = []
            elif section == b"bfrange" and len(row) == _PAIR + 1:
                _add_range(letters, row, budget)
                row = []
    return letters


_PAIR = 2


def _code(digits: bytes) -> int:
    digits = re.sub(rb"\s", b"", digits)[:8]
    return int(digits, 16) if digits else 0


def _codes(first: bytes, last: bytes) -> range:
    start = _code(first)
    return range(start, min(_code(last), start + _MOST_CODES - 1) + 1)


def _add_listed(letters: dict[int, str], row: list[bytes], listed: list[bytes]) -> None:
    letters.update((code, _utf16(word)) for code, word in zip(_codes(row[0], row[1]), listed, strict=False))


def _add_range(letters: dict[int, str], row: list[bytes], budget: Budget) -> None:
    codes, start = _codes(row[0], row[1]), _utf16(row[2])
    budget.spend(len(codes) // 4)
    if start:
        head, last = start[:-1], ord(start[-1])
        letters.update((code, head + chr(min(last + code - codes.start, 0x10FFFF))) for code in codes)


def _utf16(digits: bytes) -> str:
    digits = re.sub(rb"\s", b"", digits)
    return bytes.fromhex((digits + b"0" * (len(digits) % 2)).decode()).decode("utf-16-be", "replace")
