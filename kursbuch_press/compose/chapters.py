"""Composing one chapter: its blocks become nodes, and an action field gets its skeleton."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import assert_never

from kursbuch_press.book import blocks as written
from kursbuch_press.book.addresses import address
from kursbuch_press.book.chapters import ActionField, Approach, Chapter, Continuation
from kursbuch_press.book.measures import Measure, Priority, Status
from kursbuch_press.book.texts import Text
from kursbuch_press.compose import matter, nodes
from kursbuch_press.compose.drawings import draw_data
from kursbuch_press.compose.inlines import Aloud, Content, Words, plain
from kursbuch_press.compose.labels import AnyChapter, chapter_number, homes_of
from kursbuch_press.compose.manuscript import LISTED, ManuscriptChapter, Purpose, Section, SectionOf, Station, Unfinished
from kursbuch_press.compose.nodes import Node
from kursbuch_press.compose.resolving import Resolver

_NOTHING = frozenset({"-", "–", "—", "−"})
RANKS = {Priority.HIGH: 3, Priority.MEDIUM: 2, Priority.LOW: 1}


def compose_chapter(chapter: AnyChapter, resolver: Resolver) -> tuple[ManuscriptChapter, tuple[Unfinished, ...]]:
    """Compose a chapter; gives it without sections, and its sections with the generated parts still pending."""
    resolver.enter(chapter)
    maker = _Maker(chapter, resolver)
    title = resolver.text(chapter.title)
    running = chapter.short_title or chapter.title.plain
    if isinstance(chapter, Chapter):
        unfinished = (SectionOf(Purpose.TEXT, None, tuple(maker.free(chapter))),)
        composed = ManuscriptChapter(
            chapter.id,
            chapter.kind,
            chapter.matter.value,
            title,
            running,
            (),
            starts=chapter.starts.value,
            listed=chapter.listed,
            route=_route(resolver),
            homes=homes_of(chapter),
        )
        return composed, unfinished
    skeleton = tuple(maker.field(chapter))
    composed = ManuscriptChapter(
        chapter.id,
        chapter.kind,
        "main",
        title,
        running,
        (),
        number=str(chapter.number) if isinstance(chapter, ActionField) else "",
        swatch=chapter.swatch,
        illustration=chapter.illustration or "",
        starts="left",
        drafts_only=maker.questions(chapter),
        route=_route(resolver),
        homes=homes_of(chapter),
    )
    return composed, skeleton


def _route(resolver: Resolver) -> tuple[Station, ...]:
    return tuple(
        Station(field.id, str(field.number) if isinstance(field, ActionField) else "", field.swatch)
        for field in resolver.book.field_chapters
    )


class _Maker:
    """Makes the nodes of one chapter; holds the chapter and the resolver so that each method takes one thing."""

    def __init__(self, chapter: AnyChapter, resolver: Resolver) -> None:
        self.chapter = chapter
        self.resolver = resolver
        self.said = resolver.vocabulary

    def at(self, *parts: str) -> str:
        return address(self.chapter.id, *parts)

    def free(self, chapter: Chapter) -> Iterator[Node | nodes.Pending]:
        if chapter.heading:
            title = self.resolver.text(chapter.title)
            yield nodes.Heading(self.at("title"), 1, title, listed=chapter.listed)
        yield from self.blocks(chapter.blocks)

    def field(self, chapter: ActionField | Continuation) -> Iterator[Unfinished]:
        """Give the sections of the skeleton in their order."""
        yield SectionOf(Purpose.OPENING, None, (self._opening(chapter),))
        yield self._section(Purpose.SITUATION, self.blocks(chapter.situation))
        yield self._section(Purpose.GOALS, (self._goals(chapter),))
        yield self._section(Purpose.APPROACHES, (), tuple(self._approach(approach) for approach in chapter.approaches))
        yield self._section(Purpose.MEASURES, self._measures(chapter))
        yield self._section(Purpose.ACTORS, (self._actors(chapter),))
        if chapter.good_practice:
            yield self._section(Purpose.GOOD_PRACTICE, self.blocks(chapter.good_practice))

    def questions(self, chapter: ActionField | Continuation) -> Section | None:
        """Give the questions to the co-authors, if there are any."""
        if not chapter.questions:
            return None
        return SectionOf(Purpose.QUESTIONS, self._heading(Purpose.QUESTIONS), self._asked(chapter))

    def _asked(self, chapter: ActionField | Continuation) -> tuple[Node, ...]:
        return tuple(
            nodes.Paragraph(self.at(question.id, field), self.resolver.text(text), role)
            for question in chapter.questions
            for field, text, role in (
                ("text", question.text, nodes.Role.QUESTION),
                ("answer", question.answer, nodes.Role.ANSWER),
            )
        )

    def _section(
        self, purpose: Purpose, below: Iterable[Node | nodes.Pending], parts: tuple[Unfinished, ...] = ()
    ) -> Unfinished:
        heading = self._heading(purpose)
        return SectionOf(purpose, heading, tuple(below), parts)

    def _heading(self, purpose: Purpose) -> nodes.Heading:
        return nodes.Heading(self.at(purpose), 2, (Words(self.said.section(purpose)),))

    def _approach(self, approach: Approach) -> Unfinished:
        heading = nodes.Heading(self.at(approach.id, "title"), 3, self.resolver.text(approach.title), listed=False)
        return SectionOf(Purpose.APPROACHES, heading, tuple(self.blocks(approach.blocks)))

    def _opening(self, chapter: ActionField | Continuation) -> nodes.Opening:
        return nodes.Opening(
            address=self.at(),
            number=str(chapter.number) if isinstance(chapter, ActionField) else "",
            title=self.resolver.text(chapter.title),
            claim=self.resolver.text(chapter.claim),
            lead=self.resolver.text(chapter.lead),
            swatch=chapter.swatch,
            glance=self._glance(chapter),
        )

    def _glance(self, chapter: ActionField | Continuation) -> nodes.Glance:
        sections = [Purpose.SITUATION, Purpose.GOALS, Purpose.APPROACHES, Purpose.MEASURES, Purpose.ACTORS]
        if chapter.good_practice:
            sections.append(Purpose.GOOD_PRACTICE)
        return nodes.Glance(
            goals=tuple(self.resolver.words(goal.short or goal.text.plain) for goal in chapter.goals),
            measures=len(chapter.measures),
            addressed=chapter.addressed,
            contents=tuple(
                matter.Entry(2, "", (Words(self.said.section(name)),), self.at(name), chapter.swatch) for name in sections
            ),
        )

    def _goals(self, chapter: ActionField | Continuation) -> nodes.ItemList:
        items = tuple(nodes.Item(self.at(goal.id, "text"), self.resolver.text(goal.text)) for goal in chapter.goals)
        return nodes.ItemList(self.at("goals"), ordered=True, items=items, goals=True)

    def _measures(self, chapter: ActionField | Continuation) -> Iterator[Node | nodes.Pending]:
        yield from self.blocks(chapter.steps)
        for at, measure in enumerate(chapter.measures, start=1):
            yield self._card(measure, f"{chapter_number(chapter, self.said)}.{at}")

    def _card(self, measure: Measure, number: str) -> nodes.MeasureCard:
        words, text = self.resolver.words, self.resolver.text

        def fact(field: str, content: Content) -> nodes.Fact:
            return nodes.Fact(self.at(measure.id, field), self.said.fact(field), content)

        return nodes.MeasureCard(
            address=self.at(measure.id),
            number=number,
            title=text(measure.title),
            what=text(measure.what),
            responsible=fact("responsible", words(", ".join(measure.responsible))),
            partners=fact("partners", words(", ".join(measure.partners))),
            until=fact("until", self.resolver.span(measure.start, measure.until)),
            means=fact("means", text(measure.means)),
            check=fact("check", text(measure.check)),
            priority=fact("priority", words(self.said.priority_word(measure.priority))),
            status=fact("status", words(self.said.status_word(measure.status))),
            rank=RANKS[measure.priority],
            settled=measure.status is not Status.PROPOSED,
            swatch=getattr(self.chapter, "swatch", ""),
        )

    def _actors(self, chapter: ActionField | Continuation) -> nodes.Table:
        who, role = self.said.columns.who, self.said.columns.contribution
        return nodes.Table(
            address=self.at("actors", "table"),
            label="",
            caption=(),
            columns=(
                nodes.Column(self.at("actors", "name"), (Words(who),), width=2),
                nodes.Column(self.at("actors", "role"), (Words(role),), width=3),
            ),
            rows=tuple(
                nodes.Row(
                    self.at(actor.id),
                    (
                        nodes.Cell(self.at(actor.id, "name"), self.resolver.words(actor.name)),
                        nodes.Cell(self.at(actor.id, "role"), self.resolver.text(actor.role)),
                    ),
                )
                for actor in chapter.actors
            ),
            row_headers=True,
            summary=self.said.spoken.actors,
            role=nodes.TableRole.ACTORS,
        )

    def blocks(self, blocks: tuple[written.Block, ...]) -> Iterator[Node | nodes.Pending]:
        for block, look in written.with_looks(blocks):
            yield from self.block(block, look)

    def block(self, block: written.BasicBlock, look: str = "") -> Iterator[Node | nodes.Pending]:
        """Make the nodes of one block; a generated part stays a placeholder until all chapters are composed."""
        match block:
            case written.Paragraph() | written.ItemList():
                yield self._inner(block)
            case written.Heading():
                yield nodes.Heading(
                    self.at(block.id, "text"), block.level, self._text(block.text), listed=block.level == LISTED
                )
            case written.Table():
                yield self._table(block)
            case written.Figure() | written.Diagram():
                yield from self._figures(block)
            case written.Quotation():
                yield nodes.Quotation(self.at(block.id), self._text(block.text), self._text(block.source))
            case written.KeyFigure():
                value = self.resolver.words(block.value)
                content, source = self._text(block.text), self._text(block.source)
                yield nodes.KeyFigure(self.at(block.id), value[0].text, content, source)  # type: ignore[union-attr]  # a key figure has a text here
            case written.GoodPractice():
                yield self._box(block, nodes.BoxKind.GOOD_PRACTICE, self.said.labels.good_practice)
            case written.NoteBox():
                note = self._box(block, nodes.BoxKind.NOTE, self.said.boxes.get(look, self.said.labels.note))
                yield replace(note, look=look)
            case written.Generated():
                yield nodes.Pending(self.at(block.id), block.part.value)
            case _:
                assert_never(block)

    def _text(self, text: Text | None) -> Content:
        return self.resolver.text(text)

    def _label(self, block_id: str) -> str:
        return self.resolver.labels[self.at(block_id)].name

    def _inner(self, block: written.Paragraph | written.ItemList) -> nodes.Paragraph | nodes.ItemList:
        if isinstance(block, written.Paragraph):
            role = nodes.Role.LEAD if block.lead else nodes.Role.BODY
            return nodes.Paragraph(self.at(block.id, "text"), self._text(block.text), role, block.aloud or "")
        return self._list(block.id, block.ordered, block.items)

    def _list(self, of: str, ordered: bool, items: tuple[written.Item, ...]) -> nodes.ItemList:  # noqa: FBT001 - a field of the node, handed on
        return nodes.ItemList(
            self.at(of),
            ordered=ordered,
            items=tuple(
                nodes.Item(
                    self.at(item.id, "text"),
                    self._text(item.text),
                    self._list(item.id, item.ordered, item.items) if item.items else None,
                )
                for item in items
            ),
        )

    def _table(self, block: written.Table) -> nodes.Table:
        caption = self._text(block.caption)
        columns = tuple(
            nodes.Column(self.at(block.id, column.id), self._text(column.title), column.align.value, column.width)
            for column in block.columns
        )
        rows = tuple(
            nodes.Row(
                self.at(row.id),
                tuple(
                    nodes.Cell(self.at(row.id, column.id), self._cell(cell))
                    for column, cell in zip(block.columns, row.cells, strict=True)
                ),
            )
            for row in block.rows
        )
        return nodes.Table(
            self.at(block.id),
            self._label(block.id),
            caption,
            columns,
            rows,
            source=self._text(block.source),
            row_headers=block.row_headers,
        )

    def _cell(self, text: Text | None) -> Content:
        """Resolve the text of a cell; a dash that stands for nothing is read as the word for it."""
        content = self._text(text)
        bare = all(isinstance(inline, Words) for inline in content) and plain(content).strip()
        return (Aloud(content, self.said.spoken.none),) if bare in _NOTHING else content

    def _figures(self, block: written.Figure | written.Diagram) -> Iterator[nodes.Figure]:
        if isinstance(block, written.Diagram):
            yield from self._drawn(block)
            return
        yield nodes.Figure(
            self.at(block.id),
            self._label(block.id),
            self._text(block.caption),
            self._alt(block.alt or ""),
            picture=block.picture,
            credit=block.credit or "",
            decorative=block.decorative,
            width=block.width,
        )

    def _drawn(self, block: written.Diagram) -> Iterator[nodes.Figure]:
        """Make the figure of a drawing; what does not fit into one page goes on in figures that bear its number."""
        first, *others = draw_data(block, self.chapter, self.resolver)
        at, label = self.at(block.id), self._label(block.id)
        caption, source = self._text(block.caption), self._text(block.source)
        alt = self._alt(f"{block.alt} {first.said}")
        yield nodes.Figure(at, label, caption, alt, drawing=first.drawing, data=first.table, source=source)
        for number, other in enumerate(others, start=2):
            caption = self.resolver.words(self.said.continued.format(label=label))
            alt = f"{label}: {self._alt(f'{block.alt} {other.said}')}"
            yield nodes.Figure(address(at, f"part-{number}"), "", caption, alt, drawing=other.drawing, data=other.table)

    def _alt(self, words: str) -> str:
        return "".join(inline.text for inline in self.resolver.words(words) if isinstance(inline, Words))

    def _box(
        self,
        block: written.GoodPractice | written.NoteBox,
        kind: nodes.BoxKind,
        label: str,
    ) -> nodes.Box:
        title = self._text(block.title)
        inner = tuple(self._inner(each) for each in block.content)
        return nodes.Box(self.at(block.id), kind, label, title, inner)
