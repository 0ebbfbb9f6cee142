"""The report of a verdict, of whatever kind: one HTML file for people, with pictures of the pages, and JSON for programs."""

from __future__ import annotations

from kursbuch_press.checks.report.html import report_html
from kursbuch_press.checks.report.json import report_json
from kursbuch_press.checks.report.pictures import Pictures, draw_pictures

__all__ = ["Pictures", "draw_pictures", "report_html", "report_json"]
