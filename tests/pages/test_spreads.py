"""The composition of the shipped book in figures, held so that no change makes its pages worse unseen."""

from __future__ import annotations

import sys
from pathlib import Path

import pikepdf
import pytest

from tests.shipped import PROJECT

sys.path.insert(0, str(PROJECT))

from benchmarks.spreads import Measured, measure

# What each figure may be at most: what issue 15 asks for, or where that is not reached, what was reached.
MOST = {
    "word space, median": 1.15,
    "lines over 1.33, %": 15,
    "lines over 1.5, %": 6,
    "lines over 2.0, %": 0.5,
    "hyphenated lines, %": 21.5,
    "ladders of 3": 0,
    "hyphens at the foot of a page": 0,
    "last lines under 40 pt": 0,
    "torn: § 12, Abs. 2, Nr. 3": 0,
    "cards split over pages": 0,
    "cards split over a turn": 0,
    "boxes split": 0,
    "lists of up to six split": 0,
    "tables split": 0,
    "blank pages": 2,
    "white of more than 3 lines inside a page": 2,
    "foot one line short": 0,
    "foot two and more lines short": 0,
    "pages more than a quarter empty": 10,
}


@pytest.fixture(scope="module")
def measured(shipped: Path) -> Measured:
    return measure(shipped / "screen/kursbuch.pdf")


@pytest.mark.parametrize("name", MOST)
def test_a_figure_is_no_worse_than_it_was(measured: Measured, name: str) -> None:
    assert measured.figures[name] <= MOST[name], measured.places.get(name)


def test_the_figures_are_those_of_a_whole_book(measured: Measured) -> None:
    assert measured.figures["justified lines"] > 800
    assert measured.figures["cards of measures"] > 40
    assert measured.figures["tables in all"] > 20


def test_the_file_opens_with_its_true_spreads(shipped: Path) -> None:
    """Page 2 of the file is folio 1, a right-hand page: so it has to stand on the right."""
    with pikepdf.open(shipped / "screen/kursbuch.pdf") as pdf:
        assert pdf.Root.PageLayout == pikepdf.Name.TwoPageLeft
