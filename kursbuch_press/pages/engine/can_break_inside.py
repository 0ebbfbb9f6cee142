"""A word inside a link may be hyphenated like any other, also where a comma follows the link.

WeasyPrint looks for a break in such a box only between words, and where there is none, sends the whole word to the next line.
"""

from __future__ import annotations

from typing import Any

from weasyprint.formatting_structure.boxes import AtomicInlineLevelBox, ParentBox, TextBox
from weasyprint.layout import inline

from kursbuch_press.pages.engine import originals
from kursbuch_press.pages.engine.replacing import Replacement
from kursbuch_press.pages.line_breaks import SHORTEST, can_be_forced, hyphenation

# WeasyPrint's boxes carry no types; they stay inside this file.
Box = Any

_WRAPS = ("normal", "pre-wrap", "pre-line")


def _can_break_or_hyphenate(box: Box) -> bool:
    if originals.can_break_inside(box):
        return True
    if isinstance(box, AtomicInlineLevelBox) or box.style["white_space"] not in _WRAPS:
        return False
    if isinstance(box, TextBox):
        forced = hyphenation.forced and can_be_forced(box.style)
        shortest = SHORTEST[0] if forced else box.style["hyphenate_limit_chars"][0]
        return (forced or box.style["hyphens"] == "auto") and any(len(word) >= shortest for word in box.text.split())
    return isinstance(box, ParentBox) and any(_can_break_or_hyphenate(child) for child in box.children)


REPLACEMENT = Replacement(inline, "can_break_inside", originals.can_break_inside, _can_break_or_hyphenate, "fec5e4629e038141")
