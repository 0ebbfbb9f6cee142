"""One address book: a reference means one place, or none, or is ambiguous."""

from __future__ import annotations

from typing import get_args

import pytest

from kursbuch_press.book.address_book import AddressBook, things_of
from kursbuch_press.book.basic_blocks import BasicBlock
from kursbuch_press.compose.labels import label_all
from kursbuch_press.sources import read_book
from tests.shipped import PROJECT, vocabulary


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        ("kurs", ("a/kurs",)),
        ("a/kurs", ("a/kurs",)),
        ("b", ("b",)),
        ("nur-b", ("b/nur-b",)),
        ("zweimal", ("b/zweimal", "c/zweimal")),
        ("nichts", ()),
    ],
)
def test_the_own_chapter_comes_first_then_the_whole_address_then_what_is_unique(wanted: str, found: tuple[str, ...]) -> None:
    book = AddressBook(["a", "a/kurs", "b", "b/kurs", "b/nur-b", "b/zweimal", "c", "c/zweimal"])
    assert book.find(wanted, "a") == found


def test_everything_with_a_place_has_a_label_and_one_address() -> None:
    book = read_book(PROJECT).book
    assert book is not None
    found = [address for chapter in book.chapters for address, _ in things_of(chapter)]
    assert len(found) == len(set(found)) > 500
    assert list(label_all(book, vocabulary())) == found


def test_every_kind_of_block_has_its_places_by_itself() -> None:
    book = read_book(PROJECT).book
    assert book is not None
    kinds = {type(thing) for chapter in book.chapters for _, thing in things_of(chapter)}
    assert len(kinds & set(get_args(BasicBlock))) >= 9
