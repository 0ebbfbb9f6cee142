"""The entries without which a thing of a page cannot be shown, or each viewer shows it in its own way (ISO 32000-1)."""

from __future__ import annotations

from collections.abc import Mapping

from pikepdf import Dictionary, Object, Stream

from kursbuch_press.marks import objects
from kursbuch_press.marks.fax import read_fax

FORM = ("/BBox",)
TILE = ("/PaintType", "/BBox", "/XStep", "/YStep")
NOTE = ("/Subtype", "/Rect")
MASK = ("/S", "/G")
DESCRIPTOR = ("/Flags",)
_PICTURE = ("/Width", "/Height", "/ColorSpace", "/BitsPerComponent")
_STENCIL = ("/Width", "/Height")
_BITS = frozenset({1, 2, 4, 8, 16})
_OWN_BITS = frozenset({"/DCTDecode", "/JPXDecode"})
_COMPOSITE = ("/DescendantFonts", "/Encoding")
_DESCENDANT = ("/Subtype", "/CIDSystemInfo", "/FontDescriptor")
_SIMPLE = ("/FirstChar", "/LastChar", "/Widths")
_DRAWN = ("/FontBBox", "/FontMatrix", "/CharProcs", "/Encoding", *_SIMPLE)
_FONTS = frozenset({"Type0", "Type1", "MMType1", "TrueType", "Type3"})
_FUNCTIONS: Mapping[int, tuple[str, ...]] = {
    0: ("/Domain", "/Range", "/Size", "/BitsPerSample"),
    2: ("/Domain", "/N"),
    3: ("/Domain", "/Functions", "/Bounds", "/Encode"),
    4: ("/Domain", "/Range"),
}
_MESH = ("/ColorSpace", "/BitsPerCoordinate", "/BitsPerComponent", "/Decode")
_SHADINGS: Mapping[int, tuple[str, ...]] = {
    1: ("/ColorSpace", "/Function"),
    2: ("/ColorSpace", "/Coords", "/Function"),
    3: ("/ColorSpace", "/Coords", "/Function"),
    4: (*_MESH, "/BitsPerFlag"),
    5: (*_MESH, "/VerticesPerRow"),
    6: (*_MESH, "/BitsPerFlag"),
    7: (*_MESH, "/BitsPerFlag"),
}


def lacking(written: object, keys: tuple[str, ...]) -> tuple[str, ...]:
    """Give the keys that a dictionary should have and has not."""
    if not isinstance(written, (Dictionary, Stream)):
        return ()
    return tuple(key.removeprefix("/") for key in keys if written.get(key) is None)


def of_picture(picture: Object, coding: str) -> tuple[str, ...]:
    """Give what a picture lacks; a JPEG 2000 says some of it itself (8.9.5)."""
    if coding == "/JPXDecode" or objects.true(picture.get("/ImageMask")):
        return lacking(picture, _STENCIL)
    return lacking(picture, _PICTURE)


def wrong_in_picture(picture: Object, coding: str, channels: int) -> tuple[str, ...]:
    """Give the entries of a picture whose values no picture has (8.9.5): viewers leave such a picture out."""
    wrong = [key for key in ("Width", "Height") if (size := objects.whole(picture.get(f"/{key}"))) is not None and size < 1]
    bits = objects.whole(picture.get("/BitsPerComponent"))
    if coding not in _OWN_BITS and bits is not None and bits not in _BITS:
        wrong.append("BitsPerComponent")
    decode = picture.get("/Decode")
    if decode is not None and coding != "/JPXDecode" and len(objects.members(decode)) < 2 * channels:
        wrong.append("Decode")
    fax, width = read_fax(picture) if coding == "/CCITTFaxDecode" else None, objects.whole(picture.get("/Width")) or 0
    if fax is not None and (fax.columns + 7) // 8 != (width + 7) // 8:
        wrong.append("Columns")
    return tuple(wrong)


def of_function(function: object) -> tuple[str, ...]:
    """Give what a function lacks (7.10)."""
    if objects.entry(function, "/FunctionType") is None:
        return ("FunctionType",)
    return _of_kind(function, "/FunctionType", _FUNCTIONS) or _ends_apart(function)


def _ends_apart(function: object) -> tuple[str, ...]:
    """An exponential function has as many values at its one end as at the other, or one where an end is not written."""
    ends = [objects.entry(function, key) for key in ("/C0", "/C1")]
    lengths = {1 if each is None else len(objects.members(each)) for each in ends}
    return ("C0", "C1") if len(lengths) > 1 else ()


def of_shading(shading: object) -> tuple[str, ...]:
    """Give what a shading lacks (8.7.4.5)."""
    return _of_kind(shading, "/ShadingType", _SHADINGS)


def of_pattern(pattern: object) -> tuple[str, ...]:
    """Give what a pattern lacks (8.7)."""
    kinds = {1: TILE, 2: ("/Shading",)}
    return _of_kind(pattern, "/PatternType", kinds)


def _of_kind(written: object, key: str, kinds: Mapping[int, tuple[str, ...]]) -> tuple[str, ...]:
    needs = kinds.get(objects.whole(objects.entry(written, key)) or 0)
    return (key.removeprefix("/"),) if needs is None else lacking(written, needs)


def of_font(font: Dictionary, *, embedded: bool) -> tuple[str, ...]:
    """Give what a font lacks; the widths of one that is not embedded may be known (9.6.2)."""
    kind = objects.name(font.get("/Subtype"))
    if kind not in _FONTS:
        return ("Subtype",)
    if kind == "Type0":
        below = objects.members(font.get("/DescendantFonts"))
        return (*lacking(font, _COMPOSITE), *lacking(below[0] if below else None, _DESCENDANT))
    if kind == "Type3":
        return (*lacking(font, _DRAWN), *lacking(font.get("/Encoding"), ("/Differences",)))
    return lacking(font, _SIMPLE) if embedded else ()
