"""Whether tagging changes what is seen: draws the book without tags and with them, and compares the pages pixel by pixel.

    .venv/bin/python -m benchmarks.pixels [DPI]

Both drawings come from one layout. PDFium makes the pictures, and so do poppler and MuPDF where pdftoppm and mutool are there;
none of them heeds tags or the order of reading. Prints how many pages differ in each, and which; ends with 1 if any does.
PDFium places each string by itself, in steps of its own, and so shows a hyphen with a mark around it up to 0.09 pt beside.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pypdfium2
from PIL import Image, ImageChops

from benchmarks.tags import PROJECT
from kursbuch_press.pages.tagging import ScreenFinish, draw_tagged, finish_screen
from kursbuch_press.press import engine
from kursbuch_press.press.project import Project
from kursbuch_press.press.stages import keeping


def main() -> int:
    """Draw, compare, tell."""
    dpi = int(sys.argv[1]) if len(sys.argv) > 1 else 60
    project = Project(PROJECT)
    with keeping():
        book = engine.load(project, "kursbuch_press.press.setting").whole_book(project)
    labels = tuple(str(number) for number, _ in enumerate(book.pages, start=1))
    document = book.chapters[0].document.copy(book.pages)
    finish = ScreenFinish("Kursbuch", "de", labels)
    with tempfile.TemporaryDirectory() as folder:
        plain, tagged = Path(folder) / "plain.pdf", Path(folder) / "tagged.pdf"
        _apart(lambda: plain.write_bytes(finish_screen(document.write_pdf(pdf_variant="pdf/a-2b"), finish)))
        _apart(lambda: tagged.write_bytes(finish_screen(draw_tagged(document, labels), finish)))
        differ = False
        for name, pictures in PROGRAMS.items():
            pairs = zip(pictures(plain, dpi), pictures(tagged, dpi), strict=True)
            unlike = [number for number, (one, other) in enumerate(pairs, start=1) if _furthest(one, other)]
            print(f"{name}: {len(labels)} pages at {dpi} dpi, {len(unlike)} differ {unlike or ''}".rstrip())
            differ = differ or bool(unlike)
    return differ


def _apart(draw: Callable[[], object]) -> None:
    """Draw in a fork of its own: WeasyPrint draws a layout only once."""
    if (child := os.fork()) == 0:
        draw()
        os._exit(0)
    assert os.waitpid(child, 0)[1] == 0, "the drawing failed"


def _pdfium(file: Path, dpi: int) -> Iterator[Image.Image]:
    with pypdfium2.PdfDocument(file) as pdf:
        for page in pdf:
            yield page.render(scale=dpi / 72).to_pil().convert("RGB")


def _poppler(file: Path, dpi: int) -> Iterator[Image.Image]:
    return _drawn(file, ["pdftoppm", "-r", str(dpi), "-png", str(file), str(file.with_suffix(""))])


def _mupdf(file: Path, dpi: int) -> Iterator[Image.Image]:
    return _drawn(file, ["mutool", "draw", "-q", "-r", str(dpi), "-o", f"{file.with_suffix('')}-%04d.png", str(file)])


def _drawn(file: Path, command: list[str]) -> Iterator[Image.Image]:
    subprocess.run(command, check=True, capture_output=True)
    for path in sorted(file.parent.glob(f"{file.stem}-*.png")):
        with Image.open(path) as picture:
            yield picture.convert("RGB")
        path.unlink()


_EVERY = (("PDFium", "", _pdfium), ("poppler", "pdftoppm", _poppler), ("MuPDF", "mutool", _mupdf))
PROGRAMS = {name: pictures for name, needs, pictures in _EVERY if not needs or shutil.which(needs)}


def _furthest(one: Image.Image, other: Image.Image) -> int:
    """Give the greatest difference of any pixel in any colour."""
    return max(high for _, high in ImageChops.difference(one, other).getextrema())


if __name__ == "__main__":
    sys.exit(main())
