"""Soft hyphens: a hyphen that the layout adds at the end of a line looks like any other, but reads as U+00AD.

ISO 32000-1, 14.8.2.2.3, wants it so; a search then finds the word as a whole. The sign is told apart by its
code: in each font one code that no glyph uses is mapped to the glyph of the hyphen (CIDToGIDMap) and to
U+00AD (ToUnicode).
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import pydyf

from kursbuch_press.pages.tagging.glyphs import Font

SOFT_HYPHEN = "\u00ad"
# Codes right behind the last glyph belong to WeasyPrint, which counts signs there that a font lacks.
_FREE = 256


class SoftHyphens:
    """The codes of soft hyphens in the fonts of one document."""

    def __init__(self) -> None:
        """Begin without any."""
        self._glyphs: dict[str, tuple[Font, int]] = {}

    def code(self, font: Font, glyph: int) -> int:
        """Give the code under which the glyph is read as a soft hyphen; the font then knows it."""
        code = int(font.glyph_count) + _FREE
        if font.hash not in self._glyphs:
            self._glyphs[font.hash] = (font, glyph)
            font.to_unicode[code] = SOFT_HYPHEN
            font.widths[code] = font.widths[glyph]
        return code

    def map_codes(self, pdf: Any) -> None:  # noqa: ANN401 - pydyf carries no types
        """Map the codes to glyphs in the fonts of the PDF (ISO 32000-1, 9.7.4.2)."""
        names = {font.name: (font, glyph) for font, glyph in self._glyphs.values()}
        for font_object in _cid_fonts(pdf.objects):
            if font_object["BaseFont"] in names:
                font, glyph = names[font_object["BaseFont"]]
                code = int(font.glyph_count) + _FREE
                table = bytearray(2 * code + 2)
                for used in font.to_unicode:
                    table[2 * used : 2 * used + 2] = (glyph if used == code else used).to_bytes(2, "big")
                stream = pydyf.Stream([bytes(table)], compress=True)
                pdf.add_object(stream)
                font_object["CIDToGIDMap"] = stream.reference


def is_mappable(font: Font) -> bool:
    """Say whether codes of a font can be mapped to its glyphs: only those with TrueType outlines allow it."""
    return "glyf" in font.tables


def _cid_fonts(objects: Iterable[Any]) -> Iterable[Any]:
    for each in objects:
        if isinstance(each, pydyf.Dictionary) and each.get("Subtype") == "/CIDFontType2":
            yield each
