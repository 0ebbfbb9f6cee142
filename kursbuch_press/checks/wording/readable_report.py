"""The German words of the accessibility report."""

from __future__ import annotations

from kursbuch_press.checks.accessible.outcome import State

STATES = {
    State.PASSED: "bestanden",
    State.PERSON: "von einem Menschen zu prüfen",
    State.WARNED: "bestanden, mit Hinweisen",
    State.FAILED: "nicht bestanden",
}
SIGNS = {State.PASSED: "✓", State.PERSON: "?", State.WARNED: "!", State.FAILED: "✗"}
SEVERITIES = {"error": "Fehler", "warning": "Hinweis", "note": "ansehen"}
WITHOUT_TAGS = "ohne Tags nicht prüfbar"
KINDS = {"pdf": "PDF-Datei", "docx": "Word-Datei"}

TITLE = "Prüfbericht zur Barrierefreiheit"
TITLE_OF = "Prüfbericht zur Barrierefreiheit: {name}"
ABOUT = "{name} ({about})"
NAMELESS = "Datei ohne Namen"
PASSED = "Maschinell prüfbare Regeln erfüllt"
PASSED_YES = "Keine Prüfung hat einen Fehler gefunden."
PASSED_NO = "Fehler in: {checks}."
YES, NO = "ja", "nein"
OPEN = "Damit ist die Datei noch nicht barrierefrei: {count} muss ein Mensch beantworten."
OPEN_TOO = "Außerdem: {count} muss ein Mensch beantworten."
SUMMARY = "{pages}{errors}, {warnings}, {notes}."
FACT_TITLE, FACT_LANGUAGE = "Titel: {title}", "Sprache: {language}"
CHECKS = "Alle Prüfungen"
CHECK, CLAUSES, OUTCOME, MEASURED = "Prüfung", "Grundlage", "Ergebnis", "Gefunden"
FINDINGS = "Befunde"
NO_FINDINGS = "Keine Befunde."
PAGE, PLACE, FINDING, SEVERITY = "Seite", "Stelle", "Befund", "Gewicht"
PAGES_OF_FILE = "Seite meint die Seite der Datei, von vorn gezählt, nicht die gedruckte Seitenzahl."
WHOLE_FILE = "Datei"
AT = "{left} von links, {top} von oben"
FOR_PEOPLE = "Was ein Mensch noch ansehen muss"
FOR_PEOPLE_NOTE = "Diese Fragen kann keine Maschine beantworten. Das Material dazu steht jeweils darunter."
LISTED = "Dazu aus der Datei: {count}"
MORE_LISTED = "… und {count}, alle in der JSON-Fassung"
BASIS = "Grundlagen"
BASIS_TEXT = (
    "Matterhorn: Matterhorn-Protokoll 1.1 der PDF Association, die Prüfbedingungen zu PDF/UA-1 (ISO 14289-1). "
    "WCAG: Web Content Accessibility Guidelines 2.1, Stufen A und AA; 2.4.8, 3.1.4 und 3.1.5 sind Stufe AAA "
    "und geben nur Hinweise. EN 301 549 V3.2.1, Kapitel 10 (Dokumente); darauf verweist die BITV 2.0."
)
LIMITS = (
    "Dieser Bericht ersetzt keine Prüfung mit Vorleseprogrammen und keine durch Menschen mit Behinderungen. "
    "Wie Druckfarben (CMYK) am Bildschirm aussehen, ist geschätzt; was auf Bildern oder Mustern steht, ist nicht berechnet."
)
