"""The report for programs."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from kursbuch_press.checks.findings import Checked, Clause, Finding, Kind, Note, Verdict
from kursbuch_press.checks.wording.report import NOT_CHECKED

FORMAT = 2
"""Counted up when a key changes its meaning."""


def report_json(verdict: Verdict, notes: Sequence[Note] = ()) -> str:
    """Write a verdict with all its findings, and what its makers note; the same verdict gives the same text."""
    return json.dumps(written(verdict, notes), ensure_ascii=False, indent=1) + "\n"


def written(verdict: Verdict, notes: Sequence[Note] = ()) -> dict[str, Any]:
    """Give what the report says, as programs read it."""
    about = verdict.about
    if about.kind is Kind.PRINT:
        answers = {"printer": about.printer, "part": about.part, "technical": verdict.passed, "released": verdict.released}
    else:
        answers = {"title": about.title, "language": about.language, "passed": verdict.passed}
    return {
        "format": FORMAT,
        "file": about.name,
        "kind": str(about.kind),
        **answers,
        "pages": len(verdict.pages),
        "tools": list(verdict.tools),
        "checks": [_check(check) for check in verdict.checks],
        "measured": dict(verdict.measured),
        "not_checked": list(NOT_CHECKED) if about.kind is Kind.PDF else [],
        "notes": [_note(note) for note in notes],
    }


def _check(check: Checked) -> dict[str, Any]:
    return {
        "id": check.check,
        "title": check.title,
        "rule": check.rule,
        "clauses": [_clause(clause) for clause in check.clauses],
        "state": str(check.state),
        "measured": check.measured,
        "limit": check.limit,
        "unchecked": check.unchecked,
        "question": check.question,
        "findings": [_finding(finding) for finding in check.findings],
        "listed": list(check.listed),
    }


def _clause(clause: Clause) -> dict[str, str]:
    named = {
        "matterhorn": clause.matterhorn,
        "wcag": clause.wcag,
        "en_301_549": clause.en,
        "standard": clause.standard,
    }
    return {name: number for name, number in named.items() if number}


def _note(note: Note) -> dict[str, Any]:
    return {"id": note.id, "title": note.title, "warning": note.warning, "lines": list(note.lines)}


def _finding(finding: Finding) -> dict[str, Any]:
    spot = finding.spot
    return {
        "page": finding.page,
        "folio": finding.folio,
        "severity": str(finding.severity),
        "message": finding.message,
        "measured": finding.measured,
        "limit": finding.limit,
        "place": finding.place,
        "source": finding.source,
        "spot_mm": [spot.left, spot.top, spot.width, spot.height] if spot else None,
        "clause": _clause(finding.clause),
    }
