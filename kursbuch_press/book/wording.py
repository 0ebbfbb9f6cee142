"""The German sentences with which the book room explains what is wrong with a text: (message, hint)."""

from __future__ import annotations

from typing import LiteralString

Words = tuple[str, str]

# What pydantic hands on of a wrong value; the reader of the sources adds the hint.
NO_TEXT: LiteralString = "Hier wird ein Text erwartet."
EMPTY_TEXT: LiteralString = "Der Text ist leer."
MARKUP: LiteralString = "{count} Stellen"
NO_FLAG: LiteralString = "„{value}“ ist weder true noch false."
NO_DAY: LiteralString = "„{value}“ ist kein Tag."
FAR_DAY: LiteralString = "„{value}“ liegt nicht in den Jahren {earliest} bis {latest}."
NO_WEB_ADDRESS: LiteralString = "Eine Adresse im Netz beginnt mit https:// oder http://, danach kommt ihr Rechner."
LONG_ADDRESS: LiteralString = "Die Adresse hat {count} Zeichen; auf Papier und im QR-Code ist Platz für {most}."
DEEP_LIST: LiteralString = "Eine Liste hat höchstens drei Stufen."
CELLS: LiteralString = "Die Zeile hat nicht so viele Zellen, wie die Tabelle Spalten hat ({columns})."
AFTER: LiteralString = "Einen Schritt „{after}“ gibt es davor nicht."
AFTER_ELSEWHERE: LiteralString = "Nur die Schritte der Zeichnung „branches“ nennen, worauf sie folgen."
NO_MARKS: LiteralString = "Der Zeichnung „{drawing}“ fehlen die Teile, die sie zeigen soll (marks)."
NO_VALUE: LiteralString = "Die Zeichnung „{drawing}“ zeigt von jedem Teil seinen Wert (value), und hier fehlt er."
NO_NUMBER: LiteralString = "Die Zeichnung „{drawing}“ zählt den Wert (value) in Zeichen, und hier steht keine Zahl."
NO_COMPOSITE: LiteralString = "Einen zusammengesetzten Baustein „{name}“ gibt es nicht."
NO_BOX_COLOUR: LiteralString = "Die Farbe „{name}“ steht nicht unter swatches."
NO_ALTERNATIVE: LiteralString = "Der Abbildung fehlt der Alternativtext (alt)."
DECORATIVE: LiteralString = "Schmuck (decorative: true) hat keinen Alternativtext."
NO_MUSTER_NOTE: LiteralString = "Einer Musterausgabe fehlt der Hinweis, was an ihr Beispieltext ist."
PRINTED_WORD: LiteralString = "„{word}“ ist das gedruckte Wort."
DATES: LiteralString = "Die Maßnahme endet ({until}), bevor sie beginnt ({start})."
GAPS: LiteralString = "Hier müssen genau diese Lücken stehen: {wanted}."


def block_markup(mark: str) -> Words:
    """Explain that a list, heading, quotation or table is a block of its own and not Markdown inside a text."""
    what = {">": "Ein Zitat", "|": "Eine Tabelle", "```": "Programmtext", "~~~": "Programmtext"}.get(mark)
    if what is None:
        what = "Eine Überschrift" if mark.startswith("#") else "Eine Liste"
    kind = {"Ein Zitat": "quotation", "Eine Tabelle": "table", "Eine Überschrift": "heading", "Eine Liste": "list"}
    hint = f"einen eigenen Baustein mit „kind: {kind[what]}“ anlegen" if what in kind else "die Zeichen entfernen"
    return f"{what} kann nicht innerhalb eines Textes stehen („{mark}“ am Zeilenanfang).", hint


def two_paragraphs() -> Words:
    """Explain that one text is one paragraph."""
    return (
        "Der Text enthält eine Leerzeile: Ein Text ist genau ein Absatz.",
        "die Leerzeile löschen; wo Bausteine stehen, kann der zweite Absatz einer mit eigener id werden",
    )


def inline_markup(token: str) -> Words:
    """Explain which mark is not known inside a text."""
    names = {
        "code_inline": ("Programmtext mit `…` gibt es im Buch nicht.", "die Zeichen ` entfernen"),
        "image": (
            "Ein Bild kann nicht innerhalb eines Textes stehen.",
            "einen eigenen Baustein mit „kind: figure“ anlegen",
        ),
        "html_inline": (
            "HTML ist in Texten nicht erlaubt.",
            "**fett** oder *kursiv* schreiben; ein einzelnes < als \\< schreiben",
        ),
        "hardbreak": (
            "Ein erzwungener Zeilenumbruch ist nicht erlaubt.",
            "einen zweiten Absatz anlegen oder die Leerzeichen am Zeilenende löschen",
        ),
    }
    default = (
        "Diese Auszeichnung gibt es im Buch nicht.",
        "erlaubt sind **fett**, *kursiv*, [Verweis](#id) und [^fussnote]",
    )
    return names.get(token, default)


def unknown_link(href: str) -> Words:
    """Explain which addresses a link may have."""
    return (
        f"Der Verweis „{href}“ führt nirgendwohin.",
        "erlaubt sind https://…, mailto:…, #id, glossar:id, abk:id, lit:id, register:Stichwort und sprache:en",
    )


def broken_address(href: str) -> Words:
    """Explain that no program could call an address."""
    return (
        f"Die Adresse „{href[:80]}“ kann niemand aufrufen: Der Name des Rechners fehlt oder ist falsch.",
        "die Adresse aus dem Browser kopieren",
    )


def link_without_words(href: str) -> Words:
    """Explain that a link needs words that say where it goes."""
    return f"Der Verweis „{href}“ hat keinen Text.", f"[Worte, die das Ziel nennen]({href}) schreiben"


def blank_in_address(address: str) -> Words:
    """Explain that the address of a link ends at a blank."""
    return (
        f"Die Adresse „{address[:80]}“ enthält Leerzeichen; so ist sie kein Verweis.",
        "die Kennung schreiben: [Worte](#kennung); ein Stichwort in spitze Klammern setzen: [Worte](<register:Zwei Worte>)",
    )


def unclosed_markup(mark: str) -> Words:
    """Explain that a mark is not closed."""
    return (
        f"Die Auszeichnung „{mark}“ ist nicht vollständig.",
        "das Gegenstück ergänzen oder das Zeichen mit \\ davor schreiben",
    )


def nested_markup() -> Words:
    """Explain that marks are nested too deeply."""
    return "Die Auszeichnungen sind zu tief ineinander verschachtelt.", "die Sternchen und Klammern prüfen"
