"""Openings: picture and type follow the trim, the picture leaves the title its room, no word of a title is broken."""

from __future__ import annotations

import pytest

from kursbuch_press.book.edition import Trim
from kursbuch_press.pages.fonts import Face
from kursbuch_press.pages.openings import fits, opening, step
from tests.shipped import PROJECT

FACE = Face("Fira Sans", PROJECT)
SIZES = (34.0, 20.0, 14.0)
TRIMS = [(110, 170), (120, 190), (148, 210), (170, 240), (210, 210), (210, 297)]


@pytest.mark.parametrize(("width", "height"), TRIMS)
def test_a_picture_leaves_a_third_of_the_page_to_the_title(width: float, height: float) -> None:
    found = opening(Trim(width=width, height=height))
    assert height - 11 - found.height >= 0.36 * height


@pytest.mark.parametrize(("width", "height"), TRIMS)
def test_picture_and_what_runs_on_fill_the_width(width: float, height: float) -> None:
    found = opening(Trim(width=width, height=height))
    assert 300 * found.unit + found.beyond == pytest.approx(width)


def test_a_picture_that_would_not_reach_the_bleed_is_left_out() -> None:
    assert not opening(Trim(width=148, height=148)).shown
    assert all(opening(Trim(width=width, height=height)).shown for width, height in TRIMS)
    assert all(8 * opening(Trim(width=width, height=height)).unit >= 3 for width, height in TRIMS if width >= 120)


def test_the_shipped_trim_is_as_it_was_drawn() -> None:
    found = opening(Trim(width=148, height=210))
    assert (found.unit, found.scale, found.beyond) == (148 / 300, 1.0, 0.0)


def test_type_is_smaller_on_a_narrow_page_and_no_larger_on_a_wide_one() -> None:
    assert opening(Trim(width=120, height=190)).scale == pytest.approx(120 / 148, abs=0.001)
    assert opening(Trim(width=210, height=297)).scale == 1


def test_a_title_is_as_large_as_its_longest_word_allows() -> None:
    assert step(FACE, "Zusammenleben und Inklusion", SIZES, 89) == 0
    assert step(FACE, "Kinder- und Jugendbeteiligung", SIZES, 70) == 1
    assert step(FACE, "Nachbarschaftseinrichtungsverordnung", SIZES, 60) == 2


def test_an_entry_that_has_room_on_a_line_stays_on_one() -> None:
    entry = "Wie wir Menschen nennen, die zugewandert sind 000"
    assert fits(FACE, entry, 8.4, 92)
    assert not fits(FACE, entry, 8.4, 40)
