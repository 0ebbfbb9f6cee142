"""The barcode of an ISBN."""

from __future__ import annotations

import importlib
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, ImageDraw

from kursbuch_press.pages.barcode import HEIGHT, WIDTH, IsbnError, barcode_svg, bars, check_digit, check_isbn

# Imported by name: mypy stops at the stubs of zxing-cpp, which are no Python.
zxingcpp: Any = importlib.import_module("zxingcpp")


def _picture(digits: str) -> Image.Image:
    scale = 12  # pixels in a mm
    picture = Image.new("L", (round(WIDTH * scale), round(HEIGHT * scale)), 255)
    draw = ImageDraw.Draw(picture)
    for left, width, height in bars(digits):
        draw.rectangle((round(left * scale), 0, round((left + width) * scale) - 1, round(height * scale)), fill=0)
    return picture


@given(st.sampled_from(["978", "979"]), st.integers(0, 999_999_999))
def test_another_program_reads_every_isbn(prefix: str, number: int) -> None:
    digits = f"{prefix}{number:09d}"
    digits += check_digit(digits)
    assert [code.text for code in zxingcpp.read_barcodes(_picture(digits))] == [digits]


def test_hyphens_and_blanks_do_not_matter() -> None:
    assert check_isbn("978-3-16 148410\u20110") == "9783161484100"


@pytest.mark.parametrize(
    ("isbn", "message"),
    [
        ("978-3-16-148410-1", "Die letzte Ziffer müsste 0 sein"),
        ("3-16-148410-0", "13 Ziffern"),
        ("x", "13 Ziffern"),
    ],
)
def test_a_wrong_isbn_is_refused(isbn: str, message: str) -> None:
    with pytest.raises(IsbnError, match=message):
        check_isbn(isbn)


def test_the_bars_are_one_path_and_the_figures_are_text() -> None:
    svg = barcode_svg("978-3-16-148410-0", "#2b2b2a")
    assert svg.count("<path") == 1
    assert svg.count("<text") == 13
