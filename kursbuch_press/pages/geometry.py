"""The measures of a page: what stays free on it, how high a line is, which typefaces are set (layouts/geometry.yaml)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from math import floor
from typing import Annotated

from pydantic import Field

from kursbuch_press.book.edition import Trim
from kursbuch_press.book.record import Record
from kursbuch_press.pages import wording
from kursbuch_press.problems import Place, Problem

FILE = "layouts/geometry.yaml"
_POINT = 25.4 / 72
_NAMED = re.compile(r"var\(--([a-z-]+)\)")
# A hundredth of a line is less than rounding millimetres to tenths may leave.
_EVEN = 0.02
_EXACT = 10_000

Millimetres = Annotated[float, Field(ge=5, le=80)]


class Margins(Record):
    """What stays free around the type area, in mm; inner is at the spine."""

    top: Annotated[Millimetres, Field(description="Kopfsteg in mm.")]
    bottom: Annotated[Millimetres, Field(description="Fußsteg in mm.")]
    inner: Annotated[Millimetres, Field(description="Bundsteg in mm.")]
    outer: Annotated[Millimetres, Field(description="Außensteg in mm.")]


class Faces(Record):
    """The typefaces by what they are for."""

    text: Annotated[str, Field(description="Schrift des Grundtextes.")]
    display: Annotated[str, Field(description="Schrift der Überschriften, Tabellen und Zeichnungen.")]


@dataclass(frozen=True, slots=True)
class TypeArea:
    """The type area of a page of a certain trim: ``width`` and ``height`` in mm, and how many lines it holds.

    ``foot`` is the margin below it in mm that leaves whole lines: millimetres in tenths may lack a hair of the last line.
    """

    width: float
    height: float
    lines: float
    foot: float = 0.0


class Geometry(Record):
    """layouts/geometry.yaml."""

    line: Annotated[float, Field(ge=8, le=30, description="Zeilenabstand des Grundtextes in pt.")]
    margins: Margins
    faces: Faces
    seconds: Annotated[int, Field(ge=1, le=86_400, description="So lange darf das Setzen eines Kapitels dauern, in s.")] = 300

    def area(self, trim: Trim) -> TypeArea:
        """Give the type area of a page."""
        width = round(trim.width - self.margins.inner - self.margins.outer, 4)
        height = round(trim.height - self.margins.top - self.margins.bottom, 4)
        lines = round(height / (self.line * _POINT), 3)
        foot = self.margins.bottom
        if abs(lines - round(lines)) <= _EVEN:
            whole = trim.height - self.margins.top - round(lines) * self.line * _POINT
            foot = floor(round(whole * _EXACT, 3)) / _EXACT
        return TypeArea(width, height, lines, foot)

    def insert(self, text: str) -> str:
        """Put measures and typefaces in the place of ``var(--line)`` and its like; other names are left alone."""
        named = self.names()
        return _NAMED.sub(lambda match: named.get(match[1], match[0]), text)

    def names(self) -> dict[str, str]:
        """Give what stylesheets, templates and drawings may name."""
        margins = {f"margin-{side}": f"{value:g}mm" for side, value in self.margins.model_dump().items()}
        return {"line": f"{self.line:g}pt", **margins, "text-face": self.faces.text, "display-face": self.faces.display}

    def problems(self, trim: Trim, place: Place) -> Iterator[Problem]:
        """Tell of a type area that does not hold a whole number of lines: facing pages would end on different ones."""
        area = self.area(trim)
        whole = round(area.lines)
        if area.width <= 0 or whole < 1:
            yield Problem(place, wording.NO_TYPE_AREA, wording.NO_TYPE_AREA_HINT, rule="geometry")
        elif abs(area.lines - whole) > _EVEN:
            lines = f"{area.lines:.1f}".replace(".", ",")
            wanted = trim.height - self.margins.top - int(area.lines) * self.line * _POINT
            hint = wording.UNEVEN_LINES_HINT.format(bottom=f"{wanted:.1f}", lines=int(area.lines))
            yield Problem(place, wording.UNEVEN_LINES.format(lines=lines, line=f"{self.line:g}"), hint, rule="geometry")
