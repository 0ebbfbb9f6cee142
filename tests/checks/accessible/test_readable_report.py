"""The accessibility report: whole, German, the same every time, and itself accessible."""

from __future__ import annotations

import json
import re
from itertools import pairwise

from lxml import html

from kursbuch_press.checks import report_html, report_json
from kursbuch_press.checks.accessible.pdf import CHECKS as PDF_CHECKS
from kursbuch_press.checks.accessible.word import CHECKS as WORD_CHECKS
from kursbuch_press.checks.wording.accessible import TITLES
from tests.checks.accessible import cell, judged, pdf_file, picture, table, tag, word_file

FAULTY = pdf_file([tag("H1", "Ankommen"), tag("Figure", "[Bild]"), table(tag("TR", cell("TD", "a"), cell("TD", "b <i>")))])


def test_the_same_file_gives_the_same_report() -> None:
    assert report_html(judged(FAULTY)) == report_html(judged(FAULTY))
    assert report_json(judged(FAULTY)) == report_json(judged(FAULTY))


def test_the_report_names_rule_clause_and_page() -> None:
    text = report_html(judged(FAULTY))
    assert "Eine Abbildung hat keinen Alternativtext." in text
    assert "Matterhorn 13-004 · WCAG 1.1.1 · EN 301 549 10.1.1.1" in text
    assert "Maschinell prüfbare Regeln erfüllt: nein" in text
    assert "Was ein Mensch noch ansehen muss" in text


def test_the_report_is_accessible_itself() -> None:
    page = html.fromstring(report_html(judged(FAULTY)).encode())
    assert page.get("lang") == "de"
    assert page.findtext(".//title") == "Prüfbericht zur Barrierefreiheit: probe"
    levels = [int(str(each.tag)[1]) for each in page.iter("h1", "h2", "h3")]
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))
    assert all(each.get("scope") for each in page.iter("th"))
    assert page.find(".//main") is not None
    ids = [each.get("id") for each in page.iter() if each.get("id")]
    assert len(ids) == len(set(ids))
    assert {each.get("href", "").removeprefix("#") for each in page.iter("a")} <= set(ids)
    assert not re.search(r'(src|href)="(?!#)', report_html(judged(FAULTY)))


def test_text_of_the_file_is_no_html() -> None:
    verdict = judged(word_file(picture("<b>fett</b>.png".replace("<", "&lt;"))))
    assert "<b>fett" not in report_html(verdict)


def test_programs_find_every_clause() -> None:
    written = json.loads(report_json(judged(FAULTY)))
    figures = next(check for check in written["checks"] if check["id"] == "figures")
    assert figures["state"] == "failed"
    assert figures["findings"][0]["clause"] == {"matterhorn": "13-004", "wcag": "1.1.1", "en_301_549": "10.1.1.1"}
    assert (written["kind"], written["passed"], written["language"]) == ("pdf", False, "de-DE")


def test_every_check_has_its_words_and_its_clauses() -> None:
    known = {check.id: check.clauses for check in PDF_CHECKS} | {check.id: check.clauses for check in WORD_CHECKS}
    assert set(known) == set(TITLES)
    assert all(known.values())
    # The Matterhorn Protocol knows nothing of the second part of PDF/UA: there the standard itself is named.
    second = "ISO 14289-2, "
    every = [clause for clauses in known.values() for clause in clauses]
    assert all(clause.matterhorn or clause.wcag or clause.standard.startswith(second) for clause in every)
