"""What a drawing paints, measured before it is in any edition."""

from __future__ import annotations

from itertools import product

import pytest
from weasyprint import HTML

from kursbuch_press.checks.accessible.colours import Light, contrast, read_hex
from kursbuch_press.checks.accessible.graphics import ENOUGH, drawings_in
from kursbuch_press.pages.palette import Palette
from kursbuch_press.sources import read_layout
from tests.shipped import PROJECT

NONE = Light(0, 0, 0)
BAR = '<rect x="5" y="5" width="40" height="4" fill="{colour}"/>'
STOPS = '<stop stop-color="#eee"/><stop offset="1" stop-color="#ddd"/>'
GRADIENT = f'<linearGradient id="a">{STOPS}</linearGradient><rect width="9" height="9" fill="url(#a)"/>'


def _painted(*svgs: str) -> bytes:
    shown = "".join(f'<div style="break-after: page"><svg viewBox="0 0 60 30" width="60">{svg}</svg></div>' for svg in svgs)
    drawn: bytes = HTML(string=f"<title>-</title>{shown}").write_pdf()
    return drawn


@pytest.mark.parametrize(
    ("svg", "weak"),
    [
        (BAR.format(colour="#bbbbbb"), ["#BBBBBB"]),
        (BAR.format(colour="#666666"), []),
        (BAR.format(colour="#ffffff"), []),
        ('<path d="M2 2L50 20" fill="none" stroke="#ffcc00" stroke-width="2"/>', ["#FFCC00"]),
        ('<rect width="60" height="30" fill="#222222"/>' + BAR.format(colour="#bbbbbb"), []),
        ('<rect width="60" height="30" fill="#222222"/>' + BAR.format(colour="#444444"), ["#444444"]),
        ('<g transform="scale(2)"><circle cx="9" cy="9" r="4" fill="#eeeeee"/></g>', ["#EEEEEE"]),
        (GRADIENT, []),
    ],
)
def test_parts_that_are_too_faint_are_found(svg: str, weak: list[str]) -> None:
    (found,) = drawings_in(_painted(svg))
    assert [each.colour.hex for each in found if each.is_weak and each.colour] == weak


def test_each_drawing_has_its_own_page() -> None:
    found = drawings_in(_painted(BAR.format(colour="#bbbbbb"), BAR.format(colour="#000000"), BAR.format(colour="#cccccc")))
    assert [[each.is_weak for each in parts] for parts in found] == [[True], [False], [True]]


def test_bright_bands_can_be_told_from_the_cover_and_from_their_own_page() -> None:
    swatches = read_layout(PROJECT / "layouts/palette.yaml", Palette).swatches
    bright = [name.removesuffix("-bright") for name in swatches if name.endswith("-bright")]
    assert bright
    pairs = {*product(bright, ("petrol",)), *zip(bright, bright, strict=True)}
    lights = {name: read_hex(swatch.srgb) for name, swatch in swatches.items()}
    assert [pair for pair in pairs if contrast(lights[f"{pair[0]}-bright"] or NONE, lights[pair[1]] or NONE) < ENOUGH] == []
