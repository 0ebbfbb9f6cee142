"""Pictures that stand within a content as streams like all others, so that they are judged like them (ISO 32000-1, 8.9.7)."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence

from pikepdf import Array, Dictionary, Name, Object, Pdf, Stream

from kursbuch_press.marks.spaces import Space
from kursbuch_press.marks.tokens import Operand

_KEYS = {
    "/BPC": "/BitsPerComponent",
    "/CS": "/ColorSpace",
    "/D": "/Decode",
    "/DP": "/DecodeParms",
    "/F": "/Filter",
    "/H": "/Height",
    "/IM": "/ImageMask",
    "/I": "/Interpolate",
    "/W": "/Width",
}
"""Table 93: the short form of each entry."""
_OF_COMPONENTS = {1: Name.DeviceGray, 3: Name.DeviceRGB, 4: Name.DeviceCMYK}


def digest_of(operands: Sequence[Operand]) -> bytes:
    """Give what is the same of the same picture: glyphs that are drawn as pictures come again and again."""
    return hashlib.sha256(repr(operands).encode()).digest()


def as_stream(operands: Sequence[Operand], space: Space, shelf: Pdf) -> Stream:
    """Give a picture as a stream; its space stands there as one of a device with as many components.

    The spaces that it names belong to the resources, and are judged there. One of another number stays as it is written.
    """
    entries, samples = operands
    stream = Stream(shelf, samples if isinstance(samples, bytes) else b"")
    for key, value in _pairs(entries if isinstance(entries, list) else []):
        stream[key] = value
    if space.components in _OF_COMPONENTS and not stream.get("/ImageMask"):
        stream["/ColorSpace"] = _OF_COMPONENTS[space.components]
    return stream


def _pairs(entries: Sequence[Operand]) -> Iterator[tuple[str, Object | int | float | bool]]:
    for key, written in zip(entries[::2], entries[1::2], strict=False):
        value = _value(written)
        if isinstance(key, bytes) and key.startswith(b"/") and value is not None:
            name = key.decode("latin-1")
            yield _KEYS.get(name, name), value


def _value(written: Operand) -> Object | int | float | bool | None:
    """Give a value as pikepdf has it; None for what is none."""
    if isinstance(written, float):
        return int(written) if written.is_integer() else written
    if isinstance(written, list):
        return _compound(written)
    try:
        return Object.parse(written)
    except (ValueError, RuntimeError):
        return None


def _compound(written: Sequence[Operand]) -> Object:
    """Give an array or a dictionary: the parts of both come without brackets, and only a dictionary begins with a name."""
    if written and isinstance(written[0], bytes) and written[0].startswith(b"/"):
        found: Mapping[str, Object | int | float | bool] = dict(_pairs(written))
        return Dictionary(found)
    return Array([value for each in written if (value := _value(each)) is not None])
