"""The words that the product itself says to its readers, in one language: layouts/words/LANGUAGE.yaml.

Every key is required, so a language that lacks a word is a mistake with a place. Words of the tool (problems, progress) are in
the ``wording`` of each room instead.
"""

from __future__ import annotations

import re
from datetime import date
from enum import StrEnum
from typing import Annotated

from pydantic import AfterValidator, Field, StringConstraints
from pydantic_core import PydanticCustomError

from kursbuch_press.book import wording
from kursbuch_press.book.blocks import composite_kinds
from kursbuch_press.book.measures import Priority, Status
from kursbuch_press.book.months import SpokenMonths
from kursbuch_press.book.record import Language, Record
from kursbuch_press.problems import listed

FOLDER = "layouts/words"


def with_gaps(*gaps: str) -> AfterValidator:
    """Check that a sentence has exactly the gaps that the press fills in."""

    def check(value: str) -> str:
        found = re.findall(r"\{([^{}]*)\}", value)
        if set(found) != set(gaps) or re.search(r"[{}]", re.sub(r"\{[^{}]*\}", "", value)):
            wanted = listed(f"{{{gap}}}" for gap in gaps)
            raise PydanticCustomError("gaps", wording.GAPS, {"wanted": wanted})
        return value

    return AfterValidator(check)


Said = Annotated[str, StringConstraints(min_length=1), with_gaps()]
"""Words as they are printed; blanks at their ends count."""


class Direction(StrEnum):
    """How a language is written."""

    LEFT_TO_RIGHT = "ltr"
    RIGHT_TO_LEFT = "rtl"


class Dates(Record):
    """How days and months are written."""

    day: Annotated[str, with_gaps("day", "month", "year")]
    month: Annotated[str, with_gaps("month", "year")]
    span: Annotated[str, with_gaps("start", "until")]
    spoken_month: Annotated[str, with_gaps("month", "year")]
    spoken_span: Annotated[str, with_gaps("start", "until")]


class Labels(Record):
    """What things of the book are called."""

    field: Said
    measure: Said
    measures: Said
    table: Said
    figure: Said
    chapter: Said
    continuation: Said
    good_practice: Said
    note: Said
    sample: Said
    placeholder: Said
    blank_page: Said


class Sections(Record):
    """The headings of the sections of an action field."""

    situation: Said
    goals: Said
    approaches: Said
    measures: Said
    actors: Said
    good_practice: Said
    questions: Said


class Facts(Record):
    """The labels of what a measure says of itself."""

    what: Said
    responsible: Said
    partners: Said
    until: Said
    means: Said
    check: Said
    priority: Said
    status: Said


class PriorityWords(Record):
    """How urgent a measure is."""

    high: Said
    medium: Said
    low: Said


class StatusWords(Record):
    """How far a measure is."""

    proposed: Said
    agreed: Said
    begun: Said
    done: Said


class Columns(Record):
    """The heads of generated tables."""

    number: Said
    title: Said
    who: Said
    contribution: Said
    until: Said
    priority: Said
    page: Said
    responsible: Said
    partners: Said


class DrawingWords(Record):
    """What drawn figures say themselves, and what is said of them to those who do not see them."""

    before: Said
    after: Said
    one_sign: Said
    between: Said
    said_mark: Annotated[str, with_gaps("label", "words")]
    said_axis: Annotated[str, with_gaps("start", "until")]
    said_bars: Annotated[str, with_gaps("title", "words")]
    said_matrix: Annotated[str, with_gaps("fields", "responsible", "partners")]
    said_after: Annotated[str, with_gaps("label", "above")]
    said_branch: Annotated[str, with_gaps("label", "above", "condition")]
    said_bonds: Annotated[str, with_gaps("legend", "least", "most")]
    said_strong: Annotated[str, with_gaps("strong")]
    from_count: Annotated[str, with_gaps("count")]
    shared: Said
    together: Said
    counted: Annotated[str, with_gaps("name", "count")]
    in_plan: Said
    in_table: Said
    same: Said
    part: Said
    value: Said
    text: Said


class Matrix(Record):
    """The table beside the matrix."""

    caption: Said
    none: Said
    continuation: Annotated[str, with_gaps("caption", "letter", "title")]


class PageReference(Record):
    """A reference to a page: a line may end in ``before``, and not in ``kept``."""

    before: str
    kept: Annotated[str, with_gaps("folio")]


class Pages(Record):
    """How pages are named, and places where there are no pages."""

    after_label: PageReference
    after_words: PageReference
    alone: PageReference
    list: Annotated[str, with_gaps("pages")]
    note: Annotated[str, with_gaps("number")]
    places: Annotated[str, with_gaps("places")]
    place: Said
    place_head: Said


class SpokenWords(Record):
    """What is read aloud and not printed: before and after stretches, and as names of tables that have no caption."""

    source: Said
    end: Said
    after_label: Said
    page: Said
    pages: Said
    none: Said
    explained: Said
    field: Annotated[str, with_gaps("number", "title")]
    glance: Said
    card: Annotated[str, with_gaps("number")]
    actors: Said
    plan: Said


class OpeningWords(Record):
    """The opening of an action field."""

    glance: Said
    goals: Said
    measures: Said
    addressed: Said
    contents: Said


