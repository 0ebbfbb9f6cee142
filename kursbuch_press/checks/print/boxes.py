"""The boxes of each page: trim, bleed and media must be there and lie one in the other."""

from __future__ import annotations

from collections.abc import Iterator

from kursbuch_press.checks.check import Check
from kursbuch_press.checks.findings import Result, Seen
from kursbuch_press.checks.german import count, number
from kursbuch_press.checks.print.print_file import PrintFile
from kursbuch_press.checks.wording import checks as words
from kursbuch_press.marks.geometry import MM
from kursbuch_press.marks.objects import number_of
from kursbuch_press.marks.sheets import PageBoxes

TOLERANCE = 0.05 * MM


def _judge(file: PrintFile) -> Result:
    """Judge the boxes of each page (ISO 15930-7, 6.5)."""
    seen = [
        Seen(message, page=sheet.number, area=sheet.trim)
        for sheet in file.sheets
        for message in _faults(sheet, needs_bleed=file.wanted.bleed > 0)
    ]
    without = sum(1 for sheet in file.sheets if sheet.trim_box is None)
    measured = words.BOXES.format(pages=count(len(file.sheets) - without, "Seite", "Seiten"), of=len(file.sheets))
    return Result(measured=measured, seen=tuple(seen))


def _faults(sheet: PageBoxes, *, needs_bleed: bool) -> Iterator[str]:
    if sheet.trim_box is None and sheet.art_box is None:
        yield words.NO_TRIM
    if sheet.trim_box is not None and sheet.art_box is not None:
        yield words.TRIM_AND_ART
    if sheet.bleed_box is None and needs_bleed:
        yield words.NO_BLEED_BOX
    outer = [(words.BLEED, sheet.bleed_box), (words.MEDIA, sheet.media), (words.CROP, sheet.crop)]
    inner = [(words.TRIM, sheet.trim_box), (words.BLEED, sheet.bleed_box)]
    for name, box in inner:
        for around_name, around in outer:
            if box and around and name != around_name and not around.holds(box, TOLERANCE):
                yield words.BOX_OUTSIDE.format(inner=name, outer=around_name)
    unit = number_of(sheet.written.get("/UserUnit"), 1.0)
    if unit != 1:
        yield words.USER_UNIT.format(unit=number(unit, 3))


CHECK = Check("boxes", _judge)
