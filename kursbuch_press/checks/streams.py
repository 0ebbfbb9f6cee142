"""Reading streams of any file: what would fill the memory is refused, what is broken is read in part."""

from __future__ import annotations

import base64
import binascii
import re
import zlib

import pikepdf
from pikepdf import Array, Object, Stream

from kursbuch_press.checks import wording
from kursbuch_press.problems import PressError

LARGEST = 192 * 1024 * 1024
"""Bytes that one stream may have when it is unpacked; A4 in CMYK at 500 dpi has 97 million."""


def read_stream(stream: Object) -> bytes:
    """Unpack a stream; what cannot be unpacked is given as far as it goes, as viewers do."""
    filters = filters_of(stream)
    if filters and filters[-1] in {"/FlateDecode", "/Fl"} and "/DecodeParms" not in stream:
        return _inflated(stream.read_raw_bytes(), filters[:-1])
    try:
        content = stream.read_bytes()
    except (pikepdf.PdfError, RuntimeError):
        return b""
    if len(content) > LARGEST:
        raise PressError(wording.TOO_LARGE)
    return content


def filters_of(stream: Object) -> list[str]:
    """Give the names of the filters of a stream, the outermost first."""
    written = stream.get("/Filter")
    if written is None:
        return []
    return [str(each) for each in written] if isinstance(written, Array) else [str(written)]


def _inflated(raw: bytes, around: list[str]) -> bytes:
    """Unpack Flate, and the text forms around it, but never more than LARGEST bytes."""
    for name in around:
        raw = _from_text(raw, name)
    inflater = zlib.decompressobj()
    try:
        content = inflater.decompress(raw, LARGEST)
    except zlib.error:
        content = _as_far_as_it_goes(raw)
    if inflater.unconsumed_tail:
        raise PressError(wording.TOO_LARGE)
    return content


def _from_text(raw: bytes, name: str) -> bytes:
    try:
        if name in {"/ASCII85Decode", "/A85"}:
            return base64.a85decode(re.sub(rb"\s|^<~", b"", raw).split(b"~")[0])
        if name in {"/ASCIIHexDecode", "/AHx"}:
            return binascii.unhexlify(re.sub(rb"[^0-9A-Fa-f]", b"", raw.split(b">")[0]))
    except (ValueError, binascii.Error):
        return b""
    raise PressError(wording.TOO_LARGE)  # packed twice: a book has no reason for it, a bomb has


def _as_far_as_it_goes(raw: bytes) -> bytes:
    inflater = zlib.decompressobj()
    content = bytearray()
    for start in range(0, len(raw), 256):
        try:
            content += inflater.decompress(raw[start : start + 256])
        except zlib.error:
            break
        if len(content) > LARGEST:
            raise PressError(wording.TOO_LARGE)
    return bytes(content)


def content_of(page: Object) -> bytes:
    """Give the content of a page; several streams are read as one (ISO 32000-1, 7.8.2)."""
    contents = page.get("/Contents")
    if isinstance(contents, Stream):
        return read_stream(contents)
    if isinstance(contents, Array):
        return b"\n".join(read_stream(each) for each in contents if isinstance(each, Stream))
    return b""
