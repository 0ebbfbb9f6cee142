"""The German words of the reports."""

from __future__ import annotations

from typing import NamedTuple

from kursbuch_press.checks.findings import CheckState, Kind

STATES = {
    CheckState.PASSED: "bestanden",
    CheckState.NOTED: "bestanden, mit Angaben",
    CheckState.PERSON: "von einem Menschen zu prüfen",
    CheckState.WARNED: "bestanden, mit Hinweisen",
    CheckState.FAILED: "nicht bestanden",
    CheckState.UNCHECKED: "nicht prüfbar",
}
SIGNS = {
    CheckState.PASSED: "✓",
    CheckState.NOTED: "✓",
    CheckState.PERSON: "?",
    CheckState.WARNED: "!",
    CheckState.FAILED: "✗",
    CheckState.UNCHECKED: "–",
}
SEVERITIES = {"error": "Fehler", "warning": "Hinweis", "note": "ansehen"}
WITHOUT_TAGS = "ohne Tags nicht prüfbar"


class OfKind(NamedTuple):
    """What a report of one kind is called, and what it rests on."""

    title: str
    passed: str
    basis: str
    basis_text: str
    limits: str


_READABLE = OfKind(
    title="Prüfbericht zur Barrierefreiheit",
    passed="Maschinell prüfbare Regeln erfüllt",
    basis="Grundlagen",
    basis_text=(
        "Matterhorn: Matterhorn-Protokoll 1.1 der PDF Association, die Prüfbedingungen zu PDF/UA-1 (ISO 14289-1). "
        "WCAG: Web Content Accessibility Guidelines 2.1, Stufen A und AA; 2.4.8, 3.1.4 und 3.1.5 sind Stufe AAA "
        "und geben nur Hinweise. EN 301 549 V3.2.1, Kapitel 10 (Dokumente); darauf verweist die BITV 2.0."
    ),
    limits=(
        "Dieser Bericht ersetzt keine Prüfung mit Vorleseprogrammen und keine durch Menschen mit Behinderungen. "
        "Wie Druckfarben (CMYK) am Bildschirm aussehen, ist geschätzt; was auf Bildern oder Mustern steht, ist nicht berechnet."
    ),
)
OF_KIND = {
    Kind.PRINT: OfKind(
        title="Prüfbericht für den Druck",
        passed="Technisch druckfertig",
        basis="Gemessen mit",
        basis_text="nur mit der Presse selbst",
        limits=(
            "Diese Prüfung ersetzt weder den Prüflauf der Druckerei noch einen Andruck. Bei Farben von Bildern "
            "und Überfüllungen entscheidet die Druckerei."
        ),
    ),
    Kind.PDF: _READABLE,
    Kind.WORD: _READABLE,
}
KINDS = {Kind.PDF: "PDF-Datei", Kind.WORD: "Word-Datei"}

ABOUT = "{name} ({about})"
ABOUT_PRINT = "{name}, geprüft als {part} für „{printer}“"
NAMELESS = "Datei ohne Namen"
FACT_TITLE, FACT_LANGUAGE = "Titel: {title}", "Sprache: {language}"
PASSED_YES = "Keine Prüfung hat einen Fehler gefunden."
PASSED_NO = "Fehler in: {checks}."
RELEASED = "Zur Verbreitung freigegeben"
RELEASED_YES = "Impressum und Ausgabe sind vollständig, nichts ist als Muster gekennzeichnet."
RELEASED_NO = "Offen: {what}"
YES, NO = "ja", "nein"
OPEN = "Damit ist die Datei noch nicht barrierefrei: {count} muss ein Mensch beantworten."
OPEN_TOO = "Außerdem: {count} muss ein Mensch beantworten."

PAGES = "Seite", "Seiten"
ERRORS = "Fehler", "Fehler"
WARNINGS = "Hinweis", "Hinweise"
TO_LOOK_AT = "Stelle zum Ansehen", "Stellen zum Ansehen"
IMPOSSIBLE = "Prüfung nicht möglich", "Prüfungen nicht möglich"
QUESTIONS = "Frage", "Fragen"
ENTRIES = "Eintrag", "Einträge"
MORE_ENTRIES = "weiterer", "weitere"
MORE_FINDING = "weiterer Befund", "weitere Befunde"
FOUND = "Befund", "Befunde"

NOT_CHECKED = {
    "09-007": "Aufbau von Lesehilfen über ostasiatischer Schrift (Ruby)",
    "09-008": "Aufbau von Anmerkungen in ostasiatischen Zeilen (Warichu)",
    "28-018": "Aussehen einer Druckermarke als Artefakt",
    "31-013": "Formen, die CharSet nennt und die Schrift nicht hat",
    "31-015": "Formen, die CIDSet nennt und die Schrift nicht hat",
}
"""Conditions of the Matterhorn Protocol that a machine can check, and that the press does not."""

NOT_CHECKED_OF = "Maschinell prüfbar nach dem Matterhorn-Protokoll, aber von der Presse nicht geprüft: {conditions}."
CHECKS = "Alle Prüfungen"
CHECK, OUTCOME, MEASURED, LIMIT, CLAUSES = "Prüfung", "Ergebnis", "Gemessen", "Grenze", "Grundlage"
FINDINGS = "Befunde"
PAGE, FINDING, SEVERITY, PLACE = "Seite", "Befund", "Gewicht", "Stelle"
REMEDY = "Ausweg:"
NO_FINDINGS = "Keine Befunde."
PAGES_OF_FILE = "Seite meint die Seite der Datei, von vorn gezählt, nicht die gedruckte Seitenzahl."
WHOLE_FILE = "Datei"
FOLIO = "{page} (Seitenzahl {folio})"
AT = "{left} von links, {top} von oben"
MORE = "Dazu {count}, auf Seite {pages}; alle stehen in der JSON-Fassung dieses Berichts."
MORE_WITHOUT_PAGE = "Dazu {count}; alle stehen in der JSON-Fassung dieses Berichts."

PICTURES = "Seiten mit Befunden"
PICTURE_ALT = "Seite {page} mit markierten Stellen"
PICTURE_NOTE = "Gestrichelt: der Beschnitt. Rot mit Nummer: die Stelle des Befunds."
MORE_PICTURES = "Nicht abgebildet: Seite {pages}."
CONTACT = "Alle Seiten"
CONTACT_NOTE = "Rot umrandet: Seiten mit Fehlern oder Hinweisen."
CONTACT_ALT = "Seite {page}"
CONTACT_ALT_FOUND = "Seite {page}, {count}"
NO_RENDERER = "Ohne Bilder: Auf diesem Rechner ist weder pypdfium2 noch pdftoppm (poppler-utils) vorhanden."

FOR_PEOPLE = "Was ein Mensch noch ansehen muss"
FOR_PEOPLE_NOTE = "Diese Fragen kann keine Maschine beantworten. Das Material dazu steht jeweils darunter."
LISTED = "Dazu aus der Datei: {count}"
MORE_LISTED = "… und {count}, alle in der JSON-Fassung"
LISTS = "Listen"
NOTES = "Angaben der Presse"
LIST_TITLES = {
    "hyphenation": "Trennungen für das Korrektorat",
    "ink": "Höchster Farbauftrag und mittlere Deckung je Seite in Prozent",
    "transparency": "Transparenz",
}
