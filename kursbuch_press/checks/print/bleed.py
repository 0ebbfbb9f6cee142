"""The bleed: what touches the trim goes on beyond it, or a white edge flashes where the knife strays."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kursbuch_press.checks.check import Check
from kursbuch_press.checks.findings import Result, Seen
from kursbuch_press.checks.german import count, mm
from kursbuch_press.checks.print.print_file import PrintFile
from kursbuch_press.checks.wording import checks as words
from kursbuch_press.marks.geometry import MM, Area
from kursbuch_press.marks.marks import GroupMark, Mark, PathMark, TextMark, Where
from kursbuch_press.marks.sheets import PageBoxes
from kursbuch_press.marks.spaces import ink_of

TOUCHES = 0.3 * MM
"""What ends so near to the trim is meant to reach it."""

_ROUNDING = 0.1 * MM


def _judge(file: PrintFile) -> Result:
    """Find areas, pictures and lines that end between the trim and the edge of the bleed."""
    seen: list[Seen] = []
    touching = 0
    for sheet in file.sheets:
        areas = [mark.area for mark in sheet.painting.marks if _prints(mark) and mark.area.meets(sheet.trim)]
        touching += sum(1 for area in areas if not sheet.trim.grow(-TOUCHES).holds(area))
        seen.extend(_faults(sheet, areas, file.wanted.bleed * MM))
    measured = words.TOUCHING.format(amount=count(touching, "Objekt", "Objekte"))
    return Result(measured=measured, limit=mm(file.wanted.bleed), seen=tuple(seen))


def _prints(mark: Mark) -> bool:
    """Whether a mark leaves ink; text at the trim is a matter of the safe area."""
    if isinstance(mark, (TextMark, GroupMark)) or mark.paint.where in {Where.GLYPH, Where.PATTERN} or not mark.paint.opacity:
        return False
    if not isinstance(mark, PathMark):
        return True
    return any((ink := ink_of(colour)) is None or bool(ink.total) for colour in mark.paint.colours)


def _faults(sheet: PageBoxes, areas: Sequence[Area], bleed: float) -> Iterator[Seen]:
    told: set[tuple[str, int]] = set()
    for area in areas:
        for side, reached, missing in _short_sides(area, sheet.trim, bleed):
            key = (side, round(reached))
            if key in told or any(other.holds(missing, _ROUNDING) for other in areas):
                continue
            told.add(key)
            message = words.SHORT_OF_BLEED.format(side=words.SIDES[side])
            yield Seen(message, sheet.number, mm(max(reached, 0) / MM, 1), mm(bleed / MM), area=area)


def _short_sides(area: Area, trim: Area, bleed: float) -> Iterator[tuple[str, float, Area]]:
    """Give the sides at which an area touches the trim but ends too early: name, reach, missing strip."""
    tall, wide = (
        (max(area.bottom, trim.bottom), min(area.top, trim.top)),
        (max(area.left, trim.left), min(area.right, trim.right)),
    )
    reached = {
        "left": (trim.left - area.left, Area(trim.left - bleed, tall[0], trim.left, tall[1])),
        "right": (area.right - trim.right, Area(trim.right, tall[0], trim.right + bleed, tall[1])),
        "bottom": (trim.bottom - area.bottom, Area(wide[0], trim.bottom - bleed, wide[1], trim.bottom)),
        "top": (area.top - trim.top, Area(wide[0], trim.top, wide[1], trim.top + bleed)),
    }
    for side, (how_far, missing) in reached.items():
        if -TOUCHES <= how_far < bleed - _ROUNDING:
            yield side, how_far, missing


CHECK = Check("bleed", _judge)
