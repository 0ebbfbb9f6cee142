"""The question on a poster side: one size for all that fit, and lines of about one length."""

from __future__ import annotations

import pytest

from kursbuch_press.pages.drawings import breadth, lines
from kursbuch_press.pages.handouts.question import LARGE, SMALL, face_of, fit_question
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
    assert (question.size, min(lengths) > 0.6 * max(lengths)) == (LARGE, True)


def test_a_question_that_needs_four_lines_is_set_smaller() -> None:
    words = "Aufbau einer psychosozialen Versorgungsstruktur für traumatisierte Flüchtlinge in Sachsen"
    assert fit_question(words, FACE).size == SMALL


@pytest.mark.parametrize("words", ["", "Wer?", "Donaudampfschifffahrtsgesellschaftskapitänswitwenrente?"])
def test_odd_questions_keep_to_the_page(words: str) -> None:
    assert 0 < fit_question(words, FACE).broad <= 177
