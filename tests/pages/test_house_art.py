"""The house's own pictures: every one can be drawn in every look, says what it shows, and uses swatches only."""

from __future__ import annotations

import dataclasses
import math
import re
import shutil
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pytest
from lxml import etree

from kursbuch_press.pages.fonts import close_fontconfig
from kursbuch_press.pages.house_art import WIDE, HouseArt, unknown_illustrations
from kursbuch_press.pages.palette import Palette
from kursbuch_press.sources import read_book, read_layout
from tests.shipped import PROJECT

PALETTE = read_layout(PROJECT / "layouts/palette.yaml", Palette)
ART = HouseArt(PROJECT, PALETTE)
COLOURS = {swatch.srgb for swatch in PALETTE.swatches.values()}
NUMBERS = re.compile(r"-?\d+(?:\.\d+)?")
FIELD = 48
"""Units: a pictogram stands on a square field of so many."""


def test_there_are_at_least_forty_pictograms_and_one_illustration_for_each_field() -> None:
    assert len(ART.pictograms) >= 40
    assert len(ART.illustrations) >= 6


@pytest.mark.parametrize("name", ART.pictograms)
def test_a_pictogram_stays_on_its_field_and_says_what_it_shows(name: str) -> None:
    of = ART.pictograms[name]
    assert re.match(r"(ein|eine|die|das|zwei|mehrere|jemand|Bau|Menschen|Geld)\b", of.alt), of.alt
    for x, y, radius in (*of.discs, *of.rings, *of.holes):
        assert radius <= min(x, y, FIELD - x, FIELD - y)
    points = [float(number) for path in (of.tint, of.solid, of.lines, of.cut) for number in NUMBERS.findall(path)]
    assert all(-FIELD <= point <= FIELD for point in points)


@pytest.mark.parametrize("name", ART.illustrations)
@pytest.mark.parametrize("look", ["dark", "light", "small"])
def test_an_illustration_is_drawn_in_swatches_only(name: str, look: str) -> None:
    drawn = etree.fromstring(ART[f"press:illustration/{name}/{look}/elbe"][0])
    colours = {value for each in drawn.iter() for key in ("fill", "stroke") if (value := each.get(key, "none")) != "none"}
    assert colours
    assert colours <= COLOURS
    assert look != "small" or colours <= {PALETTE.swatches["elbe"].srgb, PALETTE.swatches["paper"].srgb}


@pytest.mark.parametrize("name", ART.illustrations)
def test_five_bands_leave_every_sheet_where_they_enter_the_next(name: str) -> None:
    """Sheets laid side by side go on: at the right edge each band has the height that it has at the left one."""
    drawn = etree.fromstring(ART[f"press:illustration/{name}/dark/elbe"][0])
    paths = [path.get("d", "") for path in drawn.iter("{*}path")]
    ends = {float(end[1] or end[2]) for path in paths if (end := re.search(r"([\d.]+)H308$|308 ([\d.]+)$", path))}
    assert ends == {170.0, 185.0, 200.0, 215.0, 230.0}


@pytest.mark.parametrize("name", ART.illustrations)
def test_no_bend_of_a_band_is_tighter_than_the_band_is_broad(name: str) -> None:
    drawn = etree.fromstring(ART[f"press:illustration/{name}/dark/elbe"][0])
    bands = [path.get("d", "") for path in drawn.iter("{*}path") if path.get("stroke-width") == str(WIDE)]
    bends = [float(radius) for band in bands for radius in re.findall(r"A([\d.]+) ", band)]
    assert all(radius >= WIDE for radius in bends), bends


def test_the_thread_between_two_heads_is_one_path_without_a_corner() -> None:
    """Each piece goes on as the one before it ended."""
    drawn = etree.fromstring(ART["press:illustration/zuhoeren/dark/amethyst"][0])
    threads = {path.get("d", "") for path in drawn.iter("{*}path") if path.get("stroke-linejoin") == "round"}
    (thread,) = threads
    pieces = [[float(number) for number in NUMBERS.findall(piece)] for piece in re.findall(r"C([^CH]+)", thread)]
    for before, after in pairwise(pieces):
        in_x, in_y = before[4] - before[2], before[5] - before[3]
        out_x, out_y = after[0] - before[4], after[1] - before[5]
        cosine = (in_x * out_x + in_y * out_y) / (math.hypot(in_x, in_y) * math.hypot(out_x, out_y))
        assert cosine > 0.99, (before, after)


