"""Makes the pictures of the README from the screen edition: four spreads and the whole book as a contact sheet.

Run it after a build: ``.venv/bin/python docs/pictures/make.py``. Each picture stays below 150 KB: 256 colours are
enough for flat swatches and type.
"""  # noqa: INP001 - a script, not a package

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pypdfium2
from PIL import Image

PROJECT = Path(__file__).resolve().parents[2]
BOOK = PROJECT / "dist" / "screen" / "kursbuch.pdf"
HERE = Path(__file__).resolve().parent

# The folio of the left-hand page of each spread.
SPREADS = {"opening": 48, "measures": 28, "plan": 108, "text": 20}
SPREAD_DPI, SHEET_DPI = 92, 10
COLUMNS = 16
GAP = 6
GROUND = (119, 119, 119)
COLOURS = 256


def make() -> None:
    """Write all pictures."""
    with pypdfium2.PdfDocument(BOOK) as book:
        for name, folio in SPREADS.items():
            # The cover is the first page of the screen edition, so a folio is its own place in the list.
            pages = [_drawn(book, number, SPREAD_DPI) for number in (folio, folio + 1)]
            _save(_side_by_side(pages, 0), name)
        _save(_sheet([_drawn(book, number, SHEET_DPI) for number in range(len(book))]), "sheet")


def _drawn(book: pypdfium2.PdfDocument, number: int, dpi: int) -> Image.Image:
    image: Image.Image = book[number].render(scale=dpi / 72).to_pil().convert("RGB")
    return image


def _sheet(pages: list[Image.Image]) -> Image.Image:
    """Put the pages into rows of spreads, the front of the cover alone as it lies on the table."""
    blank = Image.new("RGB", pages[0].size, GROUND)
    spreads = [_side_by_side(pair, 0) for pair in _chunks([blank, *pages, blank], 2)]
    rows = [_side_by_side(row, GAP) for row in _chunks(spreads, COLUMNS // 2)]
    width, height = rows[0].width + 2 * GAP, sum(row.height + GAP for row in rows) + GAP
    sheet = Image.new("RGB", (width, height), GROUND)
    for row, top in zip(rows, _steps(rows), strict=True):
        sheet.paste(row, (GAP, top))
    return sheet


def _chunks(pictures: list[Image.Image], size: int) -> Iterator[list[Image.Image]]:
    for at in range(0, len(pictures), size):
        yield pictures[at : at + size]


def _steps(rows: list[Image.Image]) -> Iterator[int]:
    top = GAP
    for row in rows:
        yield top
        top += row.height + GAP


def _side_by_side(pages: list[Image.Image], gap: int) -> Image.Image:
    width = sum(page.width for page in pages) + gap * (len(pages) - 1)
    joined = Image.new("RGB", (width, max(page.height for page in pages)), GROUND)
    left = 0
    for page in pages:
        joined.paste(page, (left, 0))
        left += page.width + gap
    return joined


def _save(picture: Image.Image, name: str) -> None:
    few = picture.quantize(COLOURS, method=Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE)
    few.save(HERE / f"{name}.png", optimize=True)


if __name__ == "__main__":
    make()
