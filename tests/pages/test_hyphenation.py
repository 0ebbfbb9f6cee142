"""Hyphenation: the exceptions of the edition hold, and nothing is left too short."""

from __future__ import annotations

import pyphen
import pytest

from kursbuch_press.pages.hyphenation import use_exceptions


def _breaks(word: str) -> list[str]:
    dictionary = pyphen.Pyphen(lang="de", left=3, right=3)
    broken: str = dictionary.inserted(word, "|")
    return broken.split("|")


@pytest.fixture(autouse=True)
def exceptions() -> None:
    use_exceptions("de", ["Flüchtlings-sozial-arbeit", "Sachsen"])


def test_a_word_in_the_list_breaks_where_the_list_says() -> None:
    assert _breaks("Flüchtlingssozialarbeit") == ["Flüchtlings", "sozial", "arbeit"]


def test_signs_and_case_around_a_listed_word_do_not_hide_it() -> None:
    assert _breaks("„flüchtlingssozialarbeit“,") == ["„flüchtlings", "sozial", "arbeit“,"]


def test_a_listed_word_without_hyphens_never_breaks() -> None:
    assert _breaks("Sachsen") == ["Sachsen"]


def test_other_words_break_by_the_patterns() -> None:
    assert _breaks("Unterkunft") == ["Unter", "kunft"]


def test_no_break_comes_near_a_typed_hyphen() -> None:
    assert all(len(part) > 2 for part in _breaks("Asyl-Antragstellung"))
    assert "|".join(_breaks("Asyl-Antragstellung")).find("-A|n") == -1
