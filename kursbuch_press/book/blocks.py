"""The list of all blocks: a new composite is one file in ``composites/`` and one line in ``Block``."""

from __future__ import annotations

from typing import Annotated

from pydantic import Discriminator, Tag

from kursbuch_press.book.basic_blocks import (
    Align,
    BasicBlock,
    Column,
    Diagram,
    Drawing,
    Figure,
    Generated,
    GoodPractice,
    Heading,
    Inner,
    Item,
    ItemList,
    KeyFigure,
    Mark,
    NoteBox,
    Paragraph,
    Part,
    Quotation,
    Row,
    Table,
    kind_of,
)
from kursbuch_press.book.composite import Composite
from kursbuch_press.book.composites.checklist import Checklist

__all__ = [
    "Align",
    "BasicBlock",
    "Block",
    "Checklist",
    "Column",
    "Composite",
    "Diagram",
    "Drawing",
    "Figure",
    "Generated",
    "GoodPractice",
    "Heading",
    "Inner",
    "Item",
    "ItemList",
    "KeyFigure",
    "Mark",
    "NoteBox",
    "Paragraph",
    "Part",
    "Quotation",
    "Row",
    "Table",
    "in_basic_blocks",
]

Block = Annotated[
    Annotated[Paragraph, Tag("paragraph")]
    | Annotated[Heading, Tag("heading")]
    | Annotated[ItemList, Tag("list")]
    | Annotated[Table, Tag("table")]
    | Annotated[Figure, Tag("figure")]
    | Annotated[Diagram, Tag("diagram")]
    | Annotated[Quotation, Tag("quotation")]
    | Annotated[KeyFigure, Tag("key_figure")]
    | Annotated[GoodPractice, Tag("good_practice")]
    | Annotated[NoteBox, Tag("note")]
    | Annotated[Generated, Tag("generated")]
    | Annotated[Checklist, Tag("checklist")],
    Discriminator(kind_of),
]


def in_basic_blocks(blocks: tuple[Block, ...]) -> tuple[BasicBlock, ...]:
    """Give blocks with every composite replaced by what it is printed as."""
    basic: list[BasicBlock] = []
    for block in blocks:
        basic.extend(block.basic() if isinstance(block, Composite) else (block,))
    return tuple(basic)
