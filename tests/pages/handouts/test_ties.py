"""Short words at the ends of lines stay with their neighbours."""

from __future__ import annotations

from markupsafe import Markup

from kursbuch_press.pages.handouts.ties import end_tied, start_tied


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
