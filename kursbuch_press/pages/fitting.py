"""Length by design: an area of a sheet is as high as it is, and what does not fit is told with the number of lines."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from math import ceil
from typing import Any

from weasyprint.formatting_structure.boxes import LineBox, TextBox

from kursbuch_press.pages.layout import Box, Document

_PIXEL = 25.4 / 96
"""A CSS pixel in mm."""
_ROUNDING = 0.5
_ASKED = re.compile(r'data-(?:room|foot)="[^"]*" data-at="([^"]*)"')


@dataclass(frozen=True, slots=True)
class Overfull:
    """An area with too much text: the address of the text that has to be shorter, and by how many lines; 0: by all."""

    address: str
    lines: int


@dataclass(slots=True)
class _Area:
    """An area as laid out: where it begins and has to end, its lines, those that stand beyond, and how many letters it has."""

    room: float
    first_page: int
    top: float
    beyond: set[tuple[int, int]] = field(default_factory=set)
    lines: set[tuple[int, int]] = field(default_factory=set)
    letters: int = 0

    def lost(self, text: str) -> int:
        """Give how many lines of a text are in no box, by the letters that a line of the others has."""
        missing = _letters(text) - self.letters
        return ceil(missing * len(self.lines) / max(self.letters, 1)) if missing > 0 else 0


def overfull(document: Document, html: str) -> tuple[Overfull, ...]:
    """Find the areas (``data-at`` an address) whose text is higher than their room.

    In mm, ``data-room`` is how high an area may be, ``data-foot`` how far below the upper edge of the page it has to end.
    Lines side by side, as in a table, count once. Lines that ran on to another page count too. What would stand below the foot
    of its page in a part that has a place of its own is on no page at all: WeasyPrint drops it, all of it or its end.
    """
    areas: dict[Any, _Area] = {}
    for number, page in enumerate(document.pages):
        for box in _boxes(page._page_box):  # noqa: SLF001 - boxes have no public door
            area = areas.setdefault(box.element, _area(box, number))
            for line in box.descendants(placeholders=True):
                if isinstance(line, LineBox):
                    area.lines.add((number, round(line.position_y)))
                    if _is_beyond(line, area, number):
                        area.beyond.add((number, round(line.position_y)))
                elif isinstance(line, TextBox) and "::" not in line.element_tag:
                    area.letters += _letters(line.text)
    too_many = {element: len(area.beyond) + area.lost("".join(element.itertext())) for element, area in areas.items()}
    found = [Overfull(element.get("data-at"), lines) for element, lines in too_many.items() if lines]
    drawn = {element.get("data-at") for element in areas}
    return (*found, *(Overfull(lost, 0) for lost in dict.fromkeys(_ASKED.findall(html)) if lost not in drawn))


def _letters(text: str) -> int:
    return sum(map(str.isalnum, text))


def _area(box: Box, number: int) -> _Area:
    foot, room = box.element.get("data-foot"), box.element.get("data-room")
    if foot:
        return _Area(float(foot) / _PIXEL, number, 0)
    return _Area(float(room) / _PIXEL, number, box.position_y + (box.margin_top or 0))


def _is_beyond(line: Box, area: _Area, page: int) -> bool:
    foot: float = line.position_y + line.height
    return page > area.first_page or foot > area.top + area.room + _ROUNDING


def _boxes(page: Box) -> Iterator[Box]:
    """Give the boxes of areas: of an element that is several boxes, one inside the other, the outermost."""
    seen: set[Any] = set()
    for box in page.descendants(placeholders=True):
        element = getattr(box, "element", None)
        if element is not None and element not in seen and (element.get("data-room") or element.get("data-foot")):
            seen.add(element)
            yield box
