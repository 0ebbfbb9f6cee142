"""What a return says: each change with who and when, each comment, what has no place, what was refused, and the ledger."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from hashlib import sha256

from kursbuch_press.drafts.snapshot import Block, Kind, Snapshot
from kursbuch_press.drafts.spans import Span, Spans, span_text


@dataclass(frozen=True, slots=True, order=True)
class Hand:
    """Who wrote something, and when.

    ``tracked`` is false where the change was found by comparison alone: the author is then who saved the file last, or
    empty if the file does not say. The time is as the file has it; None where it has none.
    """

    author: str
    when: datetime | None = field(default=None, compare=False)
    tracked: bool = True


class Found(StrEnum):
    """By what a block of the draft was found again, the surest first."""

    ANCHOR = "anchor"
    PARAGRAPH_ID = "paragraph_id"
    TEXT = "text"
    LIKENESS = "likeness"
    GAP = "gap"


class ChangeKind(StrEnum):
    """What happened to a block.

    EDITED: other words, or other looks of the same words, or both. NEW: a paragraph, list item, row or note that the draft
    does not have. DELETED: a block whose words are all gone. MOVED: it stands elsewhere, and may be edited too. SPLIT: its
    words stand in several paragraphs now. JOINED: several blocks have become one paragraph.
    """

    EDITED = "edited"
    NEW = "new"
    DELETED = "deleted"
    MOVED = "moved"
    SPLIT = "split"
    JOINED = "joined"


class PieceKind(StrEnum):
    """What happened to a piece of text."""

    KEPT = "kept"
    INSERTED = "inserted"
    DELETED = "deleted"
    LOOK = "look"
    """The same words in another look; ``spans`` has the new one."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of a change.

    The kept and deleted pieces together give ``Change.before``; the kept, inserted and look pieces give ``Change.after``
    (a look piece counts for both).
    """

    kind: PieceKind
    spans: Spans
    hand: Hand | None = None

    @property
    def text(self) -> str:
        """The words."""
        return span_text(self.spans)


@dataclass(frozen=True, slots=True)
class Change:
    """One change of one block, or one new block.

    ``number`` counts the changes of a return from 1 in reading order. ``address`` is that of the block in the draft; for a
    new one it is empty, and ``behind`` is the address of the block after which it stands (empty: at the very beginning;
    for a new item of a list or a new row, that of the last text of the item or row before it). For a moved block ``behind``
    says where it stands now.

    ``before`` and ``after`` are the whole text of the block in the draft and in the return, without its label; ``pieces``
    say word by word what was kept, inserted and deleted, and by whom.

    SPLIT: ``after`` is what stays in the first paragraph, ``parts`` are the paragraphs behind it, in order. JOINED:
    ``addresses`` are those of the blocks whose words ``after`` now holds, itself first; ``before`` are the words of all of
    them. NEW with kind CELL is one whole new row: ``parts`` are its cells from left to right. DELETED with ``addresses`` is
    a whole row: those of its cells. A NEW block of kind NOTE is a footnote: ``address`` is the name by which the spans of
    its call know it (``+1``).

    ``certain`` is false where the place was found by likeness only. ``editable`` is false where the words are generated, so
    that no editor can accept the change as it is.
    """

    number: int
    kind: ChangeKind
    block: Kind
    address: str
    chapter: str
    before: Spans
    after: Spans
    pieces: tuple[Piece, ...]
    hands: tuple[Hand, ...]
    found: Found
    certain: bool = True
    editable: bool = True
    behind: str = ""
    parts: tuple[Spans, ...] = ()
    addresses: tuple[str, ...] = ()
    level: int = 0
    ordered: bool = False

    @property
    def id(self) -> str:
        """A name that the same change has in every reading of every copy: a digest of its place and its words."""
        told = (self.kind, self.block, self.address, self.behind, self.before, self.after, self.parts, self.addresses)
        return sha256(repr(told).encode()).hexdigest()[:12]

    @property
    def authors(self) -> tuple[str, ...]:
        """Everybody who had a hand in it, each once, in the order of the text."""
        return tuple(dict.fromkeys(hand.author for hand in self.hands))


@dataclass(frozen=True, slots=True)
class Comment:
    """A comment with its thread. ``quoted`` are the words that it is about; ``address`` is empty where it has no place.

    ``page`` is the printed number of the page, for comments in a PDF. ``ours`` is true for a question that went out with
    the draft: what is new about it are the replies. ``done`` is true where somebody ticked it off.
    """

    author: str
    when: datetime | None
    text: str
    address: str = ""
    chapter: str = ""
    quoted: str = ""
    replies: tuple[Comment, ...] = ()
    certain: bool = True
    ours: bool = False
    done: bool = False
    page: str = ""

    @property
    def id(self) -> str:
        """A name made of what it says and where."""
        told = (self.author, self.text, self.address, self.quoted, self.page)
        return sha256(repr(told).encode()).hexdigest()[:12]


class Foreign(StrEnum):
    """What a return may hold that our drafts have no place for."""

    TEXT_BOX = "text_box"
    TABLE = "table"
    PICTURE = "picture"
    HEADER = "header"
    EQUATION = "equation"
    DIAGRAM = "diagram"
    CHART = "chart"
    TEXT = "text"
    CELL = "cell"
    MARK = "mark"
    """A mark in a PDF, or a tracked change of something that is no text."""


@dataclass(frozen=True, slots=True)
class Unplaced:
    """Something that was read but has no place in the draft; ``near`` is the address of the block before it.

    ``rows`` are the cells of a table.
    """

    what: Foreign
    text: str
    near: str = ""
    chapter: str = ""
    hand: Hand | None = None
    page: str = ""
    rows: tuple[tuple[Spans, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class Refused:
    """Something that was seen and never followed or kept; ``sentence`` says in German what and why.

    ``text`` are its words, if it has any.
    """

    what: str
    sentence: str
    text: str = ""


@dataclass(frozen=True, slots=True)
class Ledger:
    """Every word of a return is in exactly one of these; words that were struck out are told beside it.

    ``read`` is counted on its own, from the XML, by other code than the rest.
    """

    read: int
    unchanged: int
    changed: int
    new: int
    refused: int
    unplaced: int
    struck: int = 0

    @property
    def remainder(self) -> int:
        """What is lost; anything but 0 is a bug of the press."""
        return self.read - self.unchanged - self.changed - self.new - self.refused - self.unplaced


class Known(StrEnum):
    """How the draft was known of which a file is the return."""

    FILE = "file"
    """The file carries the snapshot, and its digest is right."""
    PROPERTY = "property"
    FOOTER = "footer"
    GIVEN = "given"
    LIKENESS = "likeness"


@dataclass(frozen=True, slots=True)
class Returned:
    """One return, read. ``name`` is the name of the file, ``digest`` the sha256 of its bytes.

    ``notices`` are sentences for the editor about the file as a whole (in German).
    """

    name: str
    digest: str
    snapshot: Snapshot
    known: Known
    changes: tuple[Change, ...]
    comments: tuple[Comment, ...]
    unplaced: tuple[Unplaced, ...]
    refused: tuple[Refused, ...]
    ledger: Ledger
    notices: tuple[str, ...] = ()
    saved_by: str = ""
    recipient: str = ""
    """For whom this copy was, as the file says."""
    looks: int = 0
    """How many looks were changed that our Markdown cannot say (typefaces, sizes, colours); they are left out."""

    @property
    def certain(self) -> bool:
        """Whether the draft is known for certain."""
        return self.known is not Known.LIKENESS


__all__ = [
    "Block",
    "Change",
    "ChangeKind",
    "Comment",
    "Foreign",
    "Found",
    "Hand",
    "Kind",
    "Known",
    "Ledger",
    "Piece",
    "PieceKind",
    "Refused",
    "Returned",
    "Snapshot",
    "Span",
    "Spans",
    "Unplaced",
    "span_text",
]
