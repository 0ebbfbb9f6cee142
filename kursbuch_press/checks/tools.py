"""Programs of the machine that judging may use, and how long they may take."""

from __future__ import annotations

import shutil
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Tools:
    """Programs of the machine that may be used: paths, or None to do without."""

    ghostscript: str | None = None
    pdftoppm: str | None = None
    seconds: float = 120.0

    @classmethod
    def here(cls) -> Tools:
        """Give the programs that this machine has."""
        return cls(shutil.which("gs"), shutil.which("pdftoppm"))
