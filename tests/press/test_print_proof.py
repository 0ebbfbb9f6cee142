"""The print files of the shipped book, as judges see them that nobody here wrote."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

import pikepdf
import pytest

from kursbuch_press.marks.library import Library
from kursbuch_press.marks.marks import GroupMark, PictureMark, ShadingMark
from kursbuch_press.marks.sheets import PageBoxes, read_sheets
from kursbuch_press.marks.spaces import ink_of
from tests import judges
from tests.press.plates import PagePlates, body_text, separated
from tests.press.renderers import disagreements
from tests.shipped import shipped_page

pytestmark = pytest.mark.judge

FILES = ("kursbuch-innenteil", "kursbuch-umschlag")
PAGE = shipped_page()
MM = 72 / 25.4


@pytest.fixture(scope="module")
def interior(shipped: Path) -> Path:
    return shipped / "print/kursbuch-innenteil.pdf"


@pytest.fixture(scope="module")
def plates(interior: Path, tmp_path_factory: pytest.TempPathFactory) -> list[PagePlates]:
    return list(separated(interior, tmp_path_factory.mktemp("plates")))


def test_verapdf_finds_nothing_in_interior_and_cover(shipped: Path) -> None:
    assert judges.verapdf("2b", *(shipped / f"print/{name}.pdf" for name in FILES)) == []


@pytest.mark.parametrize("name", FILES)
def test_page_validation_complains_of_nothing_but_what_pdf_x_asks_for(shipped: Path, name: str) -> None:
    """PDF/X-4 wants pdf:Trapped; veraPDF accepts its declaration, page-validation knows none (docs/printing.md)."""
    rules = {finding.partition(":")[0] for finding in judges.page_validation("2b", shipped / f"print/{name}.pdf")}
    assert rules == {
        "PDFA2B-XMP-PREDEFINED-PROPERTY-001",
        "PDFA2B-XMP-PREDEFINED-VALUE-TYPE-001",
        "PDFA2B-XMP-PROPERTY-DEFINITION-001",
    }


@pytest.mark.parametrize("name", FILES)
def test_qpdf_finds_nothing(shipped: Path, name: str) -> None:
    said = judges.run(judges.program("qpdf", "qpdf"), "--check", str(shipped / f"print/{name}.pdf"))
    assert "No syntax or stream encoding errors" in said


@pytest.mark.parametrize("name", FILES)
def test_poppler_reads_boxes_fonts_and_no_annotation(shipped: Path, name: str) -> None:
    file = str(shipped / f"print/{name}.pdf")
    boxes = judges.run(judges.program("pdfinfo", "poppler-utils"), "-box", file)
    trim = _box(boxes, "TrimBox")
    bleed = _box(boxes, "BleedBox")
    assert [round(abs(a - b) / MM, 2) for a, b in zip(trim, bleed, strict=True)] == [3, 3, 3, 3]
    assert round((trim[3] - trim[1]) / MM, 2) == PAGE.height
    fonts = judges.run(judges.program("pdffonts", "poppler-utils"), file).splitlines()[2:]
    assert fonts
    assert all(line.split()[-5:-3] == ["yes", "yes"] for line in fonts), "a font is not embedded"
    assert all(any(name.replace(" ", "-") in line for name in (PAGE.text, PAGE.display)) for line in fonts)
    with pikepdf.open(file) as pdf:
        assert all("/Annots" not in page.obj for page in pdf.pages)


def _box(text: str, name: str) -> list[float]:
    line = next(line for line in text.splitlines() if line.startswith(name))
    return [float(value) for value in line.partition(":")[2].split()]


@pytest.mark.parametrize("name", FILES)
def test_three_renderers_agree_on_each_page(shipped: Path, name: str, tmp_path: Path) -> None:
    assert disagreements(shipped / f"print/{name}.pdf", tmp_path / "drawn") == {}


def test_no_spot_has_more_ink_than_the_paper_takes(plates: list[PagePlates]) -> None:
    assert max(page.most_ink for page in plates) <= 300


def test_no_spot_of_the_cover_has_more_ink_than_the_paper_takes(shipped: Path, tmp_path: Path) -> None:
    (cover,) = separated(shipped / "print/kursbuch-umschlag.pdf", tmp_path / "plates")
    assert cover.most_ink <= 300


def test_a_page_without_coloured_swatches_is_on_the_black_plate_alone(
    interior: Path,
    plates: list[PagePlates],
) -> None:
    with pikepdf.open(interior) as pdf:
        plain = [sheet.number for sheet in read_sheets(pdf, Library()) if not _has_colour(sheet)]
    assert len(plain) > 12, "title, imprint, lists and index have no colour"
    assert [number for number in plain if plates[number - 1].coloured] == []


def test_body_text_is_on_the_black_plate_alone(interior: Path, plates: list[PagePlates]) -> None:
    signs = 0
    traces: dict[int, set[str]] = {}
    for number, (page, boxes) in enumerate(
        zip(plates, body_text(interior, PAGE.text.replace(" ", "-"), PAGE.line), strict=True),
        start=1,
    ):
        signs += len(boxes)
        if page.coloured:
            found = {name for box in boxes for name in page.traces(box)}
            traces.update({number: found} if found else {})
    assert signs > 50_000
    assert traces == {}


def test_a_changed_number_of_pages_changes_the_spine_that_the_cover_has(shipped: Path) -> None:
    pages = json.loads((shipped / "print/preflight.json").read_text("utf-8"))["pages"]
    with pikepdf.open(shipped / "print/kursbuch-umschlag.pdf") as pdf:
        left, _, right, _ = (float(value) for value in pdf.pages[0].trimbox.as_list())
    spine = pages / 2 * 115 * 0.92 / 1000 + 2 * 250 * 0.95 / 1000
    assert (right - left) / MM == pytest.approx(2 * PAGE.width + spine, abs=0.06)


def test_the_booklet_keeps_the_fonts_and_the_words_of_the_pages(shipped: Path) -> None:
    files = [str(shipped / name) for name in ("screen/kursbuch.pdf", "office/kursbuch-broschuere.pdf")]
    poppler = judges.program("pdffonts", "poppler-utils")
    pages, booklet = (_fonts(judges.run(poppler, file)) for file in files)
    assert booklet == pages
    reader = judges.program("pdftotext", "poppler-utils")
    words = [Counter(judges.run(reader, "-raw", file, "-").split()) for file in files]
    assert words[1].total() > 20_000
    # Poppler also reads what the edge of a page cuts off, if the sheet goes on there.
    assert words[0] - words[1] == Counter()


def _fonts(listed: str) -> set[tuple[str, str]]:
    """Give the name of each font and whether it is embedded."""
    return {(line.split()[0], line.split()[-5]) for line in listed.splitlines()[2:]}


def test_the_report_says_ready_and_not_released(shipped: Path) -> None:
    entries = json.loads((shipped / "manifest.json").read_text("utf-8"))["products"]
    verdicts = {entry["path"]: entry["verdict"] for entry in entries if entry["verdict"]}
    for name in FILES:
        assert verdicts[f"print/{name}.pdf"] == {
            "technisch_druckfertig": True,
            "zur_verbreitung_freigegeben": False,
        }


def _has_colour(sheet: PageBoxes) -> bool:
    """Whether anything on a page is painted with more than black; what cannot be told counts as colour."""
    for mark in sheet.painting.marks:
        if isinstance(mark, GroupMark):
            continue
        if isinstance(mark, PictureMark | ShadingMark):
            return True
        inks = [ink_of(colour) for colour in mark.paint.colours]
        if any(ink is None or ink.coloured > 0 for ink in inks):
            return True
    return False
