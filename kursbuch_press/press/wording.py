"""The German words of the press room: names of stages and of products."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kursbuch_press.problems import listed

READING = "liest die Quellen"
LAYING_OUT = "setzt"
LAID_OUT = "hat gesetzt:"
DRAWING = "zeichnet"
FINISHING = "macht fertig"
WRITING = "schreibt"
DONE = "fertig"

NO_CHAPTER = "Ein Kapitel „{name}“ gibt es nicht. Gemeint war vielleicht: {near}"
BROKEN_RECORD = "„{path}“ ist nicht zu lesen ({reason}). Holen Sie die Datei aus git zurück: git checkout {path}"

BOOK = "Buch"
LEFT_OUT = "Das Erzeugnis „{name}“ gibt es nicht."
NO_WORKER = "Die Arbeit an „{name}“ brach zweimal unerwartet ab; vielleicht fehlt es dem Rechner an Speicher."
NO_DASK = (
    "Für --cluster fehlt die Bibliothek „distributed“. Sie kommt mit .venv/bin/python -m pip install distributed, "
    "auf diesem Rechner und auf allen des Clusters."
)
NO_CLUSTER = (
    "Unter „{address}“ antwortet kein Cluster. Erwartet wird die Adresse eines Dask-Schedulers, etwa tcp://rechner:8786."
)
NO_FAR_WORKER = "Der Cluster unter „{address}“ hat keinen Arbeiter. Ohne --cluster arbeitet dieser Rechner allein."
OTHER_VERSION = (
    "Auf dem Cluster läuft eine andere Fassung der Presse oder ihrer Bibliotheken ({workers}); ihre Dateien wären andere. "
    "Überall gehören derselbe Stand der Presse und dasselbe System hin; ohne --cluster arbeitet dieser Rechner allein."
)
ANOTHER_BUILD = "wartet auf einen anderen Lauf, der gerade in diesem Ordner arbeitet"
NO_WORKER_NOW = (
    "Die Arbeit brach unerwartet ab; vielleicht fehlt es dem Rechner an Speicher. Die nächste Änderung beginnt sie neu."
)
NO_PANGO = """\
Pango oder HarfBuzz lassen sich nicht laden ({reason}).
Bitte den Ordner .venv löschen und python3 build.py noch einmal starten: Es richtet sich neu ein und nennt, was fehlt."""
NOT_READY_FOR_PRINT = "Die Datei „{path}“ ist technisch nicht druckfertig und heißt deshalb anders."
READ_THE_REPORT = "den Bericht {report} lesen"
JUDGING = "prüft"
NOT_READABLE_BY_ALL = "Die Datei „{path}“ ist nicht barrierefrei und fehlt deshalb in {zip}: {why}"
READ_MORE = "den Bericht lesen: python3 build.py check readable dist/{path}"
OTHER_TRIM = "Die Druckerei druckt {} × {} mm, die Ausgabe ist für {} × {} mm gesetzt."
OTHER_TRIM_HINT = (
    "trim in sources/kursbuch.yaml auf dieses Format setzen, oder ein Druckprofil wählen, das kein trim hat: Es gilt für jedes"
)
OTHER_FACES = "Das Impressum nennt nicht, woraus gesetzt wird: {names}."
OTHER_FACES_HINT = "den Satz ändern, oder typography weglassen: Dann nennt das Impressum die Schriften von selbst"
MORE_BLEED = "Die Druckerei braucht {} mm Anschnitt, die Ausgabe hat nur {} mm."
MORE_BLEED_HINT = "bleed: {} in sources/kursbuch.yaml setzen"
TO_DO = "Abhilfe: {hint}."
PARTS = {"cover": "Umschlag", "folded": "Handreichung (Falzbogen)", "wall": "Handreichung (Aushang)"}
"""What print files are, other than the interior."""

NOTE_TITLES = {
    "warnings": "Hinweise der Presse",
    "sheet": "Rücken und Bogen",
    "blank": "Leere Seiten",
    "pictures": "Bilder",
    "colours": "Umgewandelte Farben",
}
BLANKS = ("Eine leere Seite am Ende füllt", "{count} leere Seiten am Ende füllen")
BLANK_PAGES = "{blanks} das Buch von {laid} auf {printed} Seiten auf (ein Vielfaches von {multiple})."
FEWER_ELSEWHERE = "{fewer} statt {printed} Seiten wären es bei: {names}."
SHORTER = (
    "Wird der Text um eine Seite kürzer, sind es {fewer} Seiten.",
    "Wird der Text um {over} Seiten kürzer, sind es {fewer} Seiten.",
)
SPINE = "Rücken: {pages} Seiten / 2 × {leaf} mm + 2 × {board} mm = {spine} mm; {interior}, {cover}"
PAPER = "{name} {grammage} g/m² mit Volumen {volume}"
SHEET = "Bogen: Rückseite {page} mm + Rücken {spine} mm + Vorderseite {page} mm = {width} × {height} mm, ohne Anschnitt"
PICTURE = "{name}: {width} × {height} Pixel, {dpi} dpi an der größten Stelle{done}"
PICTURES_CONVERTED = "{count} Bilder wurden in Druckfarben umgewandelt."
ONE_PICTURE_CONVERTED = "1 Bild wurde in Druckfarben umgewandelt."
COLOUR = "{rgb} wurde C {} M {} Y {} K {}"
MANY_CHARACTERS = "Das Kapitel hat {count} Zeichen; vorgesehen sind höchstens {wanted}."
SHORTEN_CHARACTERS = "um {over} Zeichen kürzen oder characters höher setzen"
MANY_PAGES = "Das Kapitel hat {count} Seiten; vorgesehen sind höchstens {wanted}."
SHORTEN_PAGES = "den Text kürzen oder pages höher setzen"
NO_CREDIT = "Zum Bild „{name}“ fehlt der Bildnachweis; im Impressum wird es nicht genannt."
NO_CREDIT_HINT = "ergänzen: „credit: Urheber und Lizenz“"
UNUSED_PICTURES = ("Dieses Bild zeigt keine Abbildung: {names}.", "Diese Bilder zeigt keine Abbildung: {names}.")
UNUSED_PICTURES_HINT = "als Abbildung ins Buch nehmen, löschen oder so lassen"
NO_HUNSPELL = (
    "Für die Rechtschreibung fehlt das Programm hunspell. Auf Debian und Ubuntu: sudo apt install hunspell hunspell-de-de"
)
NO_DICTIONARY = (
    "hunspell hat kein Wörterbuch „{dictionary}“. Auf Debian und Ubuntu für Deutsch: sudo apt install hunspell-de-de"
)
UNKNOWN_WORD = "Das Wort „{word}“ kennt das Wörterbuch nicht{times}."
TIMES = "; es steht {count}-mal da"
PERHAPS_WORD = "gemeint ist vielleicht „{near}“; ist „{word}“ richtig, das Wort in {file} schreiben, eins je Zeile"
OWN_WORD = "ist „{word}“ richtig, das Wort in {file} schreiben, eins je Zeile"
COVER_SIDES = ("vorn", "hinten")
OF_THE_SHEET = "{page} des Blattes {sheet}"
ON_THE_PAGE = "zuerst auf Seite {0}: »{1}«"
IN_DRAWING = "zuerst in der Zeichnung {0}: »{1}«"
FAINT = "Text in „{text}“ auf „{ground}“ hat einen Kontrast von {ratio} : 1, nötig sind {limit} : 1; {where}."
FAINT_SIGN = (
    "„{text}“ auf „{ground}“ hat einen Kontrast von {ratio} : 1; Linien, Zeichen und Flächen, die man sehen muss, "
    "brauchen {limit} : 1; {where}."
)
IN_A_DRAWING = "zuerst in der Zeichnung {0}"
ON_THE_COVER = "auf der Rückseite des Umschlags"
FAINT_PICTURE = (
    "Die Zeichnung „{name}“ hebt sich zu schwach vom Papier ab: Ihr stärkster Kontrast ist {ratio} : 1, nötig sind 3 : 1."
)
FAINT_PICTURE_HINT = "im Zeichenprogramm dunklere Farben für Linien und Flächen wählen"
FAINT_HINT = "„{text}“ oder „{ground}“ heller oder dunkler machen (srgb und cmyk), oder in {folder} andere Farben wählen"
NO_FILE = "Die Datei „{path}“ gibt es nicht. Zuerst herstellen: python3 build.py build print"
NO_SUCH_FILE = "Die Datei gibt es nicht."
NO_LANGUAGE = "Für die Sprache „{language}“ gibt es keine Wörter."
OTHER_LANGUAGE = "Die Datei sagt, sie sei in der Sprache „{language}“; ihr Name nennt eine andere."
OTHER_LANGUAGE_HINT = "„language: {language}“ schreiben oder die Datei umbenennen"
NEVER_MADE = "noch nicht hergestellt"
TAKEN_AWAY = "die Datei oder etwas, was zu ihr gehört, liegt nicht mehr in dist/"
NOTHING_CHANGED = "nichts, woraus es gemacht ist, hat sich geändert"
CHANGED = "{name} hat sich geändert"
GONE = "{name} gibt es nicht mehr"
OTHER_FILES = "in {folder} kam eine Datei hinzu, oder eine fehlt jetzt"
MADE_FROM = "{name}, woraus es gemacht ist, ist selbst nicht aktuell"
EDITED_BY_HAND = "{name} wurde nach dem Herstellen geändert"
OTHER_PRINTER = "hergestellt für eine andere Druckerei"
OTHER_PROGRAM = "das Programm {name} ist neu, fehlt oder hat eine andere Version"
OTHER_PRESS = "die Presse hat sich geändert: {name}"
OLDER_PRESS = "von einer anderen Version der Presse hergestellt"
AND_OTHERS = ("{said} (und noch ein Grund)", "{said} (und {count} weitere Gründe)")
UNKNOWN_PICTOGRAM = "Ein Piktogramm „{name}“ hat das Haus nicht."
SECOND_SHEET = "Zum Handlungsfeld „{name}“ gibt es schon ein Blatt (zuerst in Zeile {line}); nur eines würde gemacht."
SECOND_SHEET_HINT = "eines der beiden löschen oder seinem chapter die Kennung eines anderen Handlungsfelds geben"
UNKNOWN_SHEET = "Ein Blatt „{name}“, das es in der Sprache „{language}“ geben soll, hat dieses Buch nicht."
NO_TRANSLATION = "Zur Sprache „{language}“ fehlt die Datei {file}; ihre Blätter werden nicht gemacht."
NO_TRANSLATION_HINT = "{file} anlegen, darin „language“ und „texts“; check nennt danach jeden Text, der noch fehlt"
SECOND_TRANSLATION = (
    "Die Sprache „{language}“ steht unter translations mehr als einmal; nur die Blätter eines Eintrags würden gemacht."
)
SECOND_TRANSLATION_HINT = "den Eintrag löschen und alle Blätter der Sprache in einem nennen"
OWN_TRANSLATION = "Unter translations steht die Sprache des Buches selbst („{language}“)."
NO_SHEETS = (
    "Unter translations stehen Sprachen, aber dieses Buch hat keine Handreichungen, die übersetzt werden könnten.",
    "sources/handouts.yaml anlegen oder translations löschen",
)
IDLE_TRANSLATION = (
    "Diese Übersetzung wird nicht gelesen: Die Sprache „{language}“ steht nicht unter translations in kursbuch.yaml."
)
IDLE_TRANSLATION_HINT = "dort „- language: {language}“ mit ihren Blättern ergänzen, oder die Datei löschen"
OTHER_TRANSLATION = "Die Datei nennt als Sprache „{found}“, heißt aber nach „{wanted}“."
UNKNOWN_FIELD = "Das Blatt gilt einem Handlungsfeld „{name}“, das diese Ausgabe nicht hat."

NEW_TITLE, NEW_ISSUER, NEW_FIELDS = "Titel", "Herausgeber", "Handlungsfeld"
NEW_EMPTY = "Es fehlt: {what}. Ein Wort mit Buchstaben genügt; geändert werden kann es später in sources/."
NEW_MANY_FIELDS = "Ein Buch hat höchstens {most} Handlungsfelder, genannt sind {count}."
NEW_NO_FOLDER = "„{path}“ ist kein Ordner. Bitte einen anderen Namen nennen."
NEW_TAKEN = "Im Ordner „{path}“ liegt schon etwas; es bleibt, wie es ist. Bitte einen leeren oder einen neuen Ordner nennen."
NEW_NARROW = (
    "Eine Seite von {width} mm Breite ist zu schmal: Zeichnungen schrumpfen mit ihr, und die Druckerei nimmt keine Schrift "
    "unter {smallest} pt. Bitte eine Breite von mindestens {least} mm angeben."
)
NEW_NO_TRIM = "„{typed}“ ist kein Format von 90 × 120 bis 300 × 420 mm. So schreibt man es: 148x210"


def no_language_hint(file: str, known: Sequence[str]) -> str:
    """Say what to do where the words of a language are missing."""
    if not known:
        return f"{file} aus git zurückholen"
    copied = f"{file} anlegen (eine vorhandene Datei kopieren und übersetzen)"
    return f"{copied} oder eine Sprache wählen, die es gibt: {listed(known)}"


def unknown_field_hint(known: Sequence[str]) -> str:
    """Say of which action fields a sheet may be."""
    return f"möglich sind: {listed(known)}" if known else "dieses Buch hat keine Handlungsfelder: das Blatt löschen"


READING_FINDING = "{title} in {path}{where}: {message}{measured}.{more}"
NOT_JUDGED = "Prüfung der Barrierefreiheit"
PRINT_FINDING = "{title} in {path}{where}: {message}{measured}.{more}"
ON_COVER = ", Umschlag {folio}"
ON_PRINTED_PAGE = ", Seite {folio}"
MEASURED = " (hier {measured}, Grenze {limit})"
MORE_PLACES = (" So ist es noch einmal.", " So ist es noch {count}-mal.")


_PICTURE = re.compile(r"\b([Dd](?:ie Datei|as Bild|ie Zeichnung))\b")


def of_picture(message: str, name: str) -> str:
    """Name the file in what is said of „Das Bild“, „Die Datei“ or „Die Zeichnung“, where the place is that of its figure."""
    if name in message:
        return message
    said, count = _PICTURE.subn(rf"\1 „{name}“", message, count=1)
    return said if count else f"„{name}“: {message}"
