"""Overprint: white that overprints vanishes, since it puts no ink on what lies below."""

from __future__ import annotations

from kursbuch_press.checks.check import Check
from kursbuch_press.checks.findings import Result, Seen
from kursbuch_press.checks.german import count
from kursbuch_press.checks.print.print_file import PrintFile
from kursbuch_press.checks.wording import checks as words
from kursbuch_press.marks.marks import GroupMark
from kursbuch_press.marks.spaces import ink_of


def _judge(file: PrintFile) -> Result:
    """Find white among the marks that overprint."""
    seen: list[Seen] = []
    amount = 0
    for sheet in file.sheets:
        for mark in sheet.painting.marks:
            if isinstance(mark, GroupMark) or not mark.paint.overprints:
                continue
            amount += 1
            inks = [ink_of(colour) for colour in mark.paint.colours if not colour.pattern]
            if any(ink is not None and not ink.total for ink in inks):
                seen.append(Seen(words.WHITE_OVERPRINTS, sheet.number, area=mark.area))
    return Result(measured=words.OVERPRINTS.format(amount=count(amount, "Objekt", "Objekte")), seen=tuple(seen))


CHECK = Check("overprint", _judge)
