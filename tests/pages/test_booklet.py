"""The booklet for an office printer."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pikepdf
import pypdf
import pytest
from hypothesis import given
from hypothesis import strategies as st
from reportlab.pdfgen.canvas import Canvas

from kursbuch_press.pages.booklet import A4, MM, impose, in_cover, order


def _pages(count: int, bleed: float = 3) -> bytes:
    """Let reportlab draw pages of A5 with bleed and a figure in the middle of each."""
    file = BytesIO()
    edge = bleed * MM
    canvas = Canvas(file, pagesize=(148 * MM, 210 * MM), invariant=True)
    canvas.setTitle("Kursbuch")
    for number in range(1, count + 1):
        canvas.drawString(74 * MM, 105 * MM, f"Seite {number}")
        canvas.linkURL("https://kursbuch.example/", (0, 0, 50, 50))
        canvas.showPage()
    canvas.save()
    with pikepdf.open(file) as pdf:
        for page in pdf.pages:
            page.trimbox = page.mediabox
            page.mediabox = pikepdf.Rectangle(-edge, -edge, 148 * MM + edge, 210 * MM + edge)
        made = BytesIO()
        pdf.save(made)
    return made.getvalue()


def test_eight_pages_are_two_sheets() -> None:
    assert order(8, 0) == [(7, 0), (1, 6), (5, 2), (3, 4)]


def test_a_last_signature_is_only_as_thick_as_it_must_be() -> None:
    assert order(10, 8)[4:] == [(None, 8), (9, None)]


@given(st.integers(0, 200), st.sampled_from([0, 4, 8, 12, 16, 32]))
def test_every_page_is_there_once_and_reads_in_order_when_folded(pages: int, signature: int) -> None:
    sides = order(pages, signature)
    assert sorted(page for side in sides for page in side if page is not None) == list(range(pages))
    assert len(sides) % 2 == 0
    for front, back in zip(sides[::2], sides[1::2], strict=True):
        # A leaf: what is right on the front has its next page left on the back.
        if front[1] is not None and back[0] is not None:
            assert back[0] == front[1] + 1
        if front[0] is not None and back[1] is not None:
            assert front[0] == back[1] + 1


@given(st.integers(3, 200), st.sampled_from([0, 4, 16]))
def test_in_a_cover_the_book_begins_on_the_right_and_the_back_is_outside(pages: int, signature: int) -> None:
    leaves = in_cover(pages)
    assert [page for page in leaves if page is not None] == list(range(pages))
    assert len(leaves) % 4 == 0
    assert (leaves[:3], leaves[-2:]) == ((0, None, 1), (None, pages - 1))
    sides = order(len(leaves), signature)
    assert all(place is not None for side in sides for place in side)
    for number, page in enumerate(leaves):
        if page is not None and 0 < page < pages - 1:
            (right,) = (side.index(number) for side in sides if number in side)
            assert right == page % 2, "a page with an odd folio is a right-hand page"


@pytest.mark.parametrize("signature", [-4, 2, 6])
def test_a_signature_that_cannot_be_folded_is_refused(signature: int) -> None:
    with pytest.raises(ValueError, match="cannot be folded"):
        order(8, signature)


def test_pages_stand_at_full_size_at_the_fold_of_a4(tmp_path: Path) -> None:
    file = tmp_path / "booklet.pdf"
    file.write_bytes(impose(_pages(8), A4, 0))
    with pikepdf.open(file) as pdf:
        assert len(pdf.pages) == 4
        assert [round(float(value) / MM) for value in pdf.pages[0].mediabox.as_list()] == [0, 0, 297, 210]
        content = pdf.pages[0].Contents.read_bytes().decode()
        assert "1 0 0 1 1.4173 0.0000 cm /Page0 Do" in content  # half a millimetre: 297 - 2 x 148
        assert "1 0 0 1 420.9449 0.0000 cm /Page1 Do" in content
        assert not any("/Annots" in page.obj for page in pdf.pages)
        box = pdf.pages[0].Resources.XObject["/Page0"].BBox
        assert [round(float(value) / MM, 2) for value in box.as_list()] == [0, 0, 148, 210]


def test_words_and_fonts_are_those_of_the_pages() -> None:
    reader = pypdf.PdfReader(BytesIO(impose(_pages(8), A4, 0)))
    assert reader.pages[0].extract_text().split() == ["Seite", "8", "Seite", "1"]
    assert reader.metadata is not None
    assert reader.metadata.title == "Kursbuch – Nur zum Ausdrucken"


def test_the_insides_of_a_cover_are_empty() -> None:
    reader = pypdf.PdfReader(BytesIO(impose(_pages(6), A4, 0, covered=True)))
    words = [page.extract_text().split() for page in reader.pages]
    assert words == [["Seite", "6", "Seite", "1"], [], ["Seite", "5", "Seite", "2"], ["Seite", "3", "Seite", "4"]]


def test_larger_pages_are_made_smaller() -> None:
    file = BytesIO()
    canvas = Canvas(file, pagesize=(170 * MM, 240 * MM))
    canvas.showPage()
    canvas.save()
    with pikepdf.open(BytesIO(impose(file.getvalue(), A4, 0))) as pdf:
        assert pdf.pages[0].Contents.read_bytes().startswith(b"q 0.873529 0 0 0.873529")


def test_the_same_pages_give_the_same_bytes() -> None:
    drawn = _pages(6)
    assert impose(drawn, A4, 4) == impose(drawn, A4, 4)
