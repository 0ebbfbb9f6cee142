"""A PDF opened for the printer: what each of its checks gets to see."""

from __future__ import annotations

from dataclasses import dataclass, field

from pikepdf import Pdf

from kursbuch_press.checks.print.separations import Plates
from kursbuch_press.checks.print.wish import Known, PrintWish
from kursbuch_press.compose.laid_out import LaidOut
from kursbuch_press.marks.library import Library
from kursbuch_press.marks.sheets import PageBoxes


@dataclass(frozen=True, slots=True)
class PrintFile:
    """What each check gets to see."""

    pdf: Pdf = field(repr=False)
    sheets: tuple[PageBoxes, ...] = field(repr=False)
    library: Library = field(repr=False)
    wanted: PrintWish
    known: Known
    laid_out: LaidOut | None = field(default=None, repr=False)
    plates: Plates | None = field(default=None, repr=False)
    content: bytes = field(default=b"", repr=False)
