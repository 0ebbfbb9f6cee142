"""What a sheet shows of its measures: when each runs among the years of all."""

from __future__ import annotations

import pytest

from kursbuch_press.book.book import Book
from kursbuch_press.compose.leaflets import Sayer, field_of, leaflet
from kursbuch_press.sources import read_book
from kursbuch_press.sources.handouts import read_handout_texts
from tests.shipped import PROJECT


@pytest.fixture(scope="module")
def book() -> Book:
    """Give the shipped book."""
    found = read_book(PROJECT).book
    assert found is not None
    return found


def test_spans_lie_in_the_years_of_the_sheet_and_are_as_long_as_their_months(book: Book) -> None:
    texts = read_handout_texts(PROJECT).content
    assert texts is not None
    sheet = leaflet(field_of(book, "deutsch-fuer-alle"), texts, Sayer(book.edition))
    assert sheet.years == (min(line.start for line in sheet.measures)[:4], max(line.until for line in sheet.measures)[:4])
    months = 12 * (int(sheet.years[-1]) - int(sheet.years[0]) + 1)
    for line in sheet.measures:
        begin = 12 * (int(line.start[:4]) - int(sheet.years[0])) + int(line.start[5:]) - 1
        end = 12 * (int(line.until[:4]) - int(sheet.years[0])) + int(line.until[5:])
        assert line.span == pytest.approx((100 * begin / months, 100 * (end - begin) / months), abs=0.01)


@pytest.mark.parametrize(
    ("start", "until", "said"),
    [("2014-09", "2015-12", "9/2014–12/2015"), ("2014-09", "2014-10", "9/2014–10/2014"), ("2014-09", "2014-09", "9/2014")],
)
def test_a_month_is_said_once(start: str, until: str, said: str, book: Book) -> None:
    texts = read_handout_texts(PROJECT).content
    assert texts is not None
    field = field_of(book, "deutsch-fuer-alle")
    first = field.measures[0].model_copy(update={"start": start, "until": until})
    sheet = leaflet(field.model_copy(update={"measures": (first, *field.measures[1:])}), texts, Sayer(book.edition))
    assert sheet.measures[0].when == said
