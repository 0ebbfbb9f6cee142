"""The report: for people in German, for programs as JSON, and the same each time."""

from __future__ import annotations

import json
import re
import sys
from dataclasses import replace
from functools import cache

import pikepdf
import pytest
from lxml import html
from reportlab.pdfgen.canvas import Canvas

from kursbuch_press.checks import Pictures, Tools, Verdict, draw_pictures, judge_readable, report_html, report_json
from kursbuch_press.checks.accessible import by_people
from kursbuch_press.checks.accessible.pdf import CHECKS as PDF_CHECKS
from kursbuch_press.checks.accessible.word import CHECKS as WORD_CHECKS
from kursbuch_press.checks.findings import Kind
from kursbuch_press.checks.print import CHECKS
from kursbuch_press.checks.wording.remedies import remedy_for
from kursbuch_press.checks.wording.report import CLAUSES, REMEDY
from kursbuch_press.checks.wording.titles import TITLES
from tests.checks import Pages, judged, print_file
from tests.checks.accessible import pdf_file, tag
from tests.checks.test_fault_files import rgb_black, text_in_the_safe_area
from tests.judges import program


@cache
def faulty() -> tuple[bytes, Verdict]:
    def draw(canvas: Canvas) -> None:
        rgb_black(canvas)
        text_in_the_safe_area(canvas)

    content = print_file(Pages(draw))
    return content, judged(content)


def test_every_check_has_a_title_and_a_rule() -> None:
    assert [check.id for check in CHECKS if check.id not in TITLES] == []
    assert len({check.id for check in CHECKS}) == len(CHECKS) == len(TITLES)


def test_every_check_says_a_way_out() -> None:
    without = [check.id for check in CHECKS if not remedy_for(Kind.PRINT, check.id)]
    people = (by_people.TAGS, by_people.READ_ALOUD, by_people.COLOUR, by_people.SENSES, by_people.LANGUAGE)
    asked = {check.id for check in people}
    reading = {check.id for check in PDF_CHECKS} | {check.id for check in WORD_CHECKS}
    assert without == sorted(each for each in reading - asked if not remedy_for(Kind.PDF, each)) == []
    assert remedy_for(Kind.PDF, "headings") != remedy_for(Kind.PRINT, "headings")


def test_the_report_names_each_fault_with_page_measure_and_limit() -> None:
    text = html.fromstring(report_html(faulty()[1])).text_content()
    assert "Technisch druckfertig: nein" in text
    assert "„zu weit unten“ steht zu nah am Beschnitt." in text
    assert "5\N{NO-BREAK SPACE}mm" in text
    assert "Ohne Bilder" in text


def _rows(verdict: Verdict, check: str) -> list[list[str]]:
    """Give the table of findings of a check, cell by cell, its head first."""
    head = html.fromstring(report_html(verdict)).get_element_by_id(check)
    table = next(each for each in head.itersiblings() if each.tag == "table")
    return [[cell.text_content().strip() for cell in row.iter("th", "td")] for row in table.iter("tr")]


def _sourced(verdict: Verdict, *sources: str) -> Verdict:
    """Say of a verdict that its one finding about the safe area is on as many pages, each from a line of its own."""
    checks = []
    for check in verdict.checks:
        found = check.findings
        if check.check == "safe-area":
            found = tuple(replace(found[0], page=page, source=each) for page, each in enumerate(sources, start=1))
        checks.append(replace(check, findings=found))
    return replace(verdict, checks=tuple(checks))


def test_each_table_says_a_way_out_above_it() -> None:
    behind = html.fromstring(report_html(faulty()[1])).get_element_by_id("safe-area").itersiblings()
    said = [(each.get("class"), each.text_content()) for each in behind][:3]
    assert said[1] == ("remedy", f"{REMEDY} {remedy_for(Kind.PRINT, 'safe-area')}")
    assert said[2][0] == "findings"


