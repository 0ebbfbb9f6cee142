"""Whether a browser sets a handout in the same order of signs: Chromium prints the HTML that the press laid out.

    .venv/bin/python -m benchmarks.browser [HANDOUT...]     (ar/01-deutsch-fuer-alle if none is named)

Both PDFs are read by PDFium, sign by sign with its place. Lines break at other places, so what is compared are three signs in a
row as they stand in a line from right to left: how often there are which (the order of signs of two directions, Unicode UAX 9).
Prints what share is alike, and the rows with a figure or a Latin letter in them that only one of the two has.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from ctypes import c_double
from pathlib import Path
from unicodedata import combining

import pypdfium2
import pypdfium2.raw as pdfium

PROJECT = Path(__file__).resolve().parents[1]
_OPTIONS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--no-pdf-header-footer",
)
_IN_A_ROW = 3
_LINE, _COLUMN = 2.0, 30.0
"""How many points a sign may stand beside its line, and from how many on a gap parts two lines side by side."""


def main() -> int:
    """Compare every handout that is named, and print what is unlike."""
    browser = shutil.which("chromium")
    if browser is None:
        print("Chromium is not on this machine.")
        return 2
    for name in sys.argv[1:] or ["ar/01-deutsch-fuer-alle"]:
        with tempfile.TemporaryDirectory() as folder:
            ours, theirs = _both(name, Path(folder), browser)
        alike = (ours & theirs).total()
        print(f"{name}: {ours.total()} rows here, {theirs.total()} in the browser, {alike / ours.total():.1%} alike")
        print("  only here: ", " ".join(_latin(ours - theirs)))
        print("  only there:", " ".join(_latin(theirs - ours)))
    return 0


def _latin(rows: Counter[str]) -> list[str]:
    return sorted(row for row in rows.elements() if any(sign.isascii() and sign.isalnum() for sign in row))


def _both(name: str, folder: Path, browser: str) -> tuple[Counter[str], Counter[str]]:
    from kursbuch_press.pages.drawing import draw_handout
    from kursbuch_press.pages.fonts import families
    from kursbuch_press.pages.handouts.setting import set_handout
    from kursbuch_press.press import engine
    from kursbuch_press.press.composing import manuscript
    from kursbuch_press.press.designs import design
    from kursbuch_press.press.project import Project
    from kursbuch_press.press.stages import keeping

    project = Project(PROJECT)
    with keeping():
        sheets = engine.load(project, "kursbuch_press.press.sheets")
        look = design(project, sheets.DESIGN)
        handout = set_handout(name, sheets.material(project), look, sheets.setter(project))
        ours = folder / "ours.pdf"
        ours.write_bytes(draw_handout(handout, manuscript(project).edition.screen_standard))
    faces = "".join(
        f"@font-face {{ font-family: '{cut.family}'; font-weight: {cut.weight}; "
        f"font-style: {'italic' if cut.italic else 'normal'}; src: url('{cut.path.resolve().as_uri()}') }}\n"
        for cuts in families(PROJECT).values()
        for cut in cuts
    )
    styles = "\n".join([faces, *(text for _, text in look.stylesheets()), handout.css])
    page, theirs = folder / "page.html", folder / "theirs.pdf"
    page.write_text(handout.html.replace("</head>", f"<style>{styles}</style></head>", 1), "utf-8")
    command = [browser, *_OPTIONS, f"--user-data-dir={folder / 'profile'}", f"--print-to-pdf={theirs}", page.as_uri()]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    return Counter(_rows(ours)), Counter(_rows(theirs))


def _rows(path: Path) -> Iterator[str]:
    """Give every three signs in a row as they stand in the lines of a file, from right to left."""
    with pypdfium2.PdfDocument(path) as pdf:
        for page in pdf:
            for line in _lines(page):
                yield from (line[at : at + _IN_A_ROW] for at in range(len(line) - _IN_A_ROW + 1))


def _lines(page: pypdfium2.PdfPage) -> Iterator[str]:
    text = page.get_textpage()
    lines: dict[float, list[tuple[float, str]]] = {}
    x, y = c_double(), c_double()
    for at in range(text.count_chars()):
        sign = chr(pdfium.FPDFText_GetUnicode(text, at))
        pdfium.FPDFText_GetCharOrigin(text, at, x, y)
        if not sign.isspace() and sign.isprintable() and not combining(sign):
            near = next((known for known in lines if abs(known - y.value) < _LINE), y.value)
            lines.setdefault(near, []).append((x.value, sign))
    for line in lines.values():
        # Signs of a ligature share its origin: there they keep the order in which they are read.
        edge, row = 0.0, ""
        for left, sign in sorted(line, key=lambda each: -each[0]):
            if row and edge - left > _COLUMN:
                yield row
                row = ""
            row, edge = row + sign, left
        yield row


if __name__ == "__main__":
    sys.exit(main())
