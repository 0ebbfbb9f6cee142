"""What a manuscript says when it is read aloud: what the tags of its screen edition must give, in order."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import assert_never

from kursbuch_press.book.vocabulary import Pages
from kursbuch_press.compose import inlines, matter, nodes
from kursbuch_press.compose.inlines import Content
from kursbuch_press.compose.manuscript import Manuscript
from kursbuch_press.compose.nodes import Node
from kursbuch_press.html.references import PageReferences, page_reference
from kursbuch_press.pages.tagging.lines import UNSEEN

_MARKUP = re.compile(r"<[^>]*>")


def reading_text(manuscript: Manuscript, folios: Mapping[str, str]) -> Iterator[str]:
    """Give the texts of a manuscript one by one in reading order: paragraphs, items, cells, notes after them.

    ``folios`` are the printed page numbers under the addresses of what stands on them. Numbers of notes and
    pages are included; the words that only a template knows ("Auf einen Blick"), pictures, the signs of list items, and
    unseen places for a break are not. White space is single spaces.
    """
    reader = Reading(manuscript.edition.short_title, folios, manuscript.words.pages)
    for chapter in manuscript.chapters:
        for node in chapter.nodes:
            for text in reader.node(node):
                if words := " ".join(UNSEEN.sub("", text).split()):
                    yield words


@dataclass(frozen=True, slots=True)
class Reading:
    """Reads nodes; ``short_title`` stands on the half title."""

    short_title: str
    folios: Mapping[str, str]
    said: Pages

    def node(self, node: Node) -> Iterator[str]:  # noqa: C901, PLR0912 - one line for each kind
        """Read one node."""
        match node:
            case nodes.Heading():
                yield from self._texts(node.content, before=node.number)
            case nodes.Paragraph():
                yield from self._texts(node.content)
            case nodes.ItemList():
                yield from self._list(node)
            case nodes.Table():
                yield from self._table(node)
            case nodes.Figure():
                yield from self._figure(node)
            case nodes.Quotation():
                yield from self._texts(node.content)
                yield from self._texts(node.source)
            case nodes.KeyFigure():
                yield node.value
                yield from self._texts(node.content)
                yield from self._texts(node.source)
            case nodes.Box():
                yield node.label
                yield from self._texts(node.title)
                for inner in node.nodes:
                    yield from self.node(inner)
            case nodes.MeasureCard():
                yield from self._card(node)
            case nodes.Opening():
                yield from self._opening(node)
            case matter.Directory():
                for entry in node.entries:
                    yield from self._entry(entry)
            case matter.Definitions():
                for definition in node.entries:
                    yield from self._definition(definition)
            case matter.Index():
                yield from self._index(node)
            case matter.TitlePage():
                yield from (self.short_title,) if node.half else _title_page(node)
            case matter.ImprintPage():
                for statement in node.statements:
                    yield statement.label
                    for line in statement.lines:
                        yield from self._texts(line)
            case _:
                assert_never(node)

    def _texts(self, content: Content, before: str = "") -> Iterator[str]:
        """Read a block: its words, then the footnotes that it calls for the first time."""
        yield f"{before} {self._words(content)}"
        for inline in inlines.walk(content):
            if isinstance(inline, inlines.Footnote) and not inline.again:
                yield f"{inline.number} {self._words(inline.content)}"

    def _words(self, content: Content) -> str:
        return "".join(self._inline(inline) for inline in content)

    def _inline(self, inline: inlines.Inline) -> str:
        match inline:
            case inlines.Words():
                return inline.text
            case inlines.PageNumber():
                return self.folios[inline.target]
            case inlines.Footnote():
                return str(inline.number)
            case inlines.Jump() if inline.page:
                words = self._words(inline.content)
                shape = page_reference(inline, self.said)
                return words + shape.before + shape.kept.format(folio=self.folios[inline.target])
            case _:
                return self._words(inline.content)

    def _list(self, node: nodes.ItemList) -> Iterator[str]:
        for item in node.items:
            words, *notes = self._texts(item.content)
            yield words
            if item.below is not None:
                yield from self._list(item.below)
            yield from notes

    def _table(self, table: nodes.Table) -> Iterator[str]:
        yield from self._texts(table.caption, before=table.label)
        for column in table.columns:
            yield from self._texts(column.title)
        for row in table.rows:
            for cell in row.cells:
                yield from self._texts(cell.content)
        yield from self._texts(table.source)

    def _figure(self, figure: nodes.Figure) -> Iterator[str]:
        words, *notes = self._texts(figure.caption, before=figure.label)
        source, *more = self._texts(figure.source) if figure.source else ("",)
        yield f"{words} {figure.credit} {source}"
        yield from (*notes, *more)
        if figure.data is not None:
            yield from self._table(figure.data)

    def _card(self, card: nodes.MeasureCard) -> Iterator[str]:
        yield from self._texts(card.title, before=card.number)
        yield from self._texts(card.what)
        shown = (card.responsible, card.partners, card.until, card.priority, card.means, card.check)
        for fact in (*shown, card.status) if card.settled else shown:
            if fact.content:
                yield fact.label
                yield from self._texts(fact.content)

    def _opening(self, opening: nodes.Opening) -> Iterator[str]:
        yield opening.number
        yield from self._texts(opening.title)
        yield from self._texts(opening.claim)
        yield from self._texts(opening.lead)
        for goal in opening.glance.goals:
            yield from self._texts(goal)
        yield str(opening.glance.measures)
        yield ", ".join(opening.glance.addressed)
        for entry in opening.glance.contents:
            yield from self._entry(entry)

    def _entry(self, entry: matter.Entry) -> Iterator[str]:
        yield f"{entry.number} {self._words(entry.content)} {self.folios[entry.target]}"

    def _definition(self, definition: matter.Definition) -> Iterator[str]:
        yield f"{definition.term} {self._words(definition.content)}"
        for other in definition.see:
            yield self._words(other)
        yield self._pages(definition.targets)

    def _index(self, index: matter.Index) -> Iterator[str]:
        for group in index.groups:
            yield group.letter
            for entry in group.entries:
                pages = (self._pages(entry.targets), self._pages((entry.explained,)))
                yield f"{entry.term} {', '.join(filter(None, pages))}"

    def _pages(self, targets: tuple[str, ...]) -> str:
        return _MARKUP.sub("", PageReferences(self.folios, self.said).pages(targets))


def _title_page(page: matter.TitlePage) -> Iterator[str]:
    yield page.title
    yield page.motto
    yield page.issued_by
    yield page.date
