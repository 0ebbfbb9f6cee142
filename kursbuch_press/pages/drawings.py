"""Figures that the press draws: data in, SVG out, by the templates in layouts/drawings/."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import cache, lru_cache, partial
from pathlib import Path

from PIL import ImageFont

from kursbuch_press.compose.drawing_data import DrawingData, figure
from kursbuch_press.html.templates import Templates
from kursbuch_press.pages.fonts import WEIGHTS, Face
from kursbuch_press.pages.geometry import Geometry
from kursbuch_press.pages.palette import Palette
from kursbuch_press.pages.written_drawings import FOLDER, as_drawing

# Fonts are measured at this size, in pixels, and scaled: large enough that rounding does not show.
_MEASURED = 1000
# Lines are made as even as this, in points.
_NARROWER = 2.0


class Drawings:
    """Draws figures with the swatches of the palette."""

    def __init__(self, project: Path, palette: Palette, geometry: Geometry) -> None:
        """Prepare the templates; nothing is drawn yet."""
        self.templates = Templates(project, FOLDER)
        display = Face(geometry.faces.display, project)
        self.templates.filter("breadth", partial(breadth, face=display))
        self.templates.filter("lines", partial(lines, face=display))
        self.templates.filter("figure", figure)
        self._palette, self._geometry = palette, geometry

    def svg(self, data: DrawingData) -> str:
        """Draw one figure as SVG; the size is that of its viewBox in points. What is no XML is raised as BookError."""
        name = f"{data.name}.svg.j2"
        drawn = self._geometry.insert(self._palette.insert(self.templates.render(name, {"data": data})))
        return as_drawing(drawn, self.templates.text(name))


def breadth(words: str, size: float, weight: str = "Regular", *, face: Face) -> float:
    """Give the breadth of words in a typeface, in points: SVG does not break lines, so templates have to."""
    return _length(_file(face, weight), words) * size / _MEASURED


def breadths(words: str, size: float, face: Face) -> tuple[float, ...]:
    """Give the breadths of all beginnings of words, from their first letter alone to the whole, in points."""
    file = _file(face, "Regular")
    return tuple(_length(file, words[:end]) * size / _MEASURED for end in range(1, len(words) + 1))


def lines(words: str, width: float, size: float, weight: str = "Regular", *, face: Face) -> list[str]:  # noqa: PLR0913 - as templates call it
    """Break words into as few lines of at most ``width`` points as hold them, all about as long: no word hangs alone below.

    A word that is too long gets a line of its own.
    """
    file = _file(face, weight)  # once, since each time all files of the house are looked at

    def measure(line: str) -> float:
        return _length(file, line) * size / _MEASURED

    pieces = re.findall(r"[^\s-]+-?\s*|-\s*", words)
    broken = _filled(pieces, width, measure)
    narrow, wide = 0.0, width
    while len(broken) > 1 and wide - narrow > _NARROWER:
        middle = (narrow + wide) / 2
        tried = _filled(pieces, middle, measure)
        if len(tried) > len(broken):
            narrow = middle
        else:
            wide, broken = middle, tried
    return broken


def _filled(pieces: Sequence[str], width: float, measure: Callable[[str], float]) -> list[str]:
    """Fill line after line."""
    broken: list[str] = []
    for piece in pieces:
        line = (broken[-1] if broken else "") + piece
        if broken and measure(line.rstrip()) <= width:
            broken[-1] = line
        else:
            broken.append(piece)
    return [line.strip() for line in broken]


def _file(face: Face, weight: str) -> Path:
    return face.cut(WEIGHTS[weight]).path


@lru_cache(maxsize=1 << 16)
def _length(file: Path, words: str) -> float:
    """Measure words; who looks for the best of many breaks asks for the same ones again and again."""
    return float(_opened(file).getlength(words))


@cache
def _opened(path: Path) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(str(path), _MEASURED)
