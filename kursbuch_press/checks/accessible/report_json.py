"""The accessibility report for programs."""

from __future__ import annotations

import json
from typing import Any

from kursbuch_press.checks.accessible.outcome import Checked, Clause, Finding, ReadableVerdict

FORMAT = 1
"""Counted up when a key changes its meaning."""


def readable_report_json(verdict: ReadableVerdict) -> str:
    """Write a verdict with all its findings; the same verdict gives the same text."""
    written = {
        "format": FORMAT,
        "file": verdict.name,
        "kind": verdict.kind,
        "title": verdict.title,
        "language": verdict.language,
        "pages": verdict.pages,
        "passed": verdict.passed,
        "checks": [_check(check) for check in verdict.checks],
    }
    return json.dumps(written, ensure_ascii=False, indent=1) + "\n"


def _check(check: Checked) -> dict[str, Any]:
    return {
        "id": check.check,
        "title": check.title,
        "rule": check.rule,
        "clauses": [_clause(clause) for clause in check.clauses],
        "state": str(check.state),
        "measured": check.measured,
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


def _finding(finding: Finding) -> dict[str, Any]:
    spot = finding.spot
    return {
        "clause": _clause(finding.clause),
        "severity": str(finding.severity),
        "message": finding.message,
        "page": finding.page,
        "place": finding.place,
        "spot_mm": [spot.left, spot.top, spot.width, spot.height] if spot else None,
    }
