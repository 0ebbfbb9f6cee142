"""The words of the sheets that stand in no source, one file for each language: layouts/handout/words/."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Annotated

from pydantic import Field

from kursbuch_press.book.months import SpokenMonths
from kursbuch_press.book.record import Record, Words
from kursbuch_press.book.vocabulary import with_gaps
from kursbuch_press.disk import recording
from kursbuch_press.pages.handouts import wording
from kursbuch_press.problems import BookError, Place, Problem
from kursbuch_press.sources import key_places, read_layout

FOLDER = "layouts/handout/words"
_EDITION = "sources/kursbuch.yaml"


class HandoutWords(Record):
    """layouts/handout/words/LANGUAGE.yaml."""

    field: Words
    onward: Annotated[Words, Field(description="Was über dem Titel der Verstetigung steht, wo ein Feld seine Nummer hat.")]
    about: Words
    tomorrow: Words
    measures: Words
    measure: Words
    who: Words
    when: Words
    month: Annotated[Words, with_gaps("month", "year"), Field(description="Ein Monat zum Vorlesen, mit {month} und {year}.")]
    span: Annotated[
        Words, with_gaps("start", "until"), Field(description="Eine Spanne von Monaten zum Vorlesen, mit {start} und {until}.")
    ]
    where: Words
    in_book: Annotated[Words, with_gaps("book", "page"), Field(description="Verweis auf das Buch, mit {book} und {page}.")]
    unchecked: Annotated[Words, Field(description="Dass diese Übersetzung noch niemand geprüft hat.")]
    issued_by: Words
    formats: Annotated[Words, with_gaps("formats"), Field(description="Wo es andere Formate gibt, mit {formats}.")]
    files: Annotated[Words, Field(description="Die anderen Formate: Blatt und Buch.")]
    plain: Annotated[Words, Field(description="Die anderen Formate: Leichte Sprache.")]
    barriers: Annotated[Words, Field(description="Bitte, Barrieren zu melden; dahinter steht die Stelle.")]
    placeholder: Annotated[Words, Field(description="Kennzeichen einer Angabe, die noch fehlt.")]
    sample_address: Words
    sample: Words
    code: Annotated[Words, with_gaps("address"), Field(description="Alternativtext des QR-Codes, mit {address}.")]
    for_you: Words
    contact: Words
    fields_alt: Annotated[Words, Field(description="Alternativtext der Linien auf dem Blatt „Auf einen Blick“.")]
    months: Annotated[tuple[Words, ...], Field(min_length=12, max_length=12, description="Die Monate von Januar an.")]
    day: Annotated[Words, with_gaps("day", "month", "year"), Field(description="Ein Datum, mit {day}, {month} und {year}.")]
    pictures: Annotated[
        dict[str, Words],
        Field(default_factory=dict, description="Alternativtexte der Bilder in dieser Sprache, unter ihren Namen."),
    ]

    @property
    def aloud(self) -> SpokenMonths:
        """Give how months are said in words."""
        return SpokenMonths(self.months, self.month, self.span)

    def on(self, when: date) -> str:
        """Write a day in words."""
        return self.day.format(day=when.day, month=self.months[when.month - 1], year=when.year)


def words_in(language: str, project: Path) -> HandoutWords:
    """Read the words of a language; raises BookError, and where there are none, at the place where the book asks for them."""
    file = f"{FOLDER}/{language}.yaml"
    if recording.is_file(project / file):
        return read_layout(project / file, HandoutWords)
    place = key_places(project, _EDITION).get(("translations",)) or Place(file)
    message = wording.NO_SHEET_WORDS.format(language=language, file=file)
    hint = wording.NO_SHEET_WORDS_HINT.format(folder=FOLDER)
    raise BookError((Problem(place, message, hint, "edition/translations", rule="missing-file"),))
