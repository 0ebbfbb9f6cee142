"""What may be wrong with the YAML of a file."""

from __future__ import annotations

from kursbuch_press.sources.wording.words import AS_TEXT, Words, number, short

_INDENT = "die Einrückung prüfen: Schlüssel derselben Ebene beginnen in derselben Spalte, Listenpunkte mit „- “"


def empty_file() -> Words:
    return (
        "Die Datei ist leer.",
        "den Inhalt aus der letzten Fassung zurückholen (git checkout) oder neu schreiben",
    )


def tabs(lines: int) -> Words:
    count = "einer Zeile" if lines == 1 else f"{lines} Zeilen"
    return (
        f"Die Datei enthält Tabulatoren (in {count}).",
        "jeden Tabulator durch Leerzeichen ersetzen, zwei je Ebene",
    )


def hard_spaces(lines: int) -> Words:
    count = "einer Zeile" if lines == 1 else f"{lines} Zeilen"
    return (
        f"Die Einrückung enthält geschützte oder andere besondere Leerzeichen (in {count}); für YAML sind das keine.",
        "am Anfang jeder dieser Zeilen alles bis zum ersten Zeichen löschen und gewöhnliche Leerzeichen tippen, zwei je Ebene",
    )


def hard_gap(sign: str) -> Words:
    return (
        f"Hinter „{sign}“ steht ein geschütztes oder unsichtbares Leerzeichen, das für YAML zum Wort gehört.",
        "es löschen" if sign.startswith(">") else "es löschen und ein gewöhnliches Leerzeichen tippen",
    )


def typed_quote(sign: str) -> Words:
    return (
        f"Das Zeichen {sign} am Anfang ist für YAML kein Anführungszeichen; deshalb ist der Wert hier nicht zu verstehen.",
        "den ganzen Wert zusätzlich in einfache gerade Anführungszeichen setzen: '…'",
    )


def quote_left_open(sign: str, typed: str) -> Words:
    """Explain that a value opens with a straight quotation mark and ends with another one, or with none."""
    if typed:
        message = f"Der Wert beginnt mit dem geraden Zeichen {sign} und endet mit {typed}; für YAML ist er damit noch offen."
        return message, f"auch am Ende {sign} tippen"
    return (
        f"Der Wert beginnt mit {sign}, und am Ende fehlt dasselbe Zeichen.",
        f"{sign} am Ende ergänzen; im Text selbst „…“ verwenden",
    )


def nothing_between_commas() -> Words:
    return (
        "Vor diesem Komma steht nichts: In Klammern trennt jedes Komma.",
        "das Komma löschen; soll die Stelle leer bleiben, dort '' schreiben",
    )


def bullet(sign: str) -> Words:
    shown = f"„{sign}“" if sign.isprintable() else f"dem Zeichen U+{ord(sign):04X}"
    return (
        f"Mit {shown} beginnt in YAML kein Listenpunkt.",
        "„- “ schreiben, mit einem Bindestrich und einem Leerzeichen; das gedruckte Zeichen setzt die Presse",
    )


def control(character: str) -> Words:
    return (
        f"Hier steht ein unsichtbares Steuerzeichen (U+{ord(character):04X}).",
        "löschen; meist ist es beim Kopieren aus einem anderen Programm hineingeraten",
    )


def conflict() -> Words:
    return (
        "Hier stehen noch die Zeilen, mit denen git zwei Fassungen gegenüberstellt („<<<<<<<“, „=======“, „>>>>>>>“).",
        "zwischen den Marken die richtige Fassung behalten, die andere und die Marken selbst löschen",
    )


def no_space(sign: str) -> Words:
    hints = {"-": "„- “ schreiben und dahinter den Eintrag", ":": "„schluessel: Wert“ schreiben"}
    return f"Hinter „{sign}“ fehlt ein Leerzeichen.", hints[sign]


def cut_by_hash() -> Words:
    return (
        "Was hinter „ #“ steht, gilt als Kommentar und fehlt im Buch.",
        f"{AS_TEXT}; soll es ein Kommentar sein, in eine eigene Zeile schreiben",
    )


