"""Programs of the machine that judging may use, and how long they may take."""

from __future__ import annotations

import shutil
from dataclasses import dataclass, field
from typing import Protocol


class Shelf(Protocol):
    """Where what was found of a page is kept under the name of the page; what is not whole is not there."""

    def key(self, *parts: bytes | str) -> str:
        """Give the name of what follows from these parts."""

    def get(self, key: str) -> bytes | None:
        """Give what was kept."""

    def put(self, key: str, content: bytes) -> None:
        """Keep something."""


@dataclass(frozen=True, slots=True)
class Tools:
    """Programs of the machine that may be used: paths, or None to do without.

    On ``shelf`` stands what they said of pages before; a file of somebody else's is judged without one.
    """

    ghostscript: str | None = None
    pdftoppm: str | None = None
    seconds: float = 120.0
    shelf: Shelf | None = field(default=None, repr=False, compare=False)

    @classmethod
    def here(cls) -> Tools:
        """Give the programs that this machine has."""
        return cls(shutil.which("gs"), shutil.which("pdftoppm"))
