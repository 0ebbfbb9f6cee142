"""Facts that the layout alone knows: lines, paragraphs, headings, notes, hyphenated words.

A PDF holds signs at places; which of them are a paragraph, a heading or a note is lost in it. Pages fill
these types, checks read them. All lengths are in mm from the upper left corner of the trimmed page, font
sizes in points.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum


class LineRole(StrEnum):
    """What a line belongs to; heads, folios and marginalia (a thumb index) stand outside the type area."""

    TEXT = "text"
    HEADING = "heading"
    NOTE = "note"
    HEAD = "head"
    FOLIO = "folio"
    MARGIN = "margin"


@dataclass(frozen=True, slots=True)
class Rectangle:
    """A rectangle on a page."""

    left: float
    top: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """The right edge."""
        return self.left + self.width

    @property
    def bottom(self) -> float:
        """The lower edge."""
        return self.top + self.height


@dataclass(frozen=True, slots=True)
class LaidLine:
    """A line of text.

    ``paragraph`` is the number of its paragraph in the book; all lines of one paragraph, cell or list entry
    share it, also on several pages. ``measure`` is the room from its left end to the right edge of its
    column. ``broken`` says that a hyphen was added at its end. ``holds`` is how many of the lines before it
    stand within it, as those of an inline block do.
    """

    text: str
    place: Rectangle
    size: float
    role: LineRole
    chapter: str
    address: str
    paragraph: int
    measure: float
    broken: bool = False
    holds: int = 0


@dataclass(frozen=True, slots=True)
class HighRow:
    """A row of a table that does not fit on a page together with the head: its address and words, and those of the head."""

    address: str
    words: str
    head: str


@dataclass(frozen=True, slots=True)
class LaidPage:
    """A page: its lines in reading order, the notes that are called on it and those that stand on it.

    ``blank_on_purpose`` is a page that the layout left empty; ``free`` one without a type area, such as a
    part opening. ``high_rows`` are rows of tables for which the head is missing on this page.
    """

    number: int
    folio: str
    chapter: str
    type_area: Rectangle
    lines: tuple[LaidLine, ...]
    calls: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    blank_on_purpose: bool = False
    free: bool = False
    high_rows: tuple[HighRow, ...] = ()


@dataclass(frozen=True, slots=True)
class LaidOut:
    """All pages in order."""

    pages: tuple[LaidPage, ...]

    def paragraphs(self) -> Iterator[tuple[tuple[LaidPage, LaidLine], ...]]:
        """Give the lines of each paragraph, each with its page, in the order in which paragraphs begin."""
        found: dict[int, list[tuple[LaidPage, LaidLine]]] = {}
        for page in self.pages:
            for line in page.lines:
                found.setdefault(line.paragraph, []).append((page, line))
        return (tuple(lines) for lines in found.values())


@dataclass(frozen=True, slots=True)
class Hyphenation:
    """A word broken at the end of a line: the page, and the word as ``before`` and ``after`` the break."""

    page: LaidPage
    line: LaidLine
    before: str
    after: str

    @property
    def word(self) -> str:
        """The word without its break."""
        return self.before + self.after
