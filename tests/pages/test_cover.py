"""The cover of the shipped book."""

from __future__ import annotations

import importlib
import shutil
from dataclasses import replace
from io import BytesIO
from itertools import cycle, islice
from pathlib import Path
from typing import Any

import pikepdf
import pypdf
import pypdfium2
import pytest

from kursbuch_press.book.edition import Trim
from kursbuch_press.compose import compose
from kursbuch_press.compose.manuscript import Manuscript
from kursbuch_press.pages.cover import DESIGN, large_title, make_cover, set_cover, sheet_for
from kursbuch_press.pages.design import Design
from kursbuch_press.pages.drawings import breadth
from kursbuch_press.pages.fonts import Face, close_fontconfig
from kursbuch_press.pages.palette import Palette
from kursbuch_press.pages.prepress import finish_and_tell
from kursbuch_press.pages.prepress.printers import Binding, Printer, load_printer
from kursbuch_press.problems import BookError
from kursbuch_press.sources import read_book, read_layout
from tests import judges
from tests.pages.prepress import PRINTER, PROJECT, shipped_finish
from tests.shipped import vocabulary

# Imported by name: mypy stops at the stubs of zxing-cpp, which are no Python.
zxingcpp: Any = importlib.import_module("zxingcpp")
MM = 72 / 25.4
ISBN = "978-3-16-148410-0"


@pytest.fixture(scope="session")
def manuscript() -> Manuscript:
    book = read_book(PROJECT).book
    assert book is not None
    return compose(book, vocabulary())


@pytest.fixture(scope="session")
def design(tmp_path_factory: pytest.TempPathFactory) -> Design:
    close_fontconfig(tmp_path_factory.mktemp("fonts"))
    return Design.load(PROJECT, DESIGN, read_layout(PROJECT / "layouts/palette.yaml", Palette))


@pytest.fixture(scope="session")
def printer() -> Printer:
    return load_printer(PROJECT, PRINTER)


def _with_isbn(manuscript: Manuscript, isbn: str) -> Manuscript:
    return replace(manuscript, imprint=manuscript.imprint.model_copy(update={"isbn": isbn}))


def test_the_sheet_is_two_pages_and_a_spine(manuscript: Manuscript, printer: Printer, design: Design) -> None:
    cover = make_cover(manuscript, printer, 144, design)
    with pikepdf.open(BytesIO(cover.raw)) as pdf:
        assert len(pdf.pages) == 1
        box = [float(value) / MM for value in pdf.pages[0].trimbox.as_list()]
    trim = manuscript.edition.trim
    assert box == pytest.approx([0, 0, 2 * trim.width + cover.sheet.spine, trim.height], abs=0.01)
    assert cover.trim == (2 * trim.width + 8.1, trim.height)


def test_more_pages_make_a_wider_cover(printer: Printer) -> None:
    assert sheet_for(printer, Trim(), 288).width > sheet_for(printer, Trim(), 144).width


def test_a_narrow_spine_stays_empty(manuscript: Manuscript, printer: Printer, design: Design) -> None:
    title = manuscript.edition.title

    def times(pages: int) -> int:
        text = pypdf.PdfReader(BytesIO(make_cover(manuscript, printer, pages, design).raw)).pages[0].extract_text()
        return " ".join(text.split()).count(title)

    assert times(144) == 2
    assert times(80) == 1


def test_type_on_the_spine_keeps_away_from_the_folds(printer: Printer, manuscript: Manuscript) -> None:
    for pages in range(100, 400, 20):
        sheet = sheet_for(printer, manuscript.edition.trim, pages)
        size = sheet.spine_type(manuscript.edition.title, Face("Fira Sans"))
        assert size * 0.37 <= sheet.spine - 3 + 0.1


def test_it_says_what_the_book_is_and_that_it_is_a_sample(
    manuscript: Manuscript,
    printer: Printer,
    design: Design,
) -> None:
    text = " ".join(pypdf.PdfReader(BytesIO(make_cover(manuscript, printer, 144, design).raw)).pages[0].extract_text().split())
    for words in ("Initiativen", "NIMS", "Ergebnis einer", "1 Deutsch für alle", "Musterausgabe"):
        assert words in text
    assert "ISBN" not in text


def test_the_barcode_is_drawn_in_vectors_and_can_be_read(
    manuscript: Manuscript,
    printer: Printer,
    design: Design,
) -> None:
    cover = make_cover(_with_isbn(manuscript, ISBN), printer, 144, design)
    with pikepdf.open(BytesIO(cover.raw)) as pdf:
        assert not pdf.pages[0].get_images()
    picture = pypdfium2.PdfDocument(cover.raw)[0].render(scale=300 / 72).to_pil()
    assert [code.text for code in zxingcpp.read_barcodes(picture)] == ["9783161484100"]


def test_a_stitched_booklet_has_four_pages_and_a_warning(
    manuscript: Manuscript,
    printer: Printer,
    design: Design,
) -> None:
    stitched = printer.model_copy(update={"binding": Binding.SADDLE_STITCH})
    cover = make_cover(manuscript, stitched, 144, design)
    texts = [page.extract_text() for page in pypdf.PdfReader(BytesIO(cover.raw)).pages]
    assert ["Initiativen" in text for text in texts] == [True, False, False, False]
    assert "Ergebnis" in texts[3]
    assert cover.trim == (manuscript.edition.trim.width, manuscript.edition.trim.height)
    assert [problem.rule for problem in cover.problems] == ["binding"]


