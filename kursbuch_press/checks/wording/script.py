"""The German words of the spoken script, as a screen reader says them."""

from __future__ import annotations

WITHOUT_TAGS = "Die Datei hat keine Tags: Ein Vorleseprogramm muss raten, was es sagt."
PAGE = "— Seite {page} —"
_FOLIO = "— Seite {label} (Seite {page} der Datei) —"
_NAMED_PAGE = "— {label} (Seite {page} der Datei) —"
HEADING = "Überschrift {level}: "
ROLES = {"Note": "Fußnote: ", "Caption": "Beschriftung: ", "BlockQuote": "Zitat: ", "Formula": "Formel: "}
BOX = "Kasten:"
QUOTATION = "Zitat:"
FIGURE = "Grafik: {words}"
TABLE = "Tabelle: {name} ({rows}, {columns})"
ROWS = ("{count} Zeile", "{count} Zeilen")
COLUMNS = ("{count} Spalte", "{count} Spalten")
HEADS = "Spalten: "
ROW = "Zeile: "
NOTHING = "ohne Namen"
LIST = ("Liste mit {count} Eintrag:", "Liste mit {count} Einträgen:")
LINKS = ("{count} Link", "{count} Links")


def page(number: int, label: str) -> str:
    """Name a page as it is printed on it, and by its place in the file where that is another."""
    if label == str(number):
        return PAGE.format(page=number)
    return (_FOLIO if label.isdigit() else _NAMED_PAGE).format(label=label, page=number)


def count(shape: tuple[str, str], number: int) -> str:
    """Fill a number into words for one or for many."""
    return shape[number != 1].format(count=number)
