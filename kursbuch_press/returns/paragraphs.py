"""A returned file as paragraphs: what each said before the tracked changes, what it says now, and whose hands were in it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from enum import IntEnum

from kursbuch_press.drafts.spans import Span
from kursbuch_press.packages.elements import Element
from kursbuch_press.returns.returned import Foreign, Hand


class Tracked(IntEnum):
    """What the tracked changes say of a run."""

    KEPT = 0
    INSERTED = 1
    DELETED = 2
    NEVER = 3
    """Inserted and deleted again before anybody saw it."""


@dataclass(slots=True)
class Run:
    """Words of one look and one history; ``span.note`` is the id of a note as the file has it.

    ``relook`` is who gave them another look, where that was tracked. ``moved`` is true for what was moved, there and here.
    """

    span: Span
    state: Tracked = Tracked.KEPT
    hand: Hand | None = None
    relook: Hand | None = None
    moved: bool = False


@dataclass(slots=True)
class Paragraph:
    """One ``w:p``.

    ``anchors`` are our bookmarks that begin in it, ``paragraph`` its ``w14:paraId``, ``style`` the id of its style and
    ``name`` its name. ``mark`` says whether its end was inserted or deleted, and ``mark_hand`` by whom. ``cell`` is table,
    row and column. ``row`` is the hand that inserted (or deleted) the whole row. ``note`` is the id of the note in which it
    stands. ``starts``, ``ends`` and ``points`` say at which run comments begin, end and are called. ``pictures`` are the
    descriptions of what is drawn in it. ``generated`` is true for the lines of a contents or an index.
    """

    runs: list[Run] = field(default_factory=list)
    anchors: list[str] = field(default_factory=list)
    paragraph: str = ""
    style: str = ""
    level: int = 0
    listed: bool = False
    outline: int = 0
    mark: Tracked = Tracked.KEPT
    mark_hand: Hand | None = None
    cell: tuple[int, int, int] | None = None
    row: Tracked = Tracked.KEPT
    row_hand: Hand | None = None
    note: str = ""
    bold: bool = False
    italic: bool = False
    generated: bool = False
    pictures: list[str] = field(default_factory=list)
    starts: list[tuple[str, int]] = field(default_factory=list)
    ends: list[tuple[str, int]] = field(default_factory=list)
    points: list[tuple[str, int]] = field(default_factory=list)

    def before(self) -> str:
        """Give its words before the tracked changes."""
        return "".join([run.span.text for run in self.runs if run.state is not Tracked.INSERTED])

    def after(self) -> str:
        """Give its words now."""
        return "".join([run.span.text for run in self.runs if run.state is not Tracked.DELETED])


@dataclass(frozen=True, slots=True)
class Odd:
    """Something that drafts do not have, with its words, behind a paragraph.

    ``counted`` is false where they are no words of the text: what a drawing is said to show.
    """

    what: Foreign
    text: str
    behind: Paragraph | None
    hand: Hand | None = None
    counted: bool = True


@dataclass(slots=True)
class Story:
    """A file, read: the paragraphs of the text, those of the notes by their ids, and what is odd.

    ``calls`` gives for the id of a note the bookmark at its call. ``looks`` counts changed looks that we cannot say,
    ``fields`` the fields of the file. ``elements`` are the notes as the file has them. ``taken`` counts the elements of text
    that were read.
    """

    body: list[Paragraph] = field(default_factory=list)
    notes: dict[str, list[Paragraph]] = field(default_factory=dict)
    odd: list[Odd] = field(default_factory=list)
    furniture: list[str] = field(default_factory=list)
    refused: list[str] = field(default_factory=list)
    calls: dict[str, str] = field(default_factory=dict)
    looks: int = 0
    fields: int = 0
    elements: dict[str, Element] = field(default_factory=dict)
    taken: int = 0


def words_of(paragraphs: Iterable[Paragraph]) -> Iterator[str]:
    """Give the words now, one string for each paragraph as it stands: a deleted mark joins it with the next beside it."""
    parts: list[str] = []
    place: object = None
    for paragraph in paragraphs:
        if parts and place != (paragraph.cell, paragraph.note):
            yield "".join(parts)
            parts = []
        place = paragraph.cell, paragraph.note
        parts.append(paragraph.after())
        if paragraph.mark not in {Tracked.DELETED, Tracked.NEVER}:
            yield "".join(parts)
            parts = []
    if parts:
        yield "".join(parts)
