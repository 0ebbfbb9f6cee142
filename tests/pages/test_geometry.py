"""One file says how large the page is; whoever sets, draws or checks takes it from there."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from kursbuch_press.book.edition import Trim
from kursbuch_press.compose import compose
from kursbuch_press.pages.chapter_html import write_chapter
from kursbuch_press.pages.design import Design
from kursbuch_press.pages.geometry import Faces, Geometry, Margins
from kursbuch_press.pages.palette import Palette
from kursbuch_press.press.pictures import problems
from kursbuch_press.press.project import Project
from kursbuch_press.problems import Place
from kursbuch_press.sources import read_book, read_layout
from tests.shipped import PROJECT, copy_project, shipped_page, vocabulary

MARGINS = Margins(top=20, bottom=24.9, inner=18, outer=24)
FACES = Faces(text="Spectral", display="Fira Sans")


def test_the_type_area_is_what_the_margins_leave() -> None:
    area = Geometry(line=13, margins=MARGINS, faces=FACES).area(Trim(width=148, height=210))
    assert (area.width, area.height, area.lines, area.foot) == (106, 165.1, 36, 24.9)


def test_the_margin_at_the_foot_leaves_whole_lines_where_a_hair_is_lacking() -> None:
    """192.6 mm are 38.997 lines of 14 pt."""
    margins = Margins(top=20, bottom=27.4, inner=20, outer=30)
    area = Geometry(line=14, margins=margins, faces=FACES).area(Trim(width=170, height=240))
    assert area.foot == pytest.approx(27.38, abs=0.01)
    assert (240 - 20 - area.foot) * 72 / 25.4 >= 39 * 14
    uneven = Geometry(line=12, margins=margins, faces=FACES).area(Trim(width=170, height=240))
    assert uneven.foot == 27.4


@pytest.mark.parametrize(("height", "lines"), [(210, None), (240, "42,5"), (239, "42,3"), (237.5, None)])
def test_lines_that_do_not_come_out_even_are_told_with_the_margin_that_helps(height: float, lines: str | None) -> None:
    margins = Margins(top=20, bottom=24.9 if height != 237.5 else 24.8, inner=18, outer=24)
    geometry = Geometry(line=13, margins=margins, faces=FACES)
    trim = Trim(width=170, height=height)
    found = list(geometry.problems(trim, Place("layouts/geometry.yaml", 7, 3)))
    if lines is None:
        assert found == []
        return
    (problem,) = found
    assert f"{lines} Zeilen" in problem.message
    (bottom,) = map(float, re.findall(r"bottom auf ([\d.]+)", problem.hint))
    mended = Geometry(line=13, margins=margins.model_copy(update={"bottom": bottom}), faces=FACES)
    assert list(mended.problems(trim, problem.place)) == []


def test_margins_as_large_as_the_page_are_told() -> None:
    wide = Margins(top=20, bottom=24.9, inner=70, outer=78)
    (problem,) = Geometry(line=13, margins=wide, faces=FACES).problems(Trim(), Place(""))
    assert "kein Satzspiegel" in problem.message


def test_the_check_tells_of_a_format_that_the_margins_do_not_fit(tmp_path: Path) -> None:
    project = copy_project(tmp_path)
    edition = project / "sources/kursbuch.yaml"
    higher = re.sub(r"(?m)^  height: .*$", f"  height: {shipped_page().height + 2}", edition.read_text("utf-8"))
    edition.write_text(higher, "utf-8")
    (problem,) = [each for each in problems(Project(project)) if each.rule == "geometry"]
    assert problem.place.file == "layouts/geometry.yaml"
    assert problem.place.line > 0


def test_no_stylesheet_and_no_code_of_pages_has_measures_of_its_own() -> None:
    homes = [*(PROJECT / "layouts/page").rglob("*"), *(PROJECT / "layouts/drawings").rglob("*.j2")]
    texts = {path.name: path.read_text("utf-8") for path in homes if path.is_file()}
    assert [name for name, text in texts.items() if re.search(r"\bSpectral\b|\bFira Sans\b|24\.9|\b468pt", text)] == []
    code = {path.name: path.read_text("utf-8") for path in (PROJECT / "kursbuch_press/pages").glob("**/*.py")}
    assert [name for name, text in code.items() if re.search(r"\b13\.0\b|\b24\.9\b|\b165\.1\b", text)] == []


@pytest.mark.parametrize(
    ("faces", "hyphen"),
    [
        (("Spectral", "Fira Sans"), "\u2010"),
        (("Atkinson Hyperlegible", "Fira Sans"), "-"),
        (("Atkinson Hyperlegible", "Atkinson Hyperlegible"), "-"),
    ],
)
def test_lines_end_with_a_hyphen_that_the_faces_have(faces: tuple[str, str], hyphen: str, tmp_path: Path) -> None:
    project = copy_project(tmp_path)
    path = project / "layouts/geometry.yaml"
    text, display = faces
    said = re.sub(r"(?m)^  text: .*$", f"  text: {text}", path.read_text("utf-8"))
    path.write_text(re.sub(r"(?m)^  display: .*$", f"  display: {display}", said), "utf-8")
    design = Design.load(project, "layouts/page", read_layout(project / "layouts/palette.yaml", Palette))
    book = read_book(project).book
    assert book is not None
    manuscript = compose(book, vocabulary())
    css = write_chapter(manuscript.chapters[4], manuscript, design, folio=1, folios=_Zeros()).css
    assert re.findall(r'hyphenate-character: "(.)"', css) == ([] if hyphen == "\u2010" else [hyphen])


class _Zeros(dict[str, str]):
    def __missing__(self, key: str) -> str:
        return "000"
