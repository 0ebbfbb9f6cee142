"""Breaking text that is flush left in numbers: no line more than it takes, no lone end, hyphens where compounds are joined."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kursbuch_press.pages.hyphenation import Hyphenation, doubt
from kursbuch_press.pages.ragged_fit import Manner, break_ragged
from kursbuch_press.pages.total_fit import LADDER, Break, Measure

MEASURE = Measure(width=100, indent=-9, size=10, space=2.5)


def _text(words: list[list[float]]) -> list[Break]:
    """Make words of syllables to breaks: a space behind each word, a hyphen of 3 behind each syllable within it."""
    breaks, x = [], 0.0
    for word in words:
        for at, syllable in enumerate(word):
            x += syllable
            inside = at < len(word) - 1
            breaks.append(Break(x, x if inside else x + MEASURE.space, 0, 0, 0, 3.0 if inside else 0.0))
        x += MEASURE.space
    return breaks


def _broken(breaks: list[Break], doubts: list[float] | None = None, manner: Manner = Manner()) -> tuple[int, ...]:  # noqa: B008 - it is frozen
    return break_ragged(breaks, doubts or [1.0] * len(breaks), MEASURE, manner)


def _widths(breaks: list[Break], ends: tuple[int, ...]) -> list[float]:
    starts = [-MEASURE.indent, *(breaks[end].start for end in ends)]
    return [breaks[end].end + breaks[end].hyphen - start for start, end in zip(starts, ends, strict=False)]


def _filled(breaks: list[Break]) -> int:
    """Count the lines of a text that is filled line by line."""
    lines, begin, at = 0, -MEASURE.indent, 0
    while at < len(breaks):
        fitting = [end for end in range(at, len(breaks)) if breaks[end].end + breaks[end].hyphen - begin <= MEASURE.width]
        lines, at, begin = lines + 1, fitting[-1] + 1, breaks[fitting[-1]].start
    return lines


WORDS = st.lists(st.lists(st.floats(4, 30), min_size=1, max_size=3), min_size=1, max_size=25)


@settings(max_examples=80)
@given(WORDS)
def test_no_text_has_more_lines_than_line_by_line_and_none_runs_over(words: list[list[float]]) -> None:
    breaks = _text(words)
    ends = _broken(breaks, manner=Manner(ladders=True))
    assert ends[-1] == len(breaks) - 1
    assert max(_widths(breaks, ends)) <= MEASURE.width + 1e-9
    assert len(ends) == _filled(breaks)


@settings(max_examples=80)
@given(WORDS)
def test_no_more_hyphens_in_a_row_than_a_ladder_has(words: list[list[float]]) -> None:
    breaks = _text(words)
    hyphens = [breaks[end].hyphen > 0 for end in _broken(breaks)]
    assert not any(all(hyphens[at : at + LADDER + 1]) for at in range(len(hyphens) - LADDER))


def test_a_number_stays_with_the_word_before_it() -> None:
    breaks = _text([[60], [48], [10]])
    assert [breaks[end].end for end in _broken(breaks)] == [60, breaks[-1].end]


def test_a_short_part_of_a_compound_may_end_a_cell() -> None:
    """Jugendintegrations-kurs, not Jugendintegrati-onskurs, though „kurs“ is short for a line."""
    breaks = _text([[60, 30, 20]])
    assert _broken(breaks, [1.0, 0.0, 0.0], Manner())[0] == 1


def test_a_hyphen_before_the_last_line_is_dearer_than_a_little_more_white() -> None:
    """A line of 75 and 20 with a hyphen is fuller than one of 75; one of 50 is less than half full."""
    breaks = _text([[75], [20, 15], [30]])
    assert [breaks[end].hyphen > 0 for end in _broken(breaks, [0.0] * 4)] == [False, False]
    shorter = _text([[50], [35, 25], [30]])
    assert [shorter[end].hyphen > 0 for end in _broken(shorter, [0.0] * 4)] == [True, False]


def test_the_lines_of_a_title_are_about_as_long() -> None:
    breaks = _text([[40], [40], [30]])
    filled, even = (_widths(breaks, _broken(breaks, manner=Manner(even=each))) for each in (False, True))
    assert max(filled) - min(filled) > max(even) - min(even)
    assert len(filled) == len(even)


def test_a_column_too_narrow_for_a_word_is_left_to_the_engine() -> None:
    assert _broken(_text([[20], [120], [20]])) == ()


def test_of_two_hyphens_the_one_at_the_joint_is_taken() -> None:
    breaks = _text([[40], [24, 10, 60], [20]])
    places = [at for at, each in enumerate(breaks) if each.hyphen]
    for joint in places:
        doubts = [0.0 if at == joint else 1.0 for at in range(len(breaks))]
        taken = [end for end in _broken(breaks, doubts) if breaks[end].hyphen]
        assert taken == [joint]


@pytest.mark.parametrize(
    ("word", "joint", "others"),
    [
        ("Integrationskurse", "Integrations", ["Inte", "Integra"]),
        ("Frauenkurs", "Frauen", ["Frau"]),
        ("Ausländerbeauftragter", "Ausländer", ["Aus", "Auslän", "Ausländerbe"]),
    ],
)
def test_compounds_are_joined_where_a_word_of_the_text_begins(word: str, joint: str, others: list[str]) -> None:
    words = {"kurs", "beauftragte", "frau"}
    with Hyphenation("de").used(words):
        import pyphen  # noqa: PLC0415 - the dictionary is there only while it is used

        known = pyphen.Pyphen(lang="de").hd
        doubts = [doubt(known, word, len(part)) for part in (joint, *others)]
    assert all(first < other for first, other in pairwise([doubts[0], min(doubts[1:])]))


@pytest.mark.parametrize(("doubts", "first"), [([0.0, 1.0, 0.0], 0), ([0.0, 0.0, 0.0], 1)])
def test_a_joint_is_worth_a_shorter_line(doubts: list[float], first: int) -> None:
    """Broken at its joint, the first line has a quarter of it empty more; if both are joints, the fuller line is better."""
    assert _broken(_text([[65.0, 25.0, 30.0]]), doubts)[0] == first
