"""Judging whether everybody can read a finished PDF or Word file, with the clause of every rule.

``judge_readable`` opens a file once and shows it to the checks in ``pdf`` or ``word``.
"""

from __future__ import annotations

from kursbuch_press.checks.accessible.judging import judge_readable
from kursbuch_press.checks.accessible.outcome import Checked, Clause, Finding, ReadableVerdict, State
from kursbuch_press.checks.accessible.report_html import readable_report_html
from kursbuch_press.checks.accessible.report_json import readable_report_json

__all__ = [
    "Checked",
    "Clause",
    "Finding",
    "ReadableVerdict",
    "State",
    "judge_readable",
    "readable_report_html",
    "readable_report_json",
]
