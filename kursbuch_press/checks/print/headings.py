"""Headings: never the last thing on a page or in a column."""

from __future__ import annotations

from collections.abc import Iterator

from kursbuch_press.checks.check import Check
from kursbuch_press.checks.findings import Result, Seen
from kursbuch_press.checks.german import count, shortened
from kursbuch_press.checks.print.places import area_of, starts_anew
from kursbuch_press.checks.print.print_file import PrintFile
from kursbuch_press.checks.wording import checks as words
from kursbuch_press.compose.laid_out import LaidLine, LaidPage, LineRole
from kursbuch_press.problems import Severity

_FLOW = {LineRole.TEXT, LineRole.HEADING}
_LEAST = 2


def _judge(file: PrintFile) -> Result:
    """Count the lines of text below each heading on its page."""
    if file.laid_out is None:
        return Result(unchecked=words.NEEDS_LAYOUT)
    seen: list[Seen] = []
    amount = 0
    for page in file.laid_out.pages:
        flow = [line for line in page.lines if line.role in _FLOW]
        amount += sum(line.role is LineRole.HEADING for line in flow)
        if not page.free:
            seen.extend(_faults(page, flow, file))
    return Result(
        measured=count(amount, "Überschriftzeile", "Überschriftzeilen"),
        limit=words.LINES_BELOW.format(least=_LEAST),
        seen=tuple(seen),
    )


def _faults(page: LaidPage, flow: list[LaidLine], file: PrintFile) -> Iterator[Seen]:
    for at, line in enumerate(flow):
        ends = at + 1 == len(flow) or flow[at + 1].paragraph != line.paragraph
        if line.role is not LineRole.HEADING or not ends:
            continue
        below = _lines_below(flow, at)
        if below >= _LEAST or _is_short_but_whole(flow, at, below):
            continue
        if below or not _is_followed_by_drawing(page, line):
            message = words.HEADING_AT_FOOT.format(text=shortened(line.text, 50))
            area = area_of(line.place, page, file)
            yield Seen(message, page.number, str(below), str(_LEAST), Severity.WARNING, area)


def _lines_below(flow: list[LaidLine], at: int) -> int:
    """Count the lines of text that follow in the same column, over other headings in between."""
    below = 0
    for line in flow[at + 1 :]:
        if starts_anew(line, flow[at]):
            break
        below += line.role is LineRole.TEXT
    return below


def _is_followed_by_drawing(page: LaidPage, line: LaidLine) -> bool:
    """Whether the heading stands so high that a figure, which has no lines, must follow it."""
    return line.place.bottom < page.type_area.bottom - page.type_area.height / 4


def _is_short_but_whole(flow: list[LaidLine], at: int, below: int) -> bool:
    """Whether the one line below a heading is a whole paragraph, with nothing of it elsewhere."""
    if below != 1:
        return False
    following = flow[at + 1]
    return sum(line.paragraph == following.paragraph for line in flow) == 1 and at + 2 >= len(flow)


CHECK = Check("headings", _judge)
