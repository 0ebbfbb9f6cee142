"""Paper and binding in numbers: how many blank pages fill the last sheet, and how thick the book is."""

from __future__ import annotations

from kursbuch_press.pages.prepress import wording
from kursbuch_press.pages.prepress.printers import FOLDER, Binding, Printer
from kursbuch_press.problems import Place, Problem, Severity

SPINE_TEXT = 6.0
"""mm; on a narrower spine, type with 1.5 mm of air on both sides would be too small to read."""

_SADDLE_STITCH = 4.0  # mm; a thicker block springs open, and its inner pages stand out


def blanks_to_add(pages: int, multiple: int) -> int:
    """Count the blank pages that fill a book of so many pages to the multiple of the printer."""
    return -pages % multiple


def block_thickness(pages: int, printer: Printer) -> float:
    """Give the thickness of the pages without their cover in mm: two pages are one leaf."""
    return pages / 2 * printer.interior.thickness


def spine_width(pages: int, printer: Printer) -> float:
    """Give the width of the spine in mm, rounded to a tenth; a saddle-stitched booklet has none.

    Pages / 2 x thickness of the paper + 2 x thickness of the cover. The thickness of a sheet in mm is
    grammage (g/m2) x specific volume (cm3/g) / 1000: so DIN EN ISO 534 defines the volume. Glue and clamp
    move the result by a few tenths; where that matters, a printer makes a blank dummy.
    """
    if printer.binding is Binding.SADDLE_STITCH:
        return 0.0
    return round(block_thickness(pages, printer) + 2 * printer.cover.thickness, 1)


def binding_problems(pages: int, printer: Printer) -> tuple[Problem, ...]:
    """Warn of a book that is too thick for its binding."""
    thick = block_thickness(pages, printer)
    if printer.binding is not Binding.SADDLE_STITCH or thick <= _SADDLE_STITCH:
        return ()
    measured = f"{thick:.1f}".replace(".", ",")
    message = wording.TOO_THICK.format(name=printer.name, pages=pages, measured=measured)
    hint = wording.TOO_THICK_HINT
    return (Problem(Place(FOLDER), message, hint, "edition/printer", severity=Severity.WARNING, rule="binding"),)
