"""The safe area: text keeps away from the edge, since knives and folds are only so exact."""

from __future__ import annotations

from kursbuch_press.checks.check import Check
from kursbuch_press.checks.findings import Result, Seen
from kursbuch_press.checks.german import mm, shortened
from kursbuch_press.checks.print.print_file import PrintFile
from kursbuch_press.checks.wording import checks as words
from kursbuch_press.marks.geometry import MM, Area
from kursbuch_press.marks.marks import TextMark
from kursbuch_press.marks.sheets import PageBoxes

_ROUNDING = 0.1


def _judge(file: PrintFile) -> Result:
    """Measure the distance of each text to the trim; text wholly outside of it is the printer's."""
    seen: list[Seen] = []
    nearest: float | None = None
    for sheet in file.sheets:
        for mark, distance in _texts(sheet):
            nearest = distance if nearest is None else min(distance, nearest)
            if distance < file.wanted.safe - _ROUNDING:
                message = words.TEXT_CUT if distance < 0 else words.TEXT_NEAR
                message = message.format(text=shortened(mark.text, 40) or mark.face.name)
                seen.append(Seen(message, sheet.number, mm(distance, 1), mm(file.wanted.safe), area=mark.ink))
    return Result(
        measured=mm(nearest, 1) if nearest is not None else words.NO_TEXT, limit=mm(file.wanted.safe), seen=tuple(seen)
    )


def _texts(sheet: PageBoxes) -> list[tuple[TextMark, float]]:
    return [
        (mark, _distance(mark.ink, sheet.trim))
        for mark in sheet.painting.marks
        if isinstance(mark, TextMark) and mark.ink.meets(sheet.trim) and not _is_blank(mark)
    ]


def _is_blank(mark: TextMark) -> bool:
    return bool(mark.text) and not mark.text.strip()


def _distance(text: Area, trim: Area) -> float:
    """Give the smallest distance to an edge in mm, negative beyond it."""
    sides = (text.left - trim.left, text.bottom - trim.bottom, trim.right - text.right, trim.top - text.top)
    return min(sides) / MM


CHECK = Check("safe-area", _judge)
