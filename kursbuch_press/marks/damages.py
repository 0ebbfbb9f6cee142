"""What can be damaged in a file, and in which way."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class What(StrEnum):
    """What is damaged."""

    CONTENT = "content"
    PICTURE = "picture"
    FONT = "font"
    OBJECT = "object"
    FORM = "form"
    PATTERN = "pattern"
    SPACE = "colour space"
    STATE = "graphics state"
    GRADIENT = "gradient"
    NOTE = "annotation"


class Why(StrEnum):
    """In which way."""

    FILTER = "filter"
    CUT = "cut"
    BROKEN = "broken"
    SHORT = "short"
    SIZE = "size"
    CHANNELS = "channels"
    NO_FONT = "no font"
    MISSING = "missing"
    TABLE = "table"
    PROFILE = "profile"
    KIND = "kind"
    ENTRIES = "entries"
    EMPTY = "empty"
    REPAIRED = "repaired"
    VALUES = "values"
    OTHER_PROFILE = "other profile"


MILD = frozenset({Why.ENTRIES, Why.EMPTY, Why.REPAIRED, Why.VALUES, Why.OTHER_PROFILE})
"""What viewers put up with, each in its own way: a print shop must not have to guess, a reader hardly notices."""


@dataclass(frozen=True, slots=True)
class Damage:
    """One damage: of what, in which way, its name, and what was found against what was declared."""

    what: What
    why: Why
    name: str = ""
    found: str = ""
    wanted: str = ""
