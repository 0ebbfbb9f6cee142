"""Short words stay with their neighbours."""

from __future__ import annotations

import pytest
from markupsafe import Markup

from kursbuch_press.pages.short_words import bound, bound_html, end_gathered, end_tied, start_tied


def test_short_words_are_bound_to_the_next() -> None:
    assert bound("Initiativen zur Einigkeit in Vielfalt") == "Initiativen zur\u00a0Einigkeit in\u00a0Vielfalt"


@pytest.mark.parametrize(
    ("title", "set_as"),
    [
        ("Vielfalt als Stärke", "Vielfalt als\u00a0Stärke"),
        (
            'Ein <em lang="en" class="a b">From day to night</em> hier',
            'Ein <em lang="en" class="a b">From day\u00a0to\u00a0night</em> hier',
        ),
        ("Rat und Donaudampfschifffahrt", "Rat\u00a0und Donaudampfschifffahrt"),
        ("Arbeit &amp; Leben", "Arbeit &amp; Leben"),
    ],
)
def test_a_title_keeps_its_tags_and_leaves_long_words_alone(title: str, set_as: str) -> None:
    assert bound_html(Markup(title)) == set_as  # noqa: S704 - a title of this test


def test_a_short_last_word_takes_the_one_before_it_along() -> None:
    assert end_tied(Markup("wer den nächsten Schritt tun kann.")) == "wer den nächsten Schritt tun\u00a0kann."
    assert (
        end_tied(Markup("<strong>nicht über Kinder.</strong> Wichtig ist jemand, der bleibt, vielleicht"))
        == "<strong>nicht über\u00a0Kinder.</strong> Wichtig ist jemand, der bleibt, vielleicht"
    )
    unchanged = ("Wort", "eine Verstetigung", "das <em>ist so</em>", "", "Agentur, Schulen", "Integrationskurse Kammern")
    assert tuple(map(end_tied, map(Markup, unchanged))) == unchanged


def test_a_short_first_word_stays_with_the_next_unless_that_is_long() -> None:
    assert start_tied(Markup("Ein Platz für Neue")) == "Ein\u00a0Platz für Neue"
    assert start_tied(Markup("Die Zusammenarbeitsvereinbarung")) == "Die Zusammenarbeitsvereinbarung"


def test_a_last_line_of_running_words_has_words_enough() -> None:
    assert end_gathered(Markup("den man neben der Arbeit gehen kann.")) == "den man neben der Arbeit\u00a0gehen\u00a0kann."
    assert (
        end_gathered(Markup("<strong>Kein Umzug mitten in der Behandlung.</strong> Ein Weg"))
        == "<strong>Kein Umzug mitten in\u00a0der\u00a0Behandlung.</strong> Ein\u00a0Weg"
    )


def test_words_that_would_be_too_broad_for_a_column_together_stay_apart() -> None:
    broad = ("die Landesarbeitsgemeinschaften tagen.", "Wort", "", "<em>ganz</em>")
    assert tuple(map(end_gathered, map(Markup, broad))) == broad
