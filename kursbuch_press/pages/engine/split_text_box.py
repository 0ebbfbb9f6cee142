"""A sign that its typeface lacks leaves its line on the base line: WeasyPrint centres what another typeface makes of the line.

The heights of two typefaces differ, so a line with one hyphen of another face stood a third of a point lower, and all below it.
"""

from __future__ import annotations

from typing import Any

from weasyprint.layout import inline
from weasyprint.text.line_break import strut

from kursbuch_press.pages.engine import originals
from kursbuch_press.pages.engine.replacing import Replacement

# WeasyPrint's boxes carry no types; they stay inside this file.
Box = Any


def _split(context: object, box: Box, *rest: object, **named: bool) -> tuple[Box, int | None, bool]:
    made, *others = originals.split_text_box(context, box, *rest, **named)
    if made is not None:
        _, baseline = strut(made.style)
        down = baseline - made.baseline
        made.margin_top += down
        made.margin_bottom -= down
        made.baseline = baseline
    return made, *others


REPLACEMENT = Replacement(inline, "split_text_box", originals.split_text_box, _split, "8c564329599ef23f")
