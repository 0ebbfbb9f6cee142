"""A text that fits its line, but for the space at its end, stays there: WeasyPrint breaks it after its first word.

Signs that a face lacks come from another, such as the hyphen of Fira Sans, whose letters are higher; in composed chapters they
leave the line as high as it is, or no page would hold whole lines.

Also the one place where a line can be told to end without a hyphen, or with one that the stylesheet would rather not have.
"""

from __future__ import annotations

from typing import Any

from weasyprint.layout import inline
from weasyprint.text.line_break import strut

from kursbuch_press.pages.engine import originals
from kursbuch_press.pages.engine.replacing import Replacement
from kursbuch_press.pages.line_breaks import SHORTEST, can_be_forced, hyphenation

# WeasyPrint's styles and results carry no types; they stay inside this file.
Style = Any
Broken = Any


# From so much on, in WeasyPrint's pixels, signs stand on another line than their face's.
_HAIR = 0.01


def _split(text: str, style: Style, context: object, max_width: float | None, *rest: object, **named: bool) -> Broken:
    return _on_its_line(_broken(text, style, context, max_width, *rest, **named), style, context)


def _on_its_line(broken: Broken, style: Style, context: object) -> Broken:
    """Let a text stand on the base line of its own face, whichever faces its signs come from."""
    if "composing" not in getattr(context, "__dict__", ()) or style["line_height"] == "normal":
        return broken
    *others, height, baseline = broken
    line, own = strut(style)
    on_its_line = own - (line - height) / 2
    return broken if abs(on_its_line - baseline) < _HAIR else (*others, height, on_its_line)


def _broken(text: str, style: Style, context: object, max_width: float | None, *rest: object, **named: bool) -> Broken:
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
