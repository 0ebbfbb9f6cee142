"""The German words of the command line, argparse's own included."""

from __future__ import annotations

import argparse
import sys
from typing import NoReturn

ABOUT = "Die Kursbuch-Presse: macht aus den Quellen in sources/ Druckausgabe, PDFs für alle und Word-Dateien."
EXIT_CODES = """\
Rückgabewerte: 0 gut · 1 das Buch hat Fehler oder ist nicht druckfertig · 2 falscher Aufruf · 3 dem Rechner fehlt etwas"""
COMMANDS = "Befehle"
INTERRUPTED = "Abgebrochen. Was in dist/ liegt, ist unverändert oder vollständig."

BROKEN_ENVIRONMENT = """\
In .venv fehlt das Paket „{package}“. Bitte den Befehl wiederholen: python3 build.py macht .venv dann neu."""

BUILD = "Erzeugnisse herstellen (ohne Angabe: alle)"
BUILD_ABOUT = """\
Stellt die Erzeugnisse her und legt sie in dist/ ab. Haben die Quellen Fehler, werden alle genannt und dist/ bleibt, wie es ist;
zeigt sich ein Fehler erst an den Seiten eines Erzeugnisses, fehlt nur dieses.
Das Wort „build“ darf fehlen.

Beispiele:
  python3 build.py build                                     alles
  python3 build.py build print screen                        nur Druck- und Bildschirmausgabe
  python3 build.py build handouts/01-deutsch-fuer-alle.pdf   nur diese eine Datei
  python3 build.py build print cover --printer digital       Druckdateien für eine andere Druckerei"""
