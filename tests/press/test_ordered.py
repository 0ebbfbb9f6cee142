"""A print file of the book is judged by its own trim and number of pages, wherever it lies and whatever it is called."""

from __future__ import annotations

import shutil
from pathlib import Path

import pikepdf
import pytest

from kursbuch_press.pages.prepress.printers import load_printer
from kursbuch_press.press.composing import manuscript
from kursbuch_press.press.judging import Waiting, judge_for_print
from kursbuch_press.press.ordered import wish_for_file
from kursbuch_press.press.project import Project

_MM = 72 / 25.4
_FILES = {
    "print/kursbuch-innenteil.pdf": "Innenteil",
    "print/kursbuch-umschlag.pdf": "Umschlag",
    "print/handreichungen/00-auf-einen-blick.pdf": "Handreichung (Aushang)",
    "print/handreichungen/01-deutsch-fuer-alle.pdf": "Handreichung (Falzbogen)",
    "print/handreichungen/ar/01-deutsch-fuer-alle.pdf": "Handreichung (Falzbogen)",
    "print/versand/Kursbuch-umschlag-148x210.pdf": "Umschlag",
    "print/versand/Kursbuch-02-integration-durch-bildung-297x210.pdf": "Handreichung (Falzbogen)",
}


@pytest.mark.parametrize("where", ["there", "renamed", "changed"])
@pytest.mark.parametrize("name", _FILES)
def test_a_file_of_the_book_is_known_by_its_place_its_bytes_or_its_name(
    shipped: Path, tmp_path: Path, name: str, where: str
) -> None:
    project, path = Project(shipped.parent), shipped / name
    if where != "there":
        path = Path(shutil.copy(path, tmp_path / ("neu.pdf" if where == "renamed" else path.name)))
    if where == "changed":
        path.write_bytes(path.read_bytes() + b"\n")
    wish = wish_for_file(project, load_printer(project.folder, manuscript(project).edition.printer), path)
    with pikepdf.open(path) as pdf:
        left, bottom, right, top = (float(each) / _MM for each in pdf.pages[0].trimbox)
        assert wish.part == _FILES[name]
        assert (right - left, top - bottom) == pytest.approx(wish.trim, abs=0.05)
        assert (len(pdf.pages) == wish.page_count) is (wish.part != "Innenteil")


def test_a_sheet_is_ready_where_the_build_said_so(shipped: Path, tmp_path: Path) -> None:
    sheet = shipped / "print/handreichungen/01-deutsch-fuer-alle.pdf"
    reported = judge_for_print(Project(shipped.parent), sheet, tmp_path, Waiting())
    assert reported.verdict.passed
    assert "geprüft als Handreichung (Falzbogen) für" in reported.report.read_text("utf-8")
