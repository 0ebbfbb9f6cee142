"""Letters at a seam of German words are kept out of ligatures: Pango joins whatever meets."""

from __future__ import annotations

from weasyprint.text import line_break
from weasyprint.text.ffi import ffi, pango

from kursbuch_press.pages.engine import originals
from kursbuch_press.pages.engine.replacing import Replacement
from kursbuch_press.pages.ligatures import JOINED, seams

_APART = b"liga 0"


def _set_text(layout: line_break.Layout, text: str, justify: bool = False) -> None:  # noqa: FBT001, FBT002 - WeasyPrint's own
    originals.set_text(layout, text, justify)
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


REPLACEMENT = Replacement(line_break.Layout, "set_text", originals.set_text, _set_text, "fe23ca9937dbf520")
