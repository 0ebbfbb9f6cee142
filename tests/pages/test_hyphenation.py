"""Hyphenation: the exceptions of the edition hold, and nothing is left too short."""

from __future__ import annotations

import re
from collections.abc import Iterator
from types import SimpleNamespace
from typing import Any

import pyphen
import pytest

from kursbuch_press.pages import shaping
from kursbuch_press.pages.hyphenation import Hyphenation, doubt, is_beside_joint, parts
from tests.shipped import PROJECT


def _breaks(word: str) -> list[str]:
    dictionary = pyphen.Pyphen(lang="de", left=3, right=3)
    broken: str = dictionary.inserted(word, "|")
    return broken.split("|")


@pytest.fixture(autouse=True)
def exceptions() -> Iterator[None]:
    with Hyphenation("de", ("Flüchtlings-sozial-arbeit", "Sachsen")).used():
        yield


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


def test_another_layout_in_the_same_process_leaves_no_trace() -> None:
    """Pyphen keeps its dictionaries for the whole process: the exceptions of one book must not reach the next layout."""
    with Hyphenation("de", ("Unterk-unft",)).used():
        assert _breaks("Unterkunft") == ["Unterk", "unft"]
        with Hyphenation("de").used():
            assert _breaks("Unterkunft") == ["Unter", "kunft"]
        assert _breaks("Unterkunft") == ["Unterk", "unft"]
    assert _breaks("Unterkunft") == ["Unter", "kunft"]
    assert _breaks("Sachsen") == ["Sachsen"]


@pytest.mark.parametrize(
    "broken",
    [
        *("So-zi-al-ar-beit", "Netz-werk-ar-beit", "Ver-ste-ti-gung", "Sprach-er-werb", "Her-kunfts-spra-che"),
        *("Fa-mi-li-en-nach-zug", "Erst-ori-en-tie-rung", "Kin-der-ta-ges-stät-te", "Be-triebs-spra-che"),
    ],
)
def test_compounds_break_between_their_syllables(broken: str) -> None:
    """Pyphen's own file gives Sozi-a-l-a-r-beit, Er-sto-ri-en-tie-rung, Fa-mi-li-ennach-zug."""
    dictionary = pyphen.Pyphen(lang="de", left=2, right=2)
    assert dictionary.inserted(broken.replace("-", "")) == broken


def test_the_patterns_carry_their_licence() -> None:
    head = next((PROJECT / "kursbuch_press/pages/patterns").glob("*.dic")).read_text("utf-8")[:3000]
    assert "Permission is hereby granted" in head
    assert "Trennmustermannschaft" in head


@pytest.mark.parametrize(
    ("word", "place", "beside"),
    [
        ("Sozialamt", 4, True),
        ("Sozialamt", 6, False),
        ("„Zwischenbilanz“", 11, True),
        ("Beratung", 4, False),
        ("Verantwortung", 6, False),
    ],
)
def test_a_break_two_letters_beside_a_joint_is_known(word: str, place: int, beside: bool) -> None:  # noqa: FBT001
    """Sozi-alamt and Zwischenbi-lanz are read in other parts; Bera-tung has no joint."""
    assert is_beside_joint(pyphen.Pyphen(lang="de").hd, word, place) == beside


def test_what_is_set_has_that_weighed_against_a_break() -> None:
    """Between „Sozi-“ and „Sozial-“ the second is no dearer than any other break."""
    box: Any = SimpleNamespace(text="Das Sozialamt", style={"hyphenate_limit_chars": (6, 3, 3), "lang": "de"})
    against = {at: price for at, (_, price) in shaping._hyphens(box)}  # noqa: SLF001 - what is weighed is not seen from outside
    assert against[len("Das Sozi")] > against[len("Das Sozial")] == 0


def test_a_compound_that_has_a_joint_is_dearer_to_break_elsewhere() -> None:
    """Wartezeiten has one, Beratung none."""
    against: dict[str, float] = {}
    for word, place in (("Wartezeiten", 3), ("Wartezeiten", 5), ("Beratungen", 4)):
        box: Any = SimpleNamespace(text=word, style={"hyphenate_limit_chars": (6, 3, 3), "lang": "de"})
        found = {at: price for at, (_, price) in shaping._hyphens(box)}  # noqa: SLF001 - what is weighed is not seen from outside
        against[f"{word[:place]}-{word[place:]}"] = found[place]
    assert against["War-tezeiten"] > against["Warte-zeiten"] == against["Bera-tungen"] == 0


def test_no_entry_of_up_to_six_lines_is_broken_in_what_stands_at_the_end() -> None:
    """A paragraph may go on overleaf if so many lines stand on each side; six have too few for that."""
    rules = re.findall(r"^\.(\w+) p \{([^}]*)\}", (PROJECT / "layouts/page/50-back.css").read_text("utf-8"), re.MULTILINE)
    fewest = {name: [int(count) for count in re.findall(r"(?:orphans|widows): (\d)", rule)] for name, rule in rules}
    assert {name: sum(fewest[name]) for name in ("definitions", "literature")} == {"definitions": 7, "literature": 7}


@pytest.mark.parametrize(
    ("word", "joint", "others"),
    [
        ("Migrantenorganisationen", "Migranten", ["Migrantenorga", "Migrantenorganisa"]),
        ("Wohlfahrtsverbände", "Wohlfahrts", ["Wohlfahrtsver"]),
        ("Geldauszahlung", "Geld", ["Geldaus"]),
        ("Aufnahmerichtlinie", "Aufnahme", ["Aufnahmericht"]),
        ("Bürgerinitiative", "Bürger", ["Bür", "Bürgerinitia"]),
        ("Arbeitslosengeld", "Arbeitslosen", ["Arbeitslo"]),
    ],
)
def test_compounds_are_joined_where_a_word_of_the_language_begins(word: str, joint: str, others: list[str]) -> None:
    with Hyphenation("de").used():
        known = pyphen.Pyphen(lang="de").hd
        doubts = {part: doubt(known, word, len(part)) for part in (joint, *others)}
    assert all(doubts[joint] < doubts[other] for other in others)


@pytest.mark.parametrize(("word", "place"), [("Wohlfahrtsverbände", 13), ("Sprachangebote", 8), ("Vorstand", 3)])
def test_the_last_part_of_a_compound_keeps_its_prefix(word: str, place: int) -> None:
    """„Bände“ and „Gebote“ are words, too, and „Vor-“ is no part of a compound."""
    with Hyphenation("de").used():
        assert doubt(pyphen.Pyphen(lang="de").hd, word, place) == 1


def test_only_german_has_a_list_of_parts() -> None:
    assert "beratung" in parts("de-DE")
    assert not parts("en")
    assert all(word == word.lower() and len(word) > 3 for word in parts("de"))
