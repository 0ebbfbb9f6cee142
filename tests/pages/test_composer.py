"""Composing pages from parts: the least cost by an oracle that tries every way, and what must never happen."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kursbuch_press.pages.composer import Composition, Part, Room, compose_pages

ROOM = Room(lines=12, first_is_left=True)


def _lines(count: int) -> list[Part]:
    """A paragraph: its first and last two lines stay together."""
    return [Part(1, above=0, breaks=0.4 if 2 <= at <= count - 2 else 0.0 if at == 0 else None) for at in range(count)]


def _card(height: float) -> Part:
    return Part(height, above=1, breaks=0, grows=(0.0,))


def _heading() -> Part:
    return Part(2, above=2, breaks=0, grows=(1.5,))


def _composed(parts: list[Part], room: Room = ROOM) -> Composition:
    found = compose_pages(parts, room)
    assert found is not None
    return found


def _height(parts: list[Part], first: int, end: int) -> float:
    inside = parts[first:end]
    return inside[0].head + sum(part.height for part in inside) + sum(part.above for part in inside[1:])


PARTS = st.lists(
    st.one_of(
        st.integers(4, 9).map(_lines),
        st.integers(3, 11).map(lambda height: [_card(height)]),
        st.integers(4, 7).map(lambda count: [_heading(), *[Part(1, breaks=None) for _ in range(2)], *_lines(count)[2:]]),
    ),
    min_size=1,
    max_size=8,
).map(lambda blocks: [part for block in blocks for part in block])


@settings(max_examples=80)
@given(PARTS)
def test_pages_follow_each_other_hold_what_fits_and_break_nothing_that_stays_together(parts: list[Part]) -> None:
    pages = _composed(parts).pages
    assert pages[0].first == 0
    assert pages[-1].end == len(parts)
    for page, following in pairwise(pages):
        assert page.end == following.first
        assert parts[page.end].breaks is not None
    for page in pages:
        added = len(page.white) + len(page.inside)
        assert _height(parts, page.first, page.end) + added + page.short <= ROOM.lines + 0.1


@settings(max_examples=30)
@given(PARTS.filter(lambda parts: len(parts) <= 24))
def test_no_other_breaks_leave_fewer_pages_without_need(parts: list[Part]) -> None:
    """The fewest pages that are possible at all, found by trying every break, are missed by one at most."""

    def fewest(first: int) -> int:
        if first == len(parts):
            return 0
        ends = [
            end
            for end in range(first + 1, len(parts) + 1)
            if _height(parts, first, end) <= ROOM.lines and (end == len(parts) or parts[end].breaks is not None)
        ]
        return 1 + min((fewest(end) for end in ends[-4:]), default=99)

    assert len(_composed(parts).pages) <= fewest(0) + 1


def test_a_card_is_whole_and_two_stand_on_a_page_with_the_white_between_them() -> None:
    pages = _composed([_card(5), _card(5), _card(5), _card(5)]).pages
    assert [(page.first, page.end) for page in pages] == [(0, 2), (2, 4)]
    assert pages[0].white == (1,)
    assert pages[0].short == 0


def test_notes_take_their_room_on_the_page_of_their_call() -> None:
    called = [Part(1, breaks=0.4, notes=1.5 if at == 3 else 0) for at in range(20)]
    page = _composed(called).pages[0]
    assert page.end == 12 - 3


def test_facing_pages_end_on_the_same_line() -> None:
    """A card that does not fit leaves the left page short; the right one could be full, and is short as well."""
    parts = [*_lines(11), _card(11), *_lines(12)]
    left, *_ = _composed(parts, Room(12, first_is_left=True)).pages
    assert left.short <= 1


@pytest.mark.parametrize(("last_is_left", "pages"), [(None, 2), (False, 2), (True, 3)])
def test_a_chapter_takes_a_page_more_rather_than_a_blank_behind_it(last_is_left: bool | None, pages: int) -> None:  # noqa: FBT001
    """Four cards fill two pages, and three nearly as well."""
    cards = [Part(5, above=1, inside=(0.1,) * 7)] * 4
    assert len(_composed(cards, Room(12, first_is_left=True, last_is_left=last_is_left)).pages) == pages


def test_a_stub_at_the_end_is_pulled_back() -> None:
    parts = [Part(1, breaks=0.4 if 2 <= at <= 12 else None) for at in range(14)]
    *_, last = _composed(parts).pages
    assert last.end - last.first > 2


def test_a_row_of_a_long_table_goes_over_where_it_does_not_fit_or_the_pages_after_it_come_out_better() -> None:
    rows = [Part(3), *[Part(2, breaks=0.8, head=1, natural=True) for _ in range(12)]]
    assert [page.end - page.first for page in _composed(rows).pages] == [5, 5, 3]
    # What follows fills its page with two rows before it, and not with one.
    rows = [Part(2, breaks=0.8 if at else 0.0, natural=at > 0, inside=(0.2,)) for at in range(7)]
    pages = _composed([*rows, Part(7, above=1), Part(12, above=1)]).pages
    assert [page.end for page in pages] == [5, 8, 9]
    assert [page.short for page in pages] == [0, 0, 0]


@pytest.mark.parametrize(
    ("lines", "above", "inside"),
    [(1, 1, [0, 0]), (2, 0, [1, 1]), (3, 1, [1, 1]), (4, 0, [2, 2]), (5, 1, [2, 2])],
)
def test_cards_of_a_page_share_its_lines_evenly(lines: int, above: int, inside: list[int]) -> None:
    """White above the second card takes the odd line, so that rows stand as far apart in the one as in the other."""
    prices = tuple(5.0 * (line / 5) ** 2 for line in range(1, 5))
    cards = [Part(5, above=1, grows=(0.4,) if at else (), inside=prices, rows=5) for at in range(2)]
    page, _ = _composed([*cards, Part(12, above=1)], Room(11 + lines, first_is_left=True)).pages
    assert len(page.white) == above
    assert [page.inside.count(at) for at in range(2)] == inside


def test_rows_of_cards_are_as_far_apart_whichever_of_them_is_given_a_line() -> None:
    """A line goes into the first card, where it is cheapest, and is not dearer for it."""
    cards = [Part(5, above=1, inside=(0.2, 0.8), rows=5, pooled=True) for _ in range(2)]
    room = Room(12, first_is_left=True)
    pooled, apart = (
        _composed([*(replace(card, pooled=pooled) for card in cards), Part(12, above=1)], room) for pooled in (True, False)
    )
    assert pooled.pages[0].inside == (0,)
    assert pooled.cost < apart.cost


def test_rows_are_not_torn_apart_for_a_hole_that_stays() -> None:
    """Six lines would cost more than they are worth where three would be left; where none is left, they are taken."""
    prices = tuple(5.0 * (line / 5) ** 2 for line in range(1, 7))
    left, full = (
        _composed([Part(5, above=1, inside=prices, rows=5), Part(11, above=1)], Room(5 + lines, first_is_left=True)).pages[0]
        for lines in (9, 6)
    )
    assert (len(full.inside), full.short) == (6, 0)
    assert 3 <= len(left.inside) < 6
    assert left.short == 9 - len(left.inside)


def test_a_hole_is_dearer_where_running_text_goes_on() -> None:
    goes_on, begins = (_composed([Part(8), Part(6, hole=hole)]) for hole in (1.6, 1.0))
    assert goes_on.pages[0].short == begins.pages[0].short == 4
    assert goes_on.cost > begins.cost


def test_a_paragraph_is_set_in_a_line_less_where_that_saves_a_page() -> None:
    """Thirteen lines and a page of twelve: the last paragraph can do with four lines instead of five."""
    parts = [*_lines(8), *_lines(5)]
    parts[-1] = Part(1, breaks=None, shorter=(1.0, 4))
    pages = _composed(parts).pages
    assert len(pages) == 1
    assert pages[0].shorter == (len(parts) - 1,)


def test_what_is_higher_than_a_page_cannot_be_composed() -> None:
    assert compose_pages([Part(13)], ROOM) is None


def test_a_box_is_divided_on_facing_pages_rather_than_over_a_turn() -> None:
    """Eleven lines fit, and a box would be divided behind them: with the leaf turned there, it rather begins the next page."""
    parts = [Part(8), Part(3, breaks=0.0), Part(3, breaks=0.5, turn=30.0), Part(3, breaks=0.0)]
    assert _composed(parts, Room(12, first_is_left=True)).pages[0].end == 2
    assert _composed(parts, Room(12, first_is_left=False)).pages[0].end == 1


def test_what_a_divided_box_has_at_its_foot_takes_room_on_the_page_before() -> None:
    parts = [Part(8), Part(4, breaks=0.0), Part(7, breaks=0.0)]
    assert _composed(parts).pages[0].end == 2
    assert _composed([*parts[:2], Part(7, breaks=0.0, tail=1.0)]).pages[0].end == 1


def test_a_heading_gives_up_a_line_of_white_where_that_saves_a_page() -> None:
    parts = [Part(6), Part(2, above=2.0, breaks=0.0, shrinks=2.0), Part(3, breaks=None)]
    (page,) = _composed(parts).pages
    assert page.narrow == (1,)
    assert len(_composed([parts[0], Part(2, above=2.0, breaks=0.0), parts[2]]).pages) > 1


def test_a_table_is_set_less_high_where_that_saves_a_page() -> None:
    parts = [Part(6), Part(6, above=1.0, breaks=0.0)]
    assert len(_composed(parts).pages) == 2
    for at in (0, 1):
        (page,) = _composed([replace(part, tight=1.0) if number == at else part for number, part in enumerate(parts)]).pages
        assert page.tight == (at,)
    assert len(_composed([replace(part, tight=1.0, height=part.height + 1) for part in parts]).pages) == 2


def test_a_paragraph_that_goes_on_overleaf_is_set_in_a_line_more_where_that_fills_the_page() -> None:
    """Four lines of it stand on the second page, with a card of seven below: a line is left."""
    parts = [*_lines(16), Part(7, breaks=0.0), Part(12, breaks=0.0)]
    parts[15] = Part(1, breaks=None, longer=(0.5, 15))
    pages = _composed(parts).pages
    assert [(page.first, page.end, page.longer) for page in pages[:2]] == [(0, 12, ()), (12, 17, (15,))]
    parts[3] = Part(1, breaks=0.4, notes=0.01)
    assert not any(page.longer for page in _composed(parts).pages)


def test_the_last_line_of_a_paragraph_goes_over_with_one_more() -> None:
    """Thirteen lines: with twelve on the first page, the last would stand alone; so there are two."""
    parts = [*_lines(12), Part(1, breaks=0.5, head=1.0), Part(10, breaks=0.0)]
    assert [(page.first, page.end) for page in _composed(parts).pages] == [(0, 12), (12, 14)]


def test_a_search_ends_where_nothing_is_as_cheap_as_wanted() -> None:
    parts = [*_lines(9), _card(6), _card(7), *_lines(12), _heading(), *_lines(7)]
    best = _composed(parts)
    assert compose_pages(parts, ROOM, best.cost) == best
    assert compose_pages(parts, ROOM, best.cost - 0.01) is None
