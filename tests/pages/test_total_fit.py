"""Breaking paragraphs in numbers: the best of all ways, by an oracle that tries every one of them."""

from __future__ import annotations

from itertools import combinations, pairwise
from math import inf

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kursbuch_press.pages.total_fit import LADDER, TIGHTEST, TRACKING, Break, Measure, Spread, break_lines, spread

MEASURE = Measure(width=100, indent=5, size=10, space=2.5)


def _text(words: list[list[float]]) -> list[Break]:
    """Make words of syllables to breaks: a space behind each word, a hyphen of 3 behind each syllable within it."""
    breaks, x, spaces, signs = [], 0.0, 0, 0
    for word in words:
        for at, syllable in enumerate(word):
            x += syllable
            signs += max(1, round(syllable / 4))
            inside = at < len(word) - 1
            after = x if inside else x + MEASURE.space
            breaks.append(Break(x, after, spaces, spaces + (not inside), signs, 3.0 if inside else 0.0))
        x, spaces = x + MEASURE.space, spaces + 1
    return breaks


def _lines(breaks: list[Break], ends: tuple[int, ...]) -> list[tuple[float, int, int]]:
    """Give what each line lacks, its spaces and its signs, by adding up what stands in it."""
    lines = []
    for before, end in pairwise((-1, *ends)):
        first, last = (breaks[before] if before >= 0 else None), breaks[end]
        own = last.end + last.hyphen - (first.start if first else -MEASURE.indent)
        lines.append(
            (
                MEASURE.width - own,
                last.spaces - (first.spaces_after if first else 0),
                last.signs - (first.signs if first else 0),
            )
        )
    return lines


SYLLABLES = st.lists(st.floats(4, 18), min_size=1, max_size=3)


@settings(max_examples=60)
@given(st.lists(SYLLABLES, min_size=8, max_size=30))
def test_lines_follow_each_other_to_the_end_and_none_is_too_tight(words: list[list[float]]) -> None:
    breaks = _text(words)
    ends = list(break_lines(breaks, MEASURE).ends)
    assert ends[-1] == len(breaks) - 1
    assert ends == sorted(set(ends))
    for missing, spaces, signs in _lines(breaks, tuple(ends)):
        if missing < 0:
            filled = spread(missing, spaces, signs, MEASURE)
            assert filled.space >= (TIGHTEST - 1) * MEASURE.space - 1e-9
            assert abs(filled.tracking) <= TRACKING * MEASURE.size + 1e-9


@settings(max_examples=40)
@given(st.lists(SYLLABLES, min_size=8, max_size=30))
def test_never_three_hyphens_in_a_row(words: list[list[float]]) -> None:
    breaks = _text(words)
    marks = "".join("-" if breaks[end].hyphen else " " for end in break_lines(breaks, MEASURE).ends)
    assert "-" * (LADDER + 1) not in marks


@settings(max_examples=60)
@given(st.lists(SYLLABLES, min_size=2, max_size=8), st.lists(st.floats(40, 90), min_size=5, max_size=9), st.integers(0, 8))
def test_a_word_of_many_lines_has_as_many_hyphens_as_it_takes(words: list[list[float]], long: list[float], at: int) -> None:
    """Nothing runs over the edge: where no way has two hyphens in a row at most, any number of them is right."""
    breaks = _text([*words[:at], long, *words[at:]])
    found = break_lines(breaks, MEASURE)
    assert found.ends[-1] == len(breaks) - 1
    assert all(missing >= 0 or spaces for missing, spaces, _ in _lines(breaks, found.ends))
    assert len(found.ends) in found.prices


def test_three_hyphens_in_a_row_are_the_last_that_is_tried() -> None:
    breaks = _text([[60.0, 60.0, 60.0, 60.0, 60.0]])
    assert break_lines(breaks, MEASURE).ends == (0, 1, 2, 3, 4)


def test_nothing_is_shared_between_spaces_of_no_width() -> None:
    nothing = Measure(width=100, indent=0, size=0, space=0)
    assert spread(9.0, 9, 45, nothing) == Spread(0, 0, inf)
    assert break_lines(_text([[20.0], [20.0]]), nothing).ends == ()


def test_what_a_line_lacks_is_shared_out_to_the_last() -> None:
    for missing in (-4.0, -0.5, 0.0, 0.7, 9.0):
        filled = spread(missing, 9, 45, MEASURE)
        assert 9 * filled.space + 45 * filled.tracking == pytest.approx(missing)


def test_no_other_way_has_a_looser_loosest_line_without_reason() -> None:
    """Of all ways with as many lines and no more hyphens, none has a much tighter loosest line."""
    words = [
        [16.0, 12.0],
        [9.0],
        [18.0, 7.0, 11.0],
        [5.0],
        [14.0, 14.0],
        [8.0],
        [17.0, 10.0],
        [6.0],
        [12.0, 9.0],
        [15.0],
        [9.0, 9.0],
    ]
    breaks = _text(words * 2)
    ends = break_lines(breaks, MEASURE).ends

    def loosest(way: tuple[int, ...]) -> float:
        lines = _lines(breaks, way)
        if any(missing < 0 and spread(missing, spaces, signs, MEASURE).space < -0.5 for missing, spaces, signs in lines):
            return 99.0
        return max(
            spread(max(0, missing), spaces, signs, MEASURE).ratio if spaces else 99 for missing, spaces, signs in lines[:-1]
        )

    hyphens = sum(bool(breaks[end].hyphen) for end in ends)
    others = (
        (*way, len(breaks) - 1)
        for way in combinations(range(2, len(breaks) - 1), len(ends) - 1)
        if sum(bool(breaks[end].hyphen) for end in way) <= hyphens
    )
    assert loosest(ends) <= min(map(loosest, others)) + 0.25


def test_a_paragraph_may_be_wanted_a_line_longer() -> None:
    breaks = _text([[12.0, 9.0], [7.0], [15.0]] * 14)
    usual = len(break_lines(breaks, MEASURE).ends)
    assert len(break_lines(breaks, MEASURE, wanted=usual + 1).ends) in {usual, usual + 1}
    assert len(break_lines(breaks, MEASURE, wanted=usual).ends) == usual


def test_the_line_at_the_foot_of_a_page_may_be_asked_to_end_without_a_hyphen() -> None:
    breaks = _text([[12.0, 9.0, 6.0], [7.0], [15.0, 8.0]] * 10)
    for number in range(1, 5):
        ends = break_lines(breaks, MEASURE, no_hyphen=number).ends
        assert not breaks[ends[number - 1]].hyphen


def test_the_beginning_of_a_word_stands_alone_in_no_line_where_a_loose_line_is_possible() -> None:
    """An address leaves either three words and its first half to a line, or six letters of the first word alone."""
    breaks = _text([[12.0, 8.0], [8.0], [6.0], [20.0, 48.0], [20.0]])
    ends = break_lines(breaks, MEASURE).ends
    assert ends[0] == 4


def test_a_last_line_is_not_the_rest_of_a_word_where_another_way_leads_there() -> None:
    """Half a word alone is dearer than a line that is a little looser."""
    breaks = _text([[10.0], [6.0], [12.0], [5.0], [7.0], [13.0], [7.0], [6.0], [11.0, 50.0]])
    assert not any(breaks[end].hyphen for end in break_lines(breaks, MEASURE).ends)
