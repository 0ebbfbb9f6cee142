"""A cover spread out flat is as wide as its pages and its spine, to the thousandth of a millimetre."""

from __future__ import annotations

import pytest

from kursbuch_press.pages.cover import CoverSheet


@pytest.mark.parametrize(
    ("sheet", "width", "fold"),
    [
        (CoverSheet(148, 210, 7.1256, 3, stitched=False), 303.126, 155.126),
        (CoverSheet(148.0004, 210, 7.1234, 3, stitched=False), 303.124, 155.124),
        (CoverSheet(210, 297, 12.5, 3, stitched=False), 432.5, 222.5),
        (CoverSheet(210, 297, 0, 3, stitched=True), 210, 210),
    ],
)
def test_a_cover_is_two_pages_and_a_spine(sheet: CoverSheet, width: float, fold: float) -> None:
    assert (sheet.width, sheet.fold_right) == (width, fold)
