"""The German words of the commands ``new`` and ``questions``."""

from __future__ import annotations

import difflib
from collections.abc import Sequence

from kursbuch_press.problems import listed

NEW = "ein neues Buch in einem eigenen Ordner beginnen"
ABOUT = """\
Schreibt ein kleines Buch in einen leeren Ordner: Quellen mit Erklärungen und eine Kopie der Gestaltung. Es lässt sich sofort
herstellen. Was hier nicht angegeben ist, wird gefragt; die Eingabetaste nimmt den Vorschlag in Klammern.

Beispiele:
  python3 build.py new ../mein-buch
  python3 build.py new ../mein-buch --title "Hitze in der Stadt" --issuer "Netzwerk Stadtklima" \\
      --field "Schatten" --field "Wasser" --trim 170x240 --printer offset-gestrichen"""
FOLDER = "ein leerer Ordner, oder einer, den es noch nicht gibt"
TITLE = "Titel des Buches"
ISSUER = "wer das Buch vorlegt"
FIELD = "Titel eines Handlungsfelds; mehrmals für mehrere"
TRIM = "Format der Seite in mm, zum Beispiel 148x210"
PRINTER = "Druckprofil: Name einer Datei in layouts/printers/ ohne .yaml"

ASK_TITLE = "Wie heißt das Buch?"
DEFAULT_TITLE = "Kursbuch"
ASK_ISSUER = "Wer legt es vor?"
DEFAULT_ISSUER = "Name des Herausgebers"
ASK_FIELDS = "Wie heißen die Handlungsfelder? Mehrere mit Semikolon trennen."
DEFAULT_FIELDS = "Erstes Handlungsfeld; Zweites Handlungsfeld; Drittes Handlungsfeld"
ASK_TRIM = "Welches Format hat die Seite, Breite mal Höhe in mm?"
DEFAULT_TRIM = "148x210"
ASK_PRINTER = "Für welche Druckerei? Möglich sind: {names}."
DEFAULT_PRINTER = "offset-gestrichen"
STOPPED = "Abgebrochen. Es ist nichts geschrieben worden."
DONE = """\
Das neue Buch liegt in {folder}.
Weiter geht es mit sources/kursbuch.yaml; die Erklärungen stehen darin. Die zwei Befehle:
  python3 build.py check --project {typed}   prüfen
  python3 build.py build --project {typed}   herstellen; das Ergebnis liegt danach in dist/"""
LACKING = """
Für die Druckdateien fehlt noch etwas: {message}
  → {hint}
Alles andere entsteht auch ohne.
"""

QUESTIONS = "zeigen, welche Fragen noch offen sind"
QUESTIONS_ABOUT = """\
Nennt alle Fragen ohne Antwort mit Datei, Zeile und Anschrift: die zu einzelnen Stellen (open_questions) und die an die
Mitautoren eines Handlungsfelds (questions). Beantwortet ist eine Frage, sobald bei ihr „answer: …“ steht."""
ASKED = " ({who})"
OPEN = ("Keine offenen Fragen.", "Eine offene Frage.", "{count} offene Fragen.")


def no_printer(name: str, known: Sequence[str]) -> str:
    """Say that there is no such printer profile, and which was meant or which there are."""
    near = "".join(f"Gemeint war vielleicht: {each}. " for each in difflib.get_close_matches(name, known, n=1))
    there = f"Möglich sind: {listed(known)}." if known else "In layouts/printers/ liegt keines."
    return f"Ein Druckprofil „{name}“ gibt es nicht. {near}{there}"
