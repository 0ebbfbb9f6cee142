"""The German words of the handouts that no template holds."""

from __future__ import annotations

OVERVIEW = "auf-einen-blick"
PLAIN_LANGUAGE = "leichte-sprache"
"""Ids of the two handouts that belong to no chapter; people type them behind the edition's address."""

OVERVIEW_TOO_LONG = "„Auf einen Blick“ passt nicht auf eine Seite, auch ohne die dringenden Maßnahmen."
OVERVIEW_HINT = "den Text unter „overview“ oder „join“ kürzen"
NO_SUCH_HANDOUT = "Eine Handreichung „{stem}“ gibt es nicht; es gibt: {stems}."
