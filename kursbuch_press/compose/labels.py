"""The first pass over a book: which address is called what ("Tabelle 3", "Maßnahme 2.4"), before any text is resolved."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import assert_never

from kursbuch_press.book.address_book import things_of
from kursbuch_press.book.addresses import address
from kursbuch_press.book.blocks import (
    BasicBlock,
    Block,
    Composite,
    Diagram,
    Figure,
    Generated,
    GoodPractice,
    Heading,
    ItemList,
    KeyFigure,
    NoteBox,
    Paragraph,
    Quotation,
    Table,
    in_basic_blocks,
)
from kursbuch_press.book.book import Book
from kursbuch_press.book.chapters import ActionField, Chapter, Continuation
from kursbuch_press.book.vocabulary import Vocabulary
from kursbuch_press.compose.typography import FIXED

AnyChapter = Chapter | ActionField | Continuation


@dataclass(frozen=True, slots=True)
class Label:
    """What a reference to an address says; an empty name means that only the page can be named."""

    target: str
    name: str
    number: str = ""


def blocks_of(chapter: AnyChapter) -> Iterator[BasicBlock]:
    """Give every block of a chapter in the order in which it is printed, composites as what they are printed as."""
    for blocks in _lists_of(chapter):
        yield from in_basic_blocks(blocks)


def homes_of(chapter: AnyChapter) -> Mapping[str, str]:
    """Give the address in the sources of each text that a composite prints under another one."""
    composites = (block for blocks in _lists_of(chapter) for block in blocks if isinstance(block, Composite))
    found = (pair for block in composites for pair in block.homes().items())
    return {address(chapter.id, at): address(chapter.id, home) for at, home in found}


def _lists_of(chapter: AnyChapter) -> Iterator[tuple[Block, ...]]:
    if isinstance(chapter, Chapter):
        yield chapter.blocks
        return
    yield chapter.situation
    for approach in chapter.approaches:
        yield approach.blocks
    yield chapter.steps
    yield chapter.good_practice


def chapter_number(chapter: AnyChapter, vocabulary: Vocabulary) -> str:
    """Give the number under which a chapter's measures count: 1 to 5, or V for the continuation."""
    match chapter:
        case ActionField():
            return str(chapter.number)
        case Continuation():
            return vocabulary.labels.continuation
        case _:
            return ""


def label_all(book: Book, vocabulary: Vocabulary) -> dict[str, Label]:
    """Name every address of the book to which a reference may lead; keys are addresses without a field."""
    naming = _Naming(vocabulary)
    labels: dict[str, Label] = {}
    for chapter in book.chapters:
        named = {label.target: label for label in naming.chapter(chapter)}
        labels.update({target: named.get(target, Label(target, "")) for target, _ in things_of(chapter)})
    return labels


class _Naming:
    """Names what has a name, in reading order, since tables and figures count through the book."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._said = vocabulary
        self._counts = {vocabulary.labels.table: 0, vocabulary.labels.figure: 0}

    def chapter(self, chapter: AnyChapter) -> Iterator[Label]:
        """Give the labels of a chapter and of what has a name in it."""
        yield Label(chapter.id, self._chapter_name(chapter))
        if not isinstance(chapter, Chapter):
            number = chapter_number(chapter, self._said)
            for approach in chapter.approaches:
                yield Label(address(chapter.id, approach.id), self._said.quotation(approach.title.plain))
            for at, measure in enumerate(chapter.measures, start=1):
                of_measure = f"{number}.{at}"
                name = f"{self._said.labels.measure}{FIXED}{of_measure}"
                yield Label(address(chapter.id, measure.id), name, of_measure)
        for block in blocks_of(chapter):
            yield self._block(block, chapter)

    def _chapter_name(self, chapter: AnyChapter) -> str:
        if isinstance(chapter, ActionField):
            return f"{self._said.labels.field}{FIXED}{chapter.number}"
        return f"{self._said.labels.chapter} {self._said.quotation(chapter.title.plain)}"

    def _block(self, block: BasicBlock, chapter: AnyChapter) -> Label:  # noqa: PLR0911 - one line for each kind
        """Name a block; of one without a name, only the page can be named."""
        target = address(chapter.id, block.id)
        match block:
            case Table():
                return self._counted(target, self._said.labels.table)
            case Diagram():
                return self._counted(target, self._said.labels.figure)
            case Figure():
                numbered = block.caption is not None and not block.decorative
                return self._counted(target, self._said.labels.figure) if numbered else Label(target, "")
            case Heading():
                return Label(target, self._said.quotation(block.text.plain))
            case GoodPractice() | NoteBox():
                return Label(target, self._said.quotation(block.title.plain))
            case Generated():
                # A part that the press writes is named after the chapter that it fills.
                return Label(target, self._chapter_name(chapter))
            case Paragraph() | ItemList() | Quotation() | KeyFigure():
                return Label(target, "")
            case _:
                assert_never(block)

    def _counted(self, target: str, name: str) -> Label:
        self._counts[name] += 1
        return Label(target, f"{name}{FIXED}{self._counts[name]}", str(self._counts[name]))
