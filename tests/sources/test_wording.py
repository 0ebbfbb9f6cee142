"""No editor ever reads an English sentence of pydantic or of the YAML parser."""

from __future__ import annotations

from pathlib import Path
from typing import get_args

import pytest
from pydantic_core import core_schema

from kursbuch_press.pages.palette import Palette
from kursbuch_press.problems import BookError
from kursbuch_press.sources import read_layout
from kursbuch_press.sources.wording import syntax, values, words

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


@pytest.mark.parametrize(
    ("wanted", "there", "meant"),
    [
        ("fr.yaml", ["ar.yaml", "en.yaml"], ""),
        ("schaten.yaml", ["schatten.yaml", "wasser.yaml"], "schatten.yaml"),
        ("bild.png", ["blatt.png", "wald.png"], ""),
        ("karte.png", ["karte.svg", "karten.png"], "karte.svg"),
        ("karte.png", ["karte.svg", "karte.PNG", "karte.png~"], "karte.PNG"),
        ("brunnen", ["brunnen.jpg"], "brunnen.jpg"),
    ],
)
def test_a_file_is_not_meant_because_it_ends_alike(wanted: str, there: list[str], meant: str) -> None:
    assert words.nearest_file(wanted, there) == meant


def test_what_is_wrong_with_records_of_layouts_names_no_keys_that_are_not_theirs(tmp_path: Path) -> None:
    file = tmp_path / "layouts/palette.yaml"
    file.parent.mkdir()
    file.write_text("swatches:\n  elbe: [a]\n  text: {cmyk: [0, 0], srgb: '#000000'}\n  \u202epaper: x\n", "utf-8")
    with pytest.raises(BookError) as caught:
        read_layout(file, Palette)
    said = {(each.rule, each.place.line): f"{each.message} {each.hint}" for each in caught.value.problems}
    assert "wie bei den Einträgen daneben" in said["wrong-value", 2]
    assert "„id: …“" not in said["wrong-value", 2]
    assert "„cmyk“ hat nur 2 Einträge" in said["missing-key", 3]


def test_signs_that_steer_unseen_are_told_in_words_of_layouts(tmp_path: Path) -> None:
    file = tmp_path / "layouts/palette.yaml"
    file.parent.mkdir()
    file.write_text("swatches:\n  elbe: {cmyk: [0, 0, 0, 0], srgb: '\u202e#000000\uf0b7'}\n", "utf-8")
    with pytest.raises(BookError) as caught:
        read_layout(file, Palette)
    assert {"bidi-sign", "private-sign"} <= {each.rule for each in caught.value.problems if each.place.line == 2}
