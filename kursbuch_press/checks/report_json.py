"""The report for programs."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from kursbuch_press.checks.findings import Checked, Finding, Note, Verdict

FORMAT = 1
"""Counted up when a key changes its meaning."""


def report_json(verdict: Verdict, notes: Sequence[Note] = ()) -> str:
    """Write a verdict with all its findings, and what its makers note; the same verdict gives the same text."""
    written = {
        "format": FORMAT,
        "file": verdict.name,
        "printer": verdict.printer,
        "technical": verdict.technical,
        "released": verdict.released,
        "pages": len(verdict.pages),
        "tools": list(verdict.tools),
        "checks": [_check(check) for check in verdict.checks],
        "measured": dict(verdict.measured),
        "notes": [_note(note) for note in notes],
    }
    return json.dumps(written, ensure_ascii=False, indent=1) + "\n"


def _check(check: Checked) -> dict[str, Any]:
    return {
        "id": check.check,
        "title": check.title,
        "rule": check.rule,
        "state": str(check.state),
        "measured": check.measured,
        "limit": check.limit,
        "unchecked": check.unchecked,
        "findings": [_finding(finding) for finding in check.findings],
        "listed": list(check.listed),
    }


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
        "spot_mm": [spot.left, spot.top, spot.width, spot.height] if spot else None,
    }
