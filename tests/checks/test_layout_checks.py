"""Checks that need the layout: fed with facts that name one fault each."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from PIL import Image
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from kursbuch_press.book.edition import Body, DraftSettings, Edition, Imprint, Statement
from kursbuch_press.checks import CheckState, Known, Verdict
from kursbuch_press.compose.laid_out import LaidLine, LaidOut, LaidPage, LineRole, Rectangle
from kursbuch_press.marks.geometry import MM
from tests.checks import Pages, judged, print_file, warned

AREA = Rectangle(24, 20, 106, 166)
NAMES = ("notes", "widows", "headings", "overflow", "hyphenation")


def line(number: int, *, paragraph: int, text: str = "Ankommen und bleiben", role: LineRole = LineRole.TEXT) -> LaidLine:
    return LaidLine(
        text,
        Rectangle(24, 20 + 4.6 * number, 106, 4.6),
        9.6,
        role,
        "lage",
        "lage/p1",
        paragraph,
        106,
    )


def page(number: int, *lines: LaidLine) -> LaidPage:
    return LaidPage(number, str(number), "lage", AREA, lines)


def laid(*pages: LaidPage) -> LaidOut:
    """Pages of a layout, filled to four."""
    whole = [page(n, line(0, paragraph=90 + n), line(1, paragraph=90 + n)) for n in range(len(pages) + 1, 5)]
    return LaidOut((*pages, *whole))


def verdict_on(*pages: LaidPage, known: Known | None = None) -> Verdict:
    return judged(print_file(Pages()), laid_out=laid(*pages), known=known)


def states(verdict: Verdict) -> dict[str, CheckState]:
    return {check.check: check.state for check in verdict.checks if check.check in NAMES}


def test_without_the_layout_its_checks_say_that_they_cannot_judge() -> None:
    verdict = judged(print_file(Pages()))
    assert set(states(verdict).values()) == {CheckState.UNCHECKED}
    assert verdict.passed
    assert all(check.unchecked.startswith("nicht prüfbar") for check in verdict.checks if check.check in NAMES)


def test_a_sound_layout_passes() -> None:
    first = page(1, *(line(n, paragraph=1) for n in range(3)))
    second = page(2, *(line(n, paragraph=1) for n in range(2)))
    assert set(states(verdict_on(first, second)).values()) == {CheckState.PASSED}


def test_a_note_on_another_page_than_its_call_is_caught() -> None:
    verdict = verdict_on(replace(page(1), calls=("1",)), replace(page(2), notes=("1",)))
    found = [finding for finding in verdict.findings if finding.check == "notes"]
    assert [finding.page for finding in found] == [1, 2]
    assert not verdict.passed


def test_a_single_first_line_at_the_foot_is_told() -> None:
    verdict = verdict_on(page(1, line(35, paragraph=1)), page(2, *(line(n, paragraph=1) for n in range(3))))
    assert [(f.page, f.check) for f in verdict.findings if f.check == "widows"] == [(1, "widows")]
    assert verdict.passed


def test_a_single_last_line_at_the_head_of_a_column_is_told() -> None:
    column = (line(34, paragraph=1), line(35, paragraph=1), line(0, paragraph=1))
    verdict = verdict_on(page(1, *column))
    assert [finding.page for finding in verdict.findings if finding.check == "widows"] == [1]


def test_the_repeated_head_of_a_table_is_no_paragraph_that_goes_on() -> None:
    verdict = verdict_on(page(1, line(30, paragraph=1)), page(2, line(0, paragraph=2)))
    assert states(verdict)["widows"] is CheckState.PASSED


def test_a_heading_at_the_foot_is_told() -> None:
    heading = line(35, paragraph=1, text="Ziele", role=LineRole.HEADING)
    assert states(verdict_on(page(1, heading)))["headings"] is CheckState.WARNED


def test_a_heading_with_text_below_is_none() -> None:
    heading = line(10, paragraph=1, text="Ziele", role=LineRole.HEADING)
    text = (line(11, paragraph=2), line(12, paragraph=2))
    assert states(verdict_on(page(1, heading, *text)))["headings"] is CheckState.PASSED


def test_a_line_wider_than_its_column_is_caught() -> None:
    wide = replace(line(3, paragraph=1), measure=90)
    assert states(verdict_on(page(1, wide)))["overflow"] is CheckState.FAILED


def test_a_line_outside_the_type_area_is_caught_but_not_a_folio() -> None:
    below = line(40, paragraph=1)
    assert states(verdict_on(page(1, below)))["overflow"] is CheckState.FAILED
    assert states(verdict_on(page(1, replace(below, role=LineRole.FOLIO))))["overflow"] is CheckState.PASSED


@pytest.mark.parametrize(("height", "state"), [(160, CheckState.PASSED), (180, CheckState.FAILED)])
def test_a_picture_that_runs_out_of_the_type_area_is_caught(height: float, state: CheckState) -> None:
    def draw(canvas: Canvas) -> None:
        picture = ImageReader(Image.new("CMYK", (1300, 2300), (0, 0, 0, 90)))
        canvas.drawImage(picture, 24 * MM, (210 - 20 - height) * MM, 80 * MM, height * MM)

    layout = laid(page(1, line(0, paragraph=1), line(1, paragraph=1)))
    assert states(judged(print_file(Pages(draw)), laid_out=layout))["overflow"] is state


def test_a_blank_page_is_a_fault_unless_it_is_blank_on_purpose() -> None:
    content = print_file(Pages(mend=lambda pdf: setattr(pdf.pages[1], "Contents", pdf.make_stream(b""))))
    layout = laid()
    verdict = judged(content, laid_out=layout)
    assert [finding.page for finding in verdict.findings if finding.check == "empty-pages"] == [2]
    meant = tuple(replace(each, blank_on_purpose=each.number == 2) for each in layout.pages)
    assert "empty-pages" not in {finding.check for finding in judged(content, laid_out=LaidOut(meant)).findings}


def _broken(before: str, after: str, edition: Edition) -> Verdict:
    first = replace(line(0, paragraph=1, text=f"Dort hilft die {before}\N{HYPHEN}"), broken=True)
    text = (first, line(1, paragraph=1, text=f"{after}. Danach"))
    return verdict_on(page(1, *text), known=Known(name="probe.pdf", edition=edition))


def test_a_break_against_the_exceptions_is_told(edition: Edition) -> None:
    verdict = _broken("Flüchtlingssozi", "alarbeit", edition)
    assert "hyphenation" in warned(verdict)


def test_breaks_are_listed_for_the_proofreader(edition: Edition) -> None:
    verdict = _broken("Flüchtlings", "sozialarbeit", edition)
    listed = next(check.listed for check in verdict.checks if check.check == "hyphenation")
    assert listed == ("Flüchtlings-sozialarbeit (Seite 1)",)
    assert "hyphenation" not in warned(verdict)


@pytest.fixture
def edition() -> Edition:
    """The part of an edition that the checks read."""
    read: dict[str, Any] = {
        "muster": False,
        "draft": DraftSettings.model_validate({"name": "Entwurf", "state": "geprüft"}),
        "web_address": "https://www.sachsen.de/",
        "hyphenation": ("Flücht-lings-sozial-arbeit",),
    }
    return Edition.model_construct(**read)


@pytest.fixture
def imprint() -> Imprint:
    body = Body(name="Landesstelle", address=("Straße 1", "01097 Dresden"))
    return Imprint(
        publisher=body,
        printer=body,
        distribution=Statement.model_validate({"text": "Nicht zur Wahlwerbung."}),
    )


def _released(edition: Edition | None, imprint: Imprint | None) -> bool:
    return judged(print_file(Pages()), known=Known("probe.pdf", edition, imprint)).released


def test_a_complete_imprint_may_be_distributed(edition: Edition, imprint: Imprint) -> None:
    assert _released(edition, imprint)


def test_a_foreign_file_is_never_released() -> None:
    assert not _released(None, None)


@pytest.mark.parametrize("part", ["publisher", "printer", "distribution"])
def test_an_imprint_with_a_gap_is_not_released(part: str, edition: Edition, imprint: Imprint) -> None:
    assert not _released(edition, imprint.model_copy(update={part: None}))


@pytest.mark.parametrize("part", ["publisher", "printer", "distribution"])
def test_a_sample_in_the_imprint_is_not_released(part: str, edition: Edition, imprint: Imprint) -> None:
    sample = getattr(imprint, part).model_copy(update={"muster": True})
    assert not _released(edition, imprint.model_copy(update={part: sample}))


@pytest.mark.parametrize(
    "change",
    [
        {"muster": True},
        {"web_address": "https://kursbuch.example/"},
        {"web_address": "http://www.example.org/a"},
    ],
)
def test_a_sample_edition_is_not_released(change: dict[str, object], edition: Edition, imprint: Imprint) -> None:
    assert not _released(edition.model_copy(update=change), imprint)
