"""The words that only the handouts carry: the head of the overview and how to join in (handouts.yaml)."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from kursbuch_press.book.record import Identified, Record
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


class HandoutTexts(Record):
    """handouts.yaml."""

    overview: Annotated[HandoutPart, Field(description="Kopf des Blattes „Auf einen Blick“.")]
    join: Annotated[HandoutPart, Field(description="Wie man mitmachen kann; steht auf jedem Blatt.")]
