"""Glyphs of fonts while pages are drawn: what a glyph stands for, and the glyph for a space."""

from __future__ import annotations

from io import BytesIO
from typing import Any

from fontTools.ttLib import TTFont

# WeasyPrint's fonts carry no types.
Font = Any

_SPACES = frozenset({"\u00a0", "\u202f", "\u2002", "\u2009"})
_HYPHENS = frozenset({"\u2010", "\u2011", "\u00ad"})


def space_glyph(font: Font) -> int:
    """Give the glyph for a space, which has been met in nearly every font."""
    for glyph, text in font.to_unicode.items():
        if text == " ":
            return int(glyph)
    glyph, width = _nominal(font, " ")
    font.to_unicode[glyph] = " "
    font.widths.setdefault(glyph, width)
    return glyph


def name_glyphs(font: Font) -> None:
    """Let the glyphs of space and hyphen stand for the common signs.

    WeasyPrint names a glyph after the text where it met it first, and a font may have one glyph for two
    signs: the plain space and a narrow one, the hyphen-minus and the hyphen of a line end.
    """
    for sign, variants in ((" ", _SPACES), ("-", _HYPHENS)):
        met = {glyph for glyph, text in font.to_unicode.items() if text in variants}
        if met and sign not in font.to_unicode.values():
            glyph, _ = _nominal(font, sign)
            if glyph in met:
                font.to_unicode[glyph] = sign


def _nominal(font: Font, sign: str) -> tuple[int, int]:
    """Look up the glyph of a sign in the font file, and its width in thousandths."""
    with TTFont(BytesIO(font.file_content), fontNumber=font.index, lazy=True) as file:
        name = file.getBestCmap().get(ord(sign), ".notdef")
        return file.getGlyphID(name), round(file["hmtx"][name][0] * 1000 / font.upem)
