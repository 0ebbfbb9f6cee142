"""The three renderers that must agree on each page: poppler, MuPDF and PDFium."""

from __future__ import annotations

from pathlib import Path

import pypdfium2
from PIL import Image, ImageChops, ImageFilter, ImageStat

from tests import judges

DPI = 36
"""Enough to see that something is missing; a whole book of pages is drawn three times."""


def rendered(file: Path, folder: Path) -> dict[str, list[Image.Image]]:
    """Draw every page as grey by each renderer."""
    folder.mkdir(exist_ok=True)
    judges.run(
        judges.program("pdftoppm", "poppler-utils"),
        "-r",
        str(DPI),
        "-png",
        str(file),
        str(folder / "poppler"),
    )
    judges.run(
        judges.program("mutool", "mupdf-tools"),
        *("draw", "-q", "-r", str(DPI), "-o", str(folder / "mupdf-%03d.png"), str(file)),
    )
    document = pypdfium2.PdfDocument(file)
    try:
        pdfium = [page.render(scale=DPI / 72).to_pil().convert("L") for page in document]
    finally:
        document.close()
    drawn = {name: [_grey(path) for path in sorted(folder.glob(f"{name}-*.png"))] for name in ("poppler", "mupdf")}
    return {**drawn, "pdfium": pdfium}


def disagreements(file: Path, folder: Path) -> dict[int, str]:
    """Name the pages on which one renderer leaves out what another shows, or shows it far lighter or darker."""
    drawn = rendered(file, folder)
    pages = {len(pictures) for pictures in drawn.values()}
    assert len(pages) == 1, f"the renderers count other pages: {pages}"
    found = {}
    for number, pictures in enumerate(zip(*drawn.values(), strict=True), start=1):
        lost = max(left_out(one, other) for one in pictures for other in pictures)
        light = max(apart(pictures[0], other) for other in pictures[1:])
        if lost > LOST or light > LIGHT:
            found[number] = f"{lost} spots are left out, light differs by {light:.0f}"
    return found


LOST = 0
"""Spots of 0.7 mm that one renderer paints and another leaves blank with all around it."""

LIGHT = 100
"""Of 255. MuPDF comes without ICC here, so colours differ by up to 84; what is left out differs by more."""

_EDGE = 2
_PAINTED, _PAPER = 240, 255


def left_out(one: Image.Image, other: Image.Image) -> int:
    """Count the spots that are painted in one picture and blank with all their neighbours in the other."""
    painted = _inside(one).point([255 if light < _PAINTED else 0 for light in range(256)])
    blank = _inside(other.resize(one.size)).point([255 if light >= _PAPER else 0 for light in range(256)])
    both = ImageChops.darker(painted, blank.filter(ImageFilter.MinFilter(5)))
    return both.histogram()[255]


def apart(one: Image.Image, other: Image.Image) -> float:
    """Give the largest difference of light on any spot of about 5 mm."""
    seen = [_inside(picture).filter(ImageFilter.BoxBlur(3)) for picture in (one, other.resize(one.size))]
    return float(ImageStat.Stat(ImageChops.difference(*seen)).extrema[0][1])


def _inside(picture: Image.Image) -> Image.Image:
    """Leave out the outermost millimetre: a page ends within a pixel, and each renderer rounds in its own way."""
    return picture.crop((_EDGE, _EDGE, picture.width - _EDGE, picture.height - _EDGE))


def _grey(path: Path) -> Image.Image:
    with Image.open(path) as picture:
        return picture.convert("L")
