"""Lines: none thinner than what plate and paper keep; width 0 is the thinnest line of the machine, if any."""

from __future__ import annotations

from kursbuch_press.checks.check import Check
from kursbuch_press.checks.findings import Result, Seen
from kursbuch_press.checks.german import pt
from kursbuch_press.checks.print.print_file import PrintFile
from kursbuch_press.checks.wording import checks as words
from kursbuch_press.marks.marks import PathMark, Where
from kursbuch_press.marks.sheets import PageBoxes
from kursbuch_press.marks.spaces import ink_of
from kursbuch_press.problems import Severity

_ROUNDING = 0.01
_TRACE = 0.02


def _judge(file: PrintFile) -> Result:
    """Measure outlines, and filled areas in the shape of a rule, at the size at which they are printed."""
    least, screened = file.wanted.thinnest_line, file.wanted.thinnest_screened_line
    seen: list[Seen] = []
    thinnest: float | None = None
    for sheet in file.sheets:
        told: set[float] = set()
        for mark, width in _lines(sheet):
            thinnest = width if thinnest is None else min(width, thinnest)
            if width >= screened - _ROUNDING or round(width, 2) in told:
                continue
            if width < least - _ROUNDING:
                message = words.HAIRLINE if not width else words.THIN_LINE if mark.line is not None else words.THIN_AREA
                seen.append(Seen(message, sheet.number, pt(width), pt(least), area=mark.area))
            elif _is_screened(mark):
                message, limit = words.THIN_IN_SCREEN, pt(screened)
                seen.append(Seen(message, sheet.number, pt(width), limit, Severity.WARNING, mark.area))
            else:
                continue
            told.add(round(width, 2))
    limit = words.LINE_LIMIT.format(solid=pt(least), screened=pt(screened))
    return Result(measured=pt(thinnest) if thinnest is not None else words.NO_LINES, limit=limit, seen=tuple(seen))


def _lines(sheet: PageBoxes) -> list[tuple[PathMark, float]]:
    found = []
    for mark in sheet.painting.marks:
        if not isinstance(mark, PathMark) or mark.paint.where is Where.GLYPH:
            continue
        width = mark.line if mark.line is not None else mark.thinnest
        if width is not None and not _is_paper(mark):
            found.append((mark, width))
    return found


def _is_screened(mark: PathMark) -> bool:
    """Whether a line is made of dots, of several inks, or of paper in an ink: it then falls apart before a solid one does."""
    for colour in mark.paint.colours:
        ink = ink_of(colour)
        if ink is None:
            continue
        parts = [part for part in (ink.cyan, ink.magenta, ink.yellow, ink.black, ink.spots) if part > _TRACE]
        if len(parts) != 1 or parts[0] < 1 - _TRACE:
            return True
    return mark.paint.opacity < 1


def _is_paper(mark: PathMark) -> bool:
    """Whether a filled area is white: it may be the sliver of a background, and prints nothing."""
    if mark.line is not None or mark.paint.fill is None:
        return False
    ink = ink_of(mark.paint.fill)
    return ink is not None and not ink.total


CHECK = Check("line-width", _judge)
