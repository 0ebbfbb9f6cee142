"""Composite blocks: what an editor writes as one block and the press prints as several basic ones.

Since page, Word file and merge know the basic blocks, a composite needs no template and no code but its own: it is one file in
``composites/`` and one line in ``blocks``. What it passes on keeps its ids, and with them its addresses.
"""

from __future__ import annotations

from abc import abstractmethod

from kursbuch_press.book.basic_blocks import BasicBlock
from kursbuch_press.book.record import Identified


class Composite(Identified):
    """A block that says itself in basic blocks."""

    @abstractmethod
    def basic(self) -> tuple[BasicBlock, ...]:
        """Give the basic blocks that are printed in its place.

        Pass ids on: a text keeps the address chapter / id / field only if the basic block has the id that stands in the YAML.
        """
