"""The handouts in other languages: what a text is called there, and from which German wording it was made (translations/)."""

from __future__ import annotations

from hashlib import sha256
from typing import Annotated

from pydantic import Field

from kursbuch_press.book.record import Language, Record, Words
from kursbuch_press.book.texts import Text

DIGEST = 8
"""Hex figures: enough to tell two wordings apart, and short enough to be typed."""


def digest_of(german: str) -> str:
    """Give the digest by which a translation says which German wording it was made from; folded lines do not count."""
    return sha256(" ".join(german.split()).encode()).hexdigest()[:DIGEST]


class Translated(Record):
    """A text in the other language; ``of`` is the digest of the German text that it was made from."""

    of: Annotated[str, Field(pattern=r"^[0-9a-f]{8}$", description="Prüfziffer des deutschen Textes; check nennt sie.")]
    text: Annotated[Text, Field(description="Der Text in der anderen Sprache.")]


class Translation(Record):
    """translations/LANGUAGE.yaml: texts by the addresses of the German ones, and names of bodies by their German names."""

    language: Annotated[Language, Field(description="Sprache nach BCP 47, wie die Datei heißt: en, ar.")]
    checked_by: Annotated[
        Words | None,
        Field(description="Wer die Übersetzung gelesen und geprüft hat; ohne Angabe sagen die Blätter, dass es niemand war."),
    ] = None
    texts: Annotated[dict[str, Translated], Field(description="Die Texte unter den Anschriften der deutschen.")]
    names: Annotated[dict[str, Words], Field(default_factory=dict, description="Stellen unter ihren deutschen Namen.")]
