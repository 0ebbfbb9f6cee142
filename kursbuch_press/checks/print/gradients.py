"""Gradients: one whose function does not fit its colour space vanishes on most machines, without a word."""

from __future__ import annotations

from kursbuch_press.checks.check import Check
from kursbuch_press.checks.findings import Result, Seen
from kursbuch_press.checks.german import count
from kursbuch_press.checks.print.colour_space import label
from kursbuch_press.checks.print.print_file import PrintFile
from kursbuch_press.checks.wording import checks as words
from kursbuch_press.marks.marks import ShadingMark


def _judge(file: PrintFile) -> Result:
    """Compare the values that a gradient gives with those that its space needs (ISO 32000-1, 8.7.4.5)."""
    seen: list[Seen] = []
    amount = 0
    for sheet in file.sheets:
        for mark in (*sheet.painting.marks, *sheet.painting.masks):
            if not isinstance(mark, ShadingMark):
                continue
            amount += 1
            if mark.values and mark.values != mark.space.components:
                message = words.BROKEN_GRADIENT.format(
                    given=mark.values,
                    space=label(mark.space),
                    wanted=mark.space.components,
                )
                seen.append(Seen(message, sheet.number, area=mark.area))
    measured = count(amount, "Verlauf", "Verläufe") if amount else words.NO_GRADIENTS
    return Result(measured=measured, seen=tuple(seen))


CHECK = Check("gradients", _judge)
