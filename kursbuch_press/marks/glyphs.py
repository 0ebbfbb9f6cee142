"""Which glyph of its font program a code of a PDF font shows (ISO 32000-1, 9.6.6 and 9.7.4), and where it has ink."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from fontTools import agl
from fontTools.encodings.MacRoman import MacRoman
from fontTools.encodings.StandardEncoding import StandardEncoding
from pikepdf import Array, Dictionary, Name, Object, Stream

from kursbuch_press.limits import Budget
from kursbuch_press.marks import objects
from kursbuch_press.marks.geometry import Area
from kursbuch_press.marks.programs import FAULTS, Compact, Program, TrueType, Type1, embedded, read_program
from kursbuch_press.marks.streams import read_stream

_SYMBOLIC = 4
_SYMBOL_PAGES = (0xF000, 0xF100, 0xF200, 0)


@dataclass(slots=True)
class Glyphs:
    """The glyphs of one font: ``program`` is None where there is none, or none that can be read (``broken``)."""

    written: Object | None = field(default=None, repr=False)
    budget: Budget = field(default_factory=Budget, repr=False)
    _program: Program | None = field(default=None, repr=False)
    _opened: bool = False
    _names: dict[int, str | None] = field(default_factory=dict, repr=False)
    _map: Any = field(default=None, repr=False)
    _drawn: dict[int, tuple[Area | None, bool]] = field(default_factory=dict, repr=False)

    @property
    def descendant(self) -> Object | None:
        """The font that holds the program: of a composite font, its descendant."""
        if self.written is not None and objects.name(self.written.get("/Subtype")) == "Type0":
            below = objects.members(self.written.get("/DescendantFonts"))
            return below[0] if below and isinstance(below[0], Dictionary) else None
        return self.written

    @property
    def program(self) -> Program | None:
        """The font program, read once."""
        if not self._opened:
            self._opened = True
            stream = embedded(objects.entry(self.descendant, "/FontDescriptor"))
            self._program = read_program(stream, self.budget) if stream is not None else None
        return self._program

    @property
    def broken(self) -> bool:
        """Whether a program is there, but cannot be read."""
        return embedded(objects.entry(self.descendant, "/FontDescriptor")) is not None and self.program is None

    def glyph(self, code: int) -> str | None:
        """Give the name of the glyph that a code shows, None where the font has none for it."""
        if code not in self._names:
            self._names[code] = self._find(code)
        return self._names[code]

    def ink(self, code: int) -> Area | None:
        """Give where the glyph of a code has ink, None without ink or without knowledge."""
        return (self._drawn.get(code) or self._look_at(code))[0]

    def _look_at(self, code: int) -> tuple[Area | None, bool]:
        """Read the drawing of a glyph, once: where it has ink, and whether it can be drawn."""
        name = self.glyph(code)
        try:
            found = None if name is None or self.program is None else self.program.ink(name), True
        except FAULTS:
            found = None, False
        self._drawn[code] = found
        return found

    def advance(self, code: int) -> float | None:
        """Give how wide the program makes the glyph of a code, None without knowledge."""
        name = self.glyph(code)
        if name is None or self.program is None:
            return None
        try:
            return self.program.advance(name)
        except FAULTS:
            return None

    def is_whole(self, code: int) -> bool:
        """Whether the glyph of a code can be drawn."""
        return (self._drawn.get(code) or self._look_at(code))[1]

    def _find(self, code: int) -> str | None:
        program = self.program
        if program is None or self.written is None:
            return None
        if objects.name(self.written.get("/Subtype")) == "Type0":
            return self._of_cid(code, program)
        if isinstance(program, TrueType) and objects.name(self.written.get("/Subtype")) == "TrueType":
            return self._of_true_type(code, program)
        name = self.name(code)
        if isinstance(program, TrueType):  # OpenType with CFF, in a font of type 1
            return name if name in program.names else None
        if name is None and isinstance(program, (Compact, Type1)):
            name = program.encoding.get(code)
        return name if name in program.names else None

    def _of_cid(self, cid: int, program: Program) -> str | None:
        if isinstance(program, Compact):
            if program.cids is not None:
                return program.cids.get(cid)
            return program.glyphs[cid] if cid < len(program.glyphs) else None
        if isinstance(program, TrueType) and "CFF " in program.font:
            top = program.font["CFF "].cff[0]
            if hasattr(top, "ROS"):
                name = f"cid{cid:05d}"
                return name if name in program.names else program.glyphs[cid] if cid < len(program.glyphs) else None
        if self._map is None:
            written = objects.entry(self.descendant, "/CIDToGIDMap")
            self._map = read_stream(written, self.budget) if isinstance(written, Stream) else b""
        gid = int.from_bytes(self._map[2 * cid : 2 * cid + 2], "big") if self._map else cid
        return program.glyphs[gid] if gid < len(program.glyphs) else None

    def _of_true_type(self, code: int, program: TrueType) -> str | None:
        """Follow ISO 32000-1, 9.6.6.4: names through a Unicode or Mac map, codes through a map of symbols."""
        encoding = self.written.get("/Encoding") if self.written is not None else None
        flags = objects.whole(objects.entry(self.written, "/FontDescriptor", "/Flags")) or 0
        name = self.name(code) if encoding is not None else None
        if name is not None and not (flags & _SYMBOLIC and (3, 0) in program.maps):
            found = self._by_name(name, program)
            if found is not None:
                return found
        if (3, 0) in program.maps:
            symbols = program.maps[3, 0]
            return next((symbols[page + code] for page in _SYMBOL_PAGES if page + code in symbols), None)
        if (1, 0) in program.maps:
            return program.maps[1, 0].get(code)
        if encoding is None and (3, 1) in program.maps:
            return self._by_name(_standard().get(code, ""), program)
        return None

    def _by_name(self, name: str, program: TrueType) -> str | None:
        letters = agl.toUnicode(name)
        if len(letters) == 1:
            for place in ((3, 1), (0, 3), (0, 4), (3, 10)):
                found = program.maps.get(place, {}).get(ord(letters))
                if found is not None:
                    return found
        if (1, 0) in program.maps and name in _mac_codes():
            found = program.maps[1, 0].get(_mac_codes()[name])
            if found is not None:
                return found
        return name if name in program.names else None

    def name(self, code: int) -> str | None:
        """Give the name that the encoding of a simple font gives a code; None where only the program knows."""
        return self.encoding.get(code)

    @property
    def encoding(self) -> Mapping[int, str]:
        """The encoding of a simple font, without what only its program knows."""
        written = self.written.get("/Encoding") if self.written is not None else None
        base = objects.name(written) or objects.name(objects.entry(written, "/BaseEncoding"))
        names: dict[int, str] = dict(_named().get(base, {}))
        if not base:
            flags = objects.whole(objects.entry(self.written, "/FontDescriptor", "/Flags")) or 0
            kind = objects.name(objects.entry(self.written, "/Subtype"))
            if not flags & _SYMBOLIC and (
                kind == "TrueType" or embedded(objects.entry(self.written, "/FontDescriptor")) is None
            ):
                names = dict(_standard())
        names.update(differences(written))
        return names


def differences(encoding: object) -> dict[int, str]:
    """Read the differences of an encoding: a number, then the names from there on (ISO 32000-1, 9.6.6)."""
    names: dict[int, str] = {}
    code = 0
    written = objects.entry(encoding, "/Differences")
    for entry in written if isinstance(written, Array) else ():
        if isinstance(entry, Name):
            names[code] = objects.name(entry)
            code += 1
        else:
            code = objects.whole(entry) or 0
    return names


@cache
def _standard() -> dict[int, str]:
    return {code: name for code, name in enumerate(StandardEncoding) if name != ".notdef"}


@cache
def _named() -> dict[str, dict[int, str]]:
    windows = {code: _name_of(bytes([code]).decode("cp1252", "ignore")) for code in range(32, 256)}
    windows = {code: name or "bullet" for code, name in windows.items()}  # 9.6.6.2: unused codes above 40 show a bullet
    mac = {code: name for code, name in enumerate(MacRoman) if name != ".notdef"}
    return {"WinAnsiEncoding": windows, "MacRomanEncoding": mac, "StandardEncoding": _standard()}


def _name_of(letter: str) -> str:
    return str(agl.UV2AGL.get(ord(letter), "")) if letter else ""


@cache
def _mac_codes() -> dict[str, int]:
    return {name: code for code, name in enumerate(MacRoman)}
