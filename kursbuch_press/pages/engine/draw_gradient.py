"""Gradients of drawings as SVG says them: WeasyPrint 70 draws some of them otherwise.

SVG 2, 8.9: a length in percent is a share of the diagonal divided by the root of two, so that 50 % of a square
is half its side. Without that division the usual gradient, which names no radius, never reaches its last colour.

SVG 2, 14.2.4: colour and opacity of stops run side by side, each in a straight line. WeasyPrint bends the line of the colours
(create_interpolation_function.py) and gives a stop that cannot be seen the colour of its neighbour, so that red to
transparent blue never gets blue.
"""

from __future__ import annotations

from typing import Any

from weasyprint import svg as drawing
from weasyprint.svg.utils import alpha_value

from kursbuch_press.pages.engine import originals
from kursbuch_press.pages.engine.create_interpolation_function import straight_lines
from kursbuch_press.pages.engine.replacing import Replacement

# WeasyPrint's drawings and nodes carry no types; they stay inside this file.
Drawing = Any
Node = Any

_USUAL = {"r": "50%", "fr": "0"}
_UNSEEN = "0.0005"  # an eighth of a step of 8 bits, and more than nothing


def _mended(svg: Drawing, node: Node, gradient: Node, *rest: object, **named: object) -> object:
    if gradient.tag == "radialGradient":
        whole = svg.normalized_diagonal if gradient.get("gradientUnits") == "userSpaceOnUse" else 1
        for name, usual in _USUAL.items():
            share = gradient.get(name, usual).strip()
            if share.endswith("%"):
                gradient.attrib[name] = repr(float(share[:-1]) / 100 * whole)
    for stop in gradient:
        if alpha_value(stop.get("stop-opacity", 1)) == 0:
            stop.attrib["stop-opacity"] = _UNSEEN
    with straight_lines():
        return originals.draw_gradient(svg, node, gradient, *rest, **named)


REPLACEMENT = Replacement(drawing, "draw_gradient", originals.draw_gradient, _mended, "3077a74bce3bdf40")
