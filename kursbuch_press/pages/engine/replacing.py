"""A function of WeasyPrint that ours takes the place of, and the code that ours was written for."""

from __future__ import annotations

import hashlib
import inspect
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

# WeasyPrint's modules, classes and functions carry no types; they stay inside the room.
Owner = Any


@dataclass(frozen=True, slots=True)
class Replacement:
    """One replaced function: ``owner`` is the module or class that it is looked up in when it is called.

    ``issue`` is where upstream speaks of it, or "" where nothing was found; ``digest`` is that of the replaced code.
    """

    owner: Owner
    name: str
    original: Callable[..., Any] = field(repr=False)
    ours: Callable[..., Any] = field(repr=False)
    digest: str
    issue: str = ""

    def put(self) -> None:
        """Let WeasyPrint call ours from now on."""
        ours = staticmethod(self.ours) if isinstance(inspect.getattr_static(self.owner, self.name), staticmethod) else self.ours
        setattr(self.owner, self.name, ours)

    def found(self) -> str:
        """Give the digest of the code as it is installed."""
        return hashlib.sha256(inspect.getsource(self.original).encode()).hexdigest()[:16]
