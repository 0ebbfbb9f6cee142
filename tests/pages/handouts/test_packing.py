"""The zip for the event and the file for the office printer."""

from __future__ import annotations

import io
import zipfile
from html.parser import HTMLParser

import pikepdf
import pypdfium2
import pytest
from reportlab.pdfgen.canvas import Canvas

from kursbuch_press.compose.manuscript import Manuscript
from kursbuch_press.pages.design import Design
from kursbuch_press.pages.handouts.folder import folder_zip
from kursbuch_press.pages.handouts.printout import Printed, printout

A4 = (595.276, 841.89)
A5 = (419.53, 595.276)


def pdf(title: str, pages: int, size: tuple[float, float] = A4) -> bytes:
    """Make a PDF with a number on each page."""
    written = io.BytesIO()
    canvas = Canvas(written, pagesize=size, invariant=True)
    canvas.setTitle(title)
    for number in range(1, pages + 1):
        canvas.drawString(100, 100, f"{title} {number}")
        canvas.showPage()
    canvas.save()
    return written.getvalue()


FILES = {"01-eins.pdf": pdf("Eins", 3), "02-zwei.pdf": pdf("Zwei", 4), "kursbuch.pdf": pdf("Buch", 1, A5)}


PRINTED = {name: Printed(content) for name, content in FILES.items()}


class Links(HTMLParser):
    """Gathers where the links of a page go, and in which language it is."""

    def __init__(self) -> None:
        super().__init__()
        self.targets: list[str] = []
        self.language = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        if tag == "a":
            self.targets.append(values["href"] or "")
        if tag == "html":
            self.language = values["lang"] or ""


def test_the_index_page_declares_what_is_accessible_since_when_and_whom_to_tell(folder: zipfile.ZipFile) -> None:
    page = folder.read("index.html").decode()
    wanted = (
        "Erklärung zur Barrierefreiheit",
        "EN 301 549",
        "Stand: 27.\u00a0Juni 2014",
        "PDF/UA-1",
        "E-Mail, Adresse im Netz (Muster)",
    )
    assert [words for words in wanted if words not in page] == []


@pytest.fixture
def folder(manuscript: Manuscript, design: Design) -> zipfile.ZipFile:
    return zipfile.ZipFile(io.BytesIO(folder_zip(FILES, manuscript, design)))


def test_the_folder_holds_all_files_and_an_index_page(folder: zipfile.ZipFile) -> None:
    assert folder.namelist() == ["index.html", *FILES]


def test_the_files_in_the_folder_are_those_given(folder: zipfile.ZipFile) -> None:
    assert {name: folder.read(name) for name in FILES} == FILES


def test_the_index_page_links_to_each_file_and_says_its_language(folder: zipfile.ZipFile) -> None:
    page = Links()
    page.feed(folder.read("index.html").decode())
    assert (page.targets, page.language) == (list(FILES), "de")


def test_the_index_page_says_what_a_file_is_before_one_opens_it(folder: zipfile.ZipFile) -> None:
    assert "Eins</a><br>PDF, 3 Seiten" in folder.read("index.html").decode()


def test_the_folder_is_the_same_each_time(manuscript: Manuscript, design: Design) -> None:
    again = [folder_zip(FILES, manuscript, design) for _ in range(2)]
    assert again[0] == again[1]


@pytest.fixture
def printed(manuscript: Manuscript) -> pikepdf.Pdf:
    return pikepdf.open(io.BytesIO(printout(PRINTED, manuscript)))


def test_each_file_begins_on_a_front_page(printed: pikepdf.Pdf) -> None:
    with printed.open_outline() as outline:
        starts = [printed.pages.index(pikepdf.Page(item.destination[0])) for item in outline.root]  # type: ignore[index]
    assert starts == [0, 4, 8]


def test_every_page_of_the_printout_is_a4(printed: pikepdf.Pdf) -> None:
    assert {tuple(round(float(side)) for side in page.mediabox) for page in printed.pages} == {(0, 0, 595, 842)}


def test_the_title_of_the_printout_says_that_it_is_for_paper_only(printed: pikepdf.Pdf) -> None:
    assert str(printed.docinfo["/Title"]).startswith("Nur zum Ausdrucken")


def test_the_printout_is_the_same_each_time(manuscript: Manuscript) -> None:
    assert printout(PRINTED, manuscript) == printout(PRINTED, manuscript)


@pytest.mark.parametrize(("to_the_left", "outside"), [(False, ("4", "1")), (True, ("1", "4"))])
def test_a_folded_sheet_is_two_sides_with_the_pages_where_the_fold_wants_them(
    manuscript: Manuscript, outside: tuple[str, str], *, to_the_left: bool
) -> None:
    """The front is turned to the left, so that the page that stands left of the fold is the lower half of the upright A4."""
    printed = printout({"a": Printed(pdf("Blatt", 4), folded=True, to_the_left=to_the_left)}, manuscript)
    document = pypdfium2.PdfDocument(printed)
    assert len(document) == 2
    found = [_by_height(page) for page in document]
    assert found[0] == list(outside)
    assert found[1] == (["3", "2"] if not to_the_left else ["2", "3"])


def _by_height(page: pypdfium2.PdfPage) -> list[str]:
    """Give the figures on a page from below to above, which is from left to right before it was turned to the left."""
    text = page.get_textpage()
    figures = [(text.get_charbox(at)[1], text.get_text_range(at, 1)) for at in range(text.count_chars())]
    return [figure for _, figure in sorted(figures) if figure.isdigit()]
