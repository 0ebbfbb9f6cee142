"""Page size and bleed: every page as it was ordered."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from kursbuch_press.checks.check import Check
from kursbuch_press.checks.findings import Result, Seen
from kursbuch_press.checks.german import mm, size
from kursbuch_press.checks.print.print_file import PrintFile
from kursbuch_press.checks.wording import checks as words
from kursbuch_press.marks.geometry import MM, Area
from kursbuch_press.marks.sheets import PageBoxes

TOLERANCE = 0.1
"""mm; a knife is less exact."""


def _judge(file: PrintFile) -> Result:
    """Compare trim and bleed of each page with the order."""
    seen = [each for sheet in file.sheets for each in _faults(sheet, file)]
    sizes = Counter(size(*trimmed(sheet)) for sheet in file.sheets)
    measured = ", ".join(name for name, _ in sizes.most_common(3))
    limit = words.SIZE_LIMIT.format(size=size(*file.wanted.trim), bleed=mm(file.wanted.bleed))
    return Result(measured=measured, limit=limit, seen=tuple(seen))


def trimmed(sheet: PageBoxes) -> tuple[float, float]:
    """Give width and height of the trimmed page in mm as it is seen, turned if the page is."""
    width, height = sheet.trim.size_mm
    return (height, width) if sheet.rotated else (width, height)


def _faults(sheet: PageBoxes, file: PrintFile) -> Iterator[Seen]:
    width, height = trimmed(sheet)
    wanted = file.wanted.trim
    if abs(width - wanted[0]) > TOLERANCE or abs(height - wanted[1]) > TOLERANCE:
        turned = abs(height - wanted[0]) <= TOLERANCE and abs(width - wanted[1]) <= TOLERANCE
        message = words.TURNED_PAGE if turned else words.OTHER_SIZE
        yield Seen(message, sheet.number, size(width, height), size(*wanted), area=sheet.trim)
    least = _least_bleed(sheet.bleed_box or sheet.media, sheet.trim)
    if file.wanted.bleed and least < file.wanted.bleed - TOLERANCE:
        yield Seen(words.BLEED_TOO_SMALL, sheet.number, mm(max(least, 0)), mm(file.wanted.bleed), area=sheet.trim)


def _least_bleed(bleed: Area, trim: Area) -> float:
    sides = (
        trim.left - bleed.left,
        trim.bottom - bleed.bottom,
        bleed.right - trim.right,
        bleed.top - trim.top,
    )
    return round(min(sides) / MM, 3)


CHECK = Check("page-size", _judge)
