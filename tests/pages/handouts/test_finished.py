"""What holds for every finished handout, as read by libraries that did not write it."""

from __future__ import annotations

import ctypes
import importlib
from collections import Counter
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pypdf
import pypdfium2
import pytest
from pypdfium2 import raw
from weasyprint.formatting_structure.boxes import LineBox, TableCellBox, TextBox

from kursbuch_press.book.plain_language import PlainLanguage
from kursbuch_press.compose.manuscript import Manuscript
from kursbuch_press.pages.design import Design
from kursbuch_press.pages.handouts.names import handout_ids
from kursbuch_press.pages.handouts.setting import HandoutDocument, handout_address
from tests.judges import page_validation, verapdf

# Imported by name: mypy stops at the stubs of zxing-cpp, which are no Python (a member called None).
zxingcpp: Any = importlib.import_module("zxingcpp")
Code = Any

# WeasyPrint leaves the file of its colour profile open when it draws PDF/A.
pytestmark = pytest.mark.filterwarnings("ignore:.*sRGB2014:pytest.PytestUnraisableExceptionWarning")

STEMS = (
    "00-auf-einen-blick",
    "01-deutsch-fuer-alle",
    "02-integration-durch-bildung",
    "03-vielfalt-als-staerke",
    "04-zusammenleben-und-inklusion",
    "05-psychosoziale-versorgung",
    "06-verstetigung",
    "07-leichte-sprache",
)
FIELDS = STEMS[1:7]
TRANSLATED = (*(f"en/{stem}" for stem in STEMS[:7]), f"ar/{STEMS[1]}")
DPI = 300
MM = DPI / 25.4

Drawn = Callable[[str], Path]
every_handout = pytest.mark.parametrize("stem", STEMS)


def test_there_is_a_handout_for_each_field_an_overview_and_the_plain_summary(manuscript: Manuscript) -> None:
    assert tuple(stem for stem, _ in handout_ids(manuscript)) == STEMS


@pytest.mark.parametrize("stem", FIELDS)
def test_a_field_has_four_pages_which_are_one_folded_sheet(stem: str, drawn: Drawn) -> None:
    assert len(pypdf.PdfReader(drawn(stem)).pages) == 4


