"""Judging finished files: what a printer would send back, before it is sent.

``judge_print`` reads a PDF once (``interpreter``) and shows it to the checks in ``printing``; a check for
screens or Word files gets a list of its own beside it.
"""

from __future__ import annotations

from kursbuch_press.checks.findings import Checked, Finding, Note, State, Verdict
from kursbuch_press.checks.judging import judge_print
from kursbuch_press.checks.pictures import Pictures, draw_pictures
from kursbuch_press.checks.report_html import report_html
from kursbuch_press.checks.report_json import report_json
from kursbuch_press.checks.wish import Known, PrintWish, Tools

__all__ = [
    "Checked",
    "Finding",
    "Known",
    "Note",
    "Pictures",
    "PrintWish",
    "State",
    "Tools",
    "Verdict",
    "draw_pictures",
    "judge_print",
    "report_html",
    "report_json",
]
