"""What is known of a language by its tag alone (BCP 47)."""

from __future__ import annotations

from typing import Literal

_RIGHT_TO_LEFT = frozenset({"ar", "ckb", "dv", "fa", "he", "ps", "ur", "yi"})

_ARABIC_SCRIPT = frozenset({"ar", "ckb", "fa", "ps", "ur"})


def is_right_to_left(language: str) -> bool:
    """Tell whether a language is written from right to left."""
    return language.partition("-")[0].lower() in _RIGHT_TO_LEFT


def direction_of(language: str) -> Literal["ltr", "rtl"]:
    """Give the direction of a language as HTML says it."""
    return "rtl" if is_right_to_left(language) else "ltr"


def comma_of(language: str) -> str:
    """Give the sign between the items of a row, with its space: Arabic script has one of its own (U+060C)."""
    return "\u060c " if language.partition("-")[0].lower() in _ARABIC_SCRIPT else ", "
