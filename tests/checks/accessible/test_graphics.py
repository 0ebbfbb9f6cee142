"""What a drawing paints, measured before it is in any edition."""

from __future__ import annotations

import pytest
from weasyprint import HTML

from kursbuch_press.checks.accessible.graphics import drawings_in

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
