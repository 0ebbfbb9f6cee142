"""The manuscript: the composed book, chapter by chapter, from which every output is made."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kursbuch_press.book.edition import Edition, Imprint
    from kursbuch_press.compose.inlines import Content
    from kursbuch_press.compose.nodes import Node


@dataclass(frozen=True, slots=True)
class Station:
    """A field on the way through the book: its chapter, its number (empty for the continuation) and its swatch."""

    chapter: str
    number: str
    swatch: str


@dataclass(frozen=True, slots=True)
class ManuscriptChapter:
    """A chapter, ready to be set: ``kind`` as in the sources, ``matter`` front, main or back.

    ``starts`` is "left" for the fields (they open with a spread) and "right" for all others. ``number`` is "1" to "5" for
    action fields. ``drafts_only`` nodes (questions to the co-authors) stand at the end of a Word draft and nowhere else.
    ``route`` holds all fields of the book in order: thumb index, title page and openings are drawn from it.
    """

    id: str
    kind: str
    matter: str
    title: Content
    running_title: str
    nodes: tuple[Node, ...]
    number: str = ""
    swatch: str = ""
    starts: str = "right"
    listed: bool = True
    drafts_only: tuple[Node, ...] = ()
    route: tuple[Station, ...] = ()


@dataclass(frozen=True, slots=True)
class Manuscript:
    """The whole book, composed: what every output is made from."""

    edition: Edition
    imprint: Imprint
    chapters: tuple[ManuscriptChapter, ...]

    def chapter(self, chapter_id: str) -> ManuscriptChapter:
        """Give one chapter; an id that is not there is a bug of the caller."""
        return next(chapter for chapter in self.chapters if chapter.id == chapter_id)
