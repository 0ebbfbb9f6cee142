"""Font programs inside a PDF, read by fontTools: their glyphs, how wide they are, where they have ink (ISO 32000-1, 9.9)."""

from __future__ import annotations

import io
import logging
import struct
from collections.abc import Mapping
from typing import Any

import pikepdf
from fontTools.cffLib import CFFFontSet
from fontTools.misc.psLib import PSError
from fontTools.pens.boundsPen import BoundsPen
from fontTools.t1Lib import T1Error, T1Font
from fontTools.ttLib import TTFont, TTLibError
from pikepdf import Dictionary, Object, Stream

from kursbuch_press.limits import Budget
from kursbuch_press.marks.geometry import Area
from kursbuch_press.marks.streams import unpack

logging.getLogger("fontTools").setLevel(logging.CRITICAL)  # a foreign font is told of in the report, not on the terminal

FAULTS = (
    ArithmeticError,
    AssertionError,
    AttributeError,
    LookupError,
    NotImplementedError,
    PSError,
    RecursionError,
    T1Error,
    TTLibError,
    TypeError,
    ValueError,
    struct.error,
    pikepdf.PdfError,
)
"""What fontTools raises for a font that is none, or is cut off."""


_TABLES = ("glyf", "loca", "head", "hhea", "hmtx", "maxp")
"""What each TrueType program has (ISO 32000-1, 9.9)."""
_CUT = "a table ends behind the end of the program"


class Program:
    """One font program. ``glyphs`` are the names of its glyphs by their number; lengths are in em."""

    def __init__(self, glyphs: tuple[str, ...], per_em: float) -> None:
        """Know the glyphs; their forms are read when they are asked for."""
        self.glyphs = glyphs
        self.names = frozenset(glyphs)
        self.per_em = per_em
        self._ink: dict[str, Area | None] = {}

    def ink(self, glyph: str) -> Area | None:
        """Give where a glyph has ink, None for one without; raises one of FAULTS for a broken one."""
        if glyph not in self._ink:
            box = self._bounds(glyph)
            self._ink[glyph] = Area(*(each / self.per_em for each in box)) if box else None
        return self._ink[glyph]

    def advance(self, glyph: str) -> float:
        """Give how wide a glyph is."""
        return self._width(glyph) / self.per_em

    def _bounds(self, glyph: str) -> tuple[float, float, float, float] | None:
        raise NotImplementedError

    def _width(self, glyph: str) -> float:
        raise NotImplementedError


class TrueType(Program):
    """A TrueType or OpenType font; ``maps`` are its character maps by platform and encoding."""

    def __init__(self, content: bytes) -> None:
        """Read the tables that every font in a PDF must have (ISO 32000-1, 9.9)."""
        self.font = TTFont(io.BytesIO(content), lazy=False, ignoreDecompileErrors=False, recalcBBoxes=False)
        per_em = float(self.font["head"].unitsPerEm)
        for table in ("CFF ",) if "CFF " in self.font else _TABLES:
            if table not in self.font:
                raise TTLibError(table)
        if any(each.offset + each.length > len(content) for each in self.font.reader.tables.values()):
            raise TTLibError(_CUT)
        if "CFF " not in self.font:
            self.font["glyf"].keys()
        super().__init__(tuple(self.font.getGlyphOrder()), per_em)
        self._set = self.font.getGlyphSet()
        self.maps: dict[tuple[int, int], Mapping[int, str]] = {}
        if "cmap" in self.font:
            self.maps = {(each.platformID, each.platEncID): each.cmap for each in self.font["cmap"].tables}

    def _bounds(self, glyph: str) -> tuple[float, float, float, float] | None:
        pen = BoundsPen(self._set)
        self._set[glyph].draw(pen)
        return pen.bounds  # type: ignore[no-any-return]  # fontTools has no types

    def _width(self, glyph: str) -> float:
        return float(self.font["hmtx"][glyph][0])


class Compact(Program):
    """A CFF font on its own; ``cids`` gives the glyph of each CID, None where glyphs have names."""

    def __init__(self, content: bytes) -> None:
        """Read the one font of the set."""
        fonts = CFFFontSet()
        fonts.decompile(io.BytesIO(content), None)
        self.top = fonts[0]
        self.strings = self.top.CharStrings
        matrix = getattr(self.top, "FontMatrix", [0.001])
        super().__init__(tuple(self.top.charset), 1 / (matrix[0] or 0.001))
        self.cids: Mapping[int, str] | None = None
        if hasattr(self.top, "ROS"):
            self.cids = {int(name[3:]): name for name in self.top.charset if name[3:].isdigit()} | {0: self.top.charset[0]}

    @property
    def encoding(self) -> Mapping[int, str]:
        """Give the encoding of its own."""
        written = getattr(self.top, "Encoding", None)
        return {code: name for code, name in enumerate(written) if name != ".notdef"} if isinstance(written, list) else {}

    def _bounds(self, glyph: str) -> tuple[float, float, float, float] | None:
        return self.strings[glyph].calcBounds(self.strings)  # type: ignore[no-any-return]  # fontTools has no types

    def _width(self, glyph: str) -> float:
        string = self.strings[glyph]
        string.calcBounds(self.strings)
        return float(string.width)


class Type1(Program):
    """A Type 1 font."""

    def __init__(self, content: bytes) -> None:
        """Let fontTools' small interpreter read it."""
        font: Any = T1Font.__new__(T1Font)
        font.data, font.encoding = content, "ascii"
        font.parse()
        self.strings = font["CharStrings"]
        matrix = font.font.get("FontMatrix", [0.001])
        super().__init__(tuple(self.strings), 1 / (float(matrix[0]) or 0.001))
        written = font.font.get("Encoding")
        named = enumerate(written) if isinstance(written, list) else ()
        self.encoding: Mapping[int, str] = {code: str(name) for code, name in named if str(name) != ".notdef"}

    def _bounds(self, glyph: str) -> tuple[float, float, float, float] | None:
        pen = BoundsPen(self.strings)
        self.strings[glyph].draw(pen)
        return pen.bounds  # type: ignore[no-any-return]  # fontTools has no types

    def _width(self, glyph: str) -> float:
        self._bounds(glyph)
        return float(self.strings[glyph].width)


def embedded(descriptor: object) -> Object | None:
    """Give the stream with the font program of a descriptor."""
    if isinstance(descriptor, Dictionary):
        for key in ("/FontFile", "/FontFile2", "/FontFile3"):
            found = descriptor.get(key)
            if isinstance(found, Stream):
                return found
    return None


def read_program(stream: Object, budget: Budget) -> Program | None:
    """Read a font program by what its first bytes say; None for one that is cut off, destroyed or empty."""
    found = unpack(stream, budget)
    content = found.content
    if found.fault is not None or not content:
        return None
    budget.spend(len(content) // 64)
    try:
        if content[:4] in {b"\0\1\0\0", b"true", b"OTTO", b"ttcf"}:
            return TrueType(content)
        if content[:2] == b"%!":
            return Type1(content)
        if content[:1] == b"\x80":
            return Type1(_without_segments(content))
        return Compact(content)
    except FAULTS:
        return None


def _without_segments(content: bytes) -> bytes:
    """Take a Type 1 font out of the segments of a PFB file."""
    pieces, at = [], 0
    while at + 6 <= len(content) and content[at] == 0x80 and content[at + 1] in {1, 2}:  # noqa: PLR2004 - marks of a segment
        size = int.from_bytes(content[at + 2 : at + 6], "little")
        pieces.append(content[at + 6 : at + 6 + size])
        at += 6 + size
    return b"".join(pieces)
