"""Ink: the sum of all inks on each spot, from separations if Ghostscript is there, otherwise a bound."""

from __future__ import annotations

from kursbuch_press.checks.check import Check
from kursbuch_press.checks.findings import Result, Seen
from kursbuch_press.checks.german import SPACE, number, percent
from kursbuch_press.checks.print.ink_bound import bound
from kursbuch_press.checks.print.print_file import PrintFile
from kursbuch_press.checks.print.separations import Plates
from kursbuch_press.checks.wording import checks as words
from kursbuch_press.problems import Severity, listed

_ROUNDING = 0.5
"""Percent: four plates of 8 bits each are exact to a fifth of a percent."""


def _judge(file: PrintFile) -> Result:
    """Compare the highest sum of inks of each page with the limit."""
    return _from_plates(file, file.plates) if file.plates else _from_bound(file)


def _from_plates(file: PrintFile, plates: Plates) -> Result:
    limit = file.wanted.ink_limit
    highest = max((page.highest for page in plates.pages), default=0.0)
    seen = [
        Seen(words.TOO_MUCH_INK, page.page, percent(page.highest, 1), percent(limit), area=page.spot)
        for page in plates.pages
        if page.highest > limit + _ROUNDING
    ]
    figures = {
        "by": plates.measured_by,
        "pages": [_figures(page.highest, dict(page.coverage)) for page in plates.pages],
    }
    listed = tuple(
        words.PAGE_INK.format(page=page.page, highest=number(page.highest, 0), inks=_coverage(page.coverage))
        for page in plates.pages
    )
    measured = words.INK_MEASURED.format(highest=percent(highest, 1), by=plates.measured_by)
    return Result(measured=measured, limit=percent(limit), seen=tuple(seen), listed=listed, figures=figures)


def _figures(highest: float, coverage: dict[str, float]) -> dict[str, object]:
    return {"highest": highest, "coverage": coverage}


def _coverage(coverage: tuple[tuple[str, float], ...]) -> str:
    return " ".join(f"{words.INKS.get(ink, ink)}{SPACE}{number(share, 1)}" for ink, share in coverage)


def _from_bound(file: PrintFile) -> Result:
    """Take the most that any colour or pixel asks for: marks hide what is below, unless they overprint."""
    limit = file.wanted.ink_limit
    bounds = [bound(sheet, file) for sheet in file.sheets]
    seen = []
    for sheet, found in zip(file.sheets, bounds, strict=True):
        if found.highest > limit + _ROUNDING:
            measured = percent(found.highest, 1)
            seen.append(Seen(words.TOO_MUCH_INK_BOUND, sheet.number, measured, percent(limit), area=found.area))
        if found.unknown:
            message = words.INK_UNKNOWN.format(what=listed(sorted(found.unknown)))
            seen.append(Seen(message, sheet.number, severity=Severity.NOTE))
    highest = max((found.highest for found in bounds), default=0.0)
    figures = {"by": "bound", "pages": [{"highest": round(found.highest, 1)} for found in bounds]}
    return Result(
        measured=words.INK_BOUND.format(highest=percent(highest, 1)), limit=percent(limit), seen=tuple(seen), figures=figures
    )


CHECK = Check("ink", _judge)
