"""The findings in the report: a table for each check, a row for each fault, however many pages have it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from markupsafe import Markup

from kursbuch_press.checks.findings import Checked, Clause, Finding, Kind, Verdict
from kursbuch_press.checks.german import mm, runs
from kursbuch_press.checks.report.tables import more_findings, table
from kursbuch_press.checks.wording import report as words
from kursbuch_press.checks.wording.remedies import remedy_for

MOST_ROWS = 40
"""Rows of one check that are written out; all findings stand in the JSON."""

_MOST_VALUES = 3
_COLUMNS = (
    ("page", words.PAGE),
    ("message", words.FINDING),
    ("severity", words.SEVERITY),
    ("measured", words.MEASURED),
    ("limit", words.LIMIT),
    ("place", words.PLACE),
    ("clauses", words.CLAUSES),
)


def findings_section(verdict: Verdict) -> Iterator[Markup]:
    """Write all findings, check by check, each with a way out."""
    yield Markup("<h2>{}</h2>").format(words.FINDINGS)
    found = [check for check in verdict.checks if check.findings]
    if not found:
        yield Markup("<p>{}</p>").format(words.NO_FINDINGS)
    elif verdict.about.kind is Kind.PDF:
        yield Markup("<p>{}</p>").format(words.PAGES_OF_FILE)
    for check in found:
        yield from _table(check, remedy_for(verdict.about.kind, check.check))


def _table(check: Checked, remedy: str) -> Iterator[Markup]:
    yield Markup('<h3 id="{}">{}</h3>\n<p class="rule">{}</p>').format(check.check, check.title, check.rule)
    if remedy:
        yield Markup('<p class="remedy"><strong>{}</strong> {}</p>').format(words.REMEDY, remedy)
    groups = grouped(check.findings)
    yield table("findings", _COLUMNS, [(group[0].severity, _cells(group)) for group in groups[:MOST_ROWS]])
    yield from more_findings([finding.page for group in groups[MOST_ROWS:] for finding in group])


def grouped(findings: Sequence[Finding]) -> list[list[Finding]]:
    """Put findings together that say the same of several pages."""
    groups: dict[tuple[str, str, str, Clause], list[Finding]] = {}
    for finding in findings:
        groups.setdefault((finding.message, finding.limit, finding.severity, finding.clause), []).append(finding)
    return list(groups.values())


def _cells(group: Sequence[Finding]) -> tuple[str, ...]:
    first = group[0]
    measured = list(dict.fromkeys(finding.measured for finding in group))
    shown = " · ".join(measured[:_MOST_VALUES]) + (" …" if len(measured) > _MOST_VALUES else "")
    severity = words.SEVERITIES[first.severity]
    return _pages_of(group), first.message, severity, shown, first.limit, _place_of(group), str(first.clause)


def _place_of(group: Sequence[Finding]) -> str:
    """Say where a single finding is on its page, and at which text of the book."""
    first, spot = group[0], group[0].spot
    if len(group) > 1:
        return "; ".join(list(dict.fromkeys(each.source for each in group if each.source))[:_MOST_VALUES])
    parts = [words.AT.format(left=mm(spot.left, 1), top=mm(spot.top, 1))] if spot else []
    return "; ".join([*parts, *filter(None, (first.place, first.source))])


def _pages_of(group: Sequence[Finding]) -> str:
    if len({finding.page for finding in group}) == 1:
        return page_name(group[0].page, group[0].folio)
    return runs(finding.page for finding in group if finding.page) or words.WHOLE_FILE


def page_name(page: int, folio: str) -> str:
    """Name a page by its place in the file, and by its folio where that is another."""
    if not page:
        return words.WHOLE_FILE
    return words.FOLIO.format(page=page, folio=folio) if folio and folio != str(page) else str(page)
