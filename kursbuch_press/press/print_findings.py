"""What keeps a print file from being ready, as mistakes of the book: each with its line, and what can be done about it."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from kursbuch_press.checks import Verdict
from kursbuch_press.checks.findings import Finding, Kind
from kursbuch_press.checks.wording.remedies import remedy_for
from kursbuch_press.press import wording
from kursbuch_press.press.locating import PlaceOf
from kursbuch_press.problems import Place, Problem, Severity

_MOST = 3
"""Findings of one check that are told one by one; a design that is wrong on each page has hundreds. All are in the report."""


@dataclass(frozen=True, slots=True)
class Printed:
    """What is known of a print file: its path below dist/, its design, and where its texts stand in the sources."""

    path: str
    design: str
    place_of: PlaceOf | None


def as_problems(verdict: Verdict, of: Printed, told: Collection[str] = ()) -> Iterator[Problem]:
    """Give the findings that decide against a file, a few of each check.

    One without a text is looked for in its design; what a text in ``told`` has is known already.
    """
    for check in verdict.failed:
        errors = [each for each in check.findings if each.severity is Severity.ERROR and each.address not in told]
        alike = {(each.address, each.message): each for each in reversed(errors)}
        first = list(reversed(alike.values()))[:_MOST]
        for finding in first:
            rest = len(errors) - len(first) if finding is first[-1] else 0
            yield _problem(finding, rest, of)


def _problem(finding: Finding, rest: int, of: Printed) -> Problem:
    place = of.place_of(finding.address) if of.place_of and finding.address else Place(of.design)
    message = wording.PRINT_FINDING.format(
        title=finding.title,
        path=of.path,
        where=wording.ON_PRINTED_PAGE.format(folio=finding.folio or finding.page) if finding.page else "",
        message=finding.message.removesuffix("."),
        measured=wording.MEASURED.format(measured=finding.measured, limit=finding.limit) if finding.limit else "",
        more=wording.MORE_PLACES[rest > 1].format(count=rest) if rest else "",
    )
    hint = remedy_for(Kind.PRINT, finding.check)
    return Problem(place, message, hint, finding.address, Severity.WARNING, finding.check)
