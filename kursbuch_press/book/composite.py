"""Composite blocks: what an editor writes as one block and the press prints as several basic ones.

Since page, Word file and merge know the basic blocks, a composite needs no template and no code but its own: it is one file in
``composites/``. Where a text that it passes on is written is found by itself.
"""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Iterator, Mapping

from kursbuch_press.book.addresses import address
from kursbuch_press.book.basic_blocks import BasicBlock, Row, Table
from kursbuch_press.book.record import Identified, Record
from kursbuch_press.book.texts import Text


class Composite(Identified):
    """A block that says itself in basic blocks."""

    @abstractmethod
    def basic(self) -> tuple[BasicBlock, ...]:
        """Give the basic blocks that are printed in its place.

        The first has the id that stands in the YAML, so that references lead there; no two have the same. Pass texts on as they
        are: one that is made anew has no place in the YAML, so what somebody changes in it in Word is told and goes nowhere.
        """

    def homes(self) -> Mapping[str, str]:
        """Give where texts are written that stand elsewhere in the basic blocks: id / field there to id / field in the YAML."""
        own = {id(text): at for at, text in _texts(self, "")}
        printed = (found for block in self.basic() for found in _texts(block, ""))
        return {at: own[id(text)] for at, text in printed if own.get(id(text), at) != at}


def _texts(value: object, at: str) -> Iterator[tuple[str, Text]]:
    """Give every text in a value with the address that it has in its chapter."""
    if isinstance(value, Text):
        yield at, value
    elif isinstance(value, tuple):
        for each in value:
            yield from _texts(each, at)
    elif isinstance(value, Record):
        own = value.id if isinstance(value, Identified) else at
        if isinstance(value, Table):
            yield from _cells(value)
        for name in type(value).model_fields if not isinstance(value, Row) else ():
            yield from _texts(getattr(value, name), address(own, name))


def _cells(table: Table) -> Iterator[tuple[str, Text]]:
    for column in table.columns:
        yield address(table.id, column.id), column.title
    for row in table.rows:
        for column, cell in zip(table.columns, row.cells, strict=True):
            if cell is not None:
                yield address(row.id, column.id), cell
