"""The summary of the book in Leichte Sprache: sections of short sentences, lists and explained words.

The rules are those that the Netzwerk Leichte Sprache has published: one thought in a sentence, each sentence
on a line of its own, no genitive, no passive, hyphens in long words, hard words explained.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Discriminator, Field, Tag

from kursbuch_press.book.record import Identified, Record, Words
from kursbuch_press.book.texts import Text, parse

Lines = Annotated[Text, Field(description="Die Sätze, jeder auf einer eigenen Zeile (in YAML mit „text: |“).")]


class _Pictured(Identified):
    pictogram: Annotated[
        Words | None,
        Field(description="Piktogramm neben dem Gedanken, ein Name aus layouts/drawings/pictograms.yaml."),
    ] = None


class Sentences(_Pictured):
    """Sentences that belong together."""

    kind: Annotated[Literal["sentences"], Field(description="Sätze; „kind“ darf fehlen.")] = "sentences"
    text: Lines


class Points(_Pictured):
    """A list; each line is an entry."""

    kind: Annotated[Literal["list"], Field(description="Eine Liste.")]
    intro: Annotated[Text | None, Field(description="Der Satz über der Liste.")] = None
    pictograms: Annotated[
        tuple[Words, ...],
        Field(description="Ein Piktogramm für jede Zeile, in ihrer Reihenfolge; ohne sie gilt pictogram für alle."),
    ] = ()
    text: Annotated[Text, Field(description="Die Listenpunkte, jeder auf einer eigenen Zeile.")]


class ExplainedWord(_Pictured):
    """A hard word and what it means."""

    kind: Annotated[Literal["word"], Field(description="Ein schweres Wort und seine Erklärung.")]
    word: Annotated[Words, Field(description="Das Wort.")]
    text: Lines


def _kind(value: object) -> str:
    found = value.get("kind", "sentences") if isinstance(value, dict) else getattr(value, "kind", "sentences")
    return str(found)


PlainBlock = Annotated[
    Annotated[Sentences, Tag("sentences")] | Annotated[Points, Tag("list")] | Annotated[ExplainedWord, Tag("word")],
    Discriminator(_kind),
]


class PlainSection(Identified):
    """A section; with ``chapter`` it is about that chapter of the book and takes its colour and number."""

    title: Annotated[Text, Field(description="Die Überschrift des Abschnitts.")]
    chapter: Annotated[Words | None, Field(description="Kennung des Kapitels, das zusammengefasst wird.")] = None
    blocks: Annotated[tuple[PlainBlock, ...], Field(min_length=1, description="Sätze, Listen und erklärte Wörter.")]


class PlainLanguage(Record):
    """leichte-sprache.yaml."""

    title: Annotated[Text, Field(description="Titel der Zusammenfassung.")]
    sections: Annotated[tuple[PlainSection, ...], Field(min_length=1, description="Die Abschnitte.")]
    sample: Annotated[PlainSection, Field(description="Hinweis auf die Musterausgabe; gedruckt, solange muster: true gilt.")]
    tested: Annotated[PlainSection, Field(description="Wer den Text geprüft hat, oder dass ihn noch niemand geprüft hat.")]


def lines_of(text: Text) -> tuple[Text, ...]:
    """Give the sentences of a text, one for each line as it is written; no mark goes beyond its line."""
    return tuple(parse(line.strip())[0] for line in text.source.splitlines() if line.strip())