@pytest.mark.parametrize("stem", FIELDS)
def test_the_bands_inside_a_sheet_are_all_on_its_paper(stem: str, drawn: Drawn, design: Design, manuscript: Manuscript) -> None:
    bands = [design.palette.swatches[each.swatch].srgb for each in manuscript.fields if each.number]
    with pypdfium2.PdfDocument(drawn(stem)) as pdf:
        for page in (pdf[1], pdf[2]):
            image = page.render(scale=5 * 25.4 / 72).to_pil().convert("RGB")
            foot = [image.getpixel((image.width // 2, row)) for row in range(image.height - 34 * 5, image.height)]
            rows = Counter("#{:02x}{:02x}{:02x}".format(*colour) for colour in foot)
            assert all(rows[band.lower()] / 5 > 2.5 for band in bands), rows


@pytest.mark.parametrize("stem", [*FIELDS, *TRANSLATED])
def test_no_word_of_a_table_is_torn_without_a_hyphen(stem: str, laid_out: Callable[[str], HandoutDocument]) -> None:
    pages = laid_out(stem).document.pages
    cells = [box for page in pages for box in page._page_box.descendants() if isinstance(box, TableCellBox)]  # noqa: SLF001 - boxes have no public door
    assert cells or stem.endswith(STEMS[0])
    for cell in cells:
        known = set(" ".join(cell.element.itertext()).split())
        begun = ""
        for line in (box for box in cell.descendants() if isinstance(box, LineBox)):
            words = " ".join(part.text for part in line.descendants() if isinstance(part, TextBox)).split()
            words[:1] = [begun + word if begun + word in known else begun.rstrip("-\u2010") + word for word in words[:1]]
            begun = words.pop() if words and words[-1] not in known and words[-1][-1] in "-\u2010" else ""
            assert known.issuperset(words), (words, known)


@pytest.mark.parametrize("stem", [*FIELDS, *TRANSLATED])
def test_the_pages_inside_a_sheet_end_on_one_line(stem: str, laid_out: Callable[[str], HandoutDocument]) -> None:
    ends = {}
    for page in laid_out(stem).document.pages:
        for box in page._page_box.descendants():  # noqa: SLF001 - boxes have no public door
            name = (box.element.get("class") or "").split(" ")[0] if box.element is not None else ""
            if name in {"tomorrow", "filled"}:
                ends[name] = (box.position_y + box.margin_height()) * 25.4 / 96
    assert not ends or abs(ends["tomorrow"] - ends["filled"]) < 0.3
    assert ends or stem.endswith(STEMS[0])


def test_arabic_words_are_set_larger_with_more_air_than_latin_ones(laid_out: Callable[[str], HandoutDocument]) -> None:
    found = []
    for stem in (FIELDS[0], TRANSLATED[-1]):
        boxes = (box for page in laid_out(stem).document.pages for box in page._page_box.descendants())  # noqa: SLF001 - boxes have no public door
        style = next(box.style for box in boxes if box.element is not None and box.element.get("class") == "lead")
        found.append((style["font_size"], style["line_height"][0] / style["font_size"]))
    (latin, close), (arabic, open_) = found
    assert (arabic > latin, open_ > close) == (True, True)


def test_the_overview_is_one_page(drawn: Drawn) -> None:
    assert len(pypdf.PdfReader(drawn(STEMS[0])).pages) == 1


@every_handout
def test_a_handout_is_a4_and_smaller_than_a_megabyte(stem: str, drawn: Drawn) -> None:
    path = drawn(stem)
    sizes = {(round(page.mediabox.width), round(page.mediabox.height)) for page in pypdf.PdfReader(path).pages}
    assert (sizes, path.stat().st_size < 1_000_000) == ({(595, 842)}, True)


@every_handout
def test_a_handout_is_set_in_atkinson_hyperlegible_alone(stem: str, drawn: Drawn) -> None:
    families = {font.rpartition("+")[2] for _, font in _letters(drawn(stem))}
    assert families <= {"Atkinson-Hyperlegible", "Atkinson-Hyperlegible-Bold", "Atkinson-Hyperlegible-Italic"}


@every_handout
def test_no_text_is_smaller_than_eleven_points_on_paper(stem: str, drawn: Drawn) -> None:
    """A folded sheet is printed at 71 percent: what has 15.6 pt on the screen has 11 on paper."""
    scale = 0.7071 if stem in FIELDS else 1
    assert min(_sizes(drawn(stem))) * scale >= 10.95


def test_leichte_sprache_is_set_in_sixteen_points_on_pages_for_whole_sheets(drawn: Drawn) -> None:
    """Only the foot of its pages is smaller: four pages make one folded sheet."""
    sizes = _sizes(drawn(STEMS[7]))
    assert {size for size in sizes if size < 15.95} == {14.0}
    assert len(pypdf.PdfReader(drawn(STEMS[7])).pages) % 4 == 0


def test_the_first_page_of_leichte_sprache_names_all_fields(drawn: Drawn, summary: PlainLanguage) -> None:
    text = " ".join(pypdf.PdfReader(drawn(STEMS[7])).pages[1].extract_text().split())
    titles = [section.title.plain for section in summary.sections if section.chapter]
    assert [title for title in titles if title not in text] == []


def test_figures_that_stand_alone_are_alike_in_both_directions(laid_out: Callable[[str], HandoutDocument]) -> None:
    pages = laid_out(TRANSLATED[-1]).document.pages
    boxes = [box for page in pages for box in page._page_box.descendants() if isinstance(box, TextBox)]  # noqa: SLF001 - boxes have no public door
    faces = {
        box.style["font_family"][0] for box in boxes if box.text.strip(" ./").replace(".", "").replace("/", "").isdecimal()
    }
    assert faces == {"Atkinson Hyperlegible"}


@pytest.mark.parametrize("stem", [*FIELDS, TRANSLATED[-1]])
def test_the_first_and_last_year_stand_above_the_ends_of_the_tracks(
    stem: str, laid_out: Callable[[str], HandoutDocument]
) -> None:
    boxes = [box for box in laid_out(stem).document.pages[2]._page_box.descendants() if box.element is not None]  # noqa: SLF001 - boxes have no public door
    years = next(box for box in boxes if box.element.get("class") == "scale")
    axes = [box for box in boxes if box.element.get("class") == "axis"]
    assert axes
    for axis in axes:
        assert abs(axis.position_x - years.position_x) < 0.5
        assert abs(axis.width - years.width) < 0.5


@every_handout
def test_the_muster_note_stands_on_each_handout(stem: str, drawn: Drawn) -> None:
    text = " ".join(page.extract_text() for page in pypdf.PdfReader(drawn(stem)).pages)
    assert "Musterausgabe" in text


@every_handout
def test_the_code_on_the_page_holds_the_address(stem: str, drawn: Drawn, manuscript: Manuscript) -> None:
    assert _code(drawn(stem)).text == handout_address(manuscript, dict(handout_ids(manuscript))[stem])


@every_handout
def test_a_module_measures_at_least_half_a_millimetre(stem: str, drawn: Drawn) -> None:
    assert _module(_code(drawn(stem))) / MM >= 0.5


@every_handout
def test_four_modules_around_the_code_stay_white(stem: str, drawn: Drawn) -> None:
    image, code = _page_of_code(drawn(stem))
    corners = code.position
    quiet = round(4 * _module(code)) - 2
    box = (corners.top_left.x, corners.top_left.y, corners.bottom_right.x, corners.bottom_right.y)
    left, top, right, bottom = (box[0] - quiet, box[1] - quiet, box[2] + quiet, box[3] + quiet)
    frame = image.crop((left, top, right, bottom)).convert("L")
    frame.paste(255, (quiet - 3, quiet - 3, frame.width - quiet + 3, frame.height - quiet + 3))
    assert frame.getextrema() == (255, 255)


@every_handout
def test_the_address_can_be_read_below_the_code_and_is_marked_as_sample(stem: str, drawn: Drawn) -> None:
    text = " ".join(page.extract_text() for page in pypdf.PdfReader(drawn(stem)).pages)
    joined = "".join(text.split())
    assert (f"kursbuch.example/{stem[3:]}" in joined, "Muster-Adresse" in joined) == (True, True)


def test_a_german_law_reads_from_left_to_right_inside_arabic(drawn: Drawn) -> None:
    with pypdfium2.PdfDocument(drawn(TRANSLATED[-1])) as pdf:
        text = pdf[1].get_textpage()
        left: dict[str, float] = {}
        for at in range(text.count_chars()):
            left.setdefault(chr(raw.FPDFText_GetUnicode(text, at)), text.get_charbox(at)[0])
    assert left["§"] < left["4"] < left["A"] < left["G"]


@pytest.mark.judge
@pytest.mark.parametrize("stem", [*STEMS, *TRANSLATED])
@pytest.mark.parametrize("profile", ["2a", "ua1"])
def test_page_validation_finds_nothing(stem: str, profile: Any, drawn: Drawn) -> None:  # noqa: ANN401 - a literal
    assert page_validation(profile, drawn(stem)) == []


@pytest.mark.judge
@pytest.mark.slow
@pytest.mark.parametrize("profile", ["2a", "ua1"])
def test_verapdf_finds_nothing(profile: Any, drawn: Drawn) -> None:  # noqa: ANN401 - a literal
    assert verapdf(profile, *(drawn(stem) for stem in (*STEMS, *TRANSLATED))) == []


@cache
def _letters(path: Path) -> frozenset[tuple[float, str]]:
    """Give the sizes in points and the fonts of the visible characters, as PDFium sees them."""
    return frozenset(_each_letter(path))


@cache
def _sizes(path: Path) -> Counter[float]:
    """Count the visible characters of each size."""
    return Counter(round(size, 1) for size, _ in _each_letter(path))


def _each_letter(path: Path) -> Iterator[tuple[float, str]]:
    with pypdfium2.PdfDocument(path) as pdf:
        for page in pdf:
            text = page.get_textpage()
            for at in range(text.count_chars()):
                if not raw.FPDFText_IsGenerated(text, at):
                    name = ctypes.create_string_buffer(100)
                    raw.FPDFText_GetFontInfo(text, at, name, 100, None)
                    matrix = raw.FS_MATRIX()
                    raw.FPDFText_GetMatrix(text, at, matrix)
                    size = raw.FPDFText_GetFontSize(text, at) * abs(matrix.d)
                    yield size, name.value.decode()


@cache
def _page_of_code(path: Path) -> tuple[Any, Code]:
    with pypdfium2.PdfDocument(path) as pdf:
        for page in reversed(list(pdf)):
            image = page.render(scale=DPI / 72).to_pil()
            for code in zxingcpp.read_barcodes(image):
                return image, code
    raise AssertionError(f"no code on {path}")


def _code(path: Path) -> Code:
    return _page_of_code(path)[1]


def _module(code: Code) -> float:
    """Give the side of a module in pixels: the symbol is 17 modules and 4 for each version wide."""
    width: int = code.position.top_right.x - code.position.top_left.x + 1
    return width / (17 + 4 * int(code.extra["Version"]))
