"""Every German sentence that the Word file adds to the words of the book, in one place."""

from __future__ import annotations

ON_PAGE = " auf Seite "
PAGE = "Seite "
PAGES = "Seite "
CREDIT = "Bild: "
PLACEHOLDER = " (Platzhalter, noch nicht die endgültige Angabe)"
SAMPLE = "Musterausgabe – nicht zur Verbreitung"


ANSWER = "Ihre Antwort: "

GENERATED_PART = "Dieser Teil wird aus dem übrigen Buch erzeugt. Bitte hier nichts ändern."
END_OF_DIRECTORY = "Ende dieses Verzeichnisses"
GENERATED_GLANCE = "Dieser Überblick wird aus dem Kapitel erzeugt. Bitte ändern Sie nicht hier, sondern dort."
GENERATED_TABLE = (
    "Die nächste Tabelle wird erzeugt. Bitte ändern Sie nicht hier, sondern die Angaben bei den einzelnen Maßnahmen."
)
GENERATED_FIGURE = (
    "Die nächste Abbildung wird aus Angaben des Buches gezeichnet. Was daran falsch ist, schreiben Sie bitte in einen "
    "Kommentar."
)
GENERATED_DATA = "Die nächste Tabelle wird erzeugt; sie sagt dasselbe wie die Abbildung darüber."
SAMPLE_TITLE_PAGE = "Diese Seite wird aus den Angaben zur Ausgabe erzeugt. Bitte hier nichts ändern."

DRAWN_FIGURE = "Abbildung"

EDITORS = "Redaktion"
INSTRUCTIONS = "So arbeiten Sie mit dieser Datei"
DO = "Was Sie tun können"
LEAVE = "Was Sie bitte nicht ändern"
RETURN = "So schicken Sie die Datei zurück"

STEP_WRITE = (
    "Schreiben, verbessern und streichen Sie direkt im Text. Jede Änderung wird aufgezeichnet; das ist schon eingeschaltet "
    "(in Word: Überprüfen, Änderungen nachverfolgen; in LibreOffice: Bearbeiten, Änderungen verfolgen). Bitte lassen Sie es "
    "eingeschaltet."
)
STEP_MEASURES = "Verbessern und ergänzen Sie auch, was in den Tabellen der Maßnahmen steht."
STEP_EMPTY = (
    "Füllen Sie leere Felder in den Tabellen der Maßnahmen aus. Sie sind farbig hinterlegt. Was Sie nicht wissen, bleibt leer."
)
STEP_COMMENT = (
    "Haben Sie eine Frage oder sind Sie nicht einverstanden? Markieren Sie die Stelle und schreiben Sie einen Kommentar "
    "(in Word: Überprüfen, Neuer Kommentar; in LibreOffice: Einfügen, Kommentar)."
)
STEP_NEW = (
    "Neue Absätze, Listenpunkte, Tabellenzeilen und Fußnoten dürfen Sie überall ergänzen (Fußnoten in Word unter "
    "„Referenzen“, in LibreOffice unter „Einfügen“)."
)
STEP_QUESTIONS = "Am Ende eines Kapitels stehen Fragen an Sie. Schreiben Sie Ihre Antwort hinter „Ihre Antwort:“."
STEPS_TO_LEAVE = (
    (
        "Nummern, Inhaltsverzeichnis, Seitenzahlen und alles, vor dem kursiv steht, dass es "
        "erzeugt oder gezeichnet wird: Das schreibt am Ende ein Programm neu. Sehen Sie dort einen Fehler, "
        "schreiben Sie bitte einen Kommentar. Verzeichnisse bitte auch nicht aktualisieren: LibreOffice nimmt dabei "
        "Überschriften auf, die das Buch nicht verzeichnet."
    ),
    ("Schriften, Farben und Abstände: Im gedruckten Buch sieht alles anders aus. Wichtig ist nur der Text."),
    (
        "Die Datei selbst: Bitte kopieren Sie den Text nicht in eine neue Datei, denn sonst finden "
        "wir die Stellen nicht wieder. Neue Bilder schicken Sie bitte als eigene Dateien mit."
    ),
)


def scope(title: str) -> str:
    """Say what is in the file; ``title`` is that of the only chapter, or empty for the whole book."""
    return f"das Kapitel „{_inside_quotation(title)}“" if title else "das ganze Buch"


def _inside_quotation(words: str) -> str:
    """Turn quotation marks into the single ones that stand inside others."""
    return words.translate(_SINGLE)


_SINGLE = str.maketrans("„“»«", "‚‘›‹")


OF_THE_COPY = "\ue001"
"""Stands before and behind words that differ from one copy of a draft to the next: the snapshot leaves them open."""
DRAFT_ID = "\ue002"
"""Stands for the id of the draft, which is made of everything else."""


def introduction(what: str, name: str, state: str, recipient: str) -> str:
    """Say what the file is, in the words of ``scope``, and for whom this copy of it is."""
    copy = f" Dieses Exemplar ist für {recipient}." if recipient else ""
    return (
        f"Diese Datei enthält {what}: {name}, {state}. Bitte lesen, verbessern und ergänzen Sie den Text. "
        "Sie brauchen dafür nur Word oder LibreOffice. In Word müssen Sie nichts einstellen. In LibreOffice tragen Sie "
        "bitte zuerst Ihren Namen ein (Extras, Optionen, Benutzerdaten), sonst wissen wir nicht, wer etwas geändert hat."
        f"{OF_THE_COPY}{copy}{OF_THE_COPY}"
    )


def how_to_return(send_to: str, send_by: str) -> str:
    """Say how, where and until when to send the file back.

    What is not known is said in the message it came with.
    """
    where = f"an {send_to}" if send_to else "an die Adresse, von der Sie sie bekommen haben"
    when = f"bis zum {send_by}" if send_by else "bis zu dem Tag, der in der Nachricht dazu steht"
    return (
        "Speichern Sie die Datei wie gewohnt als Word-Datei (.docx). Den Dateinamen dürfen Sie um Ihren "
        f"Namen ergänzen. Schicken Sie die Datei {OF_THE_COPY}{when}{OF_THE_COPY} {where}. Das gilt auch, wenn Sie nichts "
        "geändert haben; dann schreiben Sie bitte „einverstanden“ dazu."
    )


def identification() -> str:
    """Name the draft at the foot of a page, so that a printed page and a file without its properties are known, too."""
    return f"Kennung {DRAFT_ID}"


def end_of(title: str) -> str:
    """Close a part that ends with a table.

    Word needs a paragraph behind it, and an empty one says nothing.
    """
    return f"Ende des Kapitels „{_inside_quotation(title)}“"


NO_STYLE = "Eine Formatvorlage „{name}“ gibt es nicht."
NO_TABLE_STYLE = "Die Tabellenvorlage „{name}“ fehlt."
NO_TABLE_STYLE_HINT = "Ergänzen Sie rule, strong_rule und head."
NO_COLOUR = "Die Farbe „{name}“ steht nicht in layouts/palette.yaml."
NO_ROOM = "Zwischen den Rändern bleiben für den Text nur {across} × {down} mm."
NO_ROOM_HINT = "top, bottom, left und right kleiner angeben, sodass in beiden Richtungen mindestens {least} mm bleiben"
NEAR = "Gemeint ist vielleicht „{near}“."
KNOWN = "Es gibt: {names}."
NO_PICTURE = "Ein Bild ist weder PNG noch JPEG; in die Word-Datei kommen nur diese."
