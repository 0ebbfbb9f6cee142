"""Judging finished files: what a printer would send back, and whether everybody can read them.

``judge_print`` and ``judge_readable`` open a file once and show it to the checks of their room; both give the same kind of
verdict, from which ``report`` writes.
"""

from __future__ import annotations

from kursbuch_press.checks.accessible.judging import judge_readable, script_of
from kursbuch_press.checks.findings import Checked, CheckState, Finding, Note, Verdict
from kursbuch_press.checks.print.judging import judge_print
from kursbuch_press.checks.print.wish import Known, PrintWish
from kursbuch_press.checks.report import Pictures, draw_pictures, report_html, report_json
from kursbuch_press.checks.tools import Tools

__all__ = [
    "CheckState",
    "Checked",
    "Finding",
    "Known",
    "Note",
    "Pictures",
    "PrintWish",
    "Tools",
    "Verdict",
    "draw_pictures",
    "judge_print",
    "judge_readable",
    "report_html",
    "report_json",
    "script_of",
]
