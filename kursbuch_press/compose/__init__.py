"""Book and edition in, manuscript out: selection, numbering, references and the generated parts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from kursbuch_press.book.book import Book
from kursbuch_press.book.vocabulary import Vocabulary
from kursbuch_press.compose.chapters import compose_chapter
from kursbuch_press.compose.drawings import LINES
from kursbuch_press.compose.generated import Sources, generate
from kursbuch_press.compose.manuscript import Manuscript, Purpose, Section, SectionOf, Unfinished, sections_of
from kursbuch_press.compose.nodes import Node, Pending
from kursbuch_press.compose.resolving import Resolver

__all__ = ["compose"]


def compose(book: Book, vocabulary: Vocabulary, lines: float = LINES, faces: tuple[str, ...] = ()) -> Manuscript:
    """Compose the whole book in the words of its language; every text is resolved and numbered, only pages are still open.

    ``lines`` is how many lines of text a page holds: what is drawn over a whole page is shared out by it. ``faces`` are the
    names of the typefaces that the imprint speaks of, that of the text first.
    """
    resolver = Resolver(book, vocabulary, lines)
    sources = Sources(tuple(compose_chapter(chapter, resolver) for chapter in book.chapters), resolver, faces)
    chapters = (replace(chapter, sections=tuple(_finished(sections, sources))) for chapter, sections in sources.chapters)
    return Manuscript(book.edition, book.imprint, vocabulary, tuple(chapters))


def _finished(sections: tuple[Unfinished, ...], sources: Sources) -> Iterator[Section]:
    """Write the generated parts; a chapter without a skeleton is then divided at its headings."""
    for section in sections:
        if section.purpose is Purpose.TEXT:
            yield from sections_of(_written(section.nodes, sources))
        else:
            parts = tuple(_finished(section.parts, sources))
            yield SectionOf(section.purpose, section.heading, tuple(_written(section.nodes, sources)), parts)


def _written(nodes: tuple[Node | Pending, ...], sources: Sources) -> Iterator[Node]:
    for node in nodes:
        if isinstance(node, Pending):
            yield from generate(node, sources)
        else:
            yield node
