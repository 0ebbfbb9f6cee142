"""The report: for people in German, for programs as JSON, and the same each time."""

from __future__ import annotations

import json
import re
import sys
from functools import cache

import pikepdf
import pytest
from lxml import html
from reportlab.pdfgen.canvas import Canvas

from kursbuch_press.checks import Pictures, Tools, Verdict, draw_pictures, report_html, report_json
from kursbuch_press.checks.accessible import by_people
from kursbuch_press.checks.accessible.pdf import CHECKS as PDF_CHECKS
from kursbuch_press.checks.accessible.word import CHECKS as WORD_CHECKS
from kursbuch_press.checks.findings import Kind
from kursbuch_press.checks.print import CHECKS
from kursbuch_press.checks.wording.remedies import remedy_for
from kursbuch_press.checks.wording.titles import TITLES
from tests.checks import Pages, judged, print_file
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
