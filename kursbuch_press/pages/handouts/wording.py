"""The German words of the handouts that no template holds."""

from __future__ import annotations

OVERVIEW = "auf-einen-blick"
PLAIN_LANGUAGE = "leichte-sprache"
"""Ids of the two handouts that belong to no chapter; people type them behind the edition's address."""

TOO_LONG = "Auf dem Blatt „{sheet}“ ist dieser Text um {lines} zu lang für seinen Platz."
LINES = {0: "alle Zeilen", 1: "eine Zeile"}
MORE_LINES = "{lines} Zeilen"
TOO_LONG_HINT = "den Text kürzen; die Maße des Blattes bleiben, damit alle Blätter gleich sind"
NO_SUCH_HANDOUT = "Eine Handreichung „{stem}“ gibt es nicht; es gibt: {stems}."