class ImprintWords(Record):
    """The imprint."""

    publisher: Said
    editors: Said
    printer: Said
    isbn: Said
    distribution: Said
    rights: Said
    typography: Said
    credits: Said
    muster: Said
    missing: Said
    not_released: Said
    open_points: Annotated[str, with_gaps("what")]
    drawn: Said
    one_face: Annotated[str, with_gaps("face")]
    two_faces: Annotated[str, with_gaps("text", "display")]

    def set_in(self, faces: tuple[str, ...]) -> str:
        """Say which typefaces a book is set in: that of the text, and another one of its headings."""
        text, display = faces[0], faces[-1]
        return self.one_face.format(face=text) if text == display else self.two_faces.format(text=text, display=display)


class HandoutWords(Record):
    """The handouts."""

    name: Annotated[str, with_gaps("number", "title")]
    about: Said
    addressed: Said
    plan: Said
    who: Said
    notes: Said
    sources: Said
    abbreviations: Said
    plain_field: Annotated[str, with_gaps("number")]
    plain_contents: Said
    code: Annotated[str, with_gaps("address")]
    sample_address: Said
    plain_who: Said
    plain_issued: Annotated[tuple[str, ...], Field(min_length=1)]
    plain_barriers: Annotated[tuple[str, ...], Field(min_length=1)]
    plain_sample_address: Annotated[tuple[Said, ...], Field(min_length=1)]


class FolderWords(Record):
    """The folder of the day with its index page, and the printout."""

    title: Annotated[str, with_gaps("title")]
    sample: Said
    files: Said
    page: Annotated[str, with_gaps("kilobytes")]
    pages: Annotated[str, with_gaps("pages", "kilobytes")]
    readable: Annotated[str, with_gaps("issuer")]
    declaration: Said
    scope: Annotated[str, with_gaps("day")]
    standard: Annotated[str, with_gaps("standard")]
    judged: Said
    unknown: Said
    barriers: Annotated[str, with_gaps("contact")]
    paper_only: Annotated[str, with_gaps("title")]
    printout: Annotated[str, with_gaps("title")]


class CoverWords(Record):
    """The cover."""

    name: Said
    title: Annotated[str, with_gaps("title")]
    lines: Annotated[str, with_gaps("fields")]
    barcode: Annotated[str, with_gaps("isbn")]
    sample: Said


class DraftWords(Record):
    """What the Word files say of the book in words of their own."""

    glance_goals: Said
    glance_addressed: Said
    glance_contents: Said
    one_measure: Said
    measures: Annotated[str, with_gaps("count")]
    card: Annotated[str, with_gaps("number")]
    card_label: Said
    card_content: Said
    abbreviation: Said
    meaning: Said


def _of_composites(boxes: dict[str, str]) -> dict[str, str]:
    for name in boxes:
        if name not in (known := composite_kinds()):
            raise PydanticCustomError("composite", wording.NO_COMPOSITE, {"name": name, "known": known, "at": ((name,),)})
    return boxes


class Vocabulary(Record):
    """All words that the product says to its readers in one language."""

    language: Language
    name: Said
    direction: Direction
    months: Annotated[tuple[Said, ...], Field(min_length=12, max_length=12)]
    dates: Dates
    quoted: Annotated[str, with_gaps("words")]
    continued: Annotated[str, with_gaps("label")]
    overleaf: Said
    see_also: Said
    labels: Labels
    sections: Sections
    facts: Facts
    priority: PriorityWords
    status: StatusWords
    columns: Columns
    drawings: DrawingWords
    matrix: Matrix
    pages: Pages
    spoken: SpokenWords
    opening: OpeningWords
    imprint: ImprintWords
    handout: HandoutWords
    folder: FolderWords
    cover: CoverWords
    draft: DraftWords
    boxes: Annotated[
        dict[str, Said],
        AfterValidator(_of_composites),
        Field(default_factory=dict, description="Was über Kästen eigener Art steht, unter dem Namen ihres Bausteins."),
    ]

    def day(self, when: date) -> str:
        """Write a day in words: 27. Juni 2014, which no line end parts from its month."""
        return self.dates.day.format(day=when.day, month=self.months[when.month - 1], year=when.year)

    def month(self, value: str) -> str:
        """Write a month such as ``2014-09`` as ``09/2014``, which is short enough for narrow columns."""
        year, number = value.split("-")
        return self.dates.month.format(month=number, year=year)

    def span(self, start: str, until: str) -> str:
        """Write a span of months, each with its year, so that spans under each other can be compared."""
        if start == until:
            return self.month(start)
        return self.dates.span.format(start=self.month(start), until=self.month(until))

    @property
    def aloud(self) -> SpokenMonths:
        """Give how months are said in words."""
        return SpokenMonths(self.months, self.dates.spoken_month, self.dates.spoken_span)

    def quotation(self, words: str) -> str:
        """Name something by its title; the marks become those of the edition later."""
        return self.quoted.format(words=words)

    def priority_word(self, priority: Priority) -> str:
        """Say how urgent a measure is."""
        return str(getattr(self.priority, priority.value))

    def status_word(self, status: Status) -> str:
        """Say how far a measure is."""
        return str(getattr(self.status, status.value))

    def section(self, purpose: str) -> str:
        """Give the heading of a section of an action field, by the name that the sources have for it."""
        return str(getattr(self.sections, purpose))

    def fact(self, field: str) -> str:
        """Give the label of a fact of a measure."""
        return str(getattr(self.facts, field))

    def statement(self, name: str) -> str:
        """Give the label of a statement of the imprint."""
        return str(getattr(self.imprint, name))

    def matrix_caption(self, title: str) -> str:
        """Say what the table beside the matrix holds, and what the letter of a chapter without a number means."""
        if not title:
            return self.matrix.caption
        return self.matrix.continuation.format(
            caption=self.matrix.caption, letter=self.labels.continuation, title=self.quotation(title)
        )
