"""Overflow: text or pictures outside the type area, or text wider than its column."""

from __future__ import annotations

from collections.abc import Iterator

from kursbuch_press.checks.check import Check
from kursbuch_press.checks.findings import Result, Seen
from kursbuch_press.checks.german import count, mm, shortened
from kursbuch_press.checks.print.places import area_of
from kursbuch_press.checks.print.print_file import PrintFile
from kursbuch_press.checks.wording import checks as words
from kursbuch_press.compose.laid_out import LaidLine, LaidPage, LineRole
from kursbuch_press.marks.geometry import MM
from kursbuch_press.marks.marks import PictureMark

TOLERANCE = 0.3
"""mm; hanging punctuation and rounding."""

_INSIDE = {LineRole.TEXT, LineRole.HEADING, LineRole.NOTE}


def _judge(file: PrintFile) -> Result:
    """Compare each line with its measure and with the type area of its page."""
    if file.laid_out is None:
        return Result(unchecked=words.NEEDS_LAYOUT)
    seen: list[Seen] = []
    lines = 0
    for page in file.laid_out.pages:
        seen.extend(Seen(words.NO_HEAD.format(head=row.head, row=row.words), page.number) for row in page.high_rows)
        for line in page.lines:
            if line.role in _INSIDE:
                lines += 1
                seen.extend(_faults(page, line, file))
        seen.extend(_pictures(page, file))
    return Result(measured=count(lines, "Zeile", "Zeilen"), limit=words.TYPE_AREA, seen=tuple(seen))


def _faults(page: LaidPage, line: LaidLine, file: PrintFile) -> Iterator[Seen]:
    area = area_of(line.place, page, file)
    text = shortened(line.text, 50)
    if line.place.width > line.measure + TOLERANCE:
        measured, limit = mm(line.place.width, 1), mm(line.measure, 1)
        yield Seen(words.OVERFULL.format(text=text), page.number, measured, limit, area=area)
    beyond = _beyond(line, page)
    if beyond > TOLERANCE and not page.free:
        yield Seen(words.OUTSIDE.format(text=text), page.number, mm(beyond, 1), mm(0), area=area)


def _pictures(page: LaidPage, file: PrintFile) -> Iterator[Seen]:
    """Find pictures that leave the type area; on a free page they may."""
    inside = area_of(page.type_area, page, file)
    if page.free or inside is None:
        return
    for mark in file.sheets[page.number - 1].painting.marks:
        if not isinstance(mark, PictureMark) or inside.grow(TOLERANCE * MM).holds(mark.area):
            continue
        area = mark.area
        out = max(inside.left - area.left, area.right - inside.right, inside.bottom - area.bottom, area.top - inside.top)
        yield Seen(words.PICTURE_OUTSIDE, page.number, mm(out / MM, 1), mm(0), area=area)


def _beyond(line: LaidLine, page: LaidPage) -> float:
    """Give how far a line stands out of the type area, by its letters and not by the leading around them."""
    area, place = page.type_area, line.place
    return max(area.left - place.left, place.right - area.right, area.top - place.top, place.bottom - area.bottom)


CHECK = Check("overflow", _judge)
