"""The German words of the report of a return."""

from __future__ import annotations

from datetime import datetime

from kursbuch_press.drafts.snapshot import Kind
from kursbuch_press.returns.returned import ChangeKind, Foreign, Hand, Known

TITLE = "Rückgabe: {name}"
ABOUT = "{name}, {state} ({id}); erkannt {known}."
KNOWN = {
    Known.FILE: "an den Angaben in der Datei",
    Known.PROPERTY: "an der Kennung in den Eigenschaften der Datei",
    Known.FOOTER: "an der Kennung am Fuß der Seiten",
    Known.GIVEN: "nach Ihrer Angabe",
    Known.LIKENESS: "am Wortlaut; bitte prüfen",
}
CHANGES, COMMENTS, UNPLACED, REFUSED = "Änderungen", "Anmerkungen", "Ohne festen Ort", "Nicht gelesen"
LEDGER, NOTICES, CHAPTERS = "Wortbilanz", "Hinweise", "Kapitel"
NOTHING = "Diese Rückgabe ändert nichts und merkt nichts an."
NO_CHANGES = "Am Text wurde nichts geändert."
LEDGER_ABOUT = "Jedes Wort der Rückgabe steht in genau einer Zeile. Der Rest muss 0 sein."
LEDGER_ROWS = {
    "unchanged": "unverändert",
    "changed": "geändert oder ergänzt",
    "new": "neu (Absätze, Punkte, Zeilen, Fußnoten, Anmerkungen)",
    "refused": "nicht gelesen",
    "unplaced": "ohne festen Ort",
    "read": "gelesen",
    "remainder": "Rest",
}
STRUCK = "Gestrichen wurden {count} Wörter des Entwurfs."
ONE_STRUCK = "Gestrichen wurde 1 Wort des Entwurfs."
LOOKS = "{count} Änderungen der Gestaltung (Absätze, Schriften) wurden übergangen; das Buch gestaltet die Presse."
UNSURE = "Ort unsicher"
GENERATED = "erzeugter Text"
GENERATED_HINT = "Diese Stelle schreibt die Presse selbst; ändern lässt sie sich nur in den Quellen, aus denen sie entsteht."
BEHIND, MOVED_BEHIND, AT_START = "hinter: {address}", "steht jetzt hinter: {address}", "am Anfang"
COMMENT_ON = "zu „{quoted}“"
DONE = "erledigt"
OUR_QUESTION = "Unsere Frage"
PAGE = "Seite {page}"
NEAR = "nach: {address}"
KINDS = {
    ChangeKind.EDITED: "geändert",
    ChangeKind.NEW: "neu",
    ChangeKind.DELETED: "gestrichen",
    ChangeKind.MOVED: "verschoben",
    ChangeKind.SPLIT: "geteilt",
    ChangeKind.JOINED: "zusammengezogen",
}
BLOCKS = {
    Kind.HEADING: "Überschrift",
    Kind.PARAGRAPH: "Absatz",
    Kind.ITEM: "Listenpunkt",
    Kind.HEAD_CELL: "Kopfzelle",
    Kind.CELL: "Zelle",
    Kind.CAPTION: "Beschriftung",
    Kind.NOTE: "Fußnote",
    Kind.PICTURE: "Bild",
}
ROW = "Zeile"
COLUMN = "Spalte"
FOREIGN = {
    Foreign.TEXT_BOX: "Textfeld",
    Foreign.TABLE: "neue Tabelle",
    Foreign.PICTURE: "neues Bild",
    Foreign.HEADER: "Kopf- oder Fußzeile",
    Foreign.EQUATION: "Formel",
    Foreign.DIAGRAM: "SmartArt-Grafik",
    Foreign.CHART: "Diagramm",
    Foreign.TEXT: "Text",
    Foreign.CELL: "zusätzliche Zelle",
    Foreign.MARK: "Markierung",
}
WITHOUT_TEXT = "(ohne Text)"
NOBODY = "ohne Namen"
UNTRACKED = "nicht aufgezeichnet"


def hand(of: Hand) -> str:
    """Name who changed something, and when."""
    said = of.author or NOBODY
    if of.when is not None:
        said += f", {moment(of.when)}"
    return said if of.tracked else f"{said} ({UNTRACKED})"


def moment(when: datetime) -> str:
    """Give a time as people write it."""
    return f"{when.day}.\u00a0{when.month}.\u00a0{when.year}, {when.hour}:{when.minute:02} Uhr"


def count(number: int, one: str, many: str) -> str:
    """Count things."""
    return f"{number} {one if number == 1 else many}"


def summary(changes: int, comments: int, unplaced: int) -> str:
    """Say in one line what a return holds."""
    parts = [
        count(changes, "Änderung", "Änderungen"),
        count(comments, "Anmerkung", "Anmerkungen"),
        f"{unplaced} ohne festen Ort",
    ]
    return ", ".join(parts)
