"""The pages of a PDF as sheets: their boxes, and everything that they paint (ISO 32000-1, 14.11.2)."""

from __future__ import annotations

from dataclasses import dataclass, field

import pikepdf
from pikepdf import Array, Object, Pdf

from kursbuch_press.marks.geometry import MM, Area
from kursbuch_press.marks.interpreter import read_painting
from kursbuch_press.marks.library import Library
from kursbuch_press.marks.marks import Painting
from kursbuch_press.marks.objects import inherited, number_of

_A4 = Area(0, 0, 595.276, 841.89)


@dataclass(frozen=True, slots=True)
class PageBoxes:
    """One page: its boxes as written (None where they are missing) and the areas that follow from them."""

    number: int
    media: Area
    crop: Area | None
    bleed_box: Area | None
    trim_box: Area | None
    art_box: Area | None
    rotated: bool
    written: Object = field(repr=False)
    painting: Painting = field(repr=False)

    @property
    def trim(self) -> Area:
        """The trimmed page; where nobody says what it is, what a viewer shows."""
        return self.trim_box or self.art_box or self.crop or self.media

    @property
    def paper(self) -> Area:
        """The trimmed page with its bleed as far as there is any."""
        return (self.bleed_box or self.media).cut(self.media)


def read_sheets(pdf: Pdf, library: Library) -> tuple[PageBoxes, ...]:
    """Read all pages."""
    return tuple(_read_sheet(page.obj, number, library) for number, page in enumerate(pdf.pages, start=1))


def _read_sheet(page: Object, number: int, library: Library) -> PageBoxes:
    media = _box(page, "/MediaBox") or _A4
    painting = read_painting(page, inherited(page, "/Resources"), media, library)
    return PageBoxes(
        number=number,
        media=media,
        crop=_box(page, "/CropBox"),
        bleed_box=_box(page, "/BleedBox"),
        trim_box=_box(page, "/TrimBox"),
        art_box=_box(page, "/ArtBox"),
        rotated=number_of(inherited(page, "/Rotate"), 0.0) % 180 != 0,
        written=page,
        painting=painting,
    )


def _box(page: Object, key: str) -> Area | None:
    written = inherited(page, key) if key in {"/MediaBox", "/CropBox"} else page.get(key)
    if not isinstance(written, Array) or len(written) != 4:  # noqa: PLR2004 - two corners
        return None
    try:
        x0, y0, x1, y1 = (float(value) for value in written)
    except (TypeError, ValueError, pikepdf.PdfError):
        return None
    area = Area(min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1))
    return area if area.width > MM and area.height > MM else None
