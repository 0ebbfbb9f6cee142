"""Judging a file for the printer: read once, seen by every check, summed up in two verdicts."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from kursbuch_press.checks.check import Check
from kursbuch_press.checks.findings import (
    Checked,
    Finding,
    Observation,
    PageFacts,
    Result,
    Spot,
    State,
    Verdict,
)
from kursbuch_press.checks.print import CHECKS
from kursbuch_press.checks.print_file import PrintFile
from kursbuch_press.checks.separations import Order, separate
from kursbuch_press.checks.wish import Known, PrintWish
from kursbuch_press.compose.laid_out import LaidOut
from kursbuch_press.marks.geometry import MM, Area
from kursbuch_press.marks.library import Library
from kursbuch_press.marks.opening import content_of_file, open_pdf
from kursbuch_press.marks.sheets import Sheet, read_sheets
from kursbuch_press.problems import Severity


def judge_print(
    pdf: bytes | Path,
    wanted: PrintWish,
    laid_out: LaidOut | None = None,
    known: Known | None = None,
) -> Verdict:
    """Judge a file against what a printer asks for; raises PressError for one that cannot be judged at all.

    ``laid_out`` tells of paragraphs, headings and notes; without it, or when it has another number of pages
    than the file, the checks that need it say so. A file without a name is called after its path.
    Nothing is written and nothing is drawn.
    """
    known = known or Known()
    if not known.name and isinstance(pdf, Path):
        known = Known(pdf.name, known.edition, known.imprint, known.tools)
    content = content_of_file(pdf)
    library = Library()
    with open_pdf(content) as opened:
        sheets = read_sheets(opened, library)
        if laid_out is not None and len(laid_out.pages) != len(sheets):
            laid_out = None
        order = Order(content, tuple(sheet.media for sheet in sheets), wanted.ink_limit)
        plates = separate(order, known.tools)
        file = PrintFile(opened, sheets, library, wanted, known, laid_out, plates, content)
        results = [(check, check.judge(file)) for check in CHECKS]
    return _verdict(file, results)


def _verdict(file: PrintFile, results: Sequence[tuple[Check, Result]]) -> Verdict:
    folios = {page.number: page.folio for page in file.laid_out.pages} if file.laid_out else {}
    checked = [(check, _checked(check, result, file.sheets, folios)) for check, result in results]
    failed = {State.FAILED, State.UNCHECKED}
    return Verdict(
        technical=all(each.state is not State.FAILED for check, each in checked if not check.releases),
        released=all(each.state not in failed for check, each in checked if check.releases),
        checks=tuple(each for _, each in checked),
        pages=tuple(PageFacts(sheet.number, folios.get(sheet.number, ""), sheet.media, sheet.trim) for sheet in file.sheets),
        name=file.known.name,
        printer=file.wanted.printer,
        tools=(file.plates.measured_by,) if file.plates else (),
        measured={check.id: dict(result.figures) for check, result in results if result.figures},
    )


def _checked(check: Check, result: Result, sheets: Sequence[Sheet], folios: dict[int, str]) -> Checked:
    title, rule = check.words
    findings = []
    for seen in result.observations:
        spot = _spot(seen.area, sheets[seen.page - 1].trim) if seen.area and 0 < seen.page <= len(sheets) else None
        findings.append(_finding(check, seen, spot, folios))
    return Checked(
        check=check.id,
        title=title,
        rule=rule,
        state=_state(result),
        measured=result.measured,
        limit=result.limit,
        findings=tuple(findings),
        unchecked=result.unchecked,
        listed=result.listed,
    )


def _finding(check: Check, seen: Observation, spot: Spot | None, folios: dict[int, str]) -> Finding:
    title, rule = check.words
    return Finding(
        check=check.id,
        title=title,
        rule=rule,
        message=seen.message,
        severity=seen.severity,
        page=seen.page,
        folio=folios.get(seen.page, ""),
        measured=seen.measured,
        limit=seen.limit,
        spot=spot,
    )


def _spot(area: Area, trim: Area) -> Spot:
    left, top = (area.left - trim.left) / MM, (trim.top - area.top) / MM
    return Spot(round(left, 2), round(top, 2), round(area.width / MM, 2), round(area.height / MM, 2))


def _state(result: Result) -> State:
    if result.unchecked:
        return State.UNCHECKED
    severities = {seen.severity for seen in result.observations}
    if Severity.ERROR in severities:
        return State.FAILED
    if Severity.WARNING in severities:
        return State.WARNED
    return State.NOTED if severities or result.listed else State.PASSED
