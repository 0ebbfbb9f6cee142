"""The German words that the press itself puts into the book."""

from __future__ import annotations

from datetime import date

from kursbuch_press.compose.nodes import OverviewHeads

SECTIONS = {
    "situation": "Ausgangslage",
    "goals": "Ziele",
    "approaches": "Lösungsansätze",
    "measures": "Umsetzungsschritte",
    "actors": "Akteure",
    "good_practice": "Gute Praxis",
    "overview": "Die Maßnahmen auf einen Blick",
    "questions": "Fragen an die Mitautorinnen und Mitautoren",
}
FIELD = "Handlungsfeld"
FIELD_SHEET = "Handlungsfeld\u00a0{number}: {title}"
MEASURE = "Maßnahme"
TABLE = "Tabelle"
FIGURE = "Abbildung"
CHAPTER = "Kapitel"
GOOD_PRACTICE = "So kann es gehen"
NOTE = "Hinweis"
CONTINUATION_LETTER = "V"
ACTORS_COLUMNS = ("Wer", "Was sie beitragen")
PLAN_COLUMNS = ("Nr.", "Maßnahme", "Wer", "Zeitraum", "Rang", "Seite")
FACTS = {
    "responsible": "Wer",
    "partners": "Mit wem",
    "until": "Bis wann",
    "means": "Mittel",
    "check": "Woran gemessen",
    "priority": "Rang",
    "status": "Stand",
}
OVERVIEW_HEADS = OverviewHeads(number="Nr.", title="Maßnahme", until="Zeitraum", priority="Rang", page="Seite")
TIMELINE_COLUMNS = ("Nr.", "Maßnahme", "von", "bis")
MATRIX_COLUMNS = ("Wer", "verantwortlich", "wirkt mit")
MARK_COLUMNS = ("Teil", "Angabe", "Erläuterung")
OF_PLAN = "Alle Maßnahmen nach Handlungsfeldern"
CONTINUED = "{label} (Fortsetzung)"
QUESTION_ANSWER = "Antwort"
SAMPLE = "Musterausgabe"
MONTHS = (
    "Januar",
    "Februar",
    "März",
    "April",
    "Mai",
    "Juni",
    "Juli",
    "August",
    "September",
    "Oktober",
    "November",
    "Dezember",
)


def month(value: str) -> str:
    """Write a month such as ``2014-09`` as ``09/2014``, which is short enough for narrow columns."""
    year, number = value.split("-")
    return f"{number}/{year}"


def day(when: date) -> str:
    """Write a day in words: 27. Juni 2014, which no line end parts from its month."""
    return f"{when.day}.\u00a0{MONTHS[when.month - 1]} {when.year}"


def span(start: str, until: str) -> str:
    """Write a span of months, each with its year, so that spans under each other can be compared."""
    return month(start) if start == until else f"{month(start)} – {month(until)}"


def matrix_caption(continuation: str) -> str:
    """Say what the table beside the matrix holds; ``continuation`` is the title of the chapter that has no number."""
    caption = "Dieselben Angaben in Worten; die Ziffern nennen die Handlungsfelder"
    return f"{caption}, {CONTINUATION_LETTER} das Kapitel {quoted(continuation)}" if continuation else caption


def quoted(words: str) -> str:
    """Name something by its title; the marks become those of the edition later."""
    return f"„{words}“"


IMPRINT = {
    "publisher": "Herausgeber",
    "editors": "Redaktion",
    "printer": "Druck",
    "isbn": "ISBN",
    "distribution": "Verteilerhinweis",
    "rights": "Rechte",
    "typography": "Herstellung",
    "credits": "Bildnachweis",
    "muster": "Über diese Ausgabe",
    "date": "Stand",
}
MISSING = "fehlt noch"
NOT_RELEASED = "Die Ausgabe ist für den Druck technisch vorbereitet, aber nicht zur Verbreitung freigegeben."
OPEN_POINTS = " Noch fehlen gültige Angaben zu: {what}."
DRAWN = "Alle nicht genannten Abbildungen: gezeichnet für diese Ausgabe."
