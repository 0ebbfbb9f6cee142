"""The blocks that each have a form of their own on the page and in Word; ``blocks`` lists them all."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import StrEnum
from typing import Annotated, Literal

from pydantic import BeforeValidator, Discriminator, Field, Tag, ValidationInfo, field_validator
from pydantic_core import PydanticCustomError

from kursbuch_press.book import wording
from kursbuch_press.book.record import Flag, Identified, Words
from kursbuch_press.book.texts import Text


class Paragraph(Identified):
    """Running text."""

    kind: Annotated[Literal["paragraph"], Field(description="Ein Absatz; „kind“ darf fehlen.")] = "paragraph"
    text: Annotated[Text, Field(description="Der Text des Absatzes, mit Auszeichnungen wie **fett** und [^fussnote].")]
    lead: Annotated[Flag, Field(description="Größer gesetzter Einleitungsabsatz.")] = False
    aloud: Annotated[
        Words | None, Field(description="Was statt des Textes vorgelesen wird, wo er auf Farbe, Schrift oder Ort weist.")
    ] = None


class Heading(Identified):
    """A heading inside a chapter."""

    kind: Annotated[Literal["heading"], Field(description="Eine Zwischenüberschrift.")]
    text: Annotated[Text, Field(description="Der Wortlaut der Überschrift.")]
    level: Annotated[
        int,
        Field(ge=2, le=4, description="Stufe: 2 gliedert das Kapitel, 3 und 4 gliedern weiter."),
    ] = 2


class Item(Identified):
    """One entry of a list, which may hold a list of its own."""

    text: Annotated[Text, Field(description="Der Text des Listenpunkts.")]
    ordered: Annotated[Flag, Field(description="Nummeriert die Unterpunkte dieses Listenpunkts.")] = False
    items: Annotated[tuple[Item, ...], Field(description="Unterpunkte.")] = ()


class ItemList(Identified):
    """A bulleted or numbered list, nested up to three levels."""

    kind: Annotated[Literal["list"], Field(description="Eine Liste.")]
    ordered: Annotated[Flag, Field(description="true: nummeriert; false: mit Punkten.")] = False
    items: Annotated[tuple[Item, ...], Field(min_length=1, description="Die Listenpunkte.")]

    @field_validator("items")
    @classmethod
    def _not_too_deep(cls, items: tuple[Item, ...]) -> tuple[Item, ...]:
        if deep := tuple(_too_deep(items, 1)):
            raise PydanticCustomError("list_depth", wording.DEEP_LIST, {"at": deep})
        return items


def _too_deep(items: tuple[Item, ...], level: int) -> Iterator[tuple[int | str, ...]]:
    """Give the way to each list below the third level; Word and the page have looks for three."""
    for at, item in enumerate(items):
        if item.items and level == 3:  # noqa: PLR2004 - lists go three levels deep
            yield (at, "items")
        else:
            yield from ((at, "items", *way) for way in _too_deep(item.items, level + 1))


class Align(StrEnum):
    """How the cells of a column are set."""

    LEFT = "left"
    RIGHT = "right"
    CENTER = "center"


class Column(Identified):
    """A column of a table with its header cell."""

    title: Annotated[Text, Field(description="Kopfzelle der Spalte.")]
    align: Annotated[Align, Field(description="left, right (Zahlen) oder center.")] = Align.LEFT
    width: Annotated[int, Field(ge=1, le=20, description="Anteil an der Breite in Word; im Buch rechnet die Presse.")] = 1


def _empty_cell(value: object) -> object:
    return None if value == "" else value


Cell = Annotated[Text | None, BeforeValidator(_empty_cell)]


class Row(Identified):
    """A row of a table."""

    cells: Annotated[
        tuple[Cell, ...],
        Field(description="Die Zellen in der Reihenfolge der Spalten; eine leere Zelle ist ''."),
    ]


class Table(Identified):
    """A table with a header row and a caption."""

    kind: Annotated[Literal["table"], Field(description="Eine Tabelle.")]
    caption: Annotated[Text, Field(description="Überschrift der Tabelle, ohne „Tabelle 1“ davor.")]
    columns: Annotated[tuple[Column, ...], Field(min_length=1, max_length=9, description="Die Spalten.")]
    rows: Annotated[tuple[Row, ...], Field(min_length=1, description="Die Zeilen.")]
    source: Annotated[Text | None, Field(description="Quelle unter der Tabelle.")] = None
    row_headers: Annotated[Flag, Field(description="Die erste Spalte benennt die Zeilen.")] = False

    @field_validator("rows")
    @classmethod
    def _as_many_cells_as_columns(cls, rows: tuple[Row, ...], info: ValidationInfo) -> tuple[Row, ...]:
        """Look at the rows while the rest may still be wrong, so that all mistakes of a table show up together."""
        columns = len(info.data.get("columns", ()))
        wrong = tuple((at, "cells") for at, row in enumerate(rows) if len(row.cells) != columns)
        if columns and wrong:
            raise PydanticCustomError("cells", wording.CELLS, {"columns": columns, "at": wrong})
        return rows


class Figure(Identified):
    """A picture from sources/pictures/ with caption, credit and alternative text."""

    kind: Annotated[Literal["figure"], Field(description="Eine Abbildung aus sources/pictures/.")]
    picture: Annotated[Words, Field(description="Dateiname in sources/pictures/, zum Beispiel karte.svg.")]
    caption: Annotated[Text | None, Field(description="Bildunterschrift, ohne „Abbildung 1“ davor.")] = None
    credit: Annotated[Words | None, Field(description="Bildnachweis: Urheber und Lizenz.")] = None
    decorative: Annotated[Flag, Field(description="true: reiner Schmuck ohne Aussage; dann kein alt.")] = False
    alt: Annotated[
        Words | None,
        Field(
            validate_default=True,
            description="Alternativtext: was das Bild denen sagt, die es nicht sehen. Pflicht, außer bei decorative.",
        ),
    ] = None
    width: Annotated[int, Field(ge=20, le=100, description="Breite in Prozent des Satzspiegels.")] = 100

    @field_validator("alt")
    @classmethod
    def _says_what_it_shows(cls, alt: str | None, info: ValidationInfo) -> str | None:
        decorative = info.data.get("decorative", False)
        if not decorative and not alt:
            raise PydanticCustomError("alternative_text", wording.NO_ALTERNATIVE)
        if decorative and alt:
            raise PydanticCustomError("decorative", wording.DECORATIVE)
        return alt


class Drawing(StrEnum):
    """The figures that the press draws itself; each has a template layouts/drawings/NAME.svg.j2."""

    TIMELINE = "timeline"
    MATRIX = "matrix"
    WAY = "way"
    NUMBERS = "numbers"
    SCHEME = "scheme"
    COMPARE = "compare"
    ISOTYPE = "isotype"
    BRANCHES = "branches"
    BONDS = "bonds"
    STAIRS = "stairs"
    RING = "ring"
    ZONES = "zones"


FROM_MEASURES = frozenset({Drawing.TIMELINE, Drawing.MATRIX, Drawing.BONDS})
"""The drawings that are made from the measures of the book; all others show the marks of their block."""


_SHOW_VALUES = frozenset({Drawing.NUMBERS, Drawing.COMPARE, Drawing.ISOTYPE})
"""The drawings of which each mark shows its value; an isotype counts it in signs, so there it holds a number."""


class Mark(Identified):
    """One element of a drawn figure."""

    label: Annotated[Words, Field(description="Beschriftung.")]
    value: Annotated[
        Words | None,
        Field(description="Wert oder Zeitpunkt, wie er gezeichnet wird; bei zones der Abschnitt, der hier beginnt."),
    ] = None
    text: Annotated[Words | None, Field(description="Kurze Erläuterung.")] = None
    after: Annotated[
        str | None,
        Field(description="Nur bei branches: Kennung des Schritts, auf den dieser folgt; ohne Angabe der vorige."),
    ] = None


class Diagram(Identified):
    """A figure drawn by the press from data; timeline, matrix and bonds take their data from the measures."""

    kind: Annotated[Literal["diagram"], Field(description="Eine Abbildung, die aus Daten gezeichnet wird.")]
    drawing: Annotated[Drawing, Field(description="Art der Zeichnung.")]
    caption: Annotated[Text, Field(description="Bildunterschrift, ohne „Abbildung 1“ davor.")]
    alt: Annotated[
        Words, Field(description="Alternativtext: was man sieht, in ein, zwei Sätzen; die Angaben fügt die Presse an.")
    ]
    source: Annotated[Text | None, Field(description="Quelle der Angaben, hinter der Bildunterschrift.")] = None
    marks: Annotated[
        tuple[Mark, ...],
        Field(validate_default=True, description="Die Teile der Zeichnung, wo sie nicht erzeugt werden."),
    ] = ()

    @field_validator("marks")
    @classmethod
    def _after_an_earlier_one(cls, marks: tuple[Mark, ...], info: ValidationInfo) -> tuple[Mark, ...]:
        drawing = info.data.get("drawing", Drawing.BRANCHES)  # one that does not exist is told of by itself
        known: set[str] = set()
        for number, mark in enumerate(marks):
            if mark.after is not None and (drawing != Drawing.BRANCHES or mark.after not in known):
                text = wording.AFTER if drawing == Drawing.BRANCHES else wording.AFTER_ELSEWHERE
                raise PydanticCustomError("after", text, {"after": mark.after, "at": ((number, "after"),)})
            known.add(mark.id)
        return marks

    @field_validator("marks")
    @classmethod
    def _something_to_draw(cls, marks: tuple[Mark, ...], info: ValidationInfo) -> tuple[Mark, ...]:
        drawing = info.data.get("drawing")
        if not marks and drawing is not None and drawing not in FROM_MEASURES:
            raise PydanticCustomError("no_marks", wording.NO_MARKS, {"drawing": drawing.value})
        return marks

    @field_validator("marks")
    @classmethod
    def _values_to_draw(cls, marks: tuple[Mark, ...], info: ValidationInfo) -> tuple[Mark, ...]:
        drawing = info.data.get("drawing")
        for number, mark in enumerate(marks if drawing in _SHOW_VALUES else ()):
            if not (mark.value or "").strip():
                raise PydanticCustomError("mark_value", wording.NO_VALUE, {"drawing": drawing, "at": ((number, "value"),)})
            if drawing == Drawing.ISOTYPE and not re.search(r"\d", mark.value or ""):
                raise PydanticCustomError("mark_value", wording.NO_NUMBER, {"drawing": drawing, "at": ((number, "value"),)})
        return marks


class Quotation(Identified):
    """Somebody's words, with the source."""

    kind: Annotated[Literal["quotation"], Field(description="Ein Zitat.")]
    text: Annotated[Text, Field(description="Der Wortlaut, ohne Anführungszeichen.")]
    source: Annotated[Text, Field(description="Wer es wo gesagt hat.")]


