"""Not more than two lines in a row end with a hyphen: WeasyPrint does not know the limit (CSS Text 4, 6.3.4)."""

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


@dataclass(slots=True)
class _Hyphenation:
    """Whether words may be hyphenated in the line that is being made."""

    allowed: bool = True


hyphenation = _Hyphenation()


def next_line_without_ladder(context: object, box: Box, position_y: float, *rest: Broken) -> Broken:
    """Give the next line of a paragraph; ``rungs`` counts the hyphens in a row before each place in it.

    Narrow columns of tables have as many as they need.
    """
    if rest[2].width < NARROW * box.style["font_size"]:
        return originals.get_next_linebox(context, box, position_y, *rest)
    start = str(rest[1])
    rungs = box.__dict__.setdefault("rungs", {})
    line, resume_at = originals.get_next_linebox(context, box, position_y, *rest)
    if line is None or not hyphenated(line):
        return line, resume_at
    if rungs.get(start, 0) >= LADDER:
        hyphenation.allowed = False
        try:
            return originals.get_next_linebox(context, box, position_y, *rest)
        finally:
            hyphenation.allowed = True
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
