"""The project: what lies on disk, and for which printer it is worked on."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

ASKED = "--printer"
"""Under which name it is recorded that another printer was asked for than the edition has."""


@dataclass(frozen=True, slots=True)
class Project:
    """A folder with sources/ and layouts/; ``printer`` is the one that is worked for, if not that of the edition.

    ``lenient`` lays out a book whose mistakes do not hinder that, so that ``check`` tells in one run what else is wrong.
    """

    folder: Path
    printer: str = ""
    lenient: bool = False

    @property
    def dist(self) -> Path:
        """The folder of the finished files."""
        return self.folder / "dist"

    @property
    def cache(self) -> Path:
        """The folder of what can be made again at any time."""
        return self.folder / ".press"
