"""The words that only the handouts carry: the head of the overview and how to join in (handouts.yaml)."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from kursbuch_press.book.record import Identified, Record, Words
from kursbuch_press.book.texts import Text


class HandoutParagraph(Identified):
    """A paragraph of a handout."""

    text: Annotated[
        Text,
        Field(description="Der Text des Absatzes; nur **fett**, *kursiv*, Links und sprache: sind möglich."),
    ]


class HandoutPart(Record):
    """A part of a handout under a heading of its own."""

    title: Annotated[Text, Field(description="Die Überschrift.")]
    paragraphs: Annotated[tuple[HandoutParagraph, ...], Field(min_length=1, description="Die Absätze darunter.")]


class Beginning(Identified):
    """One thing of a field that can begin tomorrow, with its pictogram."""

    pictogram: Annotated[Words, Field(description="Name aus layouts/drawings/pictograms.yaml, zum Beispiel brief.")]
    text: Annotated[Text, Field(description="Was morgen beginnen kann, in ein bis zwei Sätzen.")]


class Way(Identified):
    """One place to go to, with its pictogram; a telephone number of its own is set large."""

    pictogram: Annotated[Words, Field(description="Name aus layouts/drawings/pictograms.yaml, zum Beispiel amt.")]
    phone: Annotated[Words | None, Field(description="Eine Nummer, die groß davor steht, zum Beispiel 112.")] = None
    text: Annotated[Text, Field(description="Die Stelle **fett**, dahinter in einem Satz, wofür man dorthin geht.")]


class FieldSheet(Identified):
    """The folded sheet of one action field: a poster in front, inside what can begin tomorrow, at the back where to go."""

    chapter: Annotated[Words, Field(description="Kennung des Handlungsfelds, von dem das Blatt handelt.")]
    question: Annotated[Text, Field(description="Die Frage, die jemand hat, der das Blatt aufnimmt; höchstens drei Zeilen.")]
    stays: Annotated[Text, Field(description="Der eine Satz oder die eine Zahl, die im Kopf bleiben soll.")]
    about: Annotated[Text, Field(description="Worum es geht, in drei bis fünf Sätzen.")]
    tomorrow: Annotated[
        tuple[Beginning, ...],
        Field(min_length=1, max_length=3, description="Bis zu drei Dinge, die morgen beginnen können."),
    ]
    where: Annotated[
        Text | None,
        Field(description="Wohin man sich wendet, als ein Text; besser sind einzelne Stellen unter ways."),
    ] = None
    ways: Annotated[
        tuple[Way, ...],
        Field(max_length=4, description="Wohin man sich wendet: bis zu vier Stellen, jede mit einem Piktogramm."),
    ] = ()


class HandoutTexts(Record):
    """handouts.yaml."""

    overview: Annotated[HandoutPart, Field(description="Kopf des Blattes „Auf einen Blick“.")]
    join: Annotated[HandoutPart, Field(description="Wie man mitmachen kann; steht auf jedem Blatt.")]
    sample: Annotated[
        Text | None,
        Field(description="Kurzer Hinweis auf die Musterausgabe; steht hinten auf jedem Blatt, solange muster: true gilt."),
    ] = None
    sheets: Annotated[
        tuple[FieldSheet, ...],
        Field(description="Die gefalteten Blätter der Handlungsfelder; ohne Eintrag nimmt die Presse Worte des Kapitels."),
    ] = ()
