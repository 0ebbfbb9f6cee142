"""Where a line ends: three places at which WeasyPrint breaks too early or too often, mended.

A word inside a link that is followed by a comma may be hyphenated like any other: WeasyPrint looks for a break
in such a box only between words, and where there is none, sends the whole word to the next line.

A text that fits its line, but for the space at its end, stays there: WeasyPrint breaks it after its first word.

Not more than two lines in a row end with a hyphen: WeasyPrint does not know the limit (CSS Text 4, 6.3.4).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from weasyprint.formatting_structure.boxes import AtomicInlineLevelBox, ParentBox, TextBox
from weasyprint.layout import inline

# WeasyPrint's boxes, styles and results carry no types; they stay inside this file.
Box = Any
Style = Any
Broken = Any

LADDER = 2
"""How many lines in a row may end with a hyphen that the press has set."""

NARROW = 8
"""In a column of fewer ems, a word of German has more than two lines, and any hyphen is better than none."""

_WRAPS = ("normal", "pre-wrap", "pre-line")

_can_break = inline.can_break_inside
_split = inline.split_first_line
_next_line = inline.get_next_linebox


def mend_line_breaks() -> None:
    """Break lines better in all layouts from now on."""
    inline.can_break_inside = _can_break_or_hyphenate
    inline.split_first_line = _split_well
    inline.get_next_linebox = next_line_without_ladder


def _can_break_or_hyphenate(box: Box) -> bool:
    if _can_break(box):
        return True
    if isinstance(box, AtomicInlineLevelBox) or box.style["white_space"] not in _WRAPS:
        return False
    if isinstance(box, TextBox):
        shortest = box.style["hyphenate_limit_chars"][0]
        return box.style["hyphens"] == "auto" and any(len(word) >= shortest for word in box.text.split())
    return isinstance(box, ParentBox) and any(_can_break_or_hyphenate(child) for child in box.children)


@dataclass(slots=True)
class _Hyphenation:
    """Whether words may be hyphenated in the line that is being made."""

    allowed: bool = True


_hyphenation = _Hyphenation()


def _split_well(text: str, style: Style, context: object, max_width: float, *rest: object, **named: bool) -> Broken:
    if not _hyphenation.allowed and style["hyphens"] == "auto":
        style = style.copy()
        style["hyphens"] = "manual"
    broken = _split(text, style, context, max_width, *rest, **named)
    _, length, resume_at, *_ = broken
    if resume_at is None or not text.endswith(" ") or style["white_space"] not in ("normal", "pre-line"):
        return broken
    bare = text.rstrip(" ")
    if " " in bare.encode()[:length].decode(errors="ignore"):
        return broken
    whole = _split(bare, style, context, max_width, *rest, **named)
    return whole if whole[2] is None and whole[3] <= max_width else broken


def next_line_without_ladder(context: object, box: Box, position_y: float, *rest: Broken) -> Broken:
    """Give the next line of a paragraph; ``rungs`` counts the hyphens in a row before each place in it.

    Narrow columns of tables have as many as they need.
    """
    if rest[2].width < NARROW * box.style["font_size"]:
        return _next_line(context, box, position_y, *rest)
    start = str(rest[1])
    rungs = box.__dict__.setdefault("rungs", {})
    line, resume_at = _next_line(context, box, position_y, *rest)
    if line is None or not hyphenated(line):
        return line, resume_at
    if rungs.get(start, 0) >= LADDER:
        _hyphenation.allowed = False
        try:
            return _next_line(context, box, position_y, *rest)
        finally:
            _hyphenation.allowed = True
    rungs[str(resume_at)] = rungs.get(start, 0) + 1
    return line, resume_at


def hyphenated(line: Box) -> bool:
    """Tell whether a line ends with a hyphen that the press has set."""
    last = last_box(line)
    return isinstance(last, TextBox) and bool(last.text.endswith(last.style["hyphenate_character"]))


def last_box(line: Box) -> Box:
    """Give the box that stands at the end of a line."""
    while isinstance(line, ParentBox) and line.children:
        line = line.children[-1]
    return line
