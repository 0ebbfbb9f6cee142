"""Letters at a seam of German words are kept out of ligatures, and a line may be tracked: Pango joins whatever meets."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from weasyprint.text import line_break
from weasyprint.text.ffi import TO_UNITS, ffi, pango

from kursbuch_press.pages.engine import originals
from kursbuch_press.pages.engine.replacing import Replacement
from kursbuch_press.pages.ligatures import JOINED, seams

# WeasyPrint's layouts and what Pango gives carry no types; they stay inside this file.
Layout = Any
Line = Any
Glyphs = Any

_APART = b"liga 0"


def _set_text(layout: Layout, text: str, justify: bool = False) -> None:  # noqa: FBT001, FBT002 - WeasyPrint's own
    originals.set_text(layout, text, justify)
    _part_ligatures(layout)
    tracking = layout.__dict__.get("tracking", 0)
    if justify and tracking:
        _track(layout, tracking)


def _part_ligatures(layout: Layout) -> None:
    if "f" not in layout.text or not (layout.style["lang"] or "").startswith("de"):
        return
    places = [at for at in seams(layout.text) if layout.text[at : at + 1].lower() in JOINED]
    if not places:
        return
    known = pango.pango_layout_get_attributes(layout.layout)
    attributes = ffi.gc(pango.pango_attr_list_new(), pango.pango_attr_list_unref) if known == ffi.NULL else known
    for at in places:
        apart = pango.pango_attr_font_features_new(_APART)
        apart.start_index = len(layout.text[:at].encode())
        apart.end_index = apart.start_index + 1
        pango.pango_attr_list_insert(attributes, apart)
    pango.pango_layout_set_attributes(layout.layout, attributes)


def _track(layout: Layout, tracking: float) -> None:
    """Set the glyphs of a line closer or wider: by ``tracking`` for each letter, in WeasyPrint's pixels.

    Pango's own letter spacing would part every ligature of the line. WeasyPrint sets this mode when it draws; set again it
    changes nothing, so what is written here stays.
    """
    pango.pango_layout_set_single_paragraph_mode(layout.layout, True)  # noqa: FBT003 - Pango's own
    line, _ = layout.get_first_line()
    runs = list(_runs(line))
    count = sum(glyphs.num_glyphs for glyphs in runs)
    for glyphs in runs:
        for at in range(glyphs.num_glyphs):
            glyphs.glyphs[at].geometry.width += round(tracking * TO_UNITS * len(layout.text) / count)


def _runs(line: Line) -> Iterator[Glyphs]:
    run = line.runs
    while run != ffi.NULL:
        yield ffi.cast("PangoGlyphItem *", run.data).glyphs
        run = run.next


REPLACEMENT = Replacement(line_break.Layout, "set_text", originals.set_text, _set_text, "fe23ca9937dbf520")
