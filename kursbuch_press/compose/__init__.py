"""Book and edition in, manuscript out: selection, numbering, references and the generated parts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from kursbuch_press.book.book import Book
from kursbuch_press.compose.chapters import Unfinished, compose_chapter
from kursbuch_press.compose.generated import Sources, generate
from kursbuch_press.compose.manuscript import Manuscript
from kursbuch_press.compose.nodes import Node, Pending
from kursbuch_press.compose.resolving import Resolver

__all__ = ["compose"]


def compose(book: Book) -> Manuscript:
    """Compose the whole book; every text is resolved and numbered, only page numbers are still open."""
    resolver = Resolver(book)
    sources = Sources(tuple(compose_chapter(chapter, resolver) for chapter in book.chapters), resolver)
    chapters = tuple(replace(chapter, nodes=tuple(_finished(unfinished, sources))) for chapter, unfinished in sources.chapters)
    return Manuscript(book.edition, book.imprint, chapters)


def _finished(unfinished: Unfinished, sources: Sources) -> Iterator[Node]:
    for node in unfinished:
        if isinstance(node, Pending):
            yield from generate(node, sources)
        else:
            yield node
