"""What a check is: a name and a function; a new one is one file and one line in the list."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from kursbuch_press.checks.findings import Result
from kursbuch_press.checks.print_file import PrintFile


@dataclass(frozen=True, slots=True)
class Check:
    """One check; ``id`` is stable and English, for programs and tests, title and rule stand in TITLES.

    ``releases`` marks the one that decides whether a file may be distributed, and not whether it can be
    printed.
    """

    id: str
    judge: Callable[[PrintFile], Result]
    releases: bool = False
