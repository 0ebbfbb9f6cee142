"""The imprint says whether an edition may be given away, and what is wanting."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kursbuch_press.book.book import Book
from kursbuch_press.book.texts import parse
from kursbuch_press.compose import compose, matter
from kursbuch_press.compose.inlines import plain
from kursbuch_press.sources import read_book
from tests.shipped import PROJECT, vocabulary


@pytest.fixture(scope="module")
def book() -> Book:
    found = read_book(PROJECT).book
    assert found is not None
    return found


def _said(book: Book) -> str:
    (page,) = (
        node
        for chapter in compose(book, vocabulary()).chapters
        for node in chapter.nodes
        if isinstance(node, matter.ImprintPage)
    )
    about = [statement for statement in page.statements if statement.label == "Über diese Ausgabe"]
    return " ".join(plain(line) for statement in about for line in statement.lines).replace("\N{NO-BREAK SPACE}", " ")


def _complete(book: Book) -> Book:
    sure = {"muster": False}
    parts = {name: getattr(book.imprint, name).model_copy(update=sure) for name in ("publisher", "printer", "distribution")}
    return replace(book, imprint=book.imprint.model_copy(update=parts))


def test_the_sample_edition_is_not_released_and_says_what_is_wanting(book: Book) -> None:
    assert _said(book).endswith(
        "Die Ausgabe ist für den Druck technisch vorbereitet, aber nicht zur Verbreitung freigegeben. "
        "Noch fehlen gültige Angaben zu: Herausgeber, Druck, Verteilerhinweis.",
    )


def test_a_sample_edition_with_a_complete_imprint_is_still_not_released(book: Book) -> None:
    assert _said(_complete(book)).endswith("aber nicht zur Verbreitung freigegeben.")


def test_an_edition_without_samples_says_nothing(book: Book) -> None:
    done = _complete(book)
    released = replace(done, edition=done.edition.model_copy(update={"muster": False}))
    assert _said(released) == ""
    without = released.imprint.model_copy(update={"printer": None})
    assert _said(replace(released, imprint=without)).endswith("Noch fehlen gültige Angaben zu: Druck.")


@pytest.mark.parametrize(
    ("faces", "said"),
    [
        (("Spectral", "Fira Sans"), "Gesetzt aus der Spectral und der Fira Sans."),
        (("Atkinson Hyperlegible", "Atkinson Hyperlegible"), "Gesetzt aus der Atkinson Hyperlegible."),
        ((), ""),
    ],
)
def test_the_imprint_names_what_the_book_is_set_in(book: Book, faces: tuple[str, ...], said: str) -> None:
    assert _colophon(replace(book, imprint=book.imprint.model_copy(update={"typography": None})), faces) == said


def test_a_colophon_of_the_editors_own_stays(book: Book) -> None:
    own = parse("Von Hand gesetzt.")[0]
    assert _colophon(replace(book, imprint=book.imprint.model_copy(update={"typography": own})), ("Spectral",)) == own.plain


def _colophon(book: Book, faces: tuple[str, ...]) -> str:
    chapters = compose(book, vocabulary(), faces=faces).chapters
    pages = [node for chapter in chapters for node in chapter.nodes if isinstance(node, matter.ImprintPage)]
    said = [statement for page in pages for statement in page.statements if statement.label == "Herstellung"]
    return " ".join(plain(line) for statement in said for line in statement.lines)
