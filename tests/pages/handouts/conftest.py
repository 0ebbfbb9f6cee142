"""The handouts of the shipped book, laid out and drawn once for the tests that look at finished files."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

from kursbuch_press.book.plain_language import PlainLanguage
from kursbuch_press.compose import compose
from kursbuch_press.compose.manuscript import Manuscript
from kursbuch_press.pages.design import Design
from kursbuch_press.pages.fonts import close_fontconfig
from kursbuch_press.pages.handouts.setting import HandoutDocument, HandoutMaterial, set_handout
from kursbuch_press.pages.layout import Typesetter
from kursbuch_press.pages.palette import Palette
from kursbuch_press.pages.qr import Codes
from kursbuch_press.pages.tagging import ScreenFinish, draw_tagged, finish_screen
from kursbuch_press.sources import read_book, read_layout
from kursbuch_press.sources.handouts import read_handout_texts, read_plain_language, read_translation
from tests.shipped import PROJECT, vocabulary


class Everywhere(dict[str, str]):
    """Folios of a book in which everything stands on one page: these tests need no book that is laid out."""

    def __missing__(self, address: str) -> str:
        return "41"


@pytest.fixture(scope="session")
def manuscript() -> Manuscript:
    """Give the shipped book, composed."""
    book = read_book(PROJECT).book
    assert book is not None
    return compose(book, vocabulary())


@pytest.fixture(scope="session")
def design() -> Design:
    """Give the design of the handouts."""
    return Design.load(PROJECT, "layouts/handout", read_layout(PROJECT / "layouts/palette.yaml", Palette))


@pytest.fixture(scope="session")
def summary() -> PlainLanguage:
    """Give the summary in Leichte Sprache."""
    content = read_plain_language(PROJECT).content
    assert content is not None
    return content


@pytest.fixture(scope="session")
def material(manuscript: Manuscript, summary: PlainLanguage) -> HandoutMaterial:
    """Give what the shipped handouts are made from."""
    texts, book = read_handout_texts(PROJECT), read_book(PROJECT).book
    assert texts.content is not None
    assert book is not None
    translations = {
        wanted.language: read
        for wanted in book.edition.translations
        if (read := read_translation(PROJECT, wanted.language).content) is not None
    }
    places = {found.address: found.place for found in texts.found}
    return HandoutMaterial(manuscript, Everywhere(), texts.content, summary, book, places, translations)


@pytest.fixture(scope="session")
def laid_out(
    material: HandoutMaterial, design: Design, tmp_path_factory: pytest.TempPathFactory
) -> Callable[[str], HandoutDocument]:
    """Lay out a handout of the shipped book; each is laid out once."""
    close_fontconfig(tmp_path_factory.mktemp("fonts"))
    setter = Typesetter(design, Codes(design.palette))
    return cache(lambda stem: set_handout(stem, material, design, setter))


@pytest.fixture(scope="session")
def drawn(laid_out: Callable[[str], HandoutDocument], tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Path]:
    """Draw and finish a handout of the shipped book as the press does; each is drawn once."""
    folder = tmp_path_factory.mktemp("handouts")

    @cache
    def draw(stem: str) -> Path:
        handout = laid_out(stem)
        labels = tuple(str(number) for number, _ in enumerate(handout.document.pages, start=1))
        path = folder / f"{stem.replace('/', '-')}.pdf"
        finish = ScreenFinish(handout.title, handout.language, labels)
        path.write_bytes(finish_screen(draw_tagged(handout.document, labels), finish))
        return path

    return draw
