"""A note stays on the page of its call: WeasyPrint sends the notes of a page to the next one if that makes room for a line.

Here the paragraph goes instead. And a column or page ends with a hyphen only where too few lines would stand in it otherwise.
"""

from __future__ import annotations

from typing import Any

from weasyprint.layout import block

from kursbuch_press.pages.engine import originals
from kursbuch_press.pages.engine.replacing import Replacement
from kursbuch_press.pages.line_breaks import hyphenated

# WeasyPrint's boxes, contexts and results carry no types; they stay inside this file.
Box = Any
Context = Any
Placed = Any

_FEWEST = 2
"""Lines of a paragraph that stand in a column at least."""


def _with_notes(context: Context, box: Box, index: int, child: Box, *rest: Placed) -> Placed:
    """Lay out the lines of a block; if a note left the page for them, bring it back and move the block."""
    page_is_empty = rest[1]
    before = list(context.current_page_footnotes)
    most = _lines_left(child, rest[7])
    result = originals.linebox_layout(context, box, index, child, *rest[:-1], rest[-1] if most is None else most)
    if most is not None and result[2] is not None and not result[0]:
        result = (False, True, *result[2:5], None)
    elif most is None:
        result = _without_hyphen(box, index, rest[0], result)
    sent = [note for note in before if note in context.reported_footnotes]
    own = [note for note in result[4] if note in context.reported_footnotes]
    if page_is_empty or not (sent or own):
        return result
    for note in sent:
        context.reported_footnotes.remove(note)
    new = [note for note in context.current_page_footnotes if note not in before]
    context.current_page_footnotes[:] = [*before, *new]
    context._update_footnote_area()  # noqa: SLF001 - as in the function that is replaced
    return (True, False, *result[2:])


def _without_hyphen(box: Box, index: int, lines: list[Box], result: Placed) -> Placed:
    """Send the last line of a part of a paragraph on to the next column or page, if it ends with a hyphen."""
    abort, stop, resume_at, _, notes, most = result
    fewest = max(_FEWEST, box.style["orphans"])
    if abort or resume_at is None or notes or len(lines) <= fewest or not hyphenated(lines[-1]) or hyphenated(lines[-2]):
        return result
    last = lines.pop()
    return abort, stop, {index: lines[-1].resume_at}, last.position_y, notes, most


def _lines_left(child: Box, start: Placed) -> int | None:
    """Give how many lines of a paragraph the composer wants on this page, from a place in it on; None for as many as fit."""
    wanted = child.__dict__.get("last_lines")
    if not wanted:
        return None
    done = _lines_before(child, start)
    # Where it is not known how many lines stand before, a limit might send the same lines from page to page for ever.
    return None if done is None else min((line - done for line in wanted if line > done), default=None)


def _lines_before(child: Box, start: Placed) -> int | None:
    plan = child.__dict__.get("plan")
    if start is None:
        return 0
    return list(plan.lines).index(str(start)) if plan is not None and str(start) in plan.lines else None


REPLACEMENT = Replacement(
    block,
    "_linebox_layout",
    originals.linebox_layout,
    _with_notes,
    "e07bbe000974787e",
    "https://github.com/Kozea/WeasyPrint/issues/2432",
)
