"""The cells of the table on a sheet: words too long for a column break at their joints, and tied words come apart."""

from __future__ import annotations

from collections.abc import Callable

from markupsafe import Markup

from kursbuch_press.book.book import Book
from kursbuch_press.compose.inlines import Content
from kursbuch_press.compose.leaflets import words_of_measures
from kursbuch_press.html.references import NoReferences
from kursbuch_press.html.writing import HtmlWriter
from kursbuch_press.pages.fonts import Face
from kursbuch_press.pages.hyphenation import Hyphenation
from kursbuch_press.pages.joints import Column, broken_at_joints, joints, loosened, vocabulary
from kursbuch_press.pages.short_words import end_tied, start_tied

LACKING = {0x202F: "\u00a0"}
"""Atkinson Hyperlegible has no narrow no-break space; a wide one is better than another face."""

CELL = 15.6
"""Points of the letters in the table of measures, on A4."""

_NAMES = "Bold"
"""The weight in which measures are named; their words stay together as those of titles do."""


def cell_writer(book: Book, language: str, face: Face) -> Callable[[Content, float, str], Markup]:
    """Give what writes a cell of so many mm in a weight; joints are known for the language of the book alone."""
    write = HtmlWriter(NoReferences(), LACKING).html
    hyphenation = Hyphenation(language, book.edition.hyphenation)
    known = vocabulary(words_of_measures(book))

    def find(word: str) -> tuple[int, ...]:
        return joints(word, hyphenation, known)

    def written(content: Content, width: float, weight: str) -> Markup:
        column = Column(width * 72 / 25.4, CELL, face, weight)
        html = write(content)
        broken = broken_at_joints(html, column, find) if language == book.edition.language else html
        return loosened(start_tied(end_tied(broken)) if weight == _NAMES else broken, column)

    return written
