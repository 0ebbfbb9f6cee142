"""Real separations by Ghostscript, compared with what is computed without it."""

from __future__ import annotations

import shutil

import pikepdf
import pytest
from reportlab.pdfgen.canvas import Canvas

from kursbuch_press.checks import Known, Tools, Verdict
from kursbuch_press.marks.opening import open_pdf
from kursbuch_press.marks.page_names import page_names
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


class _Shelf(dict[str, bytes]):
    """What is kept of pages."""

    def key(self, *parts: bytes | str) -> str:
        return repr(parts)

    def put(self, key: str, content: bytes) -> None:
        self[key] = content


def _two_pages(first: int, second: int) -> bytes:
    """Give two pages, each with a dark field of its width."""

    def fill(pdf: pikepdf.Pdf) -> None:
        for page, width in zip(pdf.pages, (first, second), strict=True):
            page.contents_add(b"q 0.9 0.9 0.9 0.6 k 60 200 %d 40 re f Q" % width)

    return print_file(Pages(mend=fill, count=2))


def test_a_page_that_was_separated_before_is_not_separated_again() -> None:
    shelf = _Shelf()
    tools = Tools(ghostscript=shutil.which("gs") or not_installed("gs (Debian: ghostscript)"), shelf=shelf)
    files = [_two_pages(10, 20), _two_pages(10, 30), _two_pages(40, 30)]
    for kept, content in enumerate(files, start=2):
        assert judged(content, known=Known("probe.pdf", tools=tools)) == separated(content)
        assert len(shelf) == kept, "one page of each file is new"
    broken = Tools(ghostscript=shutil.which("false"), shelf=shelf)
    assert judged(files[0], known=Known("probe.pdf", tools=broken)).tools == (), "another program knows nothing of them"


def test_pages_are_named_after_what_they_paint() -> None:
    names = []
    for widths in ((10, 20), (10, 30)):
        with open_pdf(_two_pages(*widths)) as pdf:
            names.append(page_names(pdf))
    assert names[0][0] == names[1][0] != ""
    assert len({*names[0], *names[1]}) == 3


def test_a_page_whose_things_hold_each_other_has_no_name() -> None:
    with open_pdf(_two_pages(10, 20)) as pdf:
        ring = pdf.make_indirect(pikepdf.Dictionary(Type=pikepdf.Name.ExtGState))
        ring.Itself = ring
        pdf.pages[0].obj.Resources = pikepdf.Dictionary(ExtGState=pikepdf.Dictionary(G=ring))
        first, second = page_names(pdf)
    assert (first, bool(second)) == ("", True)


def test_the_report_says_who_measured() -> None:
    content = print_file(Pages())
    assert separated(content).tools[0].startswith("Ghostscript ")
    assert judged(content).tools == ()


def test_a_ghostscript_that_fails_leaves_the_computed_bound() -> None:
    verdict = judged(print_file(Pages()), known=Known("probe.pdf", tools=Tools(ghostscript=shutil.which("false"))))
    assert verdict.tools == ()
    assert verdict.passed
