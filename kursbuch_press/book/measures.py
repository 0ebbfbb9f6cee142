"""A measure (Maßnahme) is a record: overview, time line and index are generated from it."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from pydantic import Field, ValidationInfo, field_validator
from pydantic_core import PydanticCustomError

from kursbuch_press.book.record import Identified, Month, Words
from kursbuch_press.book.texts import Text


class Priority(StrEnum):
    """How urgent a measure is; the German value is what is printed."""

    HIGH = "hoch"
    MEDIUM = "mittel"
    LOW = "niedrig"


class Status(StrEnum):
    """How far a measure is; the German value is what is printed."""

    PROPOSED = "vorgeschlagen"
    AGREED = "verabredet"
    BEGUN = "begonnen"
    DONE = "abgeschlossen"


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
    priority: Annotated[Priority, Field(description="hoch, mittel oder niedrig.")] = Priority.MEDIUM
    status: Annotated[Status, Field(description="vorgeschlagen, verabredet, begonnen oder abgeschlossen.")] = Status.PROPOSED

    @field_validator("until")
    @classmethod
    def _ends_after_it_starts(cls, until: str, info: ValidationInfo) -> str:
        start = info.data.get("start", until)
        if until < start:
            message = "Die Maßnahme endet ({until}), bevor sie beginnt ({start})."
            raise PydanticCustomError("dates", message, {"until": until, "start": start})
        return until