def test_a_finding_names_its_place_on_the_page_and_in_the_sources() -> None:
    place = _rows(_sourced(faulty()[1], "sources/chapters/a.yaml:7:3"), "safe-area")[1][5]
    assert re.fullmatch(r"\d.* mm von links, .*; sources/chapters/a\.yaml:7:3", place.replace("\N{NO-BREAK SPACE}", " ")), place


def test_a_finding_on_several_pages_names_each_line_once_and_not_more_than_three() -> None:
    lines = [f"sources/chapters/a.yaml:{number}:3" for number in (7, 7, 8, 9, 10)]
    _, row = _rows(_sourced(faulty()[1], *lines), "safe-area")
    assert (row[0], row[5]) == ("1–5", "; ".join([lines[0], *lines[2:4]]))


def test_the_numbers_of_standards_stand_behind_what_was_found() -> None:
    head, first, *_ = _rows(judge_readable(pdf_file([tag("H1", "Ankommen"), tag("Figure", "[Bild]")])), "figures")
    assert head[-1] == CLAUSES
    assert first[1] == "Eine Abbildung hat keinen Alternativtext."
    assert first[-1].startswith("Matterhorn 13-004")
    assert not any("Matterhorn" in cell for cell in first[:-1])


def test_the_report_shows_each_page_and_frames_the_faults() -> None:
    content, verdict = faulty()
    pictures = draw_pictures(content, verdict, Tools())
    tree = html.fromstring(report_html(verdict, pictures))
    assert len(tree.cssselect(".contact img")) == 4
    assert len(tree.cssselect("figure")) == 1
    assert len(tree.cssselect("figure .spot")) == 3


def test_the_report_is_accessible_and_needs_nothing_from_outside() -> None:
    content, verdict = faulty()
    written = report_html(verdict, draw_pictures(content, verdict, Tools()))
    tree = html.fromstring(written)
    assert tree.get("lang") == "de"
    assert [image for image in tree.iter("img") if not image.get("alt")] == []
    assert [cell for cell in tree.iter("th") if not cell.get("scope")] == []
    assert [element.tag for element in tree.iter("h1", "h2", "h3")][:2] == ["h1", "h2"]
    assert re.findall(r"""(?:src|href)=["'](?!data:image/png;base64,|#)""", written) == []
    assert "url(" not in written
    targets = {element.get("id") for element in tree.iter() if element.get("id")}
    assert [link.get("href") for link in tree.iter("a") if str(link.get("href"))[1:] not in targets] == []


def test_a_text_of_the_file_is_never_markup() -> None:
    def mend(pdf: pikepdf.Pdf) -> None:
        pdf.Root.OutputIntents[0].OutputConditionIdentifier = pikepdf.String("<script>alert(1)</script>")

    written = report_html(judged(print_file(Pages(mend=mend))))
    assert "<script" not in written
    assert "&lt;script&gt;" in written


def test_the_json_holds_all_findings() -> None:
    verdict = faulty()[1]
    report = json.loads(report_json(verdict))
    assert (report["technical"], report["released"], report["pages"]) == (False, False, 4)
    found = {check["id"]: check["findings"] for check in report["checks"] if check["state"] == "failed"}
    assert set(found) == {"colour-space", "black-text", "safe-area"}
    assert found["safe-area"][0]["page"] == 1


def test_the_same_file_gives_the_same_report() -> None:
    content, verdict = faulty()
    again = judged(content)
    assert report_json(again) == report_json(verdict)
    first, second = (draw_pictures(content, verdict, Tools()) for _ in range(2))
    assert report_html(again, first) == report_html(verdict, second)


@pytest.mark.judge
def test_poppler_draws_where_pdfium_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    content, verdict = faulty()
    monkeypatch.setitem(sys.modules, "pypdfium2", None)
    pictures = draw_pictures(content, verdict, Tools(pdftoppm=program("pdftoppm", "poppler-utils")))
    assert (list(pictures.small), list(pictures.large)) == ([1, 2, 3, 4], [1])


def test_without_a_renderer_the_report_says_so() -> None:
    assert "weder pypdfium2 noch pdftoppm" in report_html(faulty()[1], Pictures())
