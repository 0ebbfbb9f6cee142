"""Places of the layout (mm from the upper left corner of the trimmed page) as areas of the PDF."""

from __future__ import annotations

from kursbuch_press.checks.print.print_file import PrintFile
from kursbuch_press.compose.laid_out import LaidLine, LaidPage, Rectangle
from kursbuch_press.marks.geometry import MM, Area


def area_of(place: Rectangle, page: LaidPage, file: PrintFile) -> Area | None:
    """Give a place as an area; None where the file has no such page."""
    if page.number > len(file.sheets):
        return None
    trim = file.sheets[page.number - 1].trim
    return Area(
        trim.left + place.left * MM,
        trim.top - place.bottom * MM,
        trim.left + place.right * MM,
        trim.top - place.top * MM,
    )


def starts_anew(line: LaidLine, before: LaidLine) -> bool:
    """Whether a line stands at the head of another column than the line before it."""
    return line.place.top < before.place.top - 1
