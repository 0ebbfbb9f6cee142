"""Every condition of the Matterhorn Protocol that a machine can check is checked, or the report says that it is not."""

from __future__ import annotations

import json

from kursbuch_press.checks import judge_readable, report_html, report_json
from kursbuch_press.checks.accessible.pdf import CHECKS
from kursbuch_press.checks.wording.report import NOT_CHECKED
from tests.checks.accessible import pdf_file, word_file

MACHINE = {
    "01": (3, 4, 5, 7), "02": (1, 3, 4), "06": (1, 2, 3), "07": (1, 2), "09": (4, 5, 6, 7, 8), "10": (1,),
    "11": (1, 2, 3, 4, 5, 6), "13": (4,), "14": (2, 3, 6, 7), "15": (3,), "17": (2, 3), "19": (3, 4), "20": (1, 2, 3),
    "21": (1,), "25": (1,), "26": (1, 2), "28": (2, 4, 5, 6, 7, 8, 9, 10, 11, 12, 14, 15, 16, 17, 18), "30": (1, 2),
    "31": (*range(1, 10), *range(11, 31)),
}  # fmt: skip
"""Matterhorn Protocol 1.1, PDF Association: conditions whose way of checking is „machine“, by checkpoint."""

ELSEWHERE = {
    "17-003": "letters of formulas are asked as those of all text, under 10-001 and 31-027",
    "26-001": "an encrypted file without permissions is opened by nobody: a sentence, no verdict",
    "28-006": "28-002 and 28-004 are asked of every kind of annotation, also of unknown ones",
    "28-016": "files pinned to a page are asked as embedded ones are, under 21-001",
}


def test_each_condition_is_checked_or_named_as_not_checked() -> None:
    wanted = {f"{point}-{number:03}" for point, numbers in MACHINE.items() for number in numbers}
    cited = {clause.matterhorn for check in CHECKS for clause in check.clauses}
    assert len(wanted) == 87
    assert wanted - cited == {*NOT_CHECKED, *ELSEWHERE}
    assert not set(NOT_CHECKED) & set(ELSEWHERE)


def test_the_report_names_what_is_not_checked() -> None:
    verdict = judge_readable(pdf_file(), "probe.pdf")
    for number, what in NOT_CHECKED.items():
        assert f"{number} ({what})" in report_html(verdict)
    assert json.loads(report_json(verdict))["not_checked"] == list(NOT_CHECKED)
    word = judge_readable(word_file(), "probe.docx")
    assert json.loads(report_json(word))["not_checked"] == []
    assert "von der Presse nicht geprüft" not in report_html(word)
