"""Printer profiles: what they say, and what they say no to."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from kursbuch_press.pages.palette import Palette
from kursbuch_press.pages.prepress.printers import Binding, Printer, load_printer, printer_names
from kursbuch_press.pages.prepress.profiles import SHIPPED, find_profile, palette_warnings, shipped_proof
from kursbuch_press.pages.prepress.sheets import binding_problems, blanks_to_add, spine_width
from kursbuch_press.problems import BookError, Problem, Severity
from kursbuch_press.sources import read_layout
from tests.pages.prepress import PRINTER, PROJECT


def _refusal(project: Path, name: str) -> Problem:
    with pytest.raises(BookError) as caught:
        load_printer(project, name)
    (problem,) = caught.value.problems
    return problem


@pytest.fixture
def printer() -> Printer:
    return load_printer(PROJECT, PRINTER)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    shutil.copytree(PROJECT / "layouts/printers", tmp_path / "layouts/printers")
    return tmp_path


def test_every_shipped_profile_is_right() -> None:
    assert printer_names(PROJECT) == ["digital", "offset-gestrichen", "offset-ungestrichen"]
    conditions = [load_printer(PROJECT, name).condition.identifier for name in printer_names(PROJECT)]
    assert conditions == ["FOGRA51", "FOGRA39", "FOGRA52"]


def test_a_name_that_is_not_there_gets_the_nearest() -> None:
    assert _refusal(PROJECT, "digitl").hint == "meinten Sie digital?"


def test_x_1a_is_refused_with_the_reason(project: Path) -> None:
    file = project / f"layouts/printers/{PRINTER}.yaml"
    file.write_text(file.read_text("utf-8").replace("PDF/X-4", "PDF/X-1a"), "utf-8")
    problem = _refusal(project, PRINTER)
    assert "PDF/X-1a verbietet Transparenz" in problem.message
    assert problem.place.line > 1


WRONG = ("a/{teil}.pdf", "{teil}-{autor}.pdf", "{teil}", "{titel}.pdf", "{teil.pdf", "{teil:9}.pdf")


@pytest.mark.parametrize("pattern", WRONG)
def test_a_file_name_that_leads_elsewhere_is_refused(project: Path, pattern: str) -> None:
    file = project / "layouts/printers/digital.yaml"
    file.write_text(file.read_text("utf-8").replace("{isbn}_{teil}.pdf", pattern), "utf-8")
    assert "Der Dateiname endet auf .pdf, enthält {teil}" in _refusal(project, "digital").message


def test_the_file_name_is_filled_and_cleaned(printer: Printer) -> None:
    assert printer.sending_name(titel="Kursbuch: Sachsen", teil="umschlag", format="148x210") == (
        "Kursbuch-Sachsen-umschlag-148x210.pdf"
    )
    foreign = printer.sending_name(titel="Grüße aus Łódź", teil="innenteil", format="1×2")
    assert foreign == "Gruesse-aus-Lodz-innenteil-1-2.pdf"
    assert load_printer(PROJECT, "digital").sending_name(teil="innenteil") == "innenteil.pdf"


@pytest.mark.parametrize("name", ["digital", "offset-ungestrichen"])
def test_a_missing_profile_is_named_with_its_package_and_folder(name: str) -> None:
    printer = load_printer(PROJECT, name)
    with pytest.raises(BookError) as caught:
        find_profile(PROJECT, name, printer.condition, folders=[Path("/usr/share/color/icc/none")])
    (problem,) = caught.value.problems
    assert problem.place.file == f"layouts/printers/{name}.yaml"
    assert printer.condition.icc in problem.message
    assert "icc-profiles" in problem.hint
    assert "layouts/profiles" in problem.hint
    assert "/usr/share/color/icc/none" in problem.hint


def test_a_profile_that_comes_with_the_press_is_not_to_be_installed() -> None:
    printer = load_printer(PROJECT, PRINTER)
    condition = printer.condition.model_copy(update={"icc": "Gibt-es-nicht.icc"})
    with pytest.raises(BookError) as raised:
        find_profile(PROJECT, PRINTER, condition)
    assert raised.value.problems[0].hint.startswith("die Datei nach layouts/profiles/ legen")


def test_a_profile_in_a_folder_of_the_system_is_found(tmp_path: Path) -> None:
    printer = load_printer(PROJECT, "digital")
    stand_in = tmp_path / "ICC" / printer.condition.icc
    stand_in.parent.mkdir()
    shutil.copy(PROJECT / "layouts/profiles/ISOcoated_v2_300_bas.icc", stand_in)
    found = find_profile(PROJECT, "digital", printer.condition, folders=[tmp_path])
    assert (found.identifier, found.icc[36:40]) == ("FOGRA51", b"acsp")


def test_a_file_that_is_no_profile_is_refused(tmp_path: Path) -> None:
    printer = load_printer(PROJECT, "digital")
    (tmp_path / printer.condition.icc).write_bytes(b"no profile")
    with pytest.raises(BookError) as caught:
        find_profile(PROJECT, "digital", printer.condition, folders=[tmp_path])
    assert "kein Farbprofil für den Vierfarbdruck" in caught.value.problems[0].message


def test_a_palette_without_inks_for_the_condition_is_a_warning() -> None:
    palette = read_layout(PROJECT / "layouts/palette.yaml", Palette)
    assert palette_warnings(palette, "FOGRA39") == ()
    (warning,) = palette_warnings(palette, "FOGRA52")
    assert warning.severity is Severity.WARNING
    assert "elbe" in warning.message
    assert "quiet" not in warning.message  # black is black on every paper


@pytest.mark.parametrize(("pages", "multiple", "blanks"), [(144, 16, 0), (145, 16, 15), (147, 4, 1), (9, 1, 0)])
def test_the_last_sheet_is_filled(pages: int, multiple: int, blanks: int) -> None:
    assert blanks_to_add(pages, multiple) == blanks


def test_the_spine_is_half_the_pages_times_paper_and_twice_the_cover(printer: Printer) -> None:
    paper = printer.interior.model_copy(update={"grammage": 100, "volume": 1.2})
    cover = printer.cover.model_copy(update={"grammage": 250, "volume": 1.0})
    chosen = printer.model_copy(update={"interior": paper, "cover": cover})
    assert spine_width(144, chosen) == 9.1  # 72 leaves of 0.12 mm and two of 0.25 mm
    stitched = chosen.model_copy(update={"binding": Binding.SADDLE_STITCH})
    assert spine_width(144, stitched) == 0
    (warning,) = binding_problems(144, stitched)
    assert "144 Seiten sind 8,6 mm dick" in warning.message
    assert binding_problems(48, stitched) == ()
    assert binding_problems(144, chosen) == ()


@pytest.mark.parametrize("broken", [b"", b"kaputt", 5000, 131, 400])
def test_a_profile_that_is_cut_off_is_told_where_it_is_named(tmp_path: Path, broken: bytes | int) -> None:
    whole = (PROJECT / "layouts/profiles" / SHIPPED).read_bytes()
    (tmp_path / "layouts/profiles").mkdir(parents=True)
    (tmp_path / "layouts/profiles" / SHIPPED).write_bytes(broken if isinstance(broken, bytes) else whole[:broken])
    with pytest.raises(BookError) as raised:
        shipped_proof(tmp_path)
    assert [(each.place.file, each.rule) for each in raised.value.problems] == [(f"layouts/profiles/{SHIPPED}", "icc-profile")]
