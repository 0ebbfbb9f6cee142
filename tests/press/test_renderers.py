"""The comparison of renderers must be able to say no, and must not for what rounding does."""

from __future__ import annotations

from PIL import Image, ImageDraw

from tests.press.renderers import LIGHT, LOST, apart, left_out


def _page(*boxes: tuple[int, int, int, int], light: int = 60) -> Image.Image:
    page = Image.new("L", (219, 307), 255)
    for box in boxes:
        ImageDraw.Draw(page).rectangle(box, fill=light)
    return page


BAR = (40, 40, 120, 42)
"""A bar 2 mm high."""


def test_what_one_renderer_leaves_out_is_found_in_either_order() -> None:
    assert left_out(_page(BAR), _page()) > LOST
    assert left_out(_page(), _page(BAR)) == 0
    assert left_out(_page(BAR, light=230), _page()) > LOST, "a light tint counts like black"


def test_what_rounding_moves_by_a_pixel_is_no_difference() -> None:
    moved = _page((41, 41, 121, 43))
    assert left_out(_page(BAR), moved) == left_out(moved, _page(BAR)) == LOST


def test_a_gradient_that_became_one_colour_is_found_by_its_light() -> None:
    dark, faint = _page((40, 40, 120, 120), light=70), _page((40, 40, 120, 120), light=230)
    assert left_out(dark, faint) == LOST
    assert apart(dark, faint) > LIGHT
