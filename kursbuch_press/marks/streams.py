"""Unpacking streams of any file: in pieces and never beyond the budget, with a word on what was wrong (ISO 32000-1, 7.4)."""

from __future__ import annotations

import base64
import binascii
import re
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, Stream

from kursbuch_press.limits import Budget

_PIECE = 1 << 14
_GROWTH = 1 << 20
_LZW_CLEAR, _LZW_END = 256, 257
_RUN_END = 128
_ROWS = {"/Predictor": 1, "/Colors": 1, "/BitsPerComponent": 8, "/Columns": 1}
_PNG = 10  # predictors from here on are those of PNG (ISO 32000-1, table 10)
_LAST_PNG_FILTER = 4


class Fault(StrEnum):
    """Why a stream cannot be unpacked to its end."""

    FILTER = "filter"
    CUT = "cut"
    BROKEN = "broken"


@dataclass(frozen=True, slots=True)
class Unpacked:
    """What is in a stream as far as it goes; ``coding`` is the form of a picture that is left packed, such as a JPEG."""

    content: bytes
    fault: Fault | None = None
    coding: str = ""


_SHORT = {
    "/Fl": "/FlateDecode",
    "/LZW": "/LZWDecode",
    "/A85": "/ASCII85Decode",
    "/AHx": "/ASCIIHexDecode",
    "/RL": "/RunLengthDecode",
    "/CCF": "/CCITTFaxDecode",
    "/DCT": "/DCTDecode",
}
PICTURE_CODINGS = frozenset({"/DCTDecode", "/JPXDecode", "/CCITTFaxDecode", "/JBIG2Decode"})
_TAKEN_BACK_BY_VIEWERS = frozenset({"/Crypt"})


def read_stream(stream: Object, budget: Budget) -> bytes:
    """Unpack a stream; what cannot be unpacked is given as far as it goes, as viewers do."""
    return unpack(stream, budget).content


def unpack(stream: Object, budget: Budget) -> Unpacked:
    """Undo the filters of a stream one after the other, up to one that codes a picture."""
    try:
        content = stream.read_raw_bytes()
    except (pikepdf.PdfError, RuntimeError):
        return Unpacked(b"", Fault.BROKEN)
    budget.unpack(len(content))
    names = filters_of(stream)
    settings = _settings(stream, len(names))
    fault: Fault | None = None
    for at, name in enumerate(names):
        if name in _TAKEN_BACK_BY_VIEWERS:
            continue
        if name in PICTURE_CODINGS:
            return Unpacked(content, fault, name)
        undo = _UNDO.get(name)
        if undo is None:
            return Unpacked(b"", Fault.FILTER)
        content, wrong = undo(content, settings[at], budget)
        fault = fault or wrong
        if _has_predictor(settings[at]):
            if at + 1 < len(names):  # a predictor before another filter: no program writes it
                return Unpacked(b"", Fault.FILTER)
            content, fault = _predicted(stream, content, settings[at], fault)
    return Unpacked(content, fault)


def filters_of(stream: Object) -> list[str]:
    """Give the full names of the filters of a stream, the outermost first."""
    written = stream.get("/Filter")
    if written is None:
        return []
    names = [_name(each) for each in written] if isinstance(written, Array) else [_name(written)]
    return [_SHORT.get(name, name) for name in names]


def _name(written: object) -> str:
    if not isinstance(written, Name):
        return "?"
    try:
        return str(written)
    except UnicodeDecodeError:
        return "?"


def _settings(stream: Object, count: int) -> list[Object | None]:
    written = stream.get("/DecodeParms", stream.get("/DP"))
    found = list(written) if isinstance(written, Array) else [written]
    settings: list[Object | None] = [each if isinstance(each, Dictionary) else None for each in found]
    return [*settings, *([None] * count)][: max(count, 1)]


def _has_predictor(settings: Object | None) -> bool:
    found = settings.get("/Predictor", 1) if settings is not None else 1
    return isinstance(found, int) and found > 1


def _predicted(stream: Object, content: bytes, settings: Object | None, fault: Fault | None) -> Undone:
    """Let qpdf undo a predictor, now that it is known how large the content is."""
    if fault is not None:
        return content, fault
    if not _rows_are_whole(content, settings):
        return content, Fault.BROKEN
    try:
        return stream.read_bytes(), None
    except (pikepdf.PdfError, RuntimeError):
        return content, Fault.BROKEN


def _rows_are_whole(content: bytes, settings: Object | None) -> bool:
    """Whether each row begins with a filter that PNG has (ISO/IEC 15948, 9.2), where the predictor is one of PNG."""
    entries = {key: settings.get(key, usual) if settings is not None else usual for key, usual in _ROWS.items()}
    predictor, colours, bits, columns = (each if isinstance(each, int) else 0 for each in entries.values())
    row = (colours * bits * columns + 7) // 8 + 1
    return predictor < _PNG or row <= 1 or all(kind <= _LAST_PNG_FILTER for kind in content[::row])


Undone = tuple[bytes, Fault | None]


