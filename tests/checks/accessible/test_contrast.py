"""Contrast: every text against what it really stands on, not against what stands somewhere on the page."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from pikepdf import Dictionary, Name, Pdf
from PIL import Image
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from kursbuch_press.checks import Finding
from kursbuch_press.checks.accessible.colours import Light, contrast, light_of, read_hex
from kursbuch_press.marks.spaces import CMYK, GREY, RGB, Colour, Space
from kursbuch_press.problems import Severity
from tests.checks.accessible import PAGE, Paper, T, judged, pdf_file, tag

GREY_ON_TINT = (0.5, 0.5, 0.5)
TEXT = [tag("H1", "Ankommen in Sachsen")]
LINE = PAGE[1] - 60
"""The baseline of the first text."""


def findings(paper: Paper, tags: list[T] | None = None) -> list[Finding]:
    verdict = judged(pdf_file(tags or TEXT, paper))
    return [each for each in verdict.findings if each.check == "text-contrast"]


def _fill(colour: tuple[float, float, float], area: tuple[float, float, float, float]) -> Callable[[Canvas], None]:
    def draw(canvas: Canvas) -> None:
        canvas.setFillColorRGB(*colour)
        canvas.rect(*area, stroke=0, fill=1)

    return draw


WHOLE = (0.0, 0.0, PAGE[0], PAGE[1])
ELSEWHERE = (0.0, 0.0, PAGE[0], 100.0)


def test_the_numbers_are_those_of_wcag() -> None:
    black, white = Light(0, 0, 0), Light(1, 1, 1)
    assert contrast(black, white) == pytest.approx(21)
    assert contrast(white, white) == pytest.approx(1)
    grey = read_hex("767676")
    assert grey is not None
    assert contrast(grey, white) == pytest.approx(4.54, abs=0.005)
    assert read_hex("auto") is None


def test_colours_of_all_kinds_become_light() -> None:
    assert light_of(Colour(GREY, (0.5,))) == (0.5, 0.5, 0.5)
    assert light_of(Colour(RGB, (1.0, 0.0, 2.0))) == (1, 0, 1)
    assert light_of(Colour(CMYK, (0.0, 0.0, 0.0, 1.0))) == pytest.approx((0, 0, 0), abs=1e-9)
    assert light_of(Colour(CMYK, (0.0, 0.0, 0.0, 0.0))) == (1, 1, 1)
    index = Space("Indexed", RGB.family, 1, (), RGB, bytes((0, 0, 0, 255, 0, 0)))
    assert light_of(Colour(index, (1.0,))) == (1, 0, 0)
    assert light_of(Colour(GREY, (), "7.0")) is None


def test_grey_on_a_tint_is_too_weak_and_says_both_colours() -> None:
    [finding] = findings(Paper(ground=_fill((0.88, 0.93, 0.97), WHOLE), colour=GREY_ON_TINT))
    assert finding.severity is Severity.ERROR
    assert "3,34 : 1 statt mindestens 4,5 : 1 (#808080 auf #E0EDF7)" in finding.message
    assert str(finding.clause) == "WCAG 1.4.3 · EN 301 549 10.1.4.3"
    assert finding.page == 1


def test_large_text_needs_less() -> None:
    colour = (0.55, 0.55, 0.55)
    assert len(findings(Paper(colour=colour, size=11))) == 1
    assert findings(Paper(colour=colour, size=18)) == []


def test_a_dark_ground_elsewhere_does_not_matter() -> None:
    assert findings(Paper(ground=_fill((0, 0, 0), ELSEWHERE))) == []
    [finding] = findings(Paper(ground=_fill((0, 0, 0), WHOLE)))
    assert "1 : 1" in finding.message


def test_what_is_painted_over_a_ground_hides_it() -> None:
    def ground(canvas: Canvas) -> None:
        _fill((0, 0, 0), WHOLE)(canvas)
        _fill((1, 1, 1), (40, LINE - 20, 300, 40))(canvas)

    assert findings(Paper(ground=ground)) == []


def test_text_beside_a_round_form_does_not_stand_on_its_rectangle() -> None:
    def ground(canvas: Canvas) -> None:
        canvas.setFillColorRGB(0, 0, 0)
        path = canvas.beginPath()
        path.moveTo(0, 0)
        path.lineTo(PAGE[0], 0)
        path.lineTo(0, PAGE[1] * 0.8)
        canvas.drawPath(path, stroke=0, fill=1)
        path = canvas.beginPath()
        path.moveTo(0, PAGE[1])
        path.lineTo(40, PAGE[1])
        path.curveTo(10, PAGE[1] - 100, 10, 300, 0, 100)
        canvas.drawPath(path, stroke=0, fill=1)

    assert findings(Paper(ground=ground)) == []


@pytest.mark.parametrize(("words", "met"), [(",,,,,", False), ("'''''", True)])
def test_what_the_box_of_a_face_meets_does_not_matter(words: str, met: bool) -> None:  # noqa: FBT001 - a column of a table
    """A dark band above commas is behind their boxes, and not behind their ink."""
    ground = _fill((0, 0, 0), (0, LINE + 15, PAGE[0], 40))
    assert bool(findings(Paper(ground=ground, size=60), [tag("H1", words)])) is met


def test_a_translucent_ground_is_mixed_with_the_paper() -> None:
    def ground(canvas: Canvas) -> None:
        canvas.setFillAlpha(0.5)
        _fill((0, 0, 0), WHOLE)(canvas)
        canvas.setFillAlpha(1)

    [finding] = findings(Paper(ground=ground, colour=(0.3, 0.3, 0.3)))
    assert "auf #808080" in finding.message


def test_text_on_a_picture_is_for_people() -> None:
    def ground(canvas: Canvas) -> None:
        canvas.drawImage(ImageReader(Image.new("RGB", (8, 8), "white")), 0, PAGE[1] / 2, PAGE[0], PAGE[1] / 2)

    [finding] = findings(Paper(ground=ground))
    assert finding.severity is Severity.NOTE
    assert "Nicht prüfbar" in finding.message


def test_text_on_a_gradient_is_held_against_both_ends() -> None:
    def ground(canvas: Canvas) -> None:
        from reportlab.lib.colors import Color  # noqa: PLC0415 - a name of its own here

        canvas.linearGradient(0, 0, PAGE[0], 0, (Color(1, 1, 1), Color(0.2, 0.2, 0.2)))

    [finding] = findings(Paper(ground=ground))
    assert finding.severity is Severity.ERROR


def test_decoration_is_exempt_but_seen() -> None:
    def draw(canvas: Canvas) -> None:
        canvas._code.append("/Artifact BMC")  # noqa: SLF001
        canvas.setFillColorRGB(0.9, 0.9, 0.9)
        canvas.setFont("Fira", 11)
        canvas.drawString(60, 50, "Schmuck")
        canvas._code.append("EMC")  # noqa: SLF001

    [finding] = findings(Paper(draw=draw))
    assert finding.severity is Severity.NOTE


def _figure(*colours: tuple[float, float, float]) -> Paper:
    def draw(canvas: Canvas) -> None:
        canvas._code.append("/Figure <</MCID 1>> BDC")  # noqa: SLF001
        for at, colour in enumerate(colours):
            _fill(colour, (60 + 50 * at, 100, 40, 40))(canvas)
        canvas._code.append("EMC")  # noqa: SLF001

    def mend(pdf: Pdf) -> None:
        root = pdf.Root.StructTreeRoot
        figure = pdf.make_indirect(Dictionary(S=Name.Figure, P=root.K[0], K=1, Pg=pdf.pages[0].obj, Alt="Zwei Felder"))
        root.K[0].K.append(figure)
        root.ParentTree.Nums[1].append(figure)

    return Paper(draw=draw, mend=mend)


@pytest.mark.parametrize(
    ("colours", "severity"),
    [
        ([(0, 0, 0)], None),
        ([(0.9, 0.9, 0.9)], Severity.ERROR),
        ([(0, 0, 0), (0.9, 0.9, 0.9)], Severity.NOTE),
    ],
)
def test_a_figure_differs_from_its_ground(colours: list[tuple[float, float, float]], severity: Severity | None) -> None:
    verdict = judged(pdf_file(TEXT, _figure(*colours)))
    told = [each.severity for each in verdict.findings if each.clause.wcag == "1.4.11"]
    assert told == ([] if severity is None else [severity])