PRODUCT = "Name eines Erzeugnisses oder Pfad einer Datei in dist/, wie „python3 build.py list“ sie nennt"
PRINTER = "für eine andere Druckerei: Name einer Datei in layouts/printers/ (Vorgabe: das Druckprofil der Ausgabe)"
QUIET = "keinen Fortschritt zeigen, nur Fehler und Hinweise"
JSON = "Fehler und Hinweise als JSON ausgeben (für Programme)"
PROJECT = "der Ordner des Buches, mit sources/ und layouts/ (Vorgabe: das mitgelieferte Buch)"
NO_PROJECT = "Den Ordner {folder} gibt es nicht. Bitte die Angabe hinter --project prüfen; „new“ beginnt dort ein Buch."
JOBS = "höchstens so viele Dateien gleichzeitig bearbeiten (Vorgabe: so viele wie Prozessorkerne)"
CHECK = "die Quellen prüfen, ohne etwas herzustellen"
CHECK_ABOUT = """\
Ohne Angabe: prüft alle Quellen und nennt jeden Fehler mit Datei, Zeile und Spalte und mit dem, was als Nächstes zu tippen ist.

  check print [DATEI.pdf] [--printer NAME]   prüft eine Druckdatei, auch eine fremde, nach dem Profil einer Druckerei
                                             (ohne Datei: dist/print/kursbuch-innenteil.pdf)
  check readable [DATEI …]                   prüft PDF- und Word-Dateien, auch fremde, auf Barrierefreiheit
                                             (ohne Datei: alles in dist/screen, dist/handouts und dist/word)

Der Bericht steht danach neben der Datei oder, mit --report, im genannten Ordner."""
CHECK_WHAT = "print: eine Druckdatei prüfen; readable: ob alle die Dateien lesen können; ohne Angabe: die Quellen"
CHECK_FILE = "die Dateien, die geprüft werden (bei print nur eine)"
CHECK_PRINTER = "Druckereiprofil: Name einer Datei in layouts/printers/ (Vorgabe: das der Ausgabe)"
CHECK_SCRIPT = "mit readable: zeigen, was ein Vorleseprogramm sagt, Seite für Seite als Text"
SCRIPT_ALONE = "--script gehört zu check readable: python3 build.py check readable --script DATEI.pdf"
SCRIPT_OF = "== {path} =="
CHECK_SPELLING = "auch die Rechtschreibung prüfen (mit hunspell); eigene Wörter stehen in sources/words.txt"
CHECK_REPORT = "Ordner für den Bericht"
OF_FILE = "{path}: {message}"
ONE_FILE = "check print prüft eine Datei auf einmal."
NOTHING_TO_READ = "In dist/ liegt nichts, was zu prüfen wäre. Zuerst herstellen: python3 build.py build"
MORE_FINDINGS = "{title}: {count} weitere, alle im Bericht"
READABLE = "{path}: {verdict}"
READABLE_VERDICT = {True: "maschinell prüfbare Regeln der Barrierefreiheit erfüllt", False: "nicht barrierefrei"}
UNREADABLE = "nicht barrierefrei, denn die Datei lässt sich nicht lesen"
SAVE_ANEW = "    → in dem Programm öffnen, aus dem sie kommt, und von dort ungeschützt als PDF oder .docx neu speichern"
VERDICT = {True: "ja", False: "nein"}
JUDGED_AS = "Geprüft als {part} für „{printer}“."
TECHNICAL = "Technisch druckfertig: {verdict}"
RELEASED = "Zur Verbreitung freigegeben: {verdict}"
REPORT_AT = "Bericht: {path}"
LIST = "die Erzeugnisse und ihren Stand zeigen"
LIST_ABOUT = "Nennt alle Erzeugnisse mit ihren Dateien und sagt, welche in dist/ liegen und ob sie noch aktuell sind."
RENAME = "eine Kennung überall in den Quellen umbenennen"
RENAME_ABOUT = """\
Gibt einem Kapitel, Baustein, Begriff, einer Fußnote oder Quelle eine andere Kennung, mit allen Verweisen darauf.
Gibt es die Kennung mehrmals, wird das Kapitel davorgeschrieben: vielfalt-als-staerke/lage-1.
Entwürfe, die noch draußen sind, werden weiter verstanden."""
RENAME_OLD = "die Kennung, wie sie jetzt ist"
RENAME_NEW = "die neue Kennung"
RENAMED = ("„{old}“ heißt jetzt „{new}“; {count} Dateien geändert.", "„{old}“ heißt jetzt „{new}“; eine Datei geändert.")
SCHEMA = "die JSON-Schemata für YAML-Editoren schreiben"
SCHEMA_ABOUT = """\
Schreibt sources/schema/*.json neu. Die YAML-Dateien verweisen darauf; ein Editor mit YAML-Unterstützung bietet dann
Schlüssel an, erklärt sie und unterstreicht Fehler schon beim Tippen."""
DRAFT = "einen Entwurf als Word-Datei verschicken"
DRAFT_ABOUT = """\
Schreibt das Buch oder einzelne Kapitel als Word-Datei in den Ordner drafts/ und vermerkt dort, wer sie wann bekommen hat.
Offene Fragen aus den Quellen stehen in der Datei als Kommentare. Was zurückkommt, liest: python3 build.py returns DATEI"""
DRAFT_CHAPTERS = "Kennung oder Nummer eines Kapitels (ohne: das ganze Buch)"
DRAFT_FOR = "für wen das Exemplar ist; mehrmals für mehrere Personen"
DRAFT_DUE = "bis wann es zurückkommen soll, als JJJJ-MM-TT oder TT.MM.JJJJ"
NO_DAY = "kein Tag wie 2014-09-30: „{typed}“"
FOR_WHOM = "  für {name}"
DRAFT_SENT = "Kennung {draft}; sie steht unten auf jeder Seite. Den Ordner drafts/ bitte in git aufnehmen."
RETURNS = "lesen, was Mitautoren zurückschicken"
RETURNS_ABOUT = """\
Liest zurückgeschickte Word-Dateien (.docx, .odt) und Anmerkungen in PDF-Dateien und schreibt zu jeder einen Bericht nach
returns/: jede Änderung mit Namen und Zeit, Anmerkungen, was keinen Ort hat, und die Wortbilanz. An den Quellen ändert sich
nichts. Ohne Datei: wer welchen Entwurf hat, was zurück ist und was überfällig."""
RETURN_FILES = "zurückgeschickte Dateien"
RETURN_DRAFT = "Kennung des Entwurfs, wenn die Datei sie nicht mehr hat"
RETURN_AUTHOR = "wer geändert hat, was nicht aufgezeichnet ist"
RETURN_JSON = "den Bericht als JSON ausgeben"
RETURN_OF = "{path}: {name} ({draft}): {found}"
RETURN_LEDGER = (
    "Wörter: {read} gelesen = {unchanged} unverändert + {changed} geändert + {new} neu + {refused} nicht gelesen "
    "+ {unplaced} ohne Ort, Rest {remainder}"
)
NOTHING_SENT = "Es ist noch kein Entwurf verschickt. Einen verschickt: python3 build.py draft KAPITEL --for NAME --due TAG"
NOBODY_NAMED = "ohne Namen"
CAME_BACK = "zurück: {files}"
OVERDUE = "ÜBERFÄLLIG seit {due} ({days} Tage)"
STILL_OUT = "offen bis {due}"
STILL_OUT_OPEN = "offen"
COPY_LINE = "{who}: {title} ({draft}), verschickt {sent}, {state}"
TEST = "alle Tests ausführen"
TEST_BY_FRONT_DOOR = "Die Tests startet: python3 build.py test (Hilfe: python3 build.py test --help)"

