"""No editor ever reads an English sentence of pydantic or of the YAML parser."""

from __future__ import annotations

from typing import get_args

import pytest
from pydantic_core import core_schema

from kursbuch_press.sources.wording import syntax, values

ENGLISH = ("should", "Input", "valid", "found", "expected", "while", "Unable")


@pytest.mark.parametrize("kind", get_args(core_schema.ErrorType))
def test_every_error_of_pydantic_has_a_german_sentence(kind: str) -> None:
    details = {
        "type": kind,
        "msg": "Input should be a valid English sentence",
        "ctx": {"gt": 2, "expected": "'a'"},
    }
    message, hint = values.wrong_value(details, "„text“", "Wert", "der Wert „Wert“")
    assert not any(word in message + hint for word in ENGLISH)
    assert message.endswith(".")
    assert hint


def test_what_the_parser_says_is_not_passed_on() -> None:
    message, hint = syntax.broken("while doing something new found something unexpected")
    assert not any(word in message + hint for word in ENGLISH)


@pytest.mark.parametrize(
    ("written", "meant"),
    [("Gute Praxis 1", "gute-praxis-1"), ("Übergröße", "uebergroesse"), ("--", ""), ("a" * 80, "a" * 60)],
)
def test_an_id_is_made_of_words(written: str, meant: str) -> None:
    assert values.identifier(written) == meant
