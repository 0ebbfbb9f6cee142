"""Comments in a returned PDF come home: the words under a mark say where it belongs."""

from __future__ import annotations

import io
from pathlib import Path

import pikepdf
import pypdfium2
import pytest

from kursbuch_press.drafts import span_text
from kursbuch_press.problems import PressError
from kursbuch_press.returns.arrived import Arrived
from kursbuch_press.returns.guard import kind_of
from kursbuch_press.returns.pdf import read_pdf
from kursbuch_press.returns.report_html import report_html
from kursbuch_press.returns.returned import Foreign, Known, PieceKind, Returned
from kursbuch_press.word import Written
from tests.judges import libreoffice
from tests.returns.conftest import CHAPTER, Kept

pytestmark = pytest.mark.judge


@pytest.fixture(scope="session")
def printed(draft: Written, tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """Give the draft as PDF."""
    folder: Path = tmp_path_factory.mktemp("pdf")
    (folder / "draft.docx").write_bytes(draft.content)
    return libreoffice(folder / "draft.docx", "pdf", folder).read_bytes()


def _box(document: pypdfium2.PdfDocument, words: str) -> tuple[int, list[float]]:
    """Give the page and the box of some words; a line break may stand between them."""
    for number in range(len(document)):
        text = document[number].get_textpage()
        found = text.search(words).get_next()
        if found:
            boxes = [text.get_charbox(at) for at in range(found[0], found[0] + found[1])]
            left, bottom = min(box[0] for box in boxes), min(box[1] for box in boxes)
            return number, [left, bottom, max(box[2] for box in boxes), max(box[3] for box in boxes)]
    raise AssertionError(words)


def _marked(content: bytes, *marks: tuple[str, str, str]) -> bytes:
    """Add annotations as a PDF reader does: kind, the words under it, and what it says."""
    document = pypdfium2.PdfDocument(content)
    with pikepdf.open(io.BytesIO(content)) as pdf:
        for kind, words, said in marks:
            number, (left, bottom, right, top) = _box(document, words)
            about = {
                "/Type": pikepdf.Name.Annot,
                "/Subtype": pikepdf.Name(f"/{kind}"),
                "/Rect": [left, bottom, right, top],
                "/Contents": said,
                "/T": "Petra Probe",
                "/M": "D:20140703091500+02'00'",
            }
            if kind in {"Highlight", "StrikeOut"}:
                about["/QuadPoints"] = [left, top, right, top, left, bottom, right, bottom]
            if kind in {"Caret", "Text"}:
                about["/Rect"] = [right - 1, bottom, right + 3, top]
            page = pdf.pages[number].obj
            if "/Annots" not in page:
                page.Annots = pikepdf.Array()
            page.Annots.append(pdf.make_indirect(pikepdf.Dictionary(about)))
        target = io.BytesIO()
        pdf.save(target)
    return target.getvalue()


def _read(content: bytes, kept: Kept) -> Returned:
    assert kind_of(content) == "pdf"
    return read_pdf(Arrived("korrektur.pdf", content), kept)


def test_marks_come_back_with_address_author_time_and_words(printed: bytes, kept: Kept) -> None:
    content = _marked(
        printed,
        ("Highlight", "Volkshochschulen und andere", "Stimmt das noch?"),
        ("StrikeOut", "Nebenraum", "Saal"),
        ("Caret", "Kreisstadt", "oder weiter weg"),
        ("Text", "Einfache Sprache", "Bitte erklären."),
    )
    returned = _read(content, kept)
    assert (returned.known, returned.ledger.remainder, returned.unplaced) == (Known.FOOTER, 0, ())
    found = {comment.address.removeprefix(f"{CHAPTER}/"): comment for comment in returned.comments}
    assert set(found) == {"m-nach-b1/what", "seiten-2/text"}
    assert (found["m-nach-b1/what"].quoted, found["m-nach-b1/what"].author) == ("Volkshochschulen und andere", "Petra Probe")
    assert found["seiten-2/text"].text == "Bitte erklären."
    when = found["seiten-2/text"].when
    assert when is not None
    assert (when.year, when.hour) == (2014, 9)
    changes = {change.address.removeprefix(f"{CHAPTER}/"): change for change in returned.changes}
    assert set(changes) == {"huerde-kind/text", "lage-5/text"}
    struck = changes["huerde-kind/text"]
    assert [(piece.kind, piece.text) for piece in struck.pieces if piece.kind is not PieceKind.KEPT] == [
        (PieceKind.DELETED, "Nebenraum"),
        (PieceKind.INSERTED, "Saal"),
    ]
    assert "in der Kreisstadt oder weiter weg" in span_text(changes["lage-5/text"].after)
    assert "Petra Probe" in report_html(returned)


def test_a_mark_without_a_place_is_told_with_page_and_words(printed: bytes, kept: Kept) -> None:
    content = _marked(printed, ("Text", "Kursarten", "Frei"))
    with pikepdf.open(io.BytesIO(content)) as pdf:
        lonely = {
            "/Type": pikepdf.Name.Annot,
            "/Subtype": pikepdf.Name.FreeText,
            "/Rect": [2, 2, 8, 8],
            "/Contents": "Ganz am Rand steht das.",
        }
        pdf.pages[0].Annots = pikepdf.Array([pikepdf.Dictionary(lonely)])
        target = io.BytesIO()
        pdf.save(target)
    returned = _read(target.getvalue(), kept)
    (alone,) = returned.unplaced
    assert (alone.what, alone.text, alone.page) == (Foreign.MARK, "Ganz am Rand steht das.", "1")
    assert (returned.ledger.unplaced, returned.ledger.remainder) == (5, 0)


@pytest.mark.parametrize("content", [b"%PDF-1.7\n", b"%PDF-1.7\n" + b"1 0 obj <<" * 4000], ids=["empty", "garbage"])
def test_a_broken_pdf_is_refused_with_what_to_do(content: bytes, kept: Kept) -> None:
    with pytest.raises(PressError, match="PDF"):
        _read(content, kept)
