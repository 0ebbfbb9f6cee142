"""What the back matter is made from: glossary, abbreviations and literature."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from kursbuch_press.book.addresses import Id
from kursbuch_press.book.record import Identified, Language, Record, WebAddress, Words
from kursbuch_press.book.texts import Text


class GlossaryEntry(Identified):
    """A term and what it means in this book."""

    term: Annotated[Words, Field(description="Der Begriff.")]
    text: Annotated[Text, Field(description="Was er in diesem Buch bedeutet.")]
    see: Annotated[tuple[Id, ...], Field(description="Kennungen verwandter Begriffe.")] = ()


class AbbreviationEntry(Identified):
    """An abbreviation and what it stands for."""

    short: Annotated[Words, Field(description="Die Abkürzung.")]
    long: Annotated[Words, Field(description="Ausgeschrieben.")]


class LiteratureEntry(Identified):
    """A public source."""

    label: Annotated[Words, Field(description="Kurzbeleg im Text, zum Beispiel „BAMF 2013“.")]
    author: Annotated[Words, Field(description="Verfasser oder herausgebende Stelle.")]
    title: Annotated[Words, Field(description="Titel.")]
    language: Annotated[Language | None, Field(description="Sprache des Titels, wenn er nicht deutsch ist: en.")] = None
    year: Annotated[Words, Field(description="Jahr.")]
    published: Annotated[Words | None, Field(description="Ort, Verlag, Reihe, Fundstelle.")] = None
    url: Annotated[WebAddress | None, Field(description="Adresse im Netz.")] = None


class Glossary(Record):
    """glossary.yaml."""

    entries: Annotated[tuple[GlossaryEntry, ...], Field(description="Die Begriffe, Reihenfolge beliebig.")] = ()
    abbreviations: Annotated[tuple[AbbreviationEntry, ...], Field(description="Die Abkürzungen.")] = ()


class Literature(Record):
    """literature.yaml."""

    entries: Annotated[tuple[LiteratureEntry, ...], Field(description="Die Quellen, Reihenfolge beliebig.")] = ()
