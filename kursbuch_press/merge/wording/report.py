"""The words of the report about a merge."""

TITLE = "Rückgaben"
LEAD = (
    "{returns}: {changes}, die sich übernehmen lassen, {conflicts}, über die die Redaktion entscheidet, {comments}. "
    "Geschrieben ist noch nichts."
)
RETURNS = ("{count} Rückgaben", "1 Rückgabe")
CHANGES = ("{count} Änderungen", "1 Änderung")
CONFLICTS = ("{count} Konflikte", "1 Konflikt")
COMMENTS = ("{count} Kommentare", "1 Kommentar")
HOW = (
    "Übernehmen: <code>python3 build.py merge DATEI … --accept all</code>, oder einzelne mit "
    "<code>--accept author=NAME</code>, <code>--accept chapter=KENNUNG</code>, <code>--accept 3,7-9</code>, "
    "oder eine nach der anderen mit <code>--interactive</code>."
)
SETTLED = ("{count} Änderungen stehen schon so in den Quellen.", "1 Änderung steht schon so in den Quellen.")
KINDS = {
    "edited": "geändert", "new": "neu", "deleted": "gelöscht", "moved": "verschoben", "split": "geteilt", "joined": "verbunden",
}  # fmt: skip
UNCERTAIN = "unsicher: bitte die Stelle prüfen"
UNTRACKED = "nicht aufgezeichnet"
BEHIND, BEFORE = "jetzt hinter", "jetzt vor"
CONFLICTS_TITLE = "Konflikte"
CONFLICTS_HOW = "Entschieden wird in der Datei returns/conflicts.yaml; was dort leer bleibt, bleibt offen."
SOURCES = "In den Quellen steht"
NOTHING = "(nichts)"
COMMENTS_TITLE = "Kommentare"
COMMENTS_HOW = "Sie werden beim Übernehmen zu offenen Fragen im Kapitel und gehen mit dem nächsten Entwurf hinaus."
UNPLACED_TITLE = "Ohne Platz im Entwurf"
UNPLACED_HOW = "Das wurde gelesen, hat aber in den Quellen keinen Platz. Bitte von Hand übertragen, was gebraucht wird."
REFUSED_TITLE = "Nicht gelesen"
LEDGER_TITLE = "Wortbilanz"
LEDGER_HOW = "Jedes gelesene Wort steht in genau einer Spalte; der Rest muss 0 sein."
LEDGER_HEAD = ("Datei", "gelesen", "unverändert", "geändert", "neu", "abgewiesen", "ohne Platz", "Rest")
ALL = "Alle"
PAGE = "Seite {page}"
UNKNOWN = "unbekannt"
CHAPTER = "Kapitel {chapter}"
VERSION = "Fassung {number}"
