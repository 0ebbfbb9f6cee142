"""The finished print edition, line by line: what a proofreader would mark is not there."""

from __future__ import annotations

import ctypes
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path
from statistics import fmean
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium
import pytest

from tests.shipped import PROJECT, shipped_page

POINT = 72 / 25.4
PAGE = shipped_page()
LINE = PAGE.line
TEXT_SIZE = 9.6
INDENT = PAGE.line
# The first word of a family's name is in the names of all its cuts.
TEXT, DISPLAY = (name.split()[0] for name in (PAGE.text, PAGE.display))

# Of some thousand lines, these few are set wide: long words that no hyphen may break stand at their end.
WIDE_SPACE, WIDE_LINES = 6.5, 4
# The space that the typeface itself sets between two words; narrower than by this part it is never set.
OWN_SPACE = 0.235 * TEXT_SIZE
TIGHT, TRACKING = 0.20, 0.01


@dataclass(slots=True)
class Line:
    """A line of running text: its edges in points from the left of the trimmed page, and its word spaces."""

    page: int
    baseline: float
    text: str = ""
    left: float = 1e6
    right: float = 0
    spaces: list[float] = field(default_factory=list)

    @property
    def filled(self) -> float:
        """How much of the line its words fill with their own spaces."""
        stretched = sum(space - OWN_SPACE for space in self.spaces)
        return 1 - stretched / (PAGE.measure * POINT)


@dataclass(frozen=True, slots=True)
class Sign:
    """A sign on a page, in points from the upper left corner of the trimmed page."""

    text: str
    typeface: str
    size: float
    left: float
    right: float
    baseline: float


@pytest.fixture(scope="module")
def pages(shipped: Path) -> list[list[Sign]]:
    with pypdfium2.PdfDocument(shipped / "print" / "kursbuch-innenteil.pdf") as document:
        return [list(_signs(page)) for page in document]


@pytest.fixture(scope="module")
def lines(pages: list[list[Sign]]) -> list[Line]:
    return [line for number, signs in enumerate(pages, start=1) for line in _lines(number, signs)]


@pytest.fixture(scope="module")
def preflight(shipped: Path) -> dict[str, Any]:
    report = json.loads((shipped / "print" / "preflight.json").read_text(encoding="utf-8"))
    return {check["id"]: check for check in report["checks"]} | {"technical": report["technical"]}


def test_the_print_edition_is_technically_ready(preflight: dict[str, Any]) -> None:
    assert preflight["technical"] is True


@pytest.mark.parametrize(
    "check", ["widows", "headings", "notes", "empty-pages", "overflow", "hyphenation", "fonts", "safe-area"]
)
def test_the_checks_find_nothing_to_mend(preflight: dict[str, Any], check: str) -> None:
    assert [finding["message"] for finding in preflight[check]["findings"]] == []


def test_only_the_typefaces_of_the_project_are_used(pages: list[list[Sign]]) -> None:
    families = {sign.typeface.split("+")[-1].split("-")[0].split(" ")[0] for signs in pages for sign in signs}
    assert families <= {TEXT, DISPLAY}


def test_no_text_leaves_the_type_area_but_heads_folios_and_thumb_index(pages: list[list[Sign]]) -> None:
    outside = [
        (number, sign)
        for number, signs in enumerate(pages, start=1)
        for sign in signs
        if not _in_type_area(number, sign) and not _in_margin(sign)
    ]
    assert outside == []


def test_no_page_behind_the_imprint_holds_fewer_than_five_lines(pages: list[list[Sign]]) -> None:
    behind_imprint = 5
    few = {}
    for number, signs in enumerate(pages[behind_imprint - 1 :], start=behind_imprint):
        baselines = {round(sign.baseline) for sign in signs if not _in_margin(sign)}
        body = any(TEXT in sign.typeface and abs(sign.size - TEXT_SIZE) < 0.1 for sign in signs)
        opening = any(sign.size > 33 for sign in signs) and not body
        if baselines and len(baselines) < 5 and not opening:
            few[number] = len(baselines)
    assert few == {}


def test_no_line_but_the_last_of_its_paragraph_ends_early(lines: list[Line]) -> None:
    early = [(above.page, above.text) for above, below in pairwise(lines) if _goes_on(above, below) and not _full(above)]
    assert early == []


def test_no_justified_line_is_filled_less_than_three_quarters(lines: list[Line]) -> None:
    assert [(line.page, line.text) for line in lines if _full(line) and line.filled < 0.75] == []


def test_hardly_a_line_is_set_wide(lines: list[Line]) -> None:
    justified = [line for line in lines if _full(line) and line.spaces]
    wide = [(line.page, line.text) for line in justified if fmean(line.spaces) > WIDE_SPACE]
    assert len(justified) > 800
    assert len(wide) <= WIDE_LINES, wide


def test_no_line_is_set_tight(lines: list[Line]) -> None:
    narrowest = OWN_SPACE * (1 - TIGHT) - 2 * TRACKING * TEXT_SIZE - 0.05
    assert [(line.page, line.text) for line in lines if _full(line) and line.spaces and fmean(line.spaces) < narrowest] == []


def test_running_text_stands_on_the_grid(lines: list[Line]) -> None:
    first = lines[0].baseline
    off = {
        (line.page, line.text)
        for line in lines
        if _full(line) and _at_left_edge(line) and abs((line.baseline - first + LINE / 2) % LINE - LINE / 2) > 0.5
    }
    assert off == set()


