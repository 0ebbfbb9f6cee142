"""The resolution of pictures at the size at which they are printed."""

from __future__ import annotations

from kursbuch_press.checks.check import Check
from kursbuch_press.checks.findings import Result, Seen
from kursbuch_press.checks.german import count, dpi
from kursbuch_press.checks.print.print_file import PrintFile
from kursbuch_press.checks.print.wish import PrintWish
from kursbuch_press.checks.wording import checks as words
from kursbuch_press.marks.geometry import MM
from kursbuch_press.marks.marks import PictureMark

_ROUNDING = 0.99
_FEW_PIXELS = 4
"""Some programs paint even areas as a picture of one pixel: it has no detail that could be coarse."""


def _judge(file: PrintFile) -> Result:
    """Compare each placed picture with the least resolution for pictures or for line art (1 bit)."""
    seen: list[Seen] = []
    found: list[float] = []
    for sheet in file.sheets:
        for mark in sheet.painting.marks:
            if not isinstance(mark, PictureMark) or not _counts(mark):
                continue
            found.append(mark.dpi)
            least = _least(mark, file.wanted)
            if mark.dpi < least * _ROUNDING:
                pixels = f"{mark.picture.width} × {mark.picture.height}"
                message = words.COARSE_LINE_ART if mark.picture.bits == 1 else words.COARSE
                message = message.format(pixels=pixels)
                seen.append(Seen(message, sheet.number, dpi(mark.dpi), dpi(least), area=mark.area))
    measured = (
        words.LEAST_DPI.format(dpi=dpi(min(found)), amount=count(len(found), "Bild", "Bilder")) if found else words.NO_PICTURES
    )
    limit = words.DPI_LIMIT.format(picture=dpi(file.wanted.dpi), line_art=dpi(file.wanted.dpi_line_art))
    return Result(
        measured=measured, limit=limit, seen=tuple(seen), figures={"least_dpi": round(min(found), 1) if found else None}
    )


def _counts(mark: PictureMark) -> bool:
    picture = mark.picture
    return max(picture.width, picture.height) > _FEW_PIXELS and mark.area.width > MM and mark.area.height > MM


def _least(mark: PictureMark, wanted: PrintWish) -> float:
    return wanted.dpi_line_art if mark.picture.bits == 1 else wanted.dpi


CHECK = Check("resolution", _judge)
