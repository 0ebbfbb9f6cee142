"""A measure (Maßnahme) is a record: card, plan and time line are generated from it."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from pydantic import BeforeValidator, Field, ValidationInfo, field_validator
from pydantic_core import PydanticCustomError

from kursbuch_press.book import wording
from kursbuch_press.book.record import Identified, Month, Words
from kursbuch_press.book.texts import Text


class Priority(StrEnum):
    """How urgent a measure is; layouts/words/ says it in the language of the edition."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


class Status(StrEnum):
    """How far a measure is; layouts/words/ says it in the language of the edition."""

    PROPOSED = "proposed"
    AGREED = "agreed"
    BEGUN = "begun"
    DONE = "done"


PRINTED_ONCE = {
    "hoch": "high",
    "mittel": "medium",
    "niedrig": "low",
    "vorgeschlagen": "proposed",
    "verabredet": "agreed",
    "begonnen": "begun",
    "abgeschlossen": "done",
}
"""The printed words that earlier sources held in the place of keys; who still types one is told the key."""


def _key(value: object) -> object:
    if isinstance(value, str) and value.strip().lower() in PRINTED_ONCE:
        key = PRINTED_ONCE[value.strip().lower()]
        raise PydanticCustomError("printed_word", wording.PRINTED_WORD, {"word": value.strip(), "key": key})
    return value


class Measure(Identified):
    """Who does what with whom, by when, with what means, and how it is checked."""

    title: Annotated[Text, Field(description="Name der Maßnahme.")]
    what: Annotated[Text, Field(description="Was getan wird, in zwei bis vier Sätzen.")]
    responsible: Annotated[
        tuple[Words, ...],
        Field(min_length=1, description="Wer verantwortlich ist: eine oder mehrere Arten von Stellen."),
    ]
    partners: Annotated[tuple[Words, ...], Field(description="Mit wem.")] = ()
    start: Annotated[Month, Field(description="Beginn als JJJJ-MM.")]
    until: Annotated[Month, Field(description="Ende als JJJJ-MM, nicht vor dem Beginn.")]
    means: Annotated[Text | None, Field(description="Mit welchen Mitteln (Geld, Stellen, Räume).")] = None
    check: Annotated[Text | None, Field(description="Woran man erkennt, dass es gelungen ist.")] = None
    priority: Annotated[
        Priority, BeforeValidator(_key), Field(description="high (hoch), medium (mittel) oder low (niedrig).")
    ] = Priority.MEDIUM
    status: Annotated[
        Status,
        BeforeValidator(_key),
        Field(description="proposed (vorgeschlagen), agreed (verabredet), begun (begonnen) oder done (abgeschlossen)."),
    ] = Status.PROPOSED

    @field_validator("until")
    @classmethod
    def _ends_after_it_starts(cls, until: str, info: ValidationInfo) -> str:
        start = info.data.get("start", until)
        if until < start:
            raise PydanticCustomError("dates", wording.DATES, {"until": until, "start": start})
        return until
