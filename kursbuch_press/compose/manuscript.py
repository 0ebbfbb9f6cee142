"""The manuscript: the composed book, chapter by chapter and section by section, from which every output is made."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Generic, TypeVar

from kursbuch_press.book.edition import Edition, Imprint
from kursbuch_press.book.vocabulary import Vocabulary
from kursbuch_press.compose.inlines import Content
from kursbuch_press.compose.nodes import Heading, Node, Pending

N = TypeVar("N")

LISTED = 2
"""Headings down to this level begin a section, and stand in the contents."""


class Purpose(StrEnum):
    """What a section is for; those of an action field are its skeleton, under the names that the sources have for them."""

    TEXT = "text"
    OPENING = "opening"
    SITUATION = "situation"
    GOALS = "goals"
    APPROACHES = "approaches"
    MEASURES = "measures"
    ACTORS = "actors"
    GOOD_PRACTICE = "good_practice"
    QUESTIONS = "questions"


@dataclass(frozen=True, slots=True)
class SectionOf(Generic[N]):
    """A section: its heading if it has one, what stands under it, and the sections below it (such as the approaches)."""

    purpose: Purpose
    heading: Heading | None
    nodes: tuple[N, ...]
    parts: tuple[SectionOf[N], ...] = ()

    @property
    def every(self) -> Iterator[N | Heading]:
        """Everything in reading order, the heading and the sections below included."""
        if self.heading is not None:
            yield self.heading
        yield from self.nodes
        for part in self.parts:
            yield from part.every


Section = SectionOf[Node]
Unfinished = SectionOf[Node | Pending]
"""A section in which the places of generated parts are still open."""


def sections_of(nodes: Iterable[Node], purpose: Purpose = Purpose.TEXT) -> tuple[Section, ...]:
    """Divide the nodes of a chapter at its headings: each section begins with a heading that the contents could list."""
    found: list[tuple[Heading | None, list[Node]]] = []
    for node in nodes:
        if isinstance(node, Heading) and node.level <= LISTED:
            found.append((node, []))
        elif found:
            found[-1][1].append(node)
        else:
            found.append((None, [node]))
    return tuple(SectionOf(purpose, heading, tuple(below)) for heading, below in found)


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
    action fields, ``illustration`` names the picture of a field if the book says one. ``drafts_only`` holds the questions to
    the co-authors, which stand at the end of a Word draft and nowhere else. ``route`` holds all fields of the book in order:
    thumb index, title page and openings are drawn from it. ``homes`` gives the address in the sources of each text that a
    composite block prints under another one.
    """

    id: str
    kind: str
    matter: str
    title: Content
    running_title: str
    sections: tuple[Section, ...]
    number: str = ""
    swatch: str = ""
    illustration: str = ""
    starts: str = "right"
    listed: bool = True
    drafts_only: Section | None = None
    route: tuple[Station, ...] = ()
    homes: Mapping[str, str] = field(default_factory=dict)

    @property
    def nodes(self) -> tuple[Node, ...]:
        """Every node of all sections in reading order, headings included."""
        return tuple(node for section in self.sections for node in section.every)


class HandoutKind(StrEnum):
    """The kinds of handouts."""

    OVERVIEW = "overview"
    FIELD = "field"
    PLAIN_LANGUAGE = "plain_language"


@dataclass(frozen=True, slots=True)
class Manuscript:
    """The whole book, composed: what every output is made from; ``words`` are those that outputs add in its language.

    ``sheets`` says which kinds of handouts the book has; their texts are files that a book may do without.
    """

    edition: Edition
    imprint: Imprint
    words: Vocabulary
    chapters: tuple[ManuscriptChapter, ...]
    sheets: frozenset[HandoutKind] = frozenset(HandoutKind)

    @property
    def fields(self) -> tuple[ManuscriptChapter, ...]:
        """The action fields and the continuation, in the order of the book."""
        return tuple(chapter for chapter in self.chapters if chapter.kind != "chapter")

    def chapter(self, chapter_id: str) -> ManuscriptChapter:
        """Give one chapter; an id that is not there is a bug of the caller."""
        return next(chapter for chapter in self.chapters if chapter.id == chapter_id)
