"""What ``build --for-list`` says."""

from __future__ import annotations

FOR_LIST = (
    "eine Handreichung je Zeile einer CSV-Datei mit den Spalten organisation, anrede, anschrift, kontakt, sprache, blatt; "
    "sie kommen nach series/"
)
NO_SHEET = "Ein Blatt „{name}“ mit Platz für eine Anschrift gibt es nicht."
SHEETS = "Möglich sind: {names}"
NO_SHEETS = "Dieses Buch hat keine gefalteten Blätter."
MADE = (
    "{count} Blätter in {folder}/ ({size} KB, {seconds} s); alle zum Drucken in ausdruck.pdf, wer welches bekommt in inhalt.csv"
)
ONE_MADE = "1 Blatt in {folder}/ ({size} KB, {seconds} s); zum Drucken in ausdruck.pdf, wer es bekommt in inhalt.csv"
NOT_WITH = "--for-list und --printer gehen nicht zusammen: Eine Serie ist für den Drucker im Büro."
