"""The German words of the handouts that no template holds."""

from __future__ import annotations

from collections.abc import Sequence

from kursbuch_press.problems import listed

OVERVIEW = "auf-einen-blick"
PLAIN_LANGUAGE = "leichte-sprache"
"""Ids of the two handouts that belong to no chapter; people type them behind the edition's address."""

TOO_LONG = "Auf dem Blatt „{sheet}“ ist dieser Text um {lines} zu lang für seinen Platz."
LINES = {0: "alle Zeilen", 1: "eine Zeile"}
MORE_LINES = "{lines} Zeilen"
TOO_LONG_HINT = "den Text kürzen; die Maße des Blattes bleiben, damit alle Blätter gleich sind"

NO_SHEET_WORDS = "Den Blättern in der Sprache „{language}“ fehlt {file}: die Worte, die auf jedem Blatt stehen."
NO_SHEET_WORDS_HINT = "{folder}/en.yaml unter diesem Namen kopieren und jeden Wert übersetzen, oder die Sprache löschen"


def no_such_handout(stem: str, known: Sequence[str]) -> str:
    """Say that there is no such handout, and which there are."""
    there = f"es gibt: {listed(known)}" if known else "dieses Buch hat keine; sie stehen in sources/handouts.yaml"
    return f"Eine Handreichung „{stem}“ gibt es nicht; {there}."
