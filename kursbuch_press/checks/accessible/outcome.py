"""What the accessibility checks find: clauses, findings, the state of each check, and the verdict."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Generic, TypeVar

from kursbuch_press.checks.findings import Spot
from kursbuch_press.marks.geometry import Area
from kursbuch_press.problems import Severity

File_contra = TypeVar("File_contra", contravariant=True)

_NOT_IN_EN = frozenset({"2.4.1", "2.4.5", "2.4.8", "2.4.10", "3.1.4", "3.1.5", "3.2.3", "3.2.4"})
"""Criteria of WCAG 2.1 that chapter 10 of EN 301 549 leaves out for documents, or that are AAA."""


@dataclass(frozen=True, slots=True)
class Clause:
    """Where a rule is written: failure condition of the Matterhorn Protocol 1.1, WCAG 2.1, another standard.

    The clause of EN 301 549 V3.2.1 follows from WCAG: chapter 10 repeats its numbers behind a 10.
    """

    matterhorn: str = ""
    wcag: str = ""
    standard: str = ""

    @property
    def en(self) -> str:
        """The clause for documents; empty where there is none."""
        return f"10.{self.wcag}" if self.wcag and self.wcag not in _NOT_IN_EN else ""

    def __str__(self) -> str:
        """Write all of them as the report does."""
        named = (
            ("Matterhorn", self.matterhorn),
            ("WCAG", self.wcag),
            ("EN 301 549", self.en),
            ("", self.standard),
        )
        return " · ".join(f"{name} {number}".strip() for name, number in named if number)


class State(StrEnum):
    """How a check ended; ``PERSON`` where only a person can tell."""

    PASSED = "passed"
    PERSON = "person"
    WARNED = "warned"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Seen:
    """What a check sees: the clause, a German sentence, the page (0 for the file), a place, its area in points.

    ``severity`` NOTE is for what a machine sees, but only a person can judge.
    """

    clause: Clause
    message: str
    page: int = 0
    place: str = ""
    severity: Severity = Severity.ERROR
    area: Area | None = None


@dataclass(frozen=True, slots=True)
class Result:
    """What a check gives: what it saw, what it counted, and lines for the person who must look at the rest.

    ``person`` says that nothing here can be decided by a machine, ``nothing`` that the file has none of what is
    judged, so that there is no question either.
    """

    seen: tuple[Seen, ...] = ()
    measured: str = ""
    listed: tuple[str, ...] = ()
    person: bool = False
    nothing: bool = False


@dataclass(frozen=True, slots=True)
class Check(Generic[File_contra]):
    """One check; ``id`` is stable and English, title, rule and the question for a person stand in the wording."""

    id: str
    judge: Callable[[File_contra], Result]
    clauses: tuple[Clause, ...]


@dataclass(frozen=True, slots=True)
class Finding:
    """One finding, with everything that one needs to find the place."""

    check: str
    clause: Clause
    message: str
    severity: Severity
    page: int = 0
    place: str = ""
    spot: Spot | None = None


@dataclass(frozen=True, slots=True)
class Checked:
    """One check with its outcome; ``question`` is what a person must still look at, with ``listed`` as material."""

    check: str
    title: str
    rule: str
    clauses: tuple[Clause, ...]
    state: State
    measured: str
    findings: tuple[Finding, ...]
    question: str = ""
    listed: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ReadableVerdict:
    """Whether everybody can read a file, as far as a machine can tell: no check has an error."""

    name: str
    kind: str
    passed: bool
    checks: tuple[Checked, ...] = field(repr=False)
    title: str = ""
    language: str = ""
    pages: int = 0

    @property
    def findings(self) -> tuple[Finding, ...]:
        """All findings in the order of the checks."""
        return tuple(finding for check in self.checks for finding in check.findings)

    @property
    def failed(self) -> tuple[Checked, ...]:
        """The checks that decide against the file."""
        return tuple(check for check in self.checks if check.state is State.FAILED)
