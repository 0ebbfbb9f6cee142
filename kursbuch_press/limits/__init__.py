"""What a file from anybody may cost: one budget of bytes, steps and seconds, set before the file is read.

The rooms that read foreign files (``marks``, ``packages``) spend from it, so that each reader above them gets it.
"""

from __future__ import annotations

from kursbuch_press.limits.budget import Budget, Limits
from kursbuch_press.limits.child import in_child

__all__ = ["Budget", "Limits", "in_child"]
