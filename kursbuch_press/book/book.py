"""The whole book, as the sources say it and before anything is counted."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from kursbuch_press.book.back_matter import Glossary, Literature
from kursbuch_press.book.chapters import ActionField, Chapter, Continuation
from kursbuch_press.book.edition import Edition, Imprint
from kursbuch_press.problems import Place


@dataclass(frozen=True, slots=True)
class Book:
    """Everything that editors wrote.

    ``places`` gives for every address (chapter/block/field, and shorter ones) where in the sources it stands, so that
    later stages can say where a problem is. ``pictures`` names the files in sources/pictures/ with their path.
    """

    edition: Edition
    imprint: Imprint
    chapters: tuple[Chapter | ActionField | Continuation, ...]
    glossary: Glossary = field(default_factory=Glossary)
    literature: Literature = field(default_factory=Literature)
    places: dict[str, Place] = field(default_factory=dict, repr=False, compare=False)

    @property
    def field_chapters(self) -> Iterator[ActionField | Continuation]:
        """The action fields and the continuation, in the order of the book: each has a handout of its own."""
        for chapter in self.chapters:
            if not isinstance(chapter, Chapter):
                yield chapter

    def place(self, address: str) -> Place:
        """Give where an address stands in the sources, or the nearest place above it."""
        while address:
            if address in self.places:
                return self.places[address]
            address = address.rpartition("/")[0]
        return Place("sources/kursbuch.yaml")
