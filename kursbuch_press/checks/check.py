"""What a check is: a name and a function; a new one is one file and one line in the list of its room."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, TypeVar

from kursbuch_press.checks.findings import Clause, Result

File_contra = TypeVar("File_contra", contravariant=True)


@dataclass(frozen=True, slots=True)
class Check(Generic[File_contra]):
    """One check; ``id`` is stable and English, for programs and tests; title, rule and question stand in the wording, or here.

    ``releases`` marks the one that decides whether a file may be distributed, and not whether it is well made.
    """

    id: str
    judge: Callable[[File_contra], Result]
    clauses: tuple[Clause, ...] = ()
    releases: bool = False
    title: str = ""
    rule: str = ""
    question: str = ""
