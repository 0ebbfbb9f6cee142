"""Judging an opened file: every check sees it once, and what it saw is told with its place."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TypeVar

from kursbuch_press.checks.check import Check
from kursbuch_press.checks.findings import Checked, CheckState, Finding, PageFacts, PagePlace, Result, Seen
from kursbuch_press.marks.geometry import MM, Area
from kursbuch_press.problems import Severity

Opened = TypeVar("Opened")

Titles = Mapping[str, tuple[str, str, str]]
"""Title, rule and question for a person of each check by its id."""


def judged(
    check: Check[Opened],
    result: Result,
    titles: Titles,
    pages: Sequence[PageFacts] = (),
) -> Checked:
    """Sum up what a check gave of a file with these pages."""
    title, rule, question = titles[check.id] if not check.title else (check.title, check.rule, check.question)
    return Checked(
        check=check.id,
        title=title,
        rule=rule,
        state=_state(result, question),
        measured=result.measured,
        limit=result.limit,
        findings=tuple(_findings((check.id, title, rule), result.seen, pages)),
        unchecked=result.unchecked,
        listed=result.listed,
        clauses=check.clauses,
        question="" if result.nothing else question,
        releases=check.releases,
    )


def _findings(named: tuple[str, str, str], seen: Sequence[Seen], pages: Sequence[PageFacts]) -> Iterator[Finding]:
    check, title, rule = named
    for each in seen:
        page = pages[each.page - 1] if 0 < each.page <= len(pages) else None
        yield Finding(
            check=check,
            title=title,
            rule=rule,
            message=each.message,
            severity=each.severity,
            page=each.page,
            folio=page.folio if page else "",
            measured=each.measured,
            limit=each.limit,
            spot=_spot(each.area, page.trim) if each.area is not None and page is not None else None,
            place=each.place,
            clause=each.clause,
        )


def _spot(area: Area, page: Area) -> PagePlace:
    left, top = (area.left - page.left) / MM, (page.top - area.top) / MM
    return PagePlace(round(left, 2), round(top, 2), round(area.width / MM, 2), round(area.height / MM, 2))


def _state(result: Result, question: str) -> CheckState:
    severities = {seen.severity for seen in result.seen}
    if result.unchecked:
        state = CheckState.UNCHECKED
    elif Severity.ERROR in severities:
        state = CheckState.FAILED
    elif Severity.WARNING in severities:
        state = CheckState.WARNED
    elif result.person or (Severity.NOTE in severities and question):
        state = CheckState.PERSON
    elif not question and (severities or result.listed):
        state = CheckState.NOTED
    else:
        state = CheckState.PASSED
    return state
