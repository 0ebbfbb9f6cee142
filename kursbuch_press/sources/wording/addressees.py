"""The German words for mistakes in a list of addressees: (what is wrong, what to type next)."""

from __future__ import annotations

from collections.abc import Sequence

from kursbuch_press.problems import listed
from kursbuch_press.sources.wording.words import Words, perhaps, short

SAVE_AS = "die Liste in der Tabellenkalkulation als „CSV UTF-8“ speichern"


def _possible(names: Sequence[str]) -> str:
    return f"; möglich sind: {listed(names)}" if names else ""


def no_file(path: str) -> str:
    """The list is not there."""
    return f"Die Liste „{path}“ gibt es nicht."


def unreadable(path: str, reason: str) -> str:
    """The list cannot be read."""
    return f"Die Liste „{path}“ lässt sich nicht lesen ({reason})."


def too_large(limit: int) -> Words:
    """The list is larger than a list of addressees can be."""
    return f"Die Liste ist größer als {limit // 1000} KB.", "die Liste auf mehrere Dateien verteilen"


def too_many(count: int, limit: int) -> Words:
    """There are more rows than one run makes."""
    return f"Die Liste hat {count} Zeilen; mehr als {limit} auf einmal stellt die Presse nicht her.", (
        "die Liste auf mehrere Dateien verteilen"
    )


def no_text() -> Words:
    """The file is no text: a workbook, most likely."""
    return "Das ist keine CSV-Datei, sondern vermutlich eine Arbeitsmappe.", SAVE_AS


def no_rows() -> Words:
    """There is no row below the heads."""
    return "Die Liste hat unter den Spaltennamen keine Zeile.", "für jedes Blatt eine Zeile schreiben"


def no_column(name: str, there: Sequence[str]) -> Words:
    """A column that is needed is not there."""
    have = f"da sind: {listed(there)}" if there else "die erste Zeile ist leer"
    return f"In der ersten Zeile fehlt die Spalte „{name}“.", f"die Spalten in der ersten Zeile nennen; {have}"


def unknown_column(name: str, known: Sequence[str]) -> Words:
    """A column that the press does not know."""
    wrong = f"Die Spalte „{short(name)}“ ist nicht bekannt." if name.strip() else "Eine Spalte hat keinen Namen."
    return wrong, perhaps(name, known, f"sie herausnehmen{_possible(known)}")


def twice(name: str) -> Words:
    """A column stands there twice."""
    return f"Die Spalte „{name}“ kommt zweimal vor.", "eine der beiden herausnehmen"


def broken_row(reason: str) -> Words:
    """A row is no CSV."""
    return (
        f"Diese Zeile ist zerbrochen: {reason}.",
        "ein Anführungszeichen im Text doppelt schreiben und jedes öffnende schließen",
    )


NOT_CLOSED = "ein Anführungszeichen wird geöffnet und nicht geschlossen"
ENDLESS_CELL = "eine Zelle nimmt kein Ende, vermutlich fehlt ein schließendes Anführungszeichen"
BEHIND_QUOTES = "hinter einem schließenden Anführungszeichen geht der Text weiter"


def cells(has: int, wanted: int) -> Words:
    """A row has fewer or more cells than there are columns."""
    return f"Die Zeile hat {has} Zellen statt {wanted}.", (
        "Text mit Komma oder Semikolon in Anführungszeichen setzen, und leere Zellen nicht weglassen"
    )


def empty(name: str) -> Words:
    """A cell is empty that must not be."""
    return f"Die Zelle „{name}“ ist leer.", "sie ausfüllen oder die Zeile löschen"


def formula(name: str, sign: str) -> Words:
    """A cell begins as a formula does."""
    return f"Die Zelle „{name}“ beginnt mit „{sign}“; eine Tabellenkalkulation hielte sie für eine Formel.", (
        "das Zeichen am Anfang löschen"
    )


def control_sign(name: str, code: str) -> Words:
    """A cell holds a sign that is not to be printed."""
    return f"In der Zelle „{name}“ steht das Steuerzeichen {code}.", "das Zeichen löschen"


def same(name: str, line: int) -> Words:
    """An organisation stands there twice."""
    return f"„{short(name)}“ steht schon in Zeile {line}, mit demselben Blatt in derselben Sprache.", "eine der Zeilen löschen"


def no_handout(name: str, known: Sequence[str]) -> Words:
    """A handout that does not exist, or that has no place for an address."""
    wrong = f"Ein Blatt „{short(name)}“ mit Platz für eine Anschrift gibt es nicht."
    return wrong, perhaps(name, known, f"möglich sind: {listed(known)}" if known else "dieses Buch hat keine solchen Blätter")


def which_handout(known: Sequence[str]) -> Words:
    """Neither the list nor the command line says which handout is wanted."""
    way = "hinter build ein Blatt nennen oder in der Liste eine Spalte „blatt“ ausfüllen"
    return "Es fehlt, welches Blatt diese Zeile bekommt.", f"{way}{_possible(known)}"


def no_language(language: str, handout: str, known: Sequence[str]) -> Words:
    """A handout is not there in the language of a row."""
    return f"Das Blatt „{handout}“ gibt es nicht in der Sprache „{short(language)}“.", (
        f"eine von diesen nennen: {listed(known)}" if known else "die Zelle leer lassen"
    )
