"""Patterns of drawings, in their place: WeasyPrint 70 begins each at the corner of the shape that it fills.

SVG 2, 14.3: a pattern begins at its x and y, in the coordinates of the drawing or as shares of the shape; so that two shapes
side by side show one pattern. WeasyPrint also changes the size of a pattern that is used: the second shape gets another one.
"""

from __future__ import annotations

from typing import Any

from weasyprint import svg as drawing
from weasyprint.svg.bounding_box import is_valid_bounding_box
from weasyprint.svg.utils import size

from kursbuch_press.pages.engine import originals
from kursbuch_press.pages.engine.replacing import Replacement

# WeasyPrint's drawings and nodes carry no types; they stay inside this file.
Drawing = Any
Node = Any


def _in_place(svg: Drawing, node: Node, pattern: Node, font_size: float, *rest: Any, **named: Any) -> object:  # noqa: ANN401 - WeasyPrint's
    stroke = named["stroke"]
    box = svg.calculate_bounding_box(node, font_size, stroke)
    if not is_valid_bounding_box(box):
        return False
    before = dict(pattern.attrib)
    left, top = _corner(svg, pattern, font_size, box)
    pattern.attrib["patternTransform"] = f"{before.get('patternTransform', '')} translate({left}, {top})"
    for name in ("x", "y"):
        pattern.attrib.pop(name, None)
    # The corner is in the transformation now; only the size of the shape still counts.
    svg.calculate_bounding_box = lambda *_: (0, 0, box[2], box[3])
    try:
        return originals.draw_pattern(svg, node, pattern, font_size, *rest, **named)
    finally:
        del svg.calculate_bounding_box
        pattern.attrib.clear()
        pattern.attrib.update(before)


def _corner(svg: Drawing, pattern: Node, font_size: float, box: tuple[float, float, float, float]) -> tuple[float, float]:
    if pattern.get("patternUnits") == "userSpaceOnUse":
        left, top = svg.point(pattern.get("x"), pattern.get("y"), font_size)
        return left, top
    across, down = (size(pattern.get(name, 0), font_size, 1) for name in ("x", "y"))
    return box[0] + across * box[2], box[1] + down * box[3]


REPLACEMENT = Replacement(drawing, "draw_pattern", originals.draw_pattern, _in_place, "7d6eacaf1d07dd5f")
