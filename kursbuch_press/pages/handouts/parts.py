"""What a handout takes from a chapter of the manuscript."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from dataclasses import dataclass

from kursbuch_press.compose.inlines import Content, Footnote, plain
from kursbuch_press.compose.manuscript import Manuscript, ManuscriptChapter
from kursbuch_press.compose.nodes import (
    Definition,
    Definitions,
    Heading,
    ItemList,
    MeasureCard,
    Node,
    Opening,
    Paragraph,
    Table,
)
from kursbuch_press.pages.handouts import wording

URGENT = 3
"""The rank of measures with high priority."""


@dataclass(frozen=True, slots=True)
class Approach:
    """An approach: its address, its title, and its first paragraph."""

    address: str
    title: Content
    text: Content


@dataclass(frozen=True, slots=True)
class Step:
    """A row of the plan of measures: the words of the facts by the names of their fields."""

    address: str
    number: str
    title: Content
    labels: dict[str, str]
    facts: dict[str, Content]
    urgent: bool


@dataclass(frozen=True, slots=True)
class FieldParts:
    """An action field, or the continuation, as far as a handout tells of it."""

    chapter: ManuscriptChapter
    opening: Opening
    goals: ItemList
    approaches: tuple[Approach, ...]
    steps: tuple[Step, ...]
    actors: Table

    @property
    def name(self) -> str:
        """The title with the number of the field."""
        return field_name(self.chapter)

    @property
    def inside(self) -> frozenset[str]:
        """The addresses to which the handout itself can link."""
        of = self.chapter.id
        sections = {f"{of}/{name}" for name in ("goals", "approaches", "measures", "actors")}
        goals = {goal.address.removesuffix("/text") for goal in self.goals.items}
        rows = {row.address for row in self.actors.rows}
        approaches = {approach.address for approach in self.approaches}
        steps = {step.address for step in self.steps}
        return frozenset({of, *sections, *goals, *rows, *approaches, *steps})

    @property
    def notes(self) -> dict[str, Content]:
        """The texts of all footnotes of the chapter: the handout may hold only a later call of one."""
        return {note.address: note.content for note in _footnotes(self.chapter.nodes) if not note.again}


def field_chapters(manuscript: Manuscript) -> Iterator[ManuscriptChapter]:
    """Give the chapters that have a handout of their own."""
    for chapter in manuscript.chapters:
        if chapter.kind in {"action_field", "continuation"}:
            yield chapter


def field_name(chapter: ManuscriptChapter) -> str:
    """Give the title of a field with its number, that of the continuation without."""
    title = plain(chapter.title)
    return wording.FIELD.format(number=chapter.number, title=title) if chapter.number else title


def parts_of(chapter: ManuscriptChapter) -> FieldParts:
    """Take from an action field what its handout tells; its skeleton makes sure that it is there."""
    return FieldParts(
        chapter,
        next(node for node in chapter.nodes if isinstance(node, Opening)),
        next(node for node in chapter.nodes if isinstance(node, ItemList) and node.role == "goals"),
        tuple(_approaches(chapter)),
        tuple(_step(node) for node in chapter.nodes if isinstance(node, MeasureCard)),
        next(node for node in chapter.nodes if isinstance(node, Table) and node.role == "actors"),
    )


def literature_of(manuscript: Manuscript) -> dict[str, Definition]:
    """Give the literature by its addresses."""
    lists = (node for chapter in manuscript.chapters for node in chapter.nodes if isinstance(node, Definitions))
    return {entry.address: entry for each in lists if each.kind == "literature" for entry in each.entries}


def _approaches(chapter: ManuscriptChapter) -> Iterator[Approach]:
    """Give the approaches: their headings are titles; a heading inside an approach is a text of its own."""
    section = _section(chapter, f"{chapter.id}/approaches")
    for at, node in enumerate(section):
        if isinstance(node, Heading) and node.address.endswith("/title"):
            address = node.address.removesuffix("/title")
            yield Approach(address, node.content, _first_paragraph(section[at + 1 :]))


def _section(chapter: ManuscriptChapter, address: str) -> tuple[Node, ...]:
    found: list[Node] = []
    inside = False
    for node in chapter.nodes:
        if isinstance(node, Heading) and node.level == 2:  # noqa: PLR2004 - the level of sections
            inside = node.address == address
        elif inside:
            found.append(node)
    return tuple(found)


def _first_paragraph(nodes: tuple[Node, ...]) -> Content:
    for node in nodes:
        if isinstance(node, Heading) and node.address.endswith("/title"):
            return ()
        if isinstance(node, Paragraph):
            return node.content
    return ()


def _step(card: MeasureCard) -> Step:
    names = {fact.address.rpartition("/")[2]: fact for fact in card.facts}
    return Step(
        card.address,
        card.number,
        card.title,
        {name: fact.label for name, fact in names.items()},
        {name: fact.content for name, fact in names.items()},
        card.rank == URGENT,
    )


def _footnotes(thing: object) -> Iterator[Footnote]:
    """Find the footnotes in nodes of any kind: all of them are data classes of data classes and tuples."""
    if isinstance(thing, Footnote):
        yield thing
    if isinstance(thing, tuple):
        for part in thing:
            yield from _footnotes(part)
    elif dataclasses.is_dataclass(thing):
        for each in dataclasses.fields(thing):
            yield from _footnotes(getattr(thing, each.name))
