"""The ISBN as an EAN-13 barcode in vectors (GS1 General Specifications, 5.2; ISBN Users' Manual).

Written here, since the code is a table and a sum: libraries for it bring fonts and formats of their own, and
would be one more thing to keep up to date.
"""

from __future__ import annotations

import re
from html import escape

from kursbuch_press.pages.drawings import breadth
from kursbuch_press.pages.fonts import Face
from kursbuch_press.sources.isbn import check_isbn

MODULE = 0.33
"""mm; the width of the thinnest bar at 100 %, which every scanner reads and every press prints."""

WIDTH, HEIGHT = 113 * MODULE, 25.93
"""mm; with the light margins of 11 and 7 modules, and with the figures below."""

_BARS = 22.85  # mm; the guards are five modules longer
_LEFT, _GUARD, _HALF = 11, 5, 6
_GUARDS = (0, 2, 46, 48, 92, 94)  # the modules of the six long bars
_TYPE = 3.1  # mm; of the figures

# Which of the first six figures are written with which of the two left-hand codes says the first figure.
_PARITY = (
    "LLLLLL", "LLGLGG", "LLGGLG", "LLGGGL", "LGLLGG", "LGGLLG", "LGGGLL", "LGLGLG", "LGLGGL", "LGGLGL",
)  # fmt: skip
_L = (
    "0001101", "0011001", "0010011", "0111101", "0100011",
    "0110001", "0101111", "0111011", "0110111", "0001011",
)  # fmt: skip


def modules(digits: str) -> str:
    """Give the 95 modules of an EAN-13 as 1 (bar) and 0 (space)."""
    parity = _PARITY[int(digits[0])]
    left = "".join(_left(int(digit), kind) for digit, kind in zip(digits[1:7], parity, strict=True))
    right = "".join(_inverted(_L[int(digit)]) for digit in digits[7:])
    return f"101{left}01010{right}101"


def bars(digits: str) -> list[tuple[float, float, float]]:
    """Give every bar as left edge, width and height in mm, from the left edge of the light margin."""
    code = modules(digits)
    found = []
    for run in re.finditer("1+", code):
        guard = run.start() in _GUARDS
        height = _BARS + (_GUARD * MODULE if guard else 0)
        found.append(((_LEFT + run.start()) * MODULE, len(run[0]) * MODULE, height))
    return found


def barcode_svg(isbn: str, ink: str, face: Face) -> str:
    """Draw the barcode of an ISBN as SVG in millimetres: bars as one path, figures in the face of headings."""
    digits = check_isbn(isbn)
    path = "".join(f"M{x:.3f} 0h{width:.3f}v{height:.3f}h-{width:.3f}z" for x, width, height in bars(digits))
    texts = "".join(_figure(place, digit, breadth(digit, _TYPE, face=face)) for place, digit in enumerate(digits))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH:.3f} {HEIGHT}" '
        f'width="{WIDTH:.3f}mm" height="{HEIGHT}mm" fill="{ink}" font-family="{escape(face.name)}" font-size="{_TYPE}">'
        f'<path d="{path}"/>{texts}</svg>'
    )


def _left(digit: int, kind: str) -> str:
    return _L[digit] if kind == "L" else _inverted(_L[digit])[::-1]


def _inverted(code: str) -> str:
    return code.translate(str.maketrans("01", "10"))


def _figure(place: int, digit: str, width: float) -> str:
    """Set a figure in the middle of the seven modules that it names; the first stands in the light margin."""
    start = 2.0 if place == 0 else _LEFT + (4 if place <= _HALF else 8) + 7 * (place - 1)  # modules
    left = (start + (7 - width / MODULE) / 2) * MODULE
    return f'<text x="{left:.3f}" y="{HEIGHT - 0.3:.3f}">{digit}</text>'
