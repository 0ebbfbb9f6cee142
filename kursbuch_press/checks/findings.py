"""What checks find, of a file for the printer as of one that everybody is to read: findings, states, and the verdict."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from kursbuch_press.marks.geometry import Area
from kursbuch_press.problems import Severity

_NOT_IN_EN = frozenset({"2.4.1", "2.4.5", "2.4.8", "2.4.10", "3.1.4", "3.1.5", "3.2.3", "3.2.4"})
"""Criteria of WCAG 2.1 that chapter 10 of EN 301 549 leaves out for documents, or that are AAA."""


class CheckState(StrEnum):
    """How a check ended.

    ``NOTED`` passed and has something to tell; ``PERSON`` where only a person can tell; ``UNCHECKED`` where something is
    missing that the check needs, such as the layout.
    """

    PASSED = "passed"
    NOTED = "noted"
    PERSON = "person"
    WARNED = "warned"
    FAILED = "failed"
    UNCHECKED = "unchecked"


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


NO_CLAUSE = Clause()


@dataclass(frozen=True, slots=True)
class PagePlace:
    """A place on a page in mm from the upper left corner of the page as it is seen, or will be trimmed."""

    left: float
    top: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Seen:
    """What a check sees: a German sentence, the page (0 for the whole file), its area in points, a place in words.

    ``severity`` NOTE is for what a machine sees, but only a person can judge.
    """

    message: str
    page: int = 0
    measured: str = ""
    limit: str = ""
    severity: Severity = Severity.ERROR
    area: Area | None = None
    place: str = ""
    clause: Clause = NO_CLAUSE


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """What a check gives: what it saw, one line of what was measured over the whole file, and the limit.

    ``unchecked`` says what is missing where a check could not judge. ``listed`` are lines that belong into the report but
    are no findings, such as the hyphenations for the proofreader; ``figures`` are numbers for programs. ``person`` says that
    nothing here can be decided by a machine, ``nothing`` that the file has none of what is judged, so that there is no
    question either.
    """

    seen: tuple[Seen, ...] = ()
    measured: str = ""
    limit: str = ""
    unchecked: str = ""
    listed: tuple[str, ...] = ()
    figures: Mapping[str, object] = field(default_factory=dict)
    person: bool = False
    nothing: bool = False


@dataclass(frozen=True, slots=True)
class Finding:
    """One finding of a check, with everything that one needs to find the place.

    ``source`` is the line of the sources that it comes from, and ``address`` the text there, where somebody knows them.
    """

    check: str
    title: str
    rule: str
    message: str
    severity: Severity
    page: int = 0
    folio: str = ""
    measured: str = ""
    limit: str = ""
    spot: PagePlace | None = None
    place: str = ""
    clause: Clause = NO_CLAUSE
    source: str = ""
    address: str = ""


@dataclass(frozen=True, slots=True)
class Checked:
    """One check with its outcome; ``question`` is what a person must still look at, with ``listed`` as material."""

    check: str
    title: str
    rule: str
    state: CheckState
    measured: str
    limit: str
    findings: tuple[Finding, ...]
    unchecked: str = ""
    listed: tuple[str, ...] = ()
    clauses: tuple[Clause, ...] = ()
    question: str = ""
    releases: bool = False


@dataclass(frozen=True, slots=True)
class Note:
    """What those who made a file tell of it: no finding, since nothing in the file shows it.

    ``id`` is stable and English, for programs; ``lines`` are sentences. ``warning`` asks for a look.
    """

    id: str
    title: str
    lines: tuple[str, ...]
    warning: bool = False


@dataclass(frozen=True, slots=True)
class PageFacts:
    """A page for the report: its folio, and in points its medium and what is seen of it, or left by the knife."""

    number: int
    folio: str
    media: Area
    trim: Area


class Kind(StrEnum):
    """What a file was judged as: for the printer, or as a PDF or Word file for everybody."""

    PRINT = "print"
    PDF = "pdf"
    WORD = "docx"


@dataclass(frozen=True, slots=True)
class About:
    """What a verdict is about: the name of the file, what it was judged as, and what it says of itself.

    Of a file for print, the ``printer`` and which ``part`` of the work it is.
    """

    name: str
    kind: Kind
    printer: str = ""
    part: str = ""
    title: str = ""
    language: str = ""


@dataclass(frozen=True, slots=True)
class Verdict:
    """How a file was judged, and how that came about. ``measured`` are the figures of each check for programs."""

    about: About
    checks: tuple[Checked, ...] = field(repr=False)
    pages: tuple[PageFacts, ...] = field(default=(), repr=False)
    tools: tuple[str, ...] = ()
    measured: Mapping[str, object] = field(default_factory=dict, repr=False)

    @property
    def name(self) -> str:
        """The name of the file."""
        return self.about.name

    @property
    def passed(self) -> bool:
        """No check of the file itself has an error: technically ready for print, or readable as far as a machine can tell."""
        return not self.failed

    @property
    def failed(self) -> tuple[Checked, ...]:
        """The checks that decide against the file."""
        return tuple(check for check in self.checks if check.state is CheckState.FAILED and not check.releases)

    @property
    def released(self) -> bool:
        """It may be distributed: the imprint is complete and nothing is marked as sample."""
        open_ = {CheckState.FAILED, CheckState.UNCHECKED}
        return all(check.state not in open_ for check in self.checks if check.releases)

    @property
    def findings(self) -> tuple[Finding, ...]:
        """All findings in the order of the checks."""
        return tuple(finding for check in self.checks for finding in check.findings)

    def pages_with_findings(self) -> tuple[int, ...]:
        """The pages that a picture should show: those with an error or a warning."""
        told = {Severity.ERROR, Severity.WARNING}
        return tuple(sorted({each.page for each in self.findings if each.page and each.severity in told}))
