"""The question on a poster side: one size for all that fit, and lines of about one length."""

from __future__ import annotations

import pytest

from kursbuch_press.pages.drawings import breadth, lines
from kursbuch_press.pages.handouts.question import (
    MOTTO,
    QUESTION,
    face_of,
    fit_question,
    fit_words,
    is_long_title,
    measured_foot,
    on_one_line,
)
from tests.shipped import PROJECT

FACE = face_of(PROJECT)
POINTS = 72 / 25.4


@pytest.mark.parametrize(
    "words",
    ["Wo lerne ich Deutsch, und wer passt auf mein Kind auf?", "Und was bleibt, wenn die Einladung einmal ausbleibt?"],
)
def test_the_last_line_of_a_question_is_no_single_word(words: str) -> None:
    question = fit_question(words, FACE)
    broken = lines(words, question.broad * POINTS, question.size, "Bold", face=FACE)
    lengths = [breadth(line, question.size, "Bold", face=FACE) for line in broken]
    assert (len(broken), question.size == QUESTION[0], min(lengths) > 0.6 * max(lengths)) == (3, True, True)


def test_lines_that_run_to_the_left_stand_farther_apart_and_take_no_more_room() -> None:
    words = "Und was bleibt, wenn die Einladung einmal ausbleibt?"
    latin, arabic = (fit_question(words, FACE, right_to_left=each) for each in (False, True))
    assert (arabic.leading > latin.leading, arabic.size < latin.size) == (True, True)
    assert fit_question("Wer hilft mir?", FACE, right_to_left=True).size == QUESTION[0]


def test_the_shorter_a_question_the_larger_it_is_set() -> None:
    words = "Aufbau einer psychosozialen Versorgungsstruktur für traumatisierte Flüchtlinge in Sachsen"
    sizes = [fit_question(each, FACE).size for each in ("Wer hilft mir?", "Wer hilft mir, und wann fängt er damit an?", words)]
    assert sizes == sorted(sizes, reverse=True)
    assert (sizes[0], sizes[-1] < sizes[0]) == (QUESTION[0], True)


def test_the_words_above_the_fields_shrink_until_they_fit() -> None:
    sizes = [fit_words(each, FACE, MOTTO) for each in ("Vielfalt", "Initiativen zur Einigkeit in Vielfalt", "Lange Worte " * 9)]
    assert (sizes[0], sizes[-1], sizes == sorted(sizes, reverse=True)) == (MOTTO[0], MOTTO[-1], True)


def test_a_line_that_is_too_long_for_its_band_is_found_before_it_is_set() -> None:
    assert [on_one_line(each, FACE) for each in ("Wer hilft mir?", "Aufbau einer Versorgungsstruktur " * 4)] == [True, False]


def test_a_foot_with_more_than_it_holds_says_so_and_how_many_lines_a_part_takes_elsewhere() -> None:
    short = measured_foot("Herausgegeben von: Netzwerk.", "Barriere? Telefon 1.", "", FACE)
    long = measured_foot("Herausgegeben von: Netzwerk. " * 6, "Barriere gefunden? Bitte melden! " * 6, "Ein Muster.", FACE)
    assert (short.fits, short.barrier, long.fits, long.barrier > 3) == (True, 1, False, True)


LONG = "Wasser für alle Generationen und öffentliche Trinkbrunnen"


@pytest.mark.parametrize(("title", "long"), [("Deutsch für alle", False), (LONG, True)])
def test_a_long_title_of_a_field_is_set_smaller(title: str, long: bool) -> None:  # noqa: FBT001 - as pytest gives it
    assert is_long_title(title, FACE) == long


@pytest.mark.parametrize("words", ["", "Wer?", "Donaudampfschifffahrtsgesellschaftskapitänswitwenrente?"])
def test_odd_questions_keep_to_the_page(words: str) -> None:
    assert 0 < fit_question(words, FACE).broad <= 177
