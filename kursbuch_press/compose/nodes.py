"""The blocks of a manuscript: what stands in the book, in reading order, for every output alike.

``address`` is the address of the node: chapter id / block id / field. A table that is not ``editable`` is written by the press
from what stands elsewhere.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from kursbuch_press.compose.drawing_data import DrawingData
from kursbuch_press.compose.inlines import Content
from kursbuch_press.compose.matter import Definitions, Directory, Entry, ImprintPage, Index, TitlePage


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; level 1 is the title of a chapter. ``number`` is "2" for a field, "2.3" for a measure, else empty.

    ``swatch`` is set where a heading speaks of a field in a chapter that is not of this field.
    """

    address: str
    level: int
    content: Content
    number: str = ""
    listed: bool = True
    swatch: str = ""


class Role(StrEnum):
    """What a paragraph is for; layouts give each role its look."""

    BODY = "body"
    LEAD = "lead"
    QUESTION = "question"
    ANSWER = "answer"


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph; ``aloud`` is what is read to those who do not see the page, where that is something else."""

    address: str
    content: Content
    role: Role = Role.BODY
    aloud: str = ""


@dataclass(frozen=True, slots=True)
class Item:
    """An entry of a list, with the list below it if there is one."""

    address: str
    content: Content
    below: ItemList | None = None


@dataclass(frozen=True, slots=True)
class ItemList:
    """A list; numbered lists count 1, 2, 3 anew in each list. ``goals`` says that it is the goals of a field."""

    address: str
    ordered: bool
    items: tuple[Item, ...]
    goals: bool = False


@dataclass(frozen=True, slots=True)
class Column:
    """A column with its header cell; ``align`` is left, right or center, ``width`` a share of the whole.

    ``leads`` says that its cells are page numbers, which in files without pages are links to the places themselves.
    """

    address: str
    title: Content
    align: str = "left"
    width: int = 1
    leads: bool = False


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table."""

    address: str
    content: Content


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table; one that heads those below it has a single cell, as wide as the table, and may have a colour."""

    address: str
    cells: tuple[Cell, ...]
    heads: bool = False
    swatch: str = ""


class TableRole(StrEnum):
    """What a table is for: written by an author, the actors of a field, the plan of all measures, the data of a drawing."""

    TEXT = ""
    ACTORS = "actors"
    PLAN = "plan"
    DATA = "data"


@dataclass(frozen=True, slots=True)
class Table:
    """A table: ``label`` is "Tabelle 3" or empty; without one, ``summary`` says what it is. ``named_by`` names the rows."""

    address: str
    label: str
    caption: Content
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    source: Content = ()
    row_headers: bool = False
    named_by: int = 0
    summary: str = ""
    role: TableRole = TableRole.TEXT
    editable: bool = True


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure: either ``picture`` (a file name in sources/pictures/) or ``drawing``. Decoration has no alternative text.

    ``label`` is "Abbildung 2", or empty. ``data`` is the same content as a table, for those who cannot see the drawing.
    ``credit`` names the maker of a picture, ``source`` where drawn data are from. ``width`` is in percent of the type area.
    """

    address: str
    label: str
    caption: Content
    alt: str
    picture: str = ""
    drawing: DrawingData | None = None
    credit: str = ""
    decorative: bool = False
    width: int = 100
    data: Table | None = None
    source: Content = ()


@dataclass(frozen=True, slots=True)
class Quotation:
    """Somebody's words and where they are from."""

    address: str
    content: Content
    source: Content


@dataclass(frozen=True, slots=True)
class KeyFigure:
    """A number that stands out, what it means, and its source."""

    address: str
    value: str
    content: Content
    source: Content


class BoxKind(StrEnum):
    """The boxes, each with a form of its own."""

    GOOD_PRACTICE = "good_practice"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Box:
    """A box; ``label`` is the kind in words ("Gute Praxis"), so that colour never carries the meaning alone.

    ``look`` is the name of a look of its own: the kind of the block that an editor wrote, if it is not that of the box.
    """

    address: str
    kind: BoxKind
    label: str
    title: Content
    nodes: tuple[Paragraph | ItemList, ...]
    look: str = ""


@dataclass(frozen=True, slots=True)
class Fact:
    """One labelled line of a measure ("Wer", "Wann"); ``address`` ends with the field of the measure."""

    address: str
    label: str
    content: Content


@dataclass(frozen=True, slots=True)
class MeasureCard:
    """A measure: number ("2.3"), title, what is done, and its facts under the names of their fields.

    ``until`` says from when and until when, ``rank`` is the priority as a mark, 3 for the highest. ``settled`` is false as
    long as the measure is only proposed. A fact without content is there too: a co-author is to fill it in, a page leaves it
    out.
    """

    address: str
    number: str
    title: Content
    what: Content
    responsible: Fact
    partners: Fact
    until: Fact
    means: Fact
    check: Fact
    priority: Fact
    status: Fact
    rank: int
    settled: bool
    swatch: str

    @property
    def facts(self) -> tuple[Fact, ...]:
        """All facts in the order in which they are read."""
        return (self.responsible, self.partners, self.until, self.means, self.check, self.priority, self.status)


@dataclass(frozen=True, slots=True)
class Glance:
    """What stands „Auf einen Blick“ on an opening: goals in short, number of measures, who is addressed, a small contents."""

    goals: tuple[Content, ...]
    measures: int
    addressed: tuple[str, ...]
    contents: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Opening:
    """The spread that opens an action field; the number is empty for the continuation."""

    address: str
    number: str
    title: Content
    claim: Content
    lead: Content
    swatch: str
    glance: Glance


@dataclass(frozen=True, slots=True)
class Pending:
    """The place of a generated part while chapters are composed; a finished manuscript holds none."""

    address: str
    part: str


Node = (
    Heading
    | Paragraph
    | ItemList
    | Table
    | Figure
    | Quotation
    | KeyFigure
    | Box
    | MeasureCard
    | Opening
    | Directory
    | Definitions
    | Index
    | TitlePage
    | ImprintPage
)
