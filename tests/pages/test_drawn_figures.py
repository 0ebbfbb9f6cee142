"""Figures that the press draws from marks: quantities as people, before and after."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from lxml import etree

from kursbuch_press.compose.drawing_data import Bar, Bond, DrawingData, DrawingMark, figure
from kursbuch_press.pages.design import read_geometry
from kursbuch_press.pages.drawings import Drawings, breadth, lines
from kursbuch_press.pages.fonts import Face
from kursbuch_press.pages.palette import Palette
from kursbuch_press.problems import BookError
from kursbuch_press.sources import read_layout
from tests.shipped import PROJECT

PALETTE = read_layout(PROJECT / "layouts/palette.yaml", Palette)
DRAWINGS = Drawings(PROJECT, PALETTE, read_geometry(PROJECT))
FACE = Face(read_geometry(PROJECT).faces.display, PROJECT)


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


LONG = "Gemeinsame Beratung der Ausländerbehörden und der Migrationsberatungsstellen in allen Landkreisen und Städten"


@pytest.mark.parametrize("count", [1, 6, 12])
def test_long_names_of_fields_wrap_in_the_matrix(count: int) -> None:
    names = [f"{LONG[:70]} {number}" for number in range(count)]
    marks = tuple(DrawingMark(name, str(number), "elbe") for number, name in enumerate(names, 1))
    legend = (DrawingMark("verantwortlich"), DrawingMark("wirkt mit"))
    drawn = _drawn(DrawingData("matrix", "elbe", marks=marks, rows=("Stelle",), columns=tuple(names), legend=legend))
    heads = [text for text in drawn.iter("{*}text") if "rotate" in text.get("transform", "")]
    assert " ".join(str(text.text) for text in heads).split() == " ".join(names).split()
    at = sorted(float(text.get("transform", "").partition("(")[2].split()[0]) for text in heads)
    assert all(after - before > 7 for before, after in pairwise(at)), "names lie on each other"


def test_long_names_of_measures_wrap_in_the_time_line() -> None:
    bars = tuple(Bar(f"1.{at}", f"{LONG} {at}", "2014-01", "2015-06", "high", "elbe", "Feld", f"f/m{at}") for at in range(1, 9))
    drawn = _drawn(DrawingData("timeline", "elbe", bars=bars, begin="2014-01", end="2015-12", legend=()))
    texts = [text for text in drawn.iter("{*}text") if text.get("x") == "16"][1:]
    assert " ".join(str(text.text) for text in texts).split() == " ".join(bar.title for bar in bars).split()
    lines = [float(text.get("y", "0")) for text in texts]
    assert all(after - before > 6 for before, after in pairwise(lines)), "lines lie on each other"
    assert max(lines) < float(drawn.get("viewBox", "").split()[3])


@pytest.mark.parametrize("name", ["stairs", "ring", "zones", "scheme", "compare"])
@pytest.mark.parametrize("count", [2, 3, 5, 8])
def test_stations_of_any_length_stand_in_the_drawing_and_not_on_each_other(name: str, count: int) -> None:
    marks = tuple(DrawingMark(LONG[: 12 + at * 23 % 60], LONG[: at * 17 % 40], LONG[: at * 31 % 75]) for at in range(count))
    drawn = _drawn(DrawingData(name, "elbe", marks=marks, columns=("Bisher", "Künftig")))
    width, height = map(float, drawn.get("viewBox", "").split()[2:])
    places: dict[tuple[str, str], list[float]] = {}
    for text in drawn.iter("{*}text"):
        words, x, y = str(text.text), float(text.get("x", "0")), float(text.get("y", "0"))
        wide = breadth(words, float(text.get("font-size", "8.4")), face=FACE)
        left = x - {"end": wide, "middle": wide / 2}.get(text.get("text-anchor", ""), 0)
        assert -0.5 <= left <= left + wide <= width + 3, words
        assert 6 <= y <= height, words
        places.setdefault((text.get("x", ""), text.get("text-anchor", "")), []).append(y)
    assert all(after - before > 9 for column in places.values() for before, after in pairwise(sorted(column)))


def test_what_two_bodies_share_stands_where_their_row_and_column_meet_and_the_strong_ones_on_the_colour() -> None:
    bonds = (Bond(0, 1, 8), Bond(0, 2, 3), Bond(1, 2, 5), Bond(0, 3, 5))
    legend = (DrawingMark("", "3"), DrawingMark("ab 5", "5"), DrawingMark("", "8"))
    drawn = _drawn(DrawingData("bonds", "elbe", rows=("A", "B", "C", "D"), bonds=bonds, legend=legend, legend_title="Zahl"))
    numbers = [text for text in drawn.iter("{*}text") if (text.text or "").isdigit()][: len(bonds)]
    assert [text.text for text in numbers] == ["8", "3", "5", "5"]
    columns, rows = ([float(text.get(at, "")) for text in numbers] for at in ("x", "y"))
    assert columns[0] == columns[1] == columns[3] < columns[2]
    assert rows[0] < rows[1] == rows[2] < rows[3]
    assert len(list(drawn.iter("{*}rect"))) == 3 + 2, "three bonds and two samples stand on the colour"


@pytest.mark.parametrize("count", [2, 12])
def test_names_in_half_a_matrix_end_before_the_edge_and_keep_apart(count: int) -> None:
    rows = tuple(f"{LONG[:56]} {number}" for number in range(count))
    bonds = tuple(Bond(0, number, number) for number in range(1, count))
    drawn = _drawn(DrawingData("bonds", "elbe", rows=rows, bonds=bonds, legend_title="Zahl"))
    words = [text for text in drawn.iter("{*}text") if not (text.text or "").isdigit()]
    assert all(float(text.get("x", "")) + breadth(text.text or "", 8.4, face=FACE) <= 300.5 for text in words)
    heights = sorted(float(text.get("y", "")) for text in words)
    assert all(after - before >= 8.4 for before, after in pairwise(heights))


def test_a_station_of_a_way_through_zones_lies_on_a_disc_of_the_band() -> None:
    drawn = _drawn(DrawingData("zones", "porphyr", marks=(DrawingMark("Ankommen", "Vorher", "Briefe"),)))
    below, above = drawn.findall("{*}circle")
    assert float(below.get("r", "")) > float(above.get("r", ""))
    assert below.get("fill") != above.get("fill")


def test_no_word_hangs_alone_below_a_full_line() -> None:
    assert lines("Psychotherapie, Medikamente, Klinik im Notfall", 170, 8.4, face=FACE) == [
        "Psychotherapie, Medikamente,",
        "Klinik im Notfall",
    ]
    assert lines("Rindfleischetikettierungsgesetz", 20, 8.4, face=FACE) == ["Rindfleischetikettierungsgesetz"]
    assert lines("", 20, 8.4, face=FACE) == []


@pytest.mark.parametrize("end", ["<g></svg>", "<text>Müller & Sohn</text></svg>", "", "</svg></svg>", "<rect width=5/></svg>"])
def test_a_template_that_writes_no_drawing_is_a_mistake_of_its_designer(tmp_path: Path, end: str) -> None:
    folder = tmp_path / "layouts/drawings"
    folder.mkdir(parents=True)
    (folder / "scheme.svg.j2").write_text(f'<svg xmlns="http://www.w3.org/2000/svg">{end}', "utf-8")
    with pytest.raises(BookError) as raised:
        Drawings(tmp_path, PALETTE, read_geometry(PROJECT)).svg(DrawingData("scheme", "elbe"))
    (problem,) = raised.value.problems
    assert (problem.place.file, problem.place.line, problem.rule) == ("layouts/drawings/scheme.svg.j2", 1, "template")
    assert problem.hint
    assert "„“" not in problem.message


def test_a_template_that_writes_something_else_is_no_drawing(tmp_path: Path) -> None:
    folder = tmp_path / "layouts/drawings"
    folder.mkdir(parents=True)
    for written, told in (("", "leer"), ("<p>Kein Bild</p>", "<p>"), ("<svg/>", "xmlns"), ("<svg", "geschlossen")):
        (folder / "scheme.svg.j2").write_text(written, "utf-8")
        with pytest.raises(BookError) as raised:
            Drawings(tmp_path, PALETTE, read_geometry(PROJECT)).svg(DrawingData("scheme", "elbe"))
        assert told in raised.value.problems[0].message
