"""The tag tree of a PDF while it is made: tags, and the pieces of content and links that they hold.

A tag is a structure element (ISO 32000-1, 14.7.2), a piece one sequence of marked content on one page (14.6).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

# Stretches inside a line of text (ISO 32000-1, 14.8.4.4); they need a block around them.
PHRASES = frozenset({"Span", "Strong", "Em", "Link", "Reference", "Quote", "Code"})
# What holds blocks and no text of its own (14.8.4.2 and 14.8.4.3).
GROUPS = frozenset(
    {
        "Document",
        "Part",
        "Art",
        "Sect",
        "Div",
        "Aside",
        "BlockQuote",
        "Index",
        "L",
        "LI",
        "TOC",
    }
)
# Blocks behind which a footnote of theirs can stand; in all others it stands at their end.
TEXTS = frozenset({"P", "H1", "H2", "H3", "H4", "H5", "H6"})
# Types that ISO 32000-1 does not know, and what a reader takes them for (14.8.4.1).
ROLE_MAP = {"Aside": "Sect", "Em": "Span", "Strong": "Span"}
# Tags that stand for a place in a grid: empty ones are needed too.
CELLS = frozenset({"TD", "TH"})


@dataclass(eq=False, slots=True)
class Piece:
    """The content of one laid-out box, on one page.

    ``mcid`` is -1 until the page is drawn, and stays -1 if nothing is seen of the box. ``artifact`` names the
    kind of content that is no part of the text (14.8.2.2). ``space`` asks for a space behind the text, where
    the layout has dropped one (14.8.2.5), ``hyphen`` says that the last sign is a hyphen that the layout has
    added (14.8.2.2.3).
    """

    page: int
    text: str = ""
    picture: bool = False
    artifact: str = ""
    generated: bool = False
    space: bool = False
    hyphen: bool = False
    mcid: int = -1

    @property
    def words(self) -> str:
        """The text as it is read out: without the hyphen of a line end, with the space between two lines."""
        text = self.text[:-1] if self.hyphen else self.text
        return text + " " if self.space else text


@dataclass(eq=False, slots=True)
class LinkArea:
    """One rectangle of a link on one page; ``annotation`` is its dictionary."""

    page: int
    annotation: Any


@dataclass(frozen=True, slots=True)
class Rectangle:
    """A rectangle on a page, in CSS pixels from its top left corner."""

    page: int
    left: float
    top: float
    right: float
    bottom: float


@dataclass(eq=False, slots=True)
class Tag:
    """A structure element. ``behind`` are the footnotes that are read after it, or at its end.

    ``order`` is the place in the text, which is not always that on the pages: a figure may have been moved to
    where it fits.
    """

    kind: str
    parent: Tag | None
    kids: list[Tag | Piece | LinkArea] = field(default_factory=list)
    behind: list[Tag] = field(default_factory=list)
    entries: dict[str, str] = field(default_factory=dict)
    attributes: dict[str, object] = field(default_factory=dict)
    name: str = ""
    order: int = -1
    number: int = 0

    def add(self, kind: str, **entries: str) -> Tag:
        """Append a new tag; entries are text strings such as Alt, E and Lang."""
        tag = Tag(kind, self, entries=entries)
        self.kids.append(tag)
        return tag

    @property
    def block(self) -> Tag:
        """The block that the tag stands in: itself, unless it is a phrase."""
        tag = self
        while tag.kind in PHRASES and tag.parent is not None:
            tag = tag.parent
        return tag

    def note(self, name: str) -> Tag:
        """Append a footnote to the block that holds this tag."""
        block = self.block
        note = Tag("Note", block.parent if block.kind in TEXTS else block, name=name)
        block.behind.append(note)
        return note

    def settle(self) -> None:
        """Put footnotes into their places and drop what holds nothing, here and below."""
        settled: list[Tag | Piece | LinkArea] = []
        for kid in self._ordered():
            if isinstance(kid, Piece):
                if kid.mcid >= 0:
                    settled.append(kid)
            elif isinstance(kid, LinkArea):
                settled.append(kid)
            else:
                settled.extend(kid.settled())
        if self.kind not in TEXTS:
            for note in self.behind:
                settled.extend(note.settled())
        self.kids = settled
        if self.kind == "TH" and not settled:
            # The empty corner of a table heads nothing.
            self.kind = "TD"
            self.attributes.pop("Scope", None)

    def _ordered(self) -> list[Tag | Piece | LinkArea]:
        tags = [kid for kid in self.kids if isinstance(kid, Tag) and kid.order >= 0]
        return [*sorted(tags, key=_order)] if len(tags) == len(self.kids) else self.kids

    def settled(self) -> Iterator[Tag]:
        """Give this tag if it holds something, and the footnotes that follow it."""
        self.settle()
        if self.kids or self.kind in CELLS:
            yield self
        if self.kind in TEXTS:
            for note in self.behind:
                yield from note.settled()

    def walk(self) -> Iterator[Tag]:
        """Give this tag and all below, parents first."""
        yield self
        for kid in self.kids:
            if isinstance(kid, Tag):
                yield from kid.walk()

    def pieces(self) -> Iterator[Piece]:
        """Give the pieces of this tag and all below, in the order in which they are read."""
        for kid in self.kids:
            if isinstance(kid, Tag):
                yield from kid.pieces()
            elif isinstance(kid, Piece):
                yield kid

    @property
    def words(self) -> str:
        """What the tag says when it is read out."""
        parts = [kid.words for kid in self.kids if not isinstance(kid, LinkArea)]
        parts.insert(0, self.entries.get("Alt", ""))
        return " ".join("".join(parts).split())


def _order(tag: Tag) -> int:
    return tag.order
