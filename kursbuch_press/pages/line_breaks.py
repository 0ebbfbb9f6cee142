"""Not more than two lines in a row end with a hyphen, if nothing overflows: WeasyPrint has no limit (CSS Text 4, 6.3.4)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from weasyprint.formatting_structure.boxes import ParentBox, TextBox

from kursbuch_press.pages.engine import originals
from kursbuch_press.pages.total_fit import LADDER

# WeasyPrint's boxes and results carry no types; they stay inside this file.
Box = Any
Broken = Any

NARROW = 8
"""In a column of fewer ems, a word of German has more than two lines, and any hyphen is better than none."""


SHORTEST = (5, 2, 3)
"""Of a word that must be hyphenated: its letters, and those before and behind the hyphen."""

_WRAPS = ("normal", "pre-wrap", "pre-line")
_ROUNDING = 0.1
"""In WeasyPrint's pixels."""


@dataclass(slots=True)
class _Hyphenation:
    """Whether words may be hyphenated in the line that is being made, and whether also those that usually are not."""

    allowed: bool = True
    forced: bool = False


hyphenation = _Hyphenation()


def next_line_without_ladder(context: object, box: Box, position_y: float, *rest: Broken) -> Broken:
    """Give the next line of a paragraph; ``rungs`` counts the hyphens in a row before each place in it.

    Narrow columns of tables have as many as they need. A line that would run over the edge of its column yields all limits
    that are there for the look of it: hyphens in a row, headings without hyphens, short parts of words.
    """
    start, call = str(rest[1]), (context, box, position_y, *rest)
    rungs = box.__dict__.setdefault("rungs", {})
    line, resume_at = originals.get_next_linebox(*call)
    if line is not None and hyphenated(line) and rest[2].width >= NARROW * box.style["font_size"]:
        if rungs.get(start, 0) >= LADDER:
            whole = _set_again(call, allowed=False)
            if not _overflows(whole[0], rest):
                return whole
        rungs[str(resume_at)] = rungs.get(start, 0) + 1
    if _overflows(line, rest):
        forced = _set_again(call, allowed=True)
        if forced[0] is not None and forced[0].width < line.width:
            return forced
    return line, resume_at


def _set_again(call: tuple[Broken, ...], *, allowed: bool) -> Broken:
    """Set a line without hyphens, or with every hyphen that the language knows."""
    hyphenation.allowed, hyphenation.forced = allowed, allowed
    try:
        return originals.get_next_linebox(*call)
    finally:
        hyphenation.allowed, hyphenation.forced = True, False


def _overflows(line: Box, rest: tuple[Broken, ...]) -> bool:
    return line is not None and bool(line.width > rest[2].width + _ROUNDING)


def can_be_forced(style: Broken) -> bool:
    """Tell whether a text may be hyphenated against its stylesheet: not addresses, nor what stays on one line."""
    return style["hyphens"] != "none" and style["white_space"] in _WRAPS


def hyphenated(line: Box) -> bool:
    """Tell whether a line ends with a hyphen that the press has set."""
    last = last_box(line)
    return isinstance(last, TextBox) and bool(last.text.endswith(last.style["hyphenate_character"]))


def last_box(line: Box) -> Box:
    """Give the box that stands at the end of a line."""
    while isinstance(line, ParentBox) and line.children:
        line = line.children[-1]
    return line