def _inflate(raw: bytes, settings: Object | None, budget: Budget) -> Undone:
    """Unpack Flate piece by piece; a missing checksum alone is no fault, viewers never look at it."""
    del settings
    inflater = zlib.decompressobj()
    content = bytearray()
    for start in range(0, len(raw), _PIECE):
        piece = raw[start : start + _PIECE]
        before, size = inflater.copy(), len(content)
        try:
            _feed(inflater, piece, content, budget)
        except zlib.error:
            del content[size:]
            _feed_slowly(before, piece, content, budget)
            return bytes(content), Fault.BROKEN
        if inflater.eof:
            return bytes(content), None
    return bytes(content), None if not raw or _ends(raw) else Fault.CUT


def _feed(inflater: zlib._Decompress, piece: bytes, content: bytearray, budget: Budget) -> None:
    while piece and not inflater.eof:
        grown = inflater.decompress(piece, _GROWTH)
        budget.unpack(len(grown))
        content += grown
        budget.hold(len(content))
        piece = inflater.unconsumed_tail


def _feed_slowly(inflater: zlib._Decompress, piece: bytes, content: bytearray, budget: Budget) -> None:
    for sign in piece:
        try:
            _feed(inflater, bytes([sign]), content, budget)
        except zlib.error:
            return


def _ends(raw: bytes) -> bool:
    """Whether the packed data ends as it should, apart from the four bytes of its checksum."""
    inflater = zlib.decompressobj(-zlib.MAX_WBITS)
    try:
        rest = raw[2:]
        while rest and not inflater.eof:
            inflater.decompress(rest, _GROWTH)
            rest = inflater.unconsumed_tail
    except zlib.error:
        return False
    return inflater.eof


def _unhex(raw: bytes, settings: Object | None, budget: Budget) -> Undone:
    del settings
    budget.unpack(len(raw) // 2)
    digits = re.sub(rb"[\0\t\n\f\r ]", b"", raw.split(b">")[0])
    try:
        return binascii.unhexlify(digits + b"0" * (len(digits) % 2)), None
    except binascii.Error:
        return b"", Fault.BROKEN


def _unascii85(raw: bytes, settings: Object | None, budget: Budget) -> Undone:
    del settings
    budget.unpack(len(raw) * 4)
    digits = re.sub(rb"[\0\s]|^<~", b"", raw).split(b"~")[0]
    try:
        return base64.a85decode(digits), None
    except ValueError:
        return b"", Fault.BROKEN


def _unrun(raw: bytes, settings: Object | None, budget: Budget) -> Undone:
    """Undo run lengths (ISO 32000-1, 7.4.5)."""
    del settings
    content, at = bytearray(), 0
    while at < len(raw):
        length = raw[at]
        if length == _RUN_END:
            return bytes(content), None
        piece = raw[at + 1 : at + 2 + length] if length < _RUN_END else raw[at + 1 : at + 2] * (257 - length)
        budget.unpack(len(piece))
        budget.spend()
        content += piece
        budget.hold(len(content))
        at += 2 + length if length < _RUN_END else 2
    return bytes(content), Fault.CUT if at > len(raw) else None


def _unlzw(raw: bytes, settings: Object | None, budget: Budget) -> Undone:
    """Undo LZW (ISO 32000-1, 7.4.4.2)."""
    early = 1
    if settings is not None and isinstance(written := settings.get("/EarlyChange", 1), int):
        early = written
    known = [bytes([n]) for n in range(256)] + [b"", b""]
    content, before = bytearray(), b""
    bits = held = at = 0
    width = 9
    while at < len(raw) or held >= width:
        while held < width and at < len(raw):
            bits, held, at = (bits << 8 | raw[at]) & 0xFFFFFFFF, held + 8, at + 1
        if held < width:
            break
        held -= width
        code = bits >> held & (1 << width) - 1
        budget.spend()
        if code == _LZW_END:
            return bytes(content), None
        if code == _LZW_CLEAR:
            del known[258:]
            before, width = b"", 9
            continue
        if code > len(known) or (code == len(known) and not before):
            return bytes(content), Fault.BROKEN
        piece = known[code] if code < len(known) else before + before[:1]
        budget.unpack(len(piece))
        content += piece
        budget.hold(len(content))
        if before and len(known) < 4096:  # noqa: PLR2004 - codes have at most 12 bits
            known.append(before + piece[:1])
        before = piece
        width = min(max(len(known) + early, 256).bit_length(), 12) if len(known) + early > 511 else 9  # noqa: PLR2004 - codes of LZW have 9 bits up to 511
    return bytes(content), Fault.CUT


_UNDO: dict[str, Callable[[bytes, Object | None, Budget], Undone]] = {
    "/FlateDecode": _inflate,
    "/LZWDecode": _unlzw,
    "/ASCII85Decode": _unascii85,
    "/ASCIIHexDecode": _unhex,
    "/RunLengthDecode": _unrun,
}


def content_of(page: Object, budget: Budget) -> bytes:
    """Give the content of a page; several streams are read as one (ISO 32000-1, 7.8.2)."""
    return b"\n".join(read_stream(each, budget) for each in contents_of(page))


def contents_of(page: Object) -> list[Object]:
    """Give the streams of the content of a page."""
    contents = page.get("/Contents")
    if isinstance(contents, Stream):
        return [contents]
    return [each for each in contents if isinstance(each, Stream)] if isinstance(contents, Array) else []
