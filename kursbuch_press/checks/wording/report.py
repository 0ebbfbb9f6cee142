"""The German words of the report."""

from __future__ import annotations

from kursbuch_press.checks.findings import State

STATES = {
    State.PASSED: "bestanden",
    State.NOTED: "bestanden, mit Angaben",
    State.WARNED: "bestanden, mit Hinweisen",
    State.FAILED: "nicht bestanden",
    State.UNCHECKED: "nicht prüfbar",
}
SIGNS = {State.PASSED: "✓", State.NOTED: "✓", State.WARNED: "!", State.FAILED: "✗", State.UNCHECKED: "–"}
SEVERITIES = {"error": "Fehler", "warning": "Hinweis", "note": "Angabe"}

TITLE = "Prüfbericht für den Druck"
TITLE_OF = "Prüfbericht für den Druck: {name}"
ABOUT = "{name}, geprüft für „{printer}“"
NAMELESS = "Datei ohne Namen"
TECHNICAL = "Technisch druckfertig"
RELEASED = "Zur Verbreitung freigegeben"
YES, NO = "ja", "nein"
TECHNICAL_YES = "Keine Prüfung hat einen Fehler gefunden."
TECHNICAL_NO = "Fehler in: {checks}."
RELEASED_YES = "Impressum und Ausgabe sind vollständig, nichts ist als Muster gekennzeichnet."
RELEASED_NO = "Offen: {what}"
SUMMARY = "{pages}, {errors}, {warnings}, {unchecked}."
CHECKS = "Alle Prüfungen"
CHECK, RULE, OUTCOME, MEASURED, LIMIT = "Prüfung", "Regel", "Ergebnis", "Gemessen", "Grenze"
FINDINGS = "Befunde"
PAGE, FINDING, SEVERITY, PLACE = "Seite", "Befund", "Gewicht", "Stelle"
NO_FINDINGS = "Keine Befunde."
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
LISTS = "Listen"
NOTES = "Angaben der Presse"
LIST_TITLES = {
    "hyphenation": "Trennungen für das Korrektorat",
    "ink": "Höchster Farbauftrag und mittlere Deckung je Seite in Prozent",
    "transparency": "Transparenz",
}
TOOLS = "Gemessen mit"
TOOLS_NONE = "nur mit der Presse selbst"
LIMITS = (
    "Diese Prüfung ersetzt weder den Prüflauf der Druckerei noch einen Andruck. Bei Farben von Bildern "
    "und Überfüllungen entscheidet die Druckerei."
)
