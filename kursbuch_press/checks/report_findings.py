"""The findings in the report: a table for each check, a row for each fault, however many pages have it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from markupsafe import Markup

from kursbuch_press.checks.findings import Checked, Finding, Verdict
from kursbuch_press.checks.german import mm, runs
from kursbuch_press.checks.report_tables import findings_table, more_findings
from kursbuch_press.checks.wording import report as words

MOST_ROWS = 30
"""Rows of one check that are written out; all findings stand in the JSON."""

_MOST_VALUES = 3


def findings_section(verdict: Verdict) -> Iterator[Markup]:
    """Write all findings, check by check."""
    yield Markup("<h2>{}</h2>").format(words.FINDINGS)
    found = [check for check in verdict.checks if check.findings]
    if not found:
        yield Markup("<p>{}</p>").format(words.NO_FINDINGS)
    for check in found:
        yield from _table(check)


def _table(check: Checked) -> Iterator[Markup]:
    title = Markup('<h3 id="{}">{}</h3>\n<p class="rule">{}</p>')
    yield title.format(check.check, check.title, check.rule)
    groups = _groups(check.findings)
    yield findings_table(_COLUMNS, [(group[0].severity, _cells(group)) for group in groups[:MOST_ROWS]])
    yield from more_findings([finding.page for group in groups[MOST_ROWS:] for finding in group])


_COLUMNS = (words.PAGE, words.FINDING, words.SEVERITY, words.MEASURED, words.LIMIT, words.PLACE)


def _groups(findings: Sequence[Finding]) -> list[list[Finding]]:
    """Put findings together that say the same of several pages."""
    groups: dict[tuple[str, str, str], list[Finding]] = {}
    for finding in findings:
        groups.setdefault((finding.message, finding.limit, finding.severity), []).append(finding)
    return list(groups.values())


def _cells(group: Sequence[Finding]) -> tuple[str, ...]:
    first = group[0]
    measured = list(dict.fromkeys(finding.measured for finding in group))
    shown = " · ".join(measured[:_MOST_VALUES]) + (" …" if len(measured) > _MOST_VALUES else "")
    spot = first.spot
    place = words.AT.format(left=mm(spot.left, 1), top=mm(spot.top, 1)) if spot and len(group) == 1 else ""
    return _pages_of(group), first.message, words.SEVERITIES[first.severity], shown, first.limit, place


def _pages_of(group: Sequence[Finding]) -> str:
    if len({finding.page for finding in group}) == 1:
        return page_name(group[0].page, group[0].folio)
    return runs(finding.page for finding in group)


def page_name(page: int, folio: str) -> str:
    """Name a page by its place in the file, and by its folio where that is another."""
    if not page:
        return words.WHOLE_FILE
    return words.FOLIO.format(page=page, folio=folio) if folio and folio != str(page) else str(page)
