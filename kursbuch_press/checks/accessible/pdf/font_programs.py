"""Font programs: what the PDF says of a font is what the program inside it says (ISO 14289-1, 7.21.3 to 7.21.6)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from fontTools import agl
from pikepdf import Dictionary, Object, Stream

from kursbuch_press.checks.accessible.pdf_file import PdfFile
from kursbuch_press.checks.check import Check
from kursbuch_press.checks.findings import Clause, Result, Seen
from kursbuch_press.checks.german import count, shortened
from kursbuch_press.checks.wording import accessible_pdf as words
from kursbuch_press.limits import Budget
from kursbuch_press.marks import objects
from kursbuch_press.marks.glyphs import Glyphs, differences
from kursbuch_press.marks.marks import TextMark
from kursbuch_press.marks.programs import Compact, TrueType, Type1
from kursbuch_press.marks.streams import read_stream
from kursbuch_press.marks.typefaces import Face

REGISTRY, ORDERING, SUPPLEMENT = Clause("31-001", "1.3.1"), Clause("31-002", "1.3.1"), Clause("31-003", "1.3.1")
GLYPH_MAP, NO_GLYPH_MAP = Clause("31-004", "1.3.1"), Clause("31-005", "1.3.1")
CMAP, MODE, USES = Clause("31-006", "1.3.1"), Clause("31-007", "1.3.1"), Clause("31-008", "1.3.1")
MISSING, CHAR_SET, CID_SET = Clause("31-011", "1.3.1"), Clause("31-012", "1.3.1"), Clause("31-014", "1.3.1")
WIDTHS = Clause("31-016", "1.3.1")
NO_MAP, NO_GLYPH, NO_ENCODING = Clause("31-017", "1.3.1"), Clause("31-018", "1.3.1"), Clause("31-019", "1.3.1")
NO_BASE, OTHER_BASE, NAMES = Clause("31-020", "1.3.1"), Clause("31-021", "1.3.1"), Clause("31-022", "1.3.1")
NAMES_NEED_MAP, SYMBOLS = Clause("31-023", "1.3.1"), Clause("31-024", "1.3.1")
WITHOUT_MAP, SEVERAL_MAPS = Clause("31-025", "1.3.1"), Clause("31-026", "1.3.1")

_SYMBOLIC = 4
_PREDEFINED = re.compile(
    r"(GB-EUC|GBpc-EUC|GBK-EUC|GBKp-EUC|GBK2K|UniGB-UCS2|UniGB-UTF16|B5pc|HKscs-B5|ETen-B5|ETenms-B5|CNS-EUC|UniCNS-UCS2|"
    r"UniCNS-UTF16|83pv-RKSJ|90ms-RKSJ|90msp-RKSJ|90pv-RKSJ|Add-RKSJ|EUC|Ext-RKSJ|UniJIS-UCS2|UniJIS-UCS2-HW|UniJIS-UTF16|"
    r"KSC-EUC|KSCms-UHC|KSCms-UHC-HW|KSCpc-EUC|UniKS-UCS2|UniKS-UTF16|Identity)-[HV]|[HV]"
)
"""ISO 32000-1, table 118."""
_ORDERINGS = (
    ("GB1", re.compile(r"GB|UniGB")),
    ("CNS1", re.compile(r"B5pc|HKscs|ETen|CNS|UniCNS")),
    ("Korea1", re.compile(r"KSC|UniKS")),
    ("Japan1", re.compile(r"")),
)
_THOUSANDTH = 0.0011


@dataclass(frozen=True, slots=True)
class Used:
    """A font in use: its codes that are shown, each with a text where it is, and the page of the first."""

    face: Face
    page: int
    shown: dict[int, str]


def _judge(file: PdfFile) -> Result:
    used = _used(file)
    seen = [each for font in used for each in _faults(font, file.library.budget)]
    return Result(seen=tuple(seen), measured=count(len(used), "Schrift", "Schriften"), nothing=not used)


def _used(file: PdfFile) -> list[Used]:
    found: dict[int, Used] = {}
    for page in file.pages:
        for mark in page.shown:
            if isinstance(mark, TextMark) and mark.face.glyphs.written is not None:
                font = found.setdefault(id(mark.face), Used(mark.face, page.number, {}))
                for code in mark.face.codes(mark.shown):
                    font.shown.setdefault(code, mark.text)
    return list(found.values())


def _faults(font: Used, budget: Budget) -> Iterator[Seen]:
    written = font.face.glyphs.written
    assert written is not None, "only fonts that are written are used here"
    if font.face.kind == "Type0":
        yield from _composite(font, written, budget)
    elif font.face.kind == "TrueType" and font.face.embedded:
        yield from _true_type(font, written)
    yield from _glyphs(font)
    yield from _lists(font, budget)


def _say(message: str, font: Used, clause: Clause, **more: str) -> Seen:
    return Seen(message.format(name=font.face.name or words.NAMELESS, **more), font.page, clause=clause)


def _composite(font: Used, written: Object, budget: Budget) -> Iterator[Seen]:
    below, encoding = font.face.glyphs.descendant, written.get("/Encoding")
    system = _system(objects.entry(below, "/CIDSystemInfo"))
    name = objects.name(encoding)
    if isinstance(encoding, Stream):
        yield from _own_map(font, encoding, budget)
        other = _system(objects.entry(encoding, "/CIDSystemInfo"))
        if system[:2] != other[:2] or system[2] > other[2]:
            yield _say(words.CID_SYSTEM, font, _differs(system, other), own=_named(system), cmap=_named(other))
    elif not _PREDEFINED.fullmatch(name):
        yield _say(words.CMAP_NOT_EMBEDDED, font, CMAP, cmap=name or "–")
    elif not name.startswith("Identity"):
        ordering = next(each for each, pattern in _ORDERINGS if pattern.match(name))
        if system[:2] != ("Adobe", ordering):
            differs = _differs(system, ("Adobe", ordering, 0))
            yield _say(words.CID_SYSTEM, font, differs, own=_named(system), cmap=f"Adobe-{ordering}")
    if objects.name(objects.entry(below, "/Subtype")) == "CIDFontType2" and font.face.embedded:
        glyph_map = objects.entry(below, "/CIDToGIDMap")
        if not isinstance(glyph_map, Stream) and objects.name(glyph_map) != "Identity":
            yield _say(words.NO_GLYPH_MAP, font, NO_GLYPH_MAP if glyph_map is None else GLYPH_MAP)


def _differs(one: tuple[str, str, int], other: tuple[str, str, int]) -> Clause:
    """Give the condition that two character collections break first."""
    if one[0] != other[0]:
        return REGISTRY
    return ORDERING if one[1] != other[1] else SUPPLEMENT


def _system(written: object) -> tuple[str, str, int]:
    registry, ordering = (objects.text(objects.entry(written, key)) or "" for key in ("/Registry", "/Ordering"))
    return registry, ordering, objects.whole(objects.entry(written, "/Supplement")) or 0


def _named(system: tuple[str, str, int]) -> str:
    return f"{system[0]}-{system[1]}-{system[2]}"


def _own_map(font: Used, encoding: Object, budget: Budget) -> Iterator[Seen]:
    """Judge a character map inside the file (ISO 14289-1, 7.21.3.3)."""
    content = read_stream(encoding, budget)
    inside = re.search(rb"/WMode\s+(\d)\s+def", content)
    if int(inside[1] if inside else 0) != (objects.whole(encoding.get("/WMode")) or 0):
        yield _say(words.CMAP_MODE, font, MODE)
    uses = encoding.get("/UseCMap")
    named = objects.name(uses)
    inner = re.search(rb"/([^\s/<>()\[\]{}%]+)\s+usecmap", content)
    if not named and inner:
        named = inner[1].decode("latin-1")
    if isinstance(uses, Stream) or (named and not _PREDEFINED.fullmatch(named)):
        yield _say(words.CMAP_USES, font, USES, cmap=named or objects.name(objects.entry(uses, "/CMapName")))


def _true_type(font: Used, written: Object) -> Iterator[Seen]:
    """Judge the encoding of a TrueType font (ISO 14289-1, 7.21.6)."""
    program = font.face.glyphs.program
    encoding = written.get("/Encoding")
    symbolic = (objects.whole(objects.entry(written, "/FontDescriptor", "/Flags")) or 0) & _SYMBOLIC
    maps = program.maps if isinstance(program, TrueType) else {}
    if symbolic:
        if encoding is not None:
            yield _say(words.ENCODING_FORBIDDEN, font, SYMBOLS)
        if isinstance(program, TrueType) and len(maps) != 1 and (3, 0) not in maps:
            yield _say(words.ONE_CMAP, font, SEVERAL_MAPS if maps else WITHOUT_MAP)
        return
    base = objects.name(encoding) or objects.name(objects.entry(encoding, "/BaseEncoding"))
    if base not in {"MacRomanEncoding", "WinAnsiEncoding"}:
        missing = NO_ENCODING if encoding is None else OTHER_BASE if base else NO_BASE
        yield _say(words.ENCODING_NEEDED, font, missing)
    named = differences(encoding)
    if any(not agl.toUnicode(name) or name.startswith("g0") for name in named.values() if name != ".notdef"):
        yield _say(words.ENCODING_NAMES, font, NAMES)
    if isinstance(program, TrueType) and (not maps or (named and (3, 1) not in maps) or set(maps) == {(3, 0)}):
        yield _say(words.CMAP_NEEDED, font, NAMES_NEED_MAP if maps and set(maps) != {(3, 0)} else NO_MAP)


def _glyphs(font: Used) -> Iterator[Seen]:
    """See glyphs that the program does not have, and widths that it has otherwise."""
    glyphs = font.face.glyphs
    if glyphs.program is None:
        return
    missing = next((text for code, text in font.shown.items() if _is_missing(glyphs, code)), None)
    if missing is not None:
        letters = isinstance(glyphs.program, TrueType) and font.face.kind == "TrueType"
        yield _say(words.GLYPH_MISSING, font, NO_GLYPH if letters else MISSING, text=shortened(missing, 30))
    for code, text in font.shown.items():
        real = glyphs.advance(code)
        given = font.face.widths.get(code, font.face.usual_width)
        if real is not None and not _is_missing(glyphs, code) and abs(real - given) > _THOUSANDTH:
            yield _say(words.WIDTHS, font, WIDTHS, text=shortened(text, 30))
            return


def _is_missing(glyphs: Glyphs, code: int) -> bool:
    return glyphs.glyph(code) is None


def _lists(font: Used, budget: Budget) -> Iterator[Seen]:
    """See lists of glyphs that leave out some (ISO 14289-1, 7.21.4.2); both may be missing altogether."""
    glyphs = font.face.glyphs
    descriptor = objects.entry(glyphs.descendant, "/FontDescriptor")
    program = glyphs.program
    if program is None or not isinstance(descriptor, Dictionary) or not font.face.subset:
        return
    listed = objects.text(descriptor.get("/CharSet"))
    if listed is not None and isinstance(program, (Type1, Compact)) and font.face.kind in {"Type1", "MMType1"}:
        names = {name for name in re.split(r"[/\s]+", listed) if name}
        if program.names - {".notdef"} - names:
            yield _say(words.GLYPH_LIST, font, CHAR_SET, key="CharSet")
    listed_cids = descriptor.get("/CIDSet")
    if isinstance(listed_cids, Stream) and font.face.kind == "Type0":
        bits = read_stream(listed_cids, budget)
        present = program.cids if isinstance(program, Compact) and program.cids is not None else range(len(program.glyphs))
        if not all(cid // 8 < len(bits) and bits[cid // 8] & 0x80 >> cid % 8 for cid in present):
            yield _say(words.GLYPH_LIST, font, CID_SET, key="CIDSet")


CHECK = Check(
    "font-programs",
    _judge,
    (
        *(REGISTRY, ORDERING, SUPPLEMENT, GLYPH_MAP, NO_GLYPH_MAP, CMAP, MODE, USES, MISSING, CHAR_SET, CID_SET, WIDTHS),
        *(NO_MAP, NO_GLYPH, NO_ENCODING, NO_BASE, OTHER_BASE, NAMES, NAMES_NEED_MAP, SYMBOLS, WITHOUT_MAP, SEVERAL_MAPS),
    ),
)
