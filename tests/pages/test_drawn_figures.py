"""Figures that the press draws from marks: quantities as people, before and after."""

from __future__ import annotations

import pytest
from lxml import etree

from kursbuch_press.compose.drawing_data import DrawingData, DrawingMark, figure
from kursbuch_press.pages.design import read_geometry
from kursbuch_press.pages.drawings import Drawings
from kursbuch_press.pages.palette import Palette
from kursbuch_press.sources import read_layout
from tests.shipped import PROJECT

PALETTE = read_layout(PROJECT / "layouts/palette.yaml", Palette)
DRAWINGS = Drawings(PROJECT, PALETTE, read_geometry(PROJECT))


def _drawn(data: DrawingData) -> etree._Element:
    return etree.fromstring(DRAWINGS.svg(data).encode())


@pytest.mark.parametrize(
    ("words", "number"),
    [("etwa 200", 200), ("1 200", 1200), ("1.200 Menschen", 1200), ("2,5 Prozent", 2.5), ("viele", 0), ("", 0)],
)
def test_the_number_in_words_is_understood_as_german_writes_it(words: str, number: float) -> None:
    assert figure(words) == number


@pytest.mark.parametrize(("value", "signs", "scale"), [("20", 20, 1), ("21", 11, 2), ("etwa 200", 20, 10), ("7 400", 15, 500)])
def test_a_quantity_is_shown_in_at_most_twenty_signs_of_a_round_number(value: str, signs: int, scale: int) -> None:
    drawn = _drawn(DrawingData("isotype", "elbe", marks=(DrawingMark("Leute", value),), columns=("Ein Zeichen steht für",)))
    assert len(drawn.findall("{*}circle")) == signs
    assert f"Ein Zeichen steht für {scale}" in [text.text for text in drawn.iter("{*}text")]


def test_before_and_after_differ_in_form_and_not_in_colour_alone() -> None:
    mark = DrawingMark("Antrag", "acht Wochen, drei Stellen", "zwei Wochen, eine Stelle")
    drawn = _drawn(DrawingData("compare", "porphyr", marks=(mark,), columns=("Bisher", "Künftig")))
    before, after = drawn.findall("{*}path")
    assert (before.get("stroke-dasharray"), after.get("stroke-dasharray")) == ("8 5", None)
    assert float(after.get("stroke-width", "0")) > float(before.get("stroke-width", "0"))
    assert {"Bisher", "Künftig", "Antrag"} <= {text.text for text in drawn.iter("{*}text")}
