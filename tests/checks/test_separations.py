"""Real separations by Ghostscript, compared with what is computed without it."""

from __future__ import annotations

import shutil

import pytest
from reportlab.pdfgen.canvas import Canvas

from kursbuch_press.checks import Known, Tools, Verdict
from tests.checks import Draw, Pages, faults, judged, print_file
from tests.checks.test_fault_files import (
    too_much_ink,
    too_much_ink_in_a_gradient,
    too_much_ink_in_a_jpeg,
    too_much_ink_in_a_picture,
)
from tests.judges import not_installed

TOO_MUCH = [too_much_ink, too_much_ink_in_a_gradient, too_much_ink_in_a_picture, too_much_ink_in_a_jpeg]
pytestmark = pytest.mark.judge


def separated(content: bytes) -> Verdict:
    ghostscript = shutil.which("gs") or not_installed("gs (Debian: ghostscript)")
    return judged(content, known=Known("probe.pdf", tools=Tools(ghostscript=ghostscript)))


def highest(verdict: Verdict) -> float:
    """The highest ink of the first page in percent."""
    pages = verdict.measured["ink"]["pages"]  # type: ignore[index]
    return float(pages[0]["highest"])


def test_text_pages_are_on_the_black_plate_only() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.setFillColorCMYK(0, 0, 0, 0)
        canvas.rect(-20, -20, 600, 700, stroke=0, fill=1)
        canvas.setFillColorCMYK(0, 0, 0, 1)
        canvas.drawString(60, 300, "nur Schwarz")

    measured = separated(print_file(Pages(draw))).measured["ink"]
    coverage = measured["pages"][0]["coverage"]  # type: ignore[index]
    assert (coverage["Cyan"], coverage["Magenta"], coverage["Yellow"]) == (0, 0, 0)
    assert coverage["Black"] > 0


@pytest.mark.parametrize("draw", TOO_MUCH)
def test_too_much_ink_is_measured_and_computed_alike(draw: Draw) -> None:
    content = print_file(Pages(draw))
    real, computed = separated(content), judged(content)
    assert faults(real) == faults(computed) == {"ink"}
    assert highest(real) == pytest.approx(330, abs=2)
    assert highest(computed) == pytest.approx(highest(real), abs=2)


def test_overprinting_black_adds_to_the_colour_below() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.setFillColorCMYK(0.8, 0.7, 0.6, 0.2)
        canvas.rect(60, 200, 80, 40, stroke=0, fill=1)
        canvas.setFillOverprint(True)
        canvas.setOverprintMask(True)
        canvas.setFillColorCMYK(0, 0, 0, 1)
        canvas.rect(70, 210, 40, 20, stroke=0, fill=1)

    content = print_file(Pages(draw))
    assert highest(judged(content)) == pytest.approx(310, abs=1)
    assert "ink" in faults(judged(content))


def test_the_report_says_who_measured() -> None:
    content = print_file(Pages())
    assert separated(content).tools[0].startswith("Ghostscript ")
    assert judged(content).tools == ()


def test_a_ghostscript_that_fails_leaves_the_computed_bound() -> None:
    verdict = judged(print_file(Pages()), known=Known("probe.pdf", tools=Tools(ghostscript=shutil.which("false"))))
    assert verdict.tools == ()
    assert verdict.passed
