"""What a text really stands on: the fills below it in painting order, down to the first that hides the rest."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from kursbuch_press.checks.accessible.colours import WHITE, Light, light_of
from kursbuch_press.marks.geometry import Area
from kursbuch_press.marks.marks import GroupMark, Mark, PathMark, PictureMark, ShadingMark, TextMark, Where
from kursbuch_press.marks.tagged import Outline, Point, TaggedPaint

THIN = 1.5
"""Points; a thinner fill is a rule, and text crosses it, but does not stand on it."""
_INVISIBLE = 0.01
_OPAQUE = 0.995


@dataclass(frozen=True, slots=True)
class Ground:
    """What lies below a point. ``lights`` are the colours it may have, none where nobody can know."""

    lights: tuple[Light, ...]


PAPER = Ground((WHITE,))
UNKNOWN = Ground(())

GroundMark = PathMark | PictureMark | ShadingMark


def as_ground(mark: Mark) -> GroundMark | None:
    """Give a mark that text can stand on; None for text, what is not seen, and rules that text only crosses."""
    if isinstance(mark, (TextMark, GroupMark)) or mark.paint.opacity < _INVISIBLE:
        return None
    if mark.paint.where in {Where.GLYPH, Where.PATTERN}:  # what a tile holds is told of by the path that it fills
        return None
    if isinstance(mark, PathMark):
        thick = (mark.line or 0.0) if mark.paint.fill is None else min(mark.area.width, mark.area.height)
        return mark if thick > THIN else None
    return mark


def ground_at(point: Point, below: Sequence[GroundMark]) -> Ground:
    """Give what is seen at a point; ``below`` in painting order, the last on top."""
    layers: list[tuple[tuple[Light, ...], float]] = []
    bottom = PAPER.lights
    for mark in reversed(below):
        if not covers(mark, point):
            continue
        lights = _lights(mark)
        if not lights or (isinstance(mark.paint, TaggedPaint) and mark.paint.masked):
            return UNKNOWN
        if mark.paint.opacity >= _OPAQUE:
            bottom = lights
            break
        layers.append((lights, mark.paint.opacity))
    for lights, opacity in reversed(layers):
        bottom = tuple(dict.fromkeys(top.over(under, opacity) for top in lights for under in bottom))
    return Ground(bottom)


def _lights(mark: GroundMark) -> tuple[Light, ...]:
    if isinstance(mark, PictureMark):
        return ()
    if isinstance(mark, ShadingMark):
        ends = [light_of(colour) for colour in mark.ends]
        known = tuple(light for light in ends if light is not None)
        return known if len(known) == len(ends) else ()
    colour = mark.paint.fill if mark.paint.fill is not None else mark.paint.stroke
    light = light_of(colour) if colour is not None else None
    return (light,) if light is not None else ()


def covers(mark: GroundMark, point: Point) -> bool:
    """Whether a mark paints a point."""
    x, y = point
    area = mark.area
    if not (area.left <= x <= area.right and area.bottom <= y <= area.top):
        return False
    paint = mark.paint
    if isinstance(mark, PictureMark) or not isinstance(paint, TaggedPaint) or not paint.outlines:
        return not isinstance(mark, PathMark) or paint.fill is not None or _on_frame(area, point, mark.line or 0.0)
    if paint.fill is None and isinstance(mark, PathMark):
        return any(_on_line(outline, point, (mark.line or 0.0) / 2) for outline in paint.outlines)
    return _inside(paint.outlines, point, even_odd=paint.even_odd)


def _on_frame(area: Area, point: Point, line: float) -> bool:
    """Whether a point lies on the drawn edge of a rectangle; the area reaches to the outer side of the line."""
    inner = area.grow(-line)
    x, y = point
    return not (inner.left < x < inner.right and inner.bottom < y < inner.top)


def _inside(outlines: Sequence[Outline], point: Point, *, even_odd: bool) -> bool:
    """Count how often a ray to the right meets the outline (ISO 32000-1, 8.5.3.3)."""
    x, y = point
    winding = crossings = 0
    for outline in outlines:
        before = outline[-1] if outline else (0.0, 0.0)
        for corner in outline:
            (x0, y0), (x1, y1) = before, corner
            if (y0 <= y) != (y1 <= y) and x < x0 + (y - y0) * (x1 - x0) / (y1 - y0):
                crossings += 1
                winding += 1 if y1 > y0 else -1
            before = corner
    return crossings % 2 == 1 if even_odd else winding != 0


def _on_line(outline: Outline, point: Point, reach: float) -> bool:
    """Whether a point lies on a thick line."""
    x, y = point
    for (x0, y0), (x1, y1) in pairwise(outline):
        long = (x1 - x0) ** 2 + (y1 - y0) ** 2
        along = min(max(((x - x0) * (x1 - x0) + (y - y0) * (y1 - y0)) / long, 0.0), 1.0) if long else 0.0
        if (x0 + along * (x1 - x0) - x) ** 2 + (y0 + along * (y1 - y0) - y) ** 2 <= reach * reach:
            return True
    return False
