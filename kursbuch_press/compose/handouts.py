"""The handouts, composed of the same nodes as the book: what the sheet of a field tells, and the overview of each."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TypeVar

from kursbuch_press.book.vocabulary import Vocabulary
from kursbuch_press.compose.inlines import Content, Footnote, plain
from kursbuch_press.compose.manuscript import Manuscript, ManuscriptChapter, Purpose, Section
from kursbuch_press.compose.nodes import Definition, Definitions, ItemList, MeasureCard, Node, Opening, Paragraph, Table

URGENT = 3
"""The rank of measures with high priority."""

N = TypeVar("N", bound=Node)


@dataclass(frozen=True, slots=True)
class ShortApproach:
    """An approach on a handout: its address, its title, and its first paragraph."""

    address: str
    title: Content
    text: Content


@dataclass(frozen=True, slots=True)
class FieldSheet:
    """An action field, or the continuation, as far as a handout tells of it; ``name`` is its title with its number.

    ``inside`` are the addresses to which the handout itself can link. ``notes`` are the texts of all footnotes of the
    chapter: the handout may hold only a later call of one.
    """

    chapter: ManuscriptChapter
    name: str
    opening: Opening
    goals: ItemList
    approaches: tuple[ShortApproach, ...]
    measures: tuple[MeasureCard, ...]
    actors: Table
    inside: frozenset[str]
    notes: Mapping[str, Content]

    @property
    def urgent(self) -> tuple[MeasureCard, ...]:
        """The measures of high priority."""
        return tuple(measure for measure in self.measures if measure.rank == URGENT)


def field_sheet(chapter: ManuscriptChapter, vocabulary: Vocabulary) -> FieldSheet:
    """Take from an action field what its handout tells; its skeleton makes sure that it is there."""
    sections = {section.purpose: section for section in chapter.sections}
    (opening,) = _of(Opening, sections[Purpose.OPENING])
    goals = next(each for each in _of(ItemList, sections[Purpose.GOALS]) if each.goals)
    (actors,) = _of(Table, sections[Purpose.ACTORS])
    approaches = tuple(_shortened(part) for part in sections[Purpose.APPROACHES].parts)
    measures = _of(MeasureCard, sections[Purpose.MEASURES])
    shown = (Purpose.GOALS, Purpose.APPROACHES, Purpose.MEASURES, Purpose.ACTORS)
    headings = (heading.address for purpose in shown if (heading := sections[purpose].heading) is not None)
    things = (
        *(goal.address.removesuffix("/text") for goal in goals.items),
        *(row.address for row in actors.rows),
        *(approach.address for approach in approaches),
        *(measure.address for measure in measures),
    )
    return FieldSheet(
        chapter,
        sheet_name(chapter, vocabulary),
        opening,
        goals,
        approaches,
        measures,
        actors,
        inside=frozenset({chapter.id, *headings, *things}),
        notes={note.address: note.content for note in _footnotes(chapter.nodes) if not note.again},
    )


def sheet_name(chapter: ManuscriptChapter, vocabulary: Vocabulary) -> str:
    """Give the title of a field with its number, that of the continuation without."""
    title = plain(chapter.title)
    return vocabulary.handout.name.format(number=chapter.number, title=title) if chapter.number else title


def literature_of(manuscript: Manuscript) -> dict[str, Definition]:
    """Give the literature by its addresses."""
    lists = (node for chapter in manuscript.chapters for node in chapter.nodes if isinstance(node, Definitions))
    return {entry.address: entry for each in lists if each.kind == "literature" for entry in each.entries}


def _of(kind: type[N], section: Section) -> tuple[N, ...]:
    return tuple(node for node in section.nodes if isinstance(node, kind))


def _shortened(approach: Section) -> ShortApproach:
    """Keep of an approach its title and the first paragraph under it."""
    heading = approach.heading
    assert heading is not None, "an approach has a title"
    text = next((node.content for node in approach.nodes if isinstance(node, Paragraph)), ())
    return ShortApproach(heading.address.removesuffix("/title"), heading.content, text)


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
