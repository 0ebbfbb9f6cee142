"""What preflight finds: findings, the state of each check, and the two verdicts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from kursbuch_press.marks.geometry import Area
from kursbuch_press.problems import Severity


class State(StrEnum):
    """How a check ended; ``unchecked`` where something is missing that it needs, such as the layout."""

    PASSED = "passed"
    NOTED = "noted"
    WARNED = "warned"
    FAILED = "failed"
    UNCHECKED = "unchecked"


@dataclass(frozen=True, slots=True)
class Spot:
    """A place on a page in mm from the upper left corner of the trimmed page."""

    left: float
    top: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Observation:
    """What a check sees: a German sentence, the page (0 for the whole file), and the area in points."""

    message: str
    page: int = 0
    measured: str = ""
    limit: str = ""
    severity: Severity = Severity.ERROR
    area: Area | None = None


@dataclass(frozen=True, slots=True)
class Result:
    """What a check gives: one line of what was measured over the whole file, the limit, and what it saw.

    ``unchecked`` says what is missing where a check could not judge. ``listed`` are lines that belong into
    the report but are no findings, such as the hyphenations for the proofreader; ``figures`` are numbers for
    programs.
    """

    measured: str = ""
    limit: str = ""
    observations: tuple[Observation, ...] = ()
    unchecked: str = ""
    listed: tuple[str, ...] = ()
    figures: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Finding:
    """One finding of a check, with everything that a printer or editor needs to find the place."""

    check: str
    title: str
    rule: str
    message: str
    severity: Severity
    page: int = 0
    folio: str = ""
    measured: str = ""
    limit: str = ""
    spot: Spot | None = None


@dataclass(frozen=True, slots=True)
class Checked:
    """One check with its outcome."""

    check: str
    title: str
    rule: str
    state: State
    measured: str
    limit: str
    findings: tuple[Finding, ...]
    unchecked: str = ""
    listed: tuple[str, ...] = ()


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
class Verdict:
    """Both verdicts and how they came about.

    ``technical`` (technisch druckfertig): no technical check has an error. ``released`` (zur Verbreitung
    freigegeben): the imprint is complete and nothing is marked as sample. ``measured`` are the figures of
    each check for programs.
    """

    technical: bool
    released: bool
    checks: tuple[Checked, ...]
    pages: tuple[PageFacts, ...]
    name: str
    printer: str
    tools: tuple[str, ...] = ()
    measured: Mapping[str, object] = field(default_factory=dict)

    @property
    def findings(self) -> tuple[Finding, ...]:
        """All findings in the order of the checks."""
        return tuple(finding for check in self.checks for finding in check.findings)

    def pages_with_findings(self) -> tuple[int, ...]:
        """The pages that a picture should show: those with an error or a warning."""
        told = {Severity.ERROR, Severity.WARNING}
        return tuple(sorted({each.page for each in self.findings if each.page and each.severity in told}))


@dataclass(frozen=True, slots=True)
class PageFacts:
    """A page for the report: its folio, and media and trim box in points."""

    number: int
    folio: str
    media: Area
    trim: Area
