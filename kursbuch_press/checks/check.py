"""What a check is: a name and a function; a new one is one file and one line in the list."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from kursbuch_press.checks.findings import Result
from kursbuch_press.checks.print_file import PrintFile
from kursbuch_press.checks.wording.titles import TITLES


@dataclass(frozen=True, slots=True)
class Check:
    """One check; ``id`` is stable and English, for programs and tests; title and rule stand in TITLES, or here.

    ``releases`` marks the one that decides whether a file may be distributed, and not whether it can be
    printed.
    """

    id: str
    judge: Callable[[PrintFile], Result]
    releases: bool = False
    title: str = ""
    rule: str = ""

    @property
    def words(self) -> tuple[str, str]:
        """What the check is called in the report, and the rule that it holds a file to."""
        return (self.title, self.rule) if self.title else TITLES[self.id]