def _signs(page: pypdfium2.PdfPage) -> Iterator[Sign]:
    trim_left, _, _, trim_top = page.get_trimbox()
    text = page.get_textpage()
    name = ctypes.create_string_buffer(200)
    flags = ctypes.c_int()
    x, y = ctypes.c_double(), ctypes.c_double()
    matrix = pdfium.FS_MATRIX()
    for at in range(text.count_chars()):
        sign = text.get_text_range(at, 1)
        if not sign.strip():
            continue
        box = text.get_charbox(at, loose=True)
        pdfium.FPDFText_GetFontInfo(text, at, name, 200, ctypes.byref(flags))
        pdfium.FPDFText_GetCharOrigin(text, at, ctypes.byref(x), ctypes.byref(y))
        pdfium.FPDFText_GetMatrix(text, at, ctypes.byref(matrix))
        size = round(pdfium.FPDFText_GetFontSize(text, at) * abs(matrix.d or matrix.b), 2)
        yield Sign(sign, name.value.decode(), size, box[0] - trim_left, box[2] - trim_left, trim_top - y.value)


def _lines(number: int, signs: list[Sign]) -> Iterator[Line]:
    """Join the signs of running text on one baseline; a gap between two of them is a word space."""
    found: dict[int, list[Sign]] = {}
    for sign in signs:
        if TEXT in sign.typeface and abs(sign.size - TEXT_SIZE) < 0.1:
            found.setdefault(round(sign.baseline), []).append(sign)
    for baseline in sorted(found):
        row = sorted(found[baseline], key=lambda sign: sign.left)
        line = Line(number, row[0].baseline, row[0].text, row[0].left, row[-1].right)
        for before, after in pairwise(row):
            gap = after.left - before.right
            if gap > 0.1 * TEXT_SIZE:
                line.spaces.append(gap)
                line.text += " "
            line.text += after.text
        yield line


def _edges(page: int) -> tuple[float, float]:
    left = (PAGE.inner if page % 2 else PAGE.outer) * POINT
    return left, left + PAGE.measure * POINT


def _goes_on(above: Line, below: Line) -> bool:
    """Tell whether the second line continues the paragraph of the first: below it, and not indented."""
    left, _ = _edges(above.page)
    follows = above.page == below.page and abs(below.baseline - above.baseline - LINE) < 0.5
    starts = _at_left_edge(above) or abs(above.left - left - INDENT) < 1.5
    return follows and starts and _at_left_edge(below)


def _at_left_edge(line: Line) -> bool:
    return abs(line.left - _edges(line.page)[0]) < 1.5


def _full(line: Line) -> bool:
    left, right = _edges(line.page)
    # A call of a note at the end of a line is set in another typeface.
    return abs(line.right - right) < 6 and line.left - left < INDENT + 1.5


def _in_type_area(page: int, sign: Sign) -> bool:
    left, right = _edges(page)
    top, bottom = PAGE.top * POINT, (PAGE.height - PAGE.bottom) * POINT
    # Large figures hang a little, so that their stems stand on the edge.
    hangs = 4 if sign.size > 30 else 1.5
    return left - hangs < sign.left and sign.right < right + 1.5 and top < sign.baseline < bottom + 0.5


def _in_margin(sign: Sign) -> bool:
    head_or_folio = sign.baseline < (PAGE.top - 5) * POINT or sign.baseline > (PAGE.height - PAGE.bottom + 4.9) * POINT
    beside = sign.right < PAGE.inner * POINT or sign.left > (PAGE.width - PAGE.inner) * POINT
    return DISPLAY in sign.typeface and (head_or_folio or beside)


def test_a_table_with_a_number_is_named_on_every_page_that_it_reaches(shipped: Path) -> None:
    """Two tables of the front matter go over; the words stand on the page after that with the caption."""
    with pypdfium2.PdfDocument(shipped / "screen/kursbuch.pdf") as pdf:
        texts = [" ".join(pdf[number].get_textpage().get_text_range().split()) for number in range(len(pdf))]
    for table, caption in (
        ("Tabelle 1", "Wer findet was wo?"),
        ("Tabelle 2", "Gesetze, die in diesem Buch oft"),
    ):
        first = next(at for at, text in enumerate(texts) if f"{table} {caption}" in text)
        assert [at for at, text in enumerate(texts) if f"{table} (Fortsetzung)" in text] == [first + 1], table


def test_a_heading_is_bound_to_the_box_or_table_below_it() -> None:
    """Their own white would leave it in the middle between two blocks."""
    css = (PROJECT / "layouts/page/30-parts.css").read_text("utf-8")
    bound = re.search(r"^(h2 \+ .*) \{ margin-top: 0 \}", css, re.MULTILINE)
    assert bound is not None
    assert {"h2 + .table", "h2 + .box", "h2 + .key-figure", "h2 + blockquote"} <= set(bound[1].split(", "))


def test_only_short_groups_of_the_index_are_kept_whole() -> None:
    """A group of four may go over, two and two: kept whole, it left a stub of four lines on a page of its own."""
    template = (PROJECT / "layouts/html/nodes/index.html.j2").read_text("utf-8")
    assert '" short" if group.entries | length <= 3' in template
