"""The list of all blocks: a new composite is one file in ``composites/``, which holds it under the name ``BLOCK``."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module
from pkgutil import iter_modules
from typing import TYPE_CHECKING, Annotated, Union, get_args

from pydantic import Discriminator, Tag

from kursbuch_press.book import composites
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
    "composite_kinds",
    "in_basic_blocks",
    "with_looks",
]

_COMPOSITES = tuple(
    import_module(f"{composites.__name__}.{name}").BLOCK for _, name, _ in sorted(iter_modules(composites.__path__))
)

if TYPE_CHECKING:
    Block = BasicBlock | Composite
else:
    _tagged = tuple(
        Annotated[block, Tag(get_args(block.model_fields["kind"].annotation)[0])]
        for block in (*get_args(BasicBlock), *_COMPOSITES)
    )
    Block = Annotated[Union[_tagged], Discriminator(kind_of)]  # noqa: UP007 - the members come from lists


def composite_kinds() -> tuple[str, ...]:
    """Give the kinds of all composites, as they stand in the YAML."""
    return tuple(str(get_args(block.model_fields["kind"].annotation)[0]) for block in _COMPOSITES)


def in_basic_blocks(blocks: tuple[Block, ...]) -> tuple[BasicBlock, ...]:
    """Give blocks with every composite replaced by what it is printed as."""
    return tuple(basic for basic, _ in with_looks(blocks))


def with_looks(blocks: tuple[Block, ...]) -> Iterator[tuple[BasicBlock, str]]:
    """Give the basic blocks that are printed, each with the kind of the composite that it comes from.

    Under that kind a box may have a look of its own: a word in ``boxes`` of the vocabulary, colours in ``boxes`` of the palette
    for pages and Word, the class ``look-KIND`` on pages.
    """
    for block in blocks:
        if isinstance(block, Composite):
            yield from ((basic, kind_of(block)) for basic in block.basic())
        else:
            yield block, ""
