"""What ``build --for-list`` says."""

from __future__ import annotations

FOR_LIST = (
    "eine Handreichung je Zeile einer CSV-Datei mit den Spalten organisation, anrede, anschrift, kontakt, sprache, blatt; "
    "sie kommen nach series/"
)
CHECK_LIST = "eine CSV-Datei für Handreichungen: ob jede Zeile stimmt und auf ihr Blatt passt, ohne etwas herzustellen"
CHECK_HANDOUT = "mit --for-list: das Blatt, wenn die Zeilen der Liste keines nennen, etwa 01-deutsch"
NO_LIST = "Zu --handout gehört eine Liste: check --for-list LISTE.csv --handout BLATT"
ALL_FIT = "Alle {count} Zeilen passen auf ihre Blätter."
ONE_FITS = "Die Zeile passt auf ihr Blatt."
NO_SHEET = "Ein Blatt „{name}“ mit Platz für eine Anschrift gibt es nicht."
SHEETS = "Möglich sind: {names}"
NO_SHEETS = "Dieses Buch hat keine gefalteten Blätter."
MADE = (
    "{count} Blätter in {folder}/ ({size} KB, {seconds} s); alle zum Drucken in ausdruck.pdf, wer welches bekommt in inhalt.csv"
)
ONE_MADE = "1 Blatt in {folder}/ ({size} KB, {seconds} s); zum Drucken in ausdruck.pdf, wer es bekommt in inhalt.csv"
NOT_WITH = "--for-list und --printer gehen nicht zusammen: Eine Serie ist für den Drucker im Büro."
