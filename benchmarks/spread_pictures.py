"""Spreads of a finished book as pictures: those named, or those of which the measure says that they are not as they should be.

    .venv/bin/python -m benchmarks.spread_pictures FILE.pdf FOLDER [PAGE ...]

Pages are counted in the file from 1; its first is the front of the cover and its second a right page, so that 3 and 4, 5 and 6
face each other. A picture shows both pages, with the gutter between them, and is named from what was measured and its pages:
``foot-065-066.png``.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pypdfium2
from PIL import Image

from benchmarks.spreads import measure

# Dots per point; the gutter in dots; colours of a picture that is small enough to be sent.
_SCALE, _GUTTER, _GREY, _COLOURS = 0.8, 3, (120, 120, 120), 64
_NUMBER = re.compile(r"\d+")

# What is looked at, by the names in the measure.
_SHOWN = {
    "blank pages": "blank",
    "white of more than 3 lines inside a page": "white",
    "of these not like the facing page": "one",
    "foot two and more lines short": "foot",
    "of these not at the end of a chapter": "empty",
}


def main() -> None:
    """Draw the spreads of the pages named, or of those that the measure finds."""
    path, folder = Path(sys.argv[1]), Path(sys.argv[2])
    folder.mkdir(parents=True, exist_ok=True)
    named = [("pages", int(number)) for number in sys.argv[3:]]
    with pypdfium2.PdfDocument(path) as document:
        for what, page in named or found(path):
            left, right = facing(page)
            drawn = spread([document[number - 1] for number in (left, right) if 0 < number <= len(document)])
            drawn.save(folder / f"{what}-{left:03}-{right:03}.png", optimize=True)


def found(path: Path) -> list[tuple[str, int]]:
    """Give what the measure finds: a short word for it, and its page."""
    places = measure(path).places
    return [(word, int(number[0])) for name, word in _SHOWN.items() for each in places[name] if (number := _NUMBER.match(each))]


def facing(page: int) -> tuple[int, int]:
    """Give the pages of the file that are seen together with one."""
    left = page - (page + 1) % 2
    return left, left + 1


def spread(pages: list[pypdfium2.PdfPage]) -> Image.Image:
    """Draw pages beside each other, in few colours."""
    drawn = [page.render(scale=_SCALE).to_pil().convert("RGB") for page in pages]
    width, height = sum(each.width for each in drawn) + _GUTTER * (len(drawn) - 1), max(each.height for each in drawn)
    whole, at = Image.new("RGB", (width, height), _GREY), 0
    for each in drawn:
        whole.paste(each, (at, 0))
        at += each.width + _GUTTER
    return whole.quantize(_COLOURS)


if __name__ == "__main__":
    main()
