"""What co-authors wrote, upon what the sources say today: changes to accept, conflicts to decide; and redlines."""

from __future__ import annotations

from kursbuch_press.merge.applying import CannotApplyError, applied
from kursbuch_press.merge.merging import merge
from kursbuch_press.merge.outcome import Change, Conflict, Outcome, Version, Who
from kursbuch_press.merge.sheets import SourceData

__all__ = ["CannotApplyError", "Change", "Conflict", "Outcome", "SourceData", "Version", "Who", "applied", "merge"]
