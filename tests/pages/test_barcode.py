"""The barcode of an ISBN."""

from __future__ import annotations

import importlib
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageDraw

from kursbuch_press.pages.barcode import HEIGHT, WIDTH, barcode_svg, bars, modules
from kursbuch_press.pages.fonts import Face
from kursbuch_press.sources.isbn import IsbnError, check_digit, check_isbn, hyphenated

# Imported by name: mypy stops at the stubs of zxing-cpp, which are no Python; the others have no types.
zxingcpp: Any = importlib.import_module("zxingcpp")
barcode: Any = importlib.import_module("barcode")
standard: Any = importlib.import_module("stdnum.isbn")


def _picture(digits: str) -> Image.Image:
    scale = 12  # pixels in a mm
    picture = Image.new("L", (round(WIDTH * scale), round(HEIGHT * scale)), 255)
    draw = ImageDraw.Draw(picture)
    for left, width, height in bars(digits):
        draw.rectangle((round(left * scale), 0, round((left + width) * scale) - 1, round(height * scale)), fill=0)
    return picture


@settings(max_examples=25)
@given(st.sampled_from(["978", "979"]), st.integers(0, 999_999_999))
def test_another_program_reads_every_isbn(prefix: str, number: int) -> None:
    digits = f"{prefix}{number:09d}"
    digits += check_digit(digits)
    assert [code.text for code in zxingcpp.read_barcodes(_picture(digits))] == [digits]


@given(st.sampled_from(["978", "979"]), st.integers(0, 999_999_999))
def test_bars_are_those_of_another_program(prefix: str, number: int) -> None:
    digits = f"{prefix}{number:09d}"
    digits += check_digit(digits)
    assert [modules(digits)] == barcode.get("ean13", digits).build()


@given(st.integers(0, 999_999_999))
def test_only_the_hyphens_of_the_standard_pass(number: int) -> None:
    digits = f"978{number:09d}"
    digits += check_digit(digits)
    right = standard.format(digits)
    assert check_isbn(right) == digits
    wrong = right[:4] + right[4:].replace("-", "", 1)
    with pytest.raises(IsbnError, match="Bindestriche") as raised:
        check_isbn(wrong)
    assert right in raised.value.hint


def test_the_hyphens_are_those_of_the_examples_in_the_manual() -> None:
    assert hyphenated("9783161484100") == "978-3-16-148410-0"
    assert hyphenated("9780943396040") == "978-0-943396-04-0"


def test_blanks_and_other_hyphens_do_not_matter() -> None:
    assert check_isbn("978-3-16 148410\u20110") == "9783161484100"


@pytest.mark.parametrize(
    ("isbn", "message"),
    [
        ("978-3-16-148410-1", "Die letzte Ziffer müsste 0 sein"),
        ("3-16-148410-0", "13 Ziffern"),
        ("97-83161-484100", "Bindestriche"),
        ("9783161484100", "Bindestriche"),
        ("x", "13 Ziffern"),
    ],
)
def test_a_wrong_isbn_is_refused(isbn: str, message: str) -> None:
    with pytest.raises(IsbnError, match=message):
        check_isbn(isbn)


def test_the_bars_are_one_path_and_the_figures_are_text() -> None:
    svg = barcode_svg("978-3-16-148410-0", "#2b2b2a", Face("Fira Sans"))
    assert svg.count("<path") == 1
    assert svg.count("<text") == 13
