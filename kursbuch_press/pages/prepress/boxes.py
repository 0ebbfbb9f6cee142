"""Page boxes: what is printed, and what is left after the cut."""

from __future__ import annotations

from pikepdf import Array, Dictionary, Name, Page, Pdf

from kursbuch_press.pages.prepress import wording
from kursbuch_press.pages.prepress.finish import MM
from kursbuch_press.problems import PressError

_KEPT = {"/Type", "/Parent", "/Contents", "/Resources", "/Group", "/Rotate"}
_TOLERANCE = 0.1  # points; WeasyPrint rounds CSS pixels


def set_boxes(page: Page, trim: tuple[float, float], bleed: float) -> None:
    """Set MediaBox = BleedBox and TrimBox from millimetres, and take from the page what is not printed.

    That are links above all: ISO 15930-7 forbids annotations inside the bleed. A page of another size than
    the trim was laid out for something else and raises PressError.
    """
    width, height = trim[0] * MM, trim[1] * MM
    left, bottom, right, top = (float(value) for value in page.trimbox.as_list())
    if abs(right - left - width) > _TOLERANCE or abs(top - bottom - height) > _TOLERANCE:
        raise PressError(
            wording.OTHER_TRIM.format(
                width=f"{(right - left) / MM:.1f}",
                height=f"{(top - bottom) / MM:.1f}",
                wide=f"{trim[0]:g}",
                high=f"{trim[1]:g}",
            )
        )
    for key in set(page.obj.keys()) - _KEPT:
        del page.obj[key]
    edge = bleed * MM
    page.obj.TrimBox = _box(left, bottom, left + width, bottom + height)
    page.obj.MediaBox = _box(left - edge, bottom - edge, left + width + edge, bottom + height + edge)
    page.obj.BleedBox = page.obj.MediaBox


def strip_document(pdf: Pdf, language: str) -> None:
    """Take everything from the catalogue that paper does not have: outline, names, tags, forms, actions."""
    kept = {"/Type", "/Pages", "/Metadata", "/OutputIntents"}
    for key in set(pdf.Root.keys()) - kept:
        del pdf.Root[key]
    pdf.Root.Lang = language
    pdf.Root.ViewerPreferences = Dictionary(DisplayDocTitle=True, PrintScaling=Name("/None"))


def _box(*points: float) -> Array:
    return Array([round(point, 6) for point in points])
