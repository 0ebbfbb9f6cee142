"""A text that fits its line, but for the space at its end, stays there: WeasyPrint breaks it after its first word.

Also the one place where a line can be told to end without a hyphen, or with one that the stylesheet would rather not have.
"""

from __future__ import annotations

from typing import Any

from weasyprint.layout import inline

from kursbuch_press.pages.engine import originals
from kursbuch_press.pages.engine.replacing import Replacement
from kursbuch_press.pages.line_breaks import SHORTEST, can_be_forced, hyphenation

# WeasyPrint's styles and results carry no types; they stay inside this file.
Style = Any
Broken = Any


def _split(text: str, style: Style, context: object, max_width: float | None, *rest: object, **named: bool) -> Broken:
    if style["hyphens"] == "auto" and not hyphenation.allowed:
        style = style.copy()
        style["hyphens"] = "manual"
    broken = originals.split_first_line(text, style, context, max_width, *rest, **named)
    if hyphenation.forced and max_width is not None and broken[3] > max_width and can_be_forced(style):
        easier = style.copy()
        easier["hyphens"], easier["hyphenate_limit_chars"] = "auto", SHORTEST
        forced = originals.split_first_line(text, easier, context, max_width, *rest, **named)
        if forced[3] < broken[3]:
            return forced
    _, length, resume_at, *_ = broken
    if resume_at is None or not text.endswith(" ") or style["white_space"] not in ("normal", "pre-line"):
        return broken
    bare = text.rstrip(" ")
    if " " in bare.encode()[:length].decode(errors="ignore"):
        return broken
    whole = originals.split_first_line(bare, style, context, max_width, *rest, **named)
    return whole if whole[2] is None and whole[3] <= max_width else broken


REPLACEMENT = Replacement(inline, "split_first_line", originals.split_first_line, _split, "39ad1016863ca34d")
