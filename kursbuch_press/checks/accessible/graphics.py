"""How strongly what a drawing paints differs from what it stands on: in finished files, and before there is one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from kursbuch_press.checks.accessible.colours import Light, contrast, light_of
from kursbuch_press.checks.accessible.grounds import GroundMark, as_ground, ground_at
from kursbuch_press.limits import Budget
from kursbuch_press.marks.library import Library
from kursbuch_press.marks.marks import Mark, PathMark, PictureMark, ShadingMark
from kursbuch_press.marks.opening import open_pdf
from kursbuch_press.marks.sheets import read_sheets

ENOUGH = 3.0
"""WCAG 2.1, 1.4.11: what has to be seen differs from what is beside it by so much."""
ROUNDING = 0.005


class Standing(NamedTuple):
    """A painted part of a drawing on its ground; ``ratio`` is None where a pattern or a picture lies below it."""

    ratio: float | None
    colour: Light | None = None
    ground: Light | None = None

    @property
    def is_weak(self) -> bool:
        """Whether it is too faint; what has the colour of its ground is a gap, and means nothing by itself."""
        return self.ratio is not None and 1 < self.ratio < ENOUGH - ROUNDING


def standing(marks: tuple[Mark, ...], own: Mapping[int, Mark]) -> Iterator[Standing]:
    """Give the contrast of each path of a drawing against what lies below its middle and beside its edge."""
    below: list[GroundMark] = []
    for mark in marks:
        if id(mark) in own and isinstance(mark, PathMark):
            colours = [light_of(colour) for colour in mark.paint.colours]
            area = mark.area
            beside = (area.left - 0.5, (area.bottom + area.top) / 2)
            middle = ((area.left + area.right) / 2, (area.bottom + area.top) / 2)
            near = [each for each in below if each.area.meets(area.grow(1))]
            grounds = {light for point in (beside, middle) for light in ground_at(point, near).lights}
            for light in () if _carries(mark, own) else colours:
                if light is None or not grounds:
                    yield Standing(None)
                else:
                    ratio, ground = max((contrast(light.over(each, mark.paint.opacity), each), each) for each in grounds)
                    yield Standing(ratio, light, ground)
        stand = as_ground(mark)
        if stand is not None:
            below.append(stand)


def _carries(mark: Mark, own: Mapping[int, Mark]) -> bool:
    """Whether other parts of the drawing stand on a part: it is their ground, and they carry the meaning."""
    return any(each is not mark and mark.area.holds(each.area, 0.5) and each.area != mark.area for each in own.values())


def drawings_in(content: bytes) -> list[tuple[Standing, ...]]:
    """Give what each page of a PDF of our own paints; a page with a picture or a gradient on it is not judged."""
    found = []
    with open_pdf(content) as pdf:
        for sheet in read_sheets(pdf, Library(Budget())):
            marks = sheet.painting.marks
            is_judged = not any(isinstance(mark, (PictureMark, ShadingMark)) for mark in marks)
            found.append(tuple(standing(marks, {id(mark): mark for mark in marks})) if is_judged else ())
    return found
