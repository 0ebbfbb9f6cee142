"""Radial gradients of drawings, as wide as SVG says: WeasyPrint 70 makes those in percent wider by the root of two.

SVG 2, 8.9: a length in percent is a share of the diagonal divided by the root of two, so that 50 % of a square
is half its side. Without that division the usual gradient, which names no radius, never reaches its last colour.
"""

from __future__ import annotations

from typing import Any

from weasyprint import svg as drawing

# WeasyPrint's drawings and nodes carry no types; they stay inside this file.
Drawing = Any
Node = Any

_USUAL = {"r": "50%", "fr": "0"}

_draw = drawing.draw_gradient


def mend_radii() -> None:
    """Draw radial gradients rightly from now on."""
    drawing.draw_gradient = _with_radius


def _with_radius(svg: Drawing, node: Node, gradient: Node, *rest: object, **named: object) -> object:
    if gradient.tag == "radialGradient":
        whole = svg.normalized_diagonal if gradient.get("gradientUnits") == "userSpaceOnUse" else 1
        for name, usual in _USUAL.items():
            share = gradient.get(name, usual).strip()
            if share.endswith("%"):
                gradient.attrib[name] = repr(float(share[:-1]) / 100 * whole)
    return _draw(svg, node, gradient, *rest, **named)