@pytest.mark.parametrize(
    "address",
    [
        "press:pictogram/haus",
        "press:pictogram/house/elbe",
        "press:pictogram/haus/elbee",
        "press:pictogram/haus/elbe/elbe/elbe",
        "press:illustration/haus/dunkel/elbe",
        "press:drawings/a",
    ],
)
def test_an_address_that_names_nothing_is_not_there(address: str) -> None:
    assert address not in ART


def test_a_palette_without_bright_colours_gives_bands_in_the_tints() -> None:
    plain = Palette(boxes={}, swatches={name: each for name, each in PALETTE.swatches.items() if not name.endswith("-bright")})
    drawn = HouseArt(PROJECT, plain).illustration("haus", "dark", "porphyr")
    assert PALETTE.swatches["elbe-light"].srgb in drawn


def test_the_guide_shows_all_pictograms(accepted: Callable[[Path, str], None]) -> None:
    accepted(PROJECT / "docs/pictures/piktogramme.svg", ART.specimen())


def test_a_mistake_in_a_pictogram_has_its_line(tmp_path: Path) -> None:
    from kursbuch_press.problems import BookError  # noqa: PLC0415 - only here

    (tmp_path / "layouts/drawings").mkdir(parents=True)
    (tmp_path / "layouts/drawings/pictograms.yaml").write_text("haus:\n  alt: ein Haus\n  line: M0 0H4\n", "utf-8")
    with pytest.raises(BookError) as raised:
        assert HouseArt(tmp_path, PALETTE).pictograms
    (problem,) = raised.value.problems
    assert str(problem.place) == "layouts/drawings/pictograms.yaml:3:3"
    assert "lines" in problem.hint


@pytest.mark.parametrize("path", ["M4 10Q", "10 10", "M4", "M4 10H44V", "M4 4 X", "M1 1A2 2 0 1 1 4"])
def test_a_path_that_stops_before_its_end_is_a_mistake(tmp_path: Path, path: str) -> None:
    from kursbuch_press.problems import BookError  # noqa: PLC0415 - only here

    (tmp_path / "layouts/drawings").mkdir(parents=True)
    (tmp_path / "layouts/drawings/pictograms.yaml").write_text(f"haus: {{alt: ein Haus, lines: {path}}}\n", "utf-8")
    with pytest.raises(BookError) as raised:
        assert HouseArt(tmp_path, PALETTE).pictograms
    assert [str(each.place) for each in raised.value.problems] == ["layouts/drawings/pictograms.yaml:1:30"]


def test_an_illustration_that_is_no_drawing_names_its_template(tmp_path: Path) -> None:
    from kursbuch_press.problems import BookError  # noqa: PLC0415 - only here

    shutil.copytree(PROJECT / "layouts/drawings", tmp_path / "layouts/drawings")
    template = tmp_path / "layouts/drawings/illustrations/treffen.svg.j2"
    template.write_text(f"{template.read_text('utf-8')}</g>", "utf-8")
    with pytest.raises(BookError) as raised:
        HouseArt(tmp_path, PALETTE).illustration("treffen", "light", "elbe")
    assert [each.place.file for each in raised.value.problems] == ["layouts/drawings/illustrations/treffen.svg.j2"]


def test_typesetting_finds_the_art_by_its_address(tmp_path: Path) -> None:
    close_fontconfig(tmp_path)
    from kursbuch_press.pages.layout import OwnFilesOnly  # noqa: PLC0415 - loads Pango

    assert OwnFilesOnly({}, ART).fetch("press:pictogram/haus/elbe").content_type == "image/svg+xml"


def test_a_field_whose_picture_the_house_does_not_have_is_told_with_its_line() -> None:
    book = read_book(PROJECT).book
    assert book is not None
    chapters = tuple(
        chapter.model_copy(update={"illustration": "gespraeche"}) if chapter.id == "deutsch-fuer-alle" else chapter
        for chapter in book.chapters
    )
    (problem,) = unknown_illustrations(dataclasses.replace(book, chapters=chapters), ART)
    assert str(problem.place) == "sources/chapters/deutsch-fuer-alle.yaml:8:15"
    assert "gemeint ist vielleicht „gespraech“" in problem.hint
