"""No book in the code: what belongs to the shipped one is in sources/, so that another network's book bears no word of it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kursbuch_press.book.chapters import ActionField
from kursbuch_press.sources import read_book
from tests.shipped import PROJECT

READ = {".py", ".j2", ".css", ".yaml", ".svg"}
NAMES = ("Sachsen", "Sächs", "NIMS", "Netzwerk Integration", "kursbuch.example")


def own_words() -> Iterator[str]:
    """Give what only the shipped book says: its names, its title, motto and back cover, and the titles of its fields."""
    book = read_book(PROJECT).book
    assert book is not None
    assert book.edition.about is not None
    yield from NAMES
    yield from (book.edition.title, book.edition.motto, book.edition.issued_by, book.edition.about.plain[:40])
    yield from (chapter.title.plain for chapter in book.field_chapters if isinstance(chapter, ActionField))


def test_neither_code_nor_layouts_hold_a_word_of_the_shipped_book() -> None:
    words = re.compile("|".join(re.escape(word) for word in own_words()))
    found = [
        f"{path.relative_to(PROJECT)}: {match[0]}"
        for folder in ("kursbuch_press", "layouts")
        for path in sorted((PROJECT / folder).rglob("*"))
        if path.suffix in READ
        for match in words.finditer(path.read_text("utf-8"))
    ]
    assert found == []
