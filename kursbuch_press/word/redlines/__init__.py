"""A draft with tracked changes against an earlier one: insertions and deletions, nothing else."""

from __future__ import annotations

from kursbuch_press.word.redlines.checking import RedlineError
from kursbuch_press.word.redlines.writing import redline

__all__ = ["RedlineError", "redline"]