def test_all_colours_are_swatches(manuscript: Manuscript, printer: Printer, design: Design) -> None:
    assert list(design.problems()) == []
    cover = make_cover(_with_isbn(manuscript, ISBN), printer, 144, design)
    assert finish_and_tell(cover.raw, replace(shipped_finish(), trim=cover.trim)).colours == ()


@pytest.mark.judge
def test_verapdf_finds_nothing(manuscript: Manuscript, printer: Printer, design: Design, tmp_path: Path) -> None:
    cover = make_cover(_with_isbn(manuscript, ISBN), printer, 144, design)
    file = tmp_path / "cover.pdf"
    file.write_bytes(finish_and_tell(cover.raw, replace(shipped_finish(), trim=cover.trim)).pdf)
    assert judges.verapdf("2b", file) == []


@pytest.mark.parametrize("written", ["<rect", ""])
def test_bands_that_are_no_drawing_are_told_with_their_template(
    written: str, manuscript: Manuscript, printer: Printer, tmp_path: Path
) -> None:
    shutil.copytree(PROJECT / "layouts", tmp_path / "layouts")
    template = tmp_path / "layouts/cover/bands.svg.j2"
    template.write_text(written and template.read_text("utf-8") + written, "utf-8")
    design = Design.load(tmp_path, DESIGN, read_layout(PROJECT / "layouts/palette.yaml", Palette))
    with pytest.raises(BookError) as raised:
        set_cover(manuscript, sheet_for(printer, manuscript.edition.trim, 96), design)
    (problem,) = raised.value.problems
    assert problem.place.file == "layouts/cover/bands.svg.j2"
    assert ("nicht geschlossen" if written else "schreibt keine Zeichnung") in problem.message


@pytest.mark.parametrize(
    "title",
    [
        "Kursbuch",
        "Kursbuch Integration und Migration Sachsen",
        "Donaudampfschifffahrtsgesellschaft: ein Bericht über die Jahre 2010 bis 2014",
    ],
)
def test_a_title_fits_the_front_above_the_bands(title: str, design: Design) -> None:
    large = large_title(title, 148, design.display_face)
    assert " ".join(large.lines).replace("\u00a0", " ") == title
    assert len(large.lines) * large.size <= 128
    assert all(breadth(line, large.size, "Medium", face=design.display_face) <= (148 - 26) / 25.4 * 72 for line in large.lines)
    assert large.size >= (44 if len(title) < 20 else 20)


@pytest.mark.parametrize("count", [1, 5, 9])
def test_the_motto_stands_clear_of_the_bands_however_many_there_are(
    count: int, manuscript: Manuscript, printer: Printer, design: Design
) -> None:
    fields = [chapter for chapter in manuscript.chapters if chapter.number and chapter.swatch]
    some = replace(manuscript, chapters=tuple(islice(cycle(fields), count)))
    cover = make_cover(some, printer, 144, design)
    bottom = max(line.place.bottom for line in cover.laid_out.pages[0].lines if line.address == "edition/motto")
    ring_top = cover.sheet.height - 72 - 2 * 28 - 2.8
    assert bottom + 4 <= ring_top


def test_names_and_numbers_of_many_fields_are_large_enough_for_every_printer(
    manuscript: Manuscript, printer: Printer, design: Design
) -> None:
    fields = [chapter for chapter in manuscript.chapters if chapter.number and chapter.swatch]
    some = replace(manuscript, chapters=tuple(islice(cycle(fields), 9)))
    with pypdfium2.PdfDocument(make_cover(some, printer, 144, design).raw) as pdf:
        text = pdf[0].get_textpage()
        sizes = [text.get_charbox(at) for at in range(text.count_chars()) if text.get_text_range(at, 1).isdigit()]
    # A figure of 7 pt is 4.8 pt high.
    assert min(top - bottom for _, bottom, _, top in sizes) > 4.7


def test_each_text_of_the_cover_has_its_place_in_the_sources(manuscript: Manuscript, printer: Printer, design: Design) -> None:
    cover = make_cover(_with_isbn(manuscript, ISBN), printer, 144, design)
    (page,) = cover.laid_out.pages
    places = {line.address: line.place for line in page.lines}
    edition = {f"edition/{name}" for name in ("title", "short_title", "motto", "issued_by", "about", "muster")}
    fields = [f"{chapter.id}/title" for chapter in manuscript.chapters if chapter.number and chapter.swatch]
    assert set(places) <= {*edition, *fields, "imprint/isbn"}
    assert {"edition/title", "edition/issued_by", "edition/about", "imprint/isbn", *fields} <= set(places)
    assert places["edition/title"].left > cover.sheet.fold_right
    assert places["edition/about"].right < cover.sheet.page_width
    assert sorted(fields, key=lambda each: places[each].top) == fields
    book = read_book(PROJECT).book
    assert book is not None
    assert all(book.place(address).line for address in places)


def test_names_on_the_cover_have_the_marks_that_they_have_inside_the_book(
    manuscript: Manuscript, printer: Printer, design: Design
) -> None:
    names = {"title": '"Größe" für alle', "issued_by": 'Amt "Mitte" & Söhne', "motto": '"Los" geht\'s', "short_title": '"G"'}
    named = replace(manuscript, edition=manuscript.edition.model_copy(update=names))
    page = pypdf.PdfReader(BytesIO(make_cover(named, printer, 144, design).raw)).pages[0]
    words = " ".join(page.extract_text().split())
    assert all(each in words for each in ("„Größe“", "„Mitte“", "„Los“"))
    assert '"' not in words
