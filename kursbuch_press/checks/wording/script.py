"""The German words of the spoken script, as a screen reader says them."""

from __future__ import annotations

WITHOUT_TAGS = "Die Datei hat keine Tags: Ein Vorleseprogramm muss raten, was es sagt."
PAGE = "— Seite {page} —"
HEADING = "Überschrift {level}: "
ROLES = {"Note": "Fußnote: ", "Caption": "Beschriftung: ", "BlockQuote": "Zitat: ", "Formula": "Formel: "}
BOX = "Kasten:"
FIGURE = "Grafik: {words}"
TABLE = "Tabelle: {name} ({rows} Zeilen, {columns} Spalten)"
ROW = "Zeile: "
NOTHING = "ohne Namen"
LIST = ("Liste mit {count} Eintrag:", "Liste mit {count} Einträgen:")
LINKS = ("{count} Link", "{count} Links")


def count(shape: tuple[str, str], number: int) -> str:
    """Fill a number into words for one or for many."""
    return shape[number != 1].format(count=number)
