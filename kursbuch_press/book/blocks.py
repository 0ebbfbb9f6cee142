"""The list of all blocks: a new composite is one file in ``composites/`` and one line in ``COMPOSITES``."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Annotated, Union, get_args

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

__all__ = [
    "Align",
    "BasicBlock",
    "Block",
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

COMPOSITES = ("checklist",)
"""The files in composites/; each holds one composite under the name BLOCK."""

if TYPE_CHECKING:
    Block = BasicBlock | Composite
else:
    _composites = tuple(import_module(f"kursbuch_press.book.composites.{name}").BLOCK for name in COMPOSITES)
    _tagged = tuple(
        Annotated[block, Tag(get_args(block.model_fields["kind"].annotation)[0])]
        for block in (*get_args(BasicBlock), *_composites)
    )
    Block = Annotated[Union[_tagged], Discriminator(kind_of)]  # noqa: UP007 - the members come from lists


def in_basic_blocks(blocks: tuple[Block, ...]) -> tuple[BasicBlock, ...]:
    """Give blocks with every composite replaced by what it is printed as."""
    basic: list[BasicBlock] = []
    for block in blocks:
        basic.extend(block.basic() if isinstance(block, Composite) else (block,))
    return tuple(basic)
