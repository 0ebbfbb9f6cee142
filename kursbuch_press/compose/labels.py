"""The first pass over a book: which address is called what ("Tabelle 3", "Maßnahme 2.4"), before any text is resolved."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from kursbuch_press.book.addresses import address
from kursbuch_press.book.blocks import (
    BasicBlock,
    Diagram,
    Figure,
    Generated,
    GoodPractice,
    Heading,
    Item,
    ItemList,
    NoteBox,
    Table,
    in_basic_blocks,
)
from kursbuch_press.book.book import Book
from kursbuch_press.book.chapters import ActionField, Chapter, Continuation
from kursbuch_press.compose import wording
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
    if isinstance(chapter, Chapter):
        yield from in_basic_blocks(chapter.blocks)
        return
    yield from in_basic_blocks(chapter.situation)
    for approach in chapter.approaches:
        yield from in_basic_blocks(approach.blocks)
    yield from in_basic_blocks(chapter.steps)
    yield from in_basic_blocks(chapter.good_practice)


def chapter_number(chapter: AnyChapter) -> str:
    """Give the number under which a chapter's measures count: 1 to 5, or V for the continuation."""
    match chapter:
        case ActionField():
            return str(chapter.number)
        case Continuation():
            return wording.CONTINUATION_LETTER
        case _:
            return ""


def label_all(book: Book) -> dict[str, Label]:
    """Name every id of the book; keys are addresses without a field (chapter, or chapter/id)."""
    labels: dict[str, Label] = {}
    counts = {wording.TABLE: 0, wording.FIGURE: 0}
    for chapter in book.chapters:
        labels[chapter.id] = Label(chapter.id, _chapter_name(chapter))
        for label in _of_chapter(chapter, counts):
            labels[label.target] = label
    return labels


def _chapter_name(chapter: AnyChapter) -> str:
    if isinstance(chapter, ActionField):
        return f"{wording.FIELD}{FIXED}{chapter.number}"
    return f"{wording.CHAPTER} {wording.quoted(chapter.title.plain)}"


def _of_chapter(chapter: AnyChapter, counts: dict[str, int]) -> Iterator[Label]:
    number = chapter_number(chapter)
    if not isinstance(chapter, Chapter):
        for goal in chapter.goals:
            yield Label(address(chapter.id, goal.id), "")
        for approach in chapter.approaches:
            yield Label(address(chapter.id, approach.id), wording.quoted(approach.title.plain))
        for at, measure in enumerate(chapter.measures, start=1):
            of_measure = f"{number}.{at}"
            yield Label(address(chapter.id, measure.id), f"{wording.MEASURE}{FIXED}{of_measure}", of_measure)
        for thing in (*chapter.actors, *chapter.questions):
            yield Label(address(chapter.id, thing.id), "")
    yield from _of_blocks(chapter, blocks_of(chapter), counts)


def _of_blocks(chapter: AnyChapter, blocks: Iterable[BasicBlock], counts: dict[str, int]) -> Iterator[Label]:
    for block in blocks:
        target = address(chapter.id, block.id)
        match block:
            case Table():
                yield _counted(target, wording.TABLE, counts)
                for row in block.rows:
                    yield Label(address(chapter.id, row.id), "")
            case Diagram():
                yield _counted(target, wording.FIGURE, counts)
            case Figure() if block.caption is not None and not block.decorative:
                yield _counted(target, wording.FIGURE, counts)
            case Heading():
                yield Label(target, wording.quoted(block.text.plain))
            case GoodPractice() | NoteBox():
                yield Label(target, wording.quoted(block.title.plain))
                yield from _of_blocks(chapter, block.content, counts)
            case ItemList():
                yield Label(target, "")
                yield from _of_items(chapter, block.items)
            case Generated():
                # A part that the press writes is named after the chapter that it fills.
                yield Label(target, _chapter_name(chapter))
            case _:
                yield Label(target, "")


def _of_items(chapter: AnyChapter, items: Iterable[Item]) -> Iterator[Label]:
    for item in items:
        yield Label(address(chapter.id, item.id), "")
        yield from _of_items(chapter, item.items)


def _counted(target: str, name: str, counts: dict[str, int]) -> Label:
    counts[name] += 1
    return Label(target, f"{name}{FIXED}{counts[name]}", str(counts[name]))
