"""The styles of the Word file: what each is called, based on and followed by; looks are the designer's.

A style with a name that Word knows ("heading 1") shows under its own name in every language, „Überschrift 1“
in German; the others have German names, and exist only where Word has none of its own for the thing.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Style:
    """One style: ``id`` is what the text refers to, ``name`` what people see, ``priority`` its rank in lists.

    ``outline`` is the level in the navigation pane (0 is the highest). ``list`` is the list and the level
    that come with it.
    """

    id: str
    name: str
    based_on: str = ""
    next: str = ""
    priority: int = 99
    built_in: bool = True
    shown: bool = True
    outline: int | None = None
    numbering: tuple[int, int] | None = None
    link: str = ""


def _own(identifier: str, name: str, based_on: str = "Normal", following: str = "") -> Style:
    return Style(identifier, name, based_on, following, priority=30, built_in=False)


def _lists() -> tuple[Style, ...]:
    """Give the list styles of three levels; those in boxes are ours, as Word has none."""
    found = []
    for level in range(3):
        suffix = f" {level + 1}" if level else ""
        at = str(level + 1) if level else ""
        found += [
            Style(f"ListBullet{at}", f"List Bullet{suffix}", "Normal", priority=20, numbering=(1, level)),
            Style(f"ListNumber{at}", f"List Number{suffix}", "Normal", priority=21, numbering=(2, level)),
            Style(
                f"KastenListe{at}",
                f"Kasten Liste{suffix}",
                "Kastentext",
                priority=33,
                built_in=False,
                numbering=(3, level),
            ),
            Style(
                f"KastenNummer{at}",
                f"Kasten Nummer{suffix}",
                "Kastentext",
                priority=33,
                built_in=False,
                numbering=(4, level),
            ),
        ]
    return tuple(found)


def _headings() -> tuple[Style, ...]:
    numbered = tuple(
        Style(f"Heading{level}", f"heading {level}", "Normal", "Normal", priority=9, outline=level - 1) for level in range(1, 5)
    )
    unlisted = tuple(
        Style(
            f"Ueberschrift{level}ohneVerzeichnis",
            f"Überschrift {level} ohne Verzeichnis",
            f"Heading{level}",
            "Normal",
            priority=30,
            built_in=False,
            outline=level - 1,
        )
        for level in (1, 2)
    )
    return (*numbered, *unlisted)


PARAGRAPH_STYLES: tuple[Style, ...] = (
    Style("Normal", "Normal", priority=0),
    *_headings(),
    _own("StandardnachTabelle", "Standard nach Tabelle", "Normal", "Normal"),
    _own("StandardnachListe", "Standard nach Liste", "Normal", "Normal"),
    *_lists(),
    Style("Title", "Title", "Normal", "Subtitle", priority=10),
    Style("Subtitle", "Subtitle", "Normal", "Normal", priority=11),
    _own("Titelangabe", "Titelangabe"),
    _own("Leitsatz", "Leitsatz", following="Vorspann"),
    _own("Vorspann", "Vorspann", following="Normal"),
    _own("Blicktitel", "Blicktitel", following="Normal"),
    _own("Kurzinhalt", "Kurzinhalt"),
    _own("Hinweis", "Hinweis", following="Normal"),
    _own("Frage", "Frage", following="Antwort"),
    _own("Antwort", "Antwort", following="Antwort"),
    Style("Quote", "Quote", "Normal", "Zitatquelle", priority=29),
    _own("Zitatquelle", "Zitatquelle", "Quelle", "Normal"),
    _own("Quelle", "Quelle", following="Normal"),
    _own("Kennzahl", "Kennzahl", following="Kennzahltext"),
    _own("Kennzahltext", "Kennzahltext", following="Kennzahlquelle"),
    _own("Kennzahlquelle", "Kennzahlquelle", "Quelle", "Normal"),
    _own("Kastenmarke", "Kasten Marke", "Kastentext", "Kastentitel"),
    _own("Kastentitel", "Kasten Titel", "Kastentext", "Kastentext"),
    _own("Kastentext", "Kasten Text"),
    Style("Caption", "caption", "Normal", "Normal", priority=35),
    _own("Abbildung", "Abbildung", following="Caption"),
    _own("Tabellentext", "Tabellentext"),
    _own("Tabellentextmittig", "Tabellentext mittig", "Tabellentext"),
    _own("Tabellenzahl", "Tabellenzahl", "Tabellentext"),
    _own("Zeilenkopf", "Zeilenkopf", "Tabellentext"),
    _own("Ausfuellen", "Ausfüllen", "Tabellentext"),
    _own("Tabellenkopf", "Tabellenkopf", "Tabellentext"),
    _own("Tabellenkopfrechts", "Tabellenkopf rechts", "Tabellenkopf"),
    _own("Tabellenkopfmittig", "Tabellenkopf mittig", "Tabellenkopf"),
    Style("FootnoteText", "footnote text", "Normal", priority=99),
    _own("Fussnotenlinie", "Fußnotenlinie", "FootnoteText"),
    Style("Header", "header", "Normal", priority=99),
    _own("Kopfzeilerechts", "Kopfzeile rechts", "Header"),
    Style("Footer", "footer", "Normal", priority=99),
    _own("Fusszeilerechts", "Fußzeile rechts", "Footer"),
    _own("FusszeileMitte", "Fußzeile Mitte", "Footer"),
    *(Style(f"TOC{level}", f"toc {level}", "Normal", "Normal", priority=39) for level in (1, 2, 3)),
    Style("TableofFigures", "table of figures", "Normal", "Normal", priority=99),
    Style("Index1", "index 1", "Normal", "Normal", priority=99),
    Style("IndexHeading", "index heading", "Normal", "Index1", priority=99),
    Style("Bibliography", "Bibliography", "Normal", "Normal", priority=37),
    _own("DefinitionTerm", "Definition Term", following="Definition"),
    _own("Definition", "Definition", following="DefinitionTerm"),
    _own("DefinitionVerweis", "Definition Verweis", following="DefinitionTerm"),
    _own("Impressumtitel", "Impressum Titel", following="Impressum"),
    _own("Impressum", "Impressum"),
    _own("Erzeugt", "Erzeugt", following="Normal"),
)

CHARACTER_STYLES: tuple[Style, ...] = (
    Style("DefaultParagraphFont", "Default Paragraph Font", priority=1, shown=False),
    Style("Strong", "Strong", "DefaultParagraphFont", priority=22),
    Style("Emphasis", "Emphasis", "DefaultParagraphFont", priority=20),
    Style("IntenseEmphasis", "Intense Emphasis", "DefaultParagraphFont", priority=21),
    Style("FootnoteReference", "footnote reference", "DefaultParagraphFont", priority=99),
    Style("Hyperlink", "Hyperlink", "DefaultParagraphFont", priority=99),
    Style("Verweis", "Verweis", "DefaultParagraphFont", priority=31, built_in=False),
    Style("Glossarbegriff", "Glossarbegriff", "DefaultParagraphFont", priority=31, built_in=False),
)

TABLE_STYLES: tuple[Style, ...] = (
    Style("TableNormal", "Normal Table", priority=99, shown=False),
    Style("TableGrid", "Table Grid", "TableNormal", priority=39),
    Style("Massnahme", "Maßnahme", "TableGrid", priority=39, built_in=False),
)

BOX_STYLES = tuple(style for style in PARAGRAPH_STYLES if style.id.startswith("Kasten"))
"""The styles of a box; a kind of box with a look of its own has its own of each."""

OWN = "-"
"""What stands in an id between the style of a box and the kind of which it is."""


def of_kind(style: str, kind: str) -> str:
    """Give the id of the style that takes the place of one in boxes of a kind; without a kind it is that style."""
    return f"{style}{OWN}{kind}" if kind else style


def own_box_styles(kind: str) -> tuple[Style, ...]:
    """Give the styles for a kind of box."""
    return tuple(
        Style(
            of_kind(style.id, kind),
            f"{style.name} {kind}",
            style.id,
            of_kind(style.next, kind) if style.next else "",
            priority=33,
            built_in=False,
        )
        for style in BOX_STYLES
    )


BASED_ON = {style.id: style.based_on for style in PARAGRAPH_STYLES}
TABLE_LOOKS = ("TableGrid", "Massnahme")
LOOKS: frozenset[str] = frozenset(style.id for style in (*PARAGRAPH_STYLES, *CHARACTER_STYLES))
"""The ids under ``styles`` in layouts/word/styles.yaml."""