# What libyaml and PyYAML's own parser say, from the special to the general: (part of it, sentence, hint).
_BROKEN = (
    (
        "unknown escape",
        "Nach „\\“ steht in einem Wert in Anführungszeichen ein unbekanntes Zeichen.",
        "einfache Anführungszeichen '…' verwenden oder „\\\\“ schreiben",
    ),
    ("hexdecimal", "Nach „\\x“ oder „\\u“ fehlt die Nummer des Zeichens.", "das Zeichen selbst schreiben"),
    ("Unicode character", "Diese Zeichennummer gibt es nicht.", "das Zeichen selbst schreiben"),
    (
        "quoted scalar",
        "Ein Anführungszeichen wird geöffnet, aber nicht geschlossen.",
        "das schließende Anführungszeichen ergänzen; im Text selbst „…“ verwenden",
    ),
    (
        "block scalar",
        "Nach „>“ oder „|“ darf in derselben Zeile kein Text stehen.",
        "„>-“ schreiben und den Text in der nächsten Zeile eingerückt beginnen",
    ),
    ("cannot start any token", "Mit diesem Zeichen darf ein Wert nicht beginnen.", AS_TEXT),
    ("directive", "Eine Zeile darf nicht mit „%“ beginnen.", AS_TEXT),
    (
        "mapping values are not allowed",
        "Hier passt kein Doppelpunkt: In der Zeile steht schon einer, oder die Einrückung stimmt nicht.",
        f"gehört der Doppelpunkt zum Text, {AS_TEXT}; sonst die Einrückung prüfen",
    ),
    (
        "block sequence entries are not allowed",
        "Ein Listenpunkt („- “) darf nicht hinter einem Schlüssel in derselben Zeile stehen.",
        "die Liste in der nächsten Zeile beginnen",
    ),
    (
        "could not find expected ':'",
        "Hinter dem Schlüssel fehlt der Doppelpunkt.",
        "„schluessel: Wert“ schreiben; ein Text über mehrere Zeilen beginnt mit „>-“ und ist eingerückt",
    ),
    (
        "flow",
        "Eine Klammer wird geöffnet, aber nicht richtig geschlossen.",
        f"gehört sie zum Text, {AS_TEXT}",
    ),
    (
        "document start",
        "Nach dem Ende des Inhalts folgt noch etwas.",
        "am Anfang der Zeile „schluessel: “ ergänzen oder den ganzen Wert in Anführungszeichen setzen",
    ),
    (
        "block mapping",
        "Hier gehört ein Schlüssel hin: Die Einrückung stimmt nicht, oder vor dem Text fehlt „schluessel:“.",
        _INDENT,
    ),
    ("block collection", "Hier wird ein Listenpunkt erwartet; die Einrückung stimmt nicht.", _INDENT),
    ("block end", "Die Einrückung stimmt nicht.", _INDENT),
)


def broken(what: str) -> Words:
    """Explain broken YAML from what the parser says; it speaks English, and none of it is passed on."""
    for part, message, hint in _BROKEN:
        if part in what:
            return message, hint
    return "Der Aufbau der Datei ist hier nicht zu verstehen (kein gültiges YAML).", _INDENT


def bad_start(character: str, *, ends: bool = False) -> Words:
    """Explain that a value begins with a character that means something else to YAML; ``ends`` says that it is all of it."""
    if character in "[{":
        what = {"[": ("Liste", "]"), "{": ("Reihe von Schlüsseln", "}")}[character]
        message = f"Ein Wert, der mit „{character}“ beginnt, gilt als {what[0]}; sie ist nicht richtig geschlossen."
        if ends:
            return message, f"„{what[1]}“ am Ende ergänzen; stehen die Einträge je in einer Zeile darunter, die Klammer löschen"
        return message, f"„{what[1]}“ ergänzen; gehört die Klammer zum Text, {AS_TEXT}"
    return f"Ein Wert darf nicht mit „{character}“ beginnen.", AS_TEXT


def comment_in_bracket(words: str) -> Words:
    """Explain that a bracket stays open because # begins a remark, as a colour does that is written without quotation marks."""
    return (
        "Mit „#“ hinter einem Leerzeichen beginnt eine Bemerkung; die Klammer davor bleibt deshalb offen.",
        f'in Anführungszeichen setzen, was „#“ enthält, zum Beispiel "{short(words)}"',
    )


def text_after_quote() -> Words:
    return (
        "Nach dem schließenden Anführungszeichen steht noch etwas.",
        "im Text „…“ verwenden, oder hinter dem Schlüssel mit „>-“ eine neue Zeile beginnen",
    )


def alias(line: str) -> Words:
    if line.startswith("*"):
        return (
            "Ein Wert darf nicht mit „*“ beginnen: In YAML wäre das ein Verweis auf eine andere Stelle.",
            AS_TEXT,
        )
    return (
        "Anker und Verweise von YAML („&name“, „*name“) sind nicht erlaubt.",
        "den Inhalt ausschreiben; " + AS_TEXT,
    )


def merge_key() -> Words:
    return "„<<“ ist nicht erlaubt.", "die Schlüssel ausschreiben"


def tag(name: str, line: str) -> Words:
    written = line.split(" ", 1)[0] if line.startswith("!") else name
    return (
        f"„{short(written)}“ ist nicht erlaubt: Typangaben und Programmbefehle gibt es hier nicht.",
        f"entfernen; beginnt der Text mit „!“, {AS_TEXT}",
    )


def several_documents() -> Words:
    return (
        "In der Datei beginnt mit „---“ ein zweites Dokument.",
        "die Zeile „---“ löschen; jede Datei enthält genau eines",
    )


def too_deep(most: int) -> Words:
    return (
        f"Die Angaben sind mehr als {most} Ebenen tief verschachtelt.",
        "die Klammern und Einrückungen prüfen",
    )


def too_many_values(most: int) -> Words:
    return (
        f"Die Datei enthält mehr als {number(most)} Werte.",
        "nachsehen, ob etwas anderes hineingeraten ist",
    )


def key_is_no_word() -> Words:
    return "Ein Schlüssel muss ein einzelnes Wort sein.", f"gehört „{{“ oder „[“ zum Text, {AS_TEXT}"


def empty_key() -> Words:
    return (
        "Vor dem Doppelpunkt fehlt der Schlüssel.",
        "den Schlüssel ergänzen oder den Wert in Anführungszeichen setzen",
    )


def duplicate_key(key: str, line: int) -> Words:
    return (
        f"Der Schlüssel „{short(key)}“ steht hier zum zweiten Mal (zuerst in Zeile {line}).",
        "einen der beiden löschen",
    )
