"""Real plates by Ghostscript, and where the body text stands by PDFium: both know nothing of the press."""

from __future__ import annotations

import ctypes
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium
from PIL import Image, ImageMath

from tests import judges

DPI = 72
"""A pixel of a plate is a point of the page, so that places need no conversion."""

COLOURS = ("Cyan", "Magenta", "Yellow")
_INVERTED = [255 - value for value in range(256)]

Box = tuple[int, int, int, int]


@dataclass(frozen=True, slots=True)
class PagePlates:
    """The plates of one page; 255 is full ink."""

    plates: dict[str, Image.Image]

    @property
    def coloured(self) -> bool:
        """Whether there is any cyan, magenta or yellow."""
        return any(self.plates[name].getextrema() != (0, 0) for name in COLOURS)

    @property
    def most_ink(self) -> float:
        """The most ink on one spot in percent."""
        bands = {name.lower(): plate for name, plate in self.plates.items()}
        total = ImageMath.lambda_eval(
            lambda a: a["float"](a["cyan"]) + a["magenta"] + a["yellow"] + a["black"],
            **bands,
        )
        return float(total.getextrema()[1]) / 2.55

    def traces(self, box: Box) -> list[str]:
        """Name the coloured plates on which something changes within a box: the shape of a sign, for example."""
        return [name for name in COLOURS if _changes(self.plates[name].crop(box))]


def _changes(spot: Image.Image) -> bool:
    low, high = spot.getextrema()
    assert isinstance(low, int | float)
    assert isinstance(high, int | float)
    return high - low > 1  # one of 255 steps is rounding


def separated(file: Path, folder: Path) -> Iterator[PagePlates]:
    """Give the plates of each page, without smoothing: a value is one that is really printed."""
    folder.mkdir(exist_ok=True)
    judges.run(
        judges.program("gs", "ghostscript"),
        *("-q", "-dNOPAUSE", "-dBATCH", "-dSAFER", "-sDEVICE=tiffsep", f"-r{DPI}", "-dUsePDFX3Profile"),
        *("-sCompression=lzw", f"-sOutputFile={folder / 'p%04d.tif'}", str(file)),
    )
    pages: dict[str, dict[str, Image.Image]] = {}
    for path in sorted(folder.glob("p*(*).tif")):
        match = re.fullmatch(r"p(\d+)\((\w+)\)\.tif", path.name)
        assert match, f"a plate that is none of the four inks: {path.name}"
        with Image.open(path) as plate:
            pages.setdefault(match[1], {})[match[2]] = plate.point(_INVERTED)
    for plates in pages.values():
        yield PagePlates(plates)


def body_text(file: Path, family: str, largest: float) -> Iterator[list[Box]]:
    """Give for each page the boxes of all signs of a family up to a size, in pixels of the plates.

    The size is the one that the text operator names: WeasyPrint's pixels, 12.8 for 9.6 points.
    """
    document = pypdfium2.PdfDocument(file)
    try:
        for page in document:
            left, _, _, top = page.get_mediabox()
            boxes = [
                (round(x0 - left), round(top - y1), round(x1 - left), round(top - y0))
                for x0, y0, x1, y1 in _signs(page.get_textpage(), family, largest)
            ]
            # A space has no box, and a full stop fills no whole pixel.
            yield [box for box in boxes if box[0] < box[2] and box[1] < box[3]]
    finally:
        document.close()


def _signs(text: Any, family: str, largest: float) -> Iterator[tuple[float, float, float, float]]:  # noqa: ANN401
    name, flags = ctypes.create_string_buffer(128), ctypes.c_int()
    for at in range(text.count_chars()):
        pdfium.FPDFText_GetFontInfo(text.raw, at, name, 128, flags)
        if family in name.value.decode() and pdfium.FPDFText_GetFontSize(text.raw, at) <= largest:
            yield text.get_charbox(at)
