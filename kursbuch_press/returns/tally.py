"""What becomes of the words of a return, counted while its changes are told."""

from __future__ import annotations

from dataclasses import dataclass

from kursbuch_press.returns.returned import Ledger


@dataclass(slots=True)
class Tally:
    """The sums so far."""

    unchanged: int = 0
    changed: int = 0
    new: int = 0
    refused: int = 0
    unplaced: int = 0
    struck: int = 0

    def ledger(self, read: int) -> Ledger:
        """Close the books."""
        return Ledger(read, self.unchanged, self.changed, self.new, self.refused, self.unplaced, self.struck)