class KeyFigure(Identified):
    """A number that is worth a line of its own."""

    kind: Annotated[Literal["key_figure"], Field(description="Eine Kennzahl.")]
    value: Annotated[Words, Field(description="Die Zahl mit Einheit, wie sie gedruckt wird.")]
    text: Annotated[Text, Field(description="Was die Zahl bedeutet.")]
    source: Annotated[Text, Field(description="Quelle der Zahl.")]


def kind_of(value: object) -> str:
    """Tell what a block inside a box is; a block without kind is a paragraph."""
    kind = value.get("kind", "paragraph") if isinstance(value, dict) else getattr(value, "kind", "paragraph")
    return str(kind)


Inner = Annotated[
    Annotated[Paragraph, Tag("paragraph")] | Annotated[ItemList, Tag("list")],
    Discriminator(kind_of),
]


class GoodPractice(Identified):
    """A box with a model of good practice."""

    kind: Annotated[Literal["good_practice"], Field(description="Ein Kasten „Gute Praxis“.")]
    title: Annotated[Text, Field(description="Titel des Kastens.")]
    content: Annotated[tuple[Inner, ...], Field(min_length=1, description="Absätze und Listen im Kasten.")]


class NoteBox(Identified):
    """A box with a note."""

    kind: Annotated[Literal["note"], Field(description="Ein Hinweiskasten.")]
    title: Annotated[Text, Field(description="Titel des Kastens.")]
    content: Annotated[tuple[Inner, ...], Field(min_length=1, description="Absätze und Listen im Kasten.")]


class Part(StrEnum):
    """The parts of the book that the press writes itself."""

    HALF_TITLE = "half_title"
    TITLE_PAGE = "title_page"
    IMPRINT = "imprint"
    CONTENTS = "contents"
    MEASURES = "measures"
    FIGURES = "figures"
    TABLES = "tables"
    GLOSSARY = "glossary"
    ABBREVIATIONS = "abbreviations"
    LITERATURE = "literature"
    INDEX = "index"


class Generated(Identified):
    """A place at which the press puts a part that it writes itself."""

    kind: Annotated[Literal["generated"], Field(description="Ein Teil, den die Presse selbst schreibt.")]
    part: Annotated[Part, Field(description="Welcher Teil, zum Beispiel contents, measures oder glossary.")]


BasicBlock = (
    Paragraph | Heading | ItemList | Table | Figure | Diagram | Quotation | KeyFigure | GoodPractice | NoteBox | Generated
)
"""Every basic block: page and Word have a form for each, and the type checker sees that none is forgotten."""