CLUSTER = "die Arbeit den Rechnern eines Dask-Clusters geben, etwa tcp://rechner:8786 (braucht distributed)"
NO_COUNT = "keine Zahl ab 1: „{typed}“"
NOT_KNOWN = "Das Erzeugnis „{name}“ gibt es nicht."
NEAREST = "Gemeint war vielleicht: {names}"
ALL_KNOWN = "Alle Namen zeigt: python3 build.py list"
BUILT = "{count} Dateien in {folder} ({seconds} s)"
ONE_BUILT = "1 Datei in {folder} ({seconds} s)"
NO_PROBLEMS = "Keine Fehler gefunden: {chapters} Kapitel, {measures} {measures_word}."
MEASURES = {True: "Maßnahme", False: "Maßnahmen"}
HINT = "→ {hint}"
ERRORS = "{count} Fehler"
ONE_ERROR = "1 Fehler"
WARNINGS = "{count} Hinweise"
ONE_WARNING = "1 Hinweis"
NOT_MADE = "Nicht hergestellt; was davon schon in dist/ liegt, bleibt dort: {files}"
DIST_KEPT = "Es wurde nichts hergestellt; dist/ ist unverändert."
SEVERITY = {"error": "Fehler", "warning": "Hinweis", "note": "Notiz"}
ON_PAGE = "Seite {page}: "
ON_PAGES = "Seiten {page}: "
AMOUNT = " (gemessen: {measured}; verlangt: {limit})"
WAY_OUT = "    → {remedy}"
AT_PAGE = ", Seite {page}"
PAGES = "{pages} Seiten"
ONE_PAGE = "1 Seite"
NOT_LOADED = """\
Eine Bibliothek der Presse ließ sich nicht laden; meist reicht der Arbeitsspeicher nicht, oder es sind zu viele Dateien offen.
Andere Programme schließen und wiederholen; bleibt es dabei, den Ordner .venv löschen. Gemeldet wurde: {reason}"""
REFUSED = "Der Rechner ließ die Arbeit nicht zu{file}: {reason}"
UNSAID = "Die Arbeit ist getan, aber die Ausgabe ließ sich nicht schreiben: {reason}"
AT_FILE = " („{file}“)"
ENDED_BY = """\
Der Rechner brach die Arbeit ab ({signal}), wohl weil der Arbeitsspeicher nicht reicht: Er ist hier auf {limit} MB begrenzt.
Die Grenze aufheben (ulimit -v unlimited) oder weniger auf einmal herstellen (--jobs 1) und den Befehl wiederholen."""
NO_MEMORY = "Der Arbeitsspeicher reicht nicht. Weniger auf einmal herstellen (--jobs 1) oder andere Programme schließen."
ALL_CURRENT = "Alles aktuell: {count} Dateien in dist/ ({seconds} s)"
STAYED = "{count} Dateien waren aktuell und bleiben."
ONE_STAYED = "1 Datei war aktuell und bleibt."
WHY = "zu jeder Datei den Grund nennen, warum sie aktuell ist oder nicht"
STATES = {"current": "aktuell", "outdated": "veraltet", "missing": "fehlt"}
UNKNOWN_WORDS = "nicht bekannt: {words}"
WROTE = "{path} geschrieben"
UNCHANGED = "{path} ist aktuell"


class Parser(argparse.ArgumentParser):
    """argparse in German: usage, errors and the headings of the help."""

    def __init__(self, *args: object, **kwargs: object) -> None:
        """Take argparse's arguments, and write its headings in German."""
        kwargs["add_help"] = False
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]  # handed on to argparse as it came
        self._positionals.title = "Angaben"
        self._optionals.title = "Schalter"
        self.add_argument("-h", "--help", action="help", help="diese Hilfe zeigen")

    def format_usage(self) -> str:
        """Say „Aufruf“ in the place of "usage"."""
        return super().format_usage().replace("usage:", "Aufruf:", 1)

    def format_help(self) -> str:
        """Say „Aufruf“ in the place of "usage"."""
        return super().format_help().replace("usage:", "Aufruf:", 1)

    def error(self, message: str) -> NoReturn:
        """End with exit code 2 and argparse's message in German."""
        for english, german in _ERRORS:
            message = message.replace(english, german)
        self.print_usage(sys.stderr)
        self.exit(2, f"Falscher Aufruf: {message}\nHilfe: {self.prog} --help\n")


_ERRORS = (
    ("the following arguments are required: ", "es fehlt: "),
    ("unrecognized arguments: ", "nicht bekannt: "),
    ("invalid choice: ", "nicht bekannt: "),
    ("choose from ", "möglich sind "),
    ("(möglich", "(möglich"),
    ("argument ", "Angabe "),
    ("expected one argument", "erwartet einen Wert"),
    ("invalid int value: ", "keine ganze Zahl: "),
    ("ignored explicit argument", "erwartet keinen Wert, erhielt aber"),
)

CHECK_SECONDS = "wie lange eine Datei höchstens geprüft wird, in Sekunden (sonst 120)"
STILL_JUDGING = "{path}: wird noch geprüft, seit {seconds} Sekunden …"
