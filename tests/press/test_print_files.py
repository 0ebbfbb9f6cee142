"""Print files in dist/: their names, the copies that are sent, other printers, and what stays when the power goes."""

from __future__ import annotations

import hashlib
import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import pikepdf
import pytest

from tests.press.photographs import photograph
from tests.press.small_book import Picture, build, manifest, set_line, small_book
from tests.shipped import PROJECT, press, shipped_page

INTERIOR, COVER = "print/kursbuch-innenteil.pdf", "print/kursbuch-umschlag.pdf"
FAILED = "print/kursbuch-innenteil-NICHT-DRUCKFERTIG.pdf"
PRINTER = "layouts/printers/offset-gestrichen.yaml"
ICC = "layouts/profiles/ISOcoated_v2_300_bas.icc"
MM = 72 / 25.4


@dataclass(frozen=True, slots=True)
class Stage:
    """dist/ after a build: files with their sha256, the manifest, what was said, and the width of the cover in mm."""

    files: Mapping[str, str]
    entries: Mapping[str, Mapping[str, object]]
    said: str
    cover: float
    project: Path


def _built(project: Path, *arguments: str, code: int = 0) -> Stage:
    done = build(project, *arguments)
    assert done.returncode == code, done.stderr
    with pikepdf.open(project / "dist" / COVER) as pdf:
        left, _, right, _ = (float(value) for value in pdf.pages[0].trimbox.as_list())
    return Stage(_files(project / "dist"), manifest(project), done.stderr, (right - left) / MM, project)


def _files(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in folder.rglob("*")
        if path.is_file()
    }


@pytest.fixture(scope="module")
def stages(tmp_path_factory: pytest.TempPathFactory) -> list[Stage]:
    """Build a book; then with more pages under another name; then with a picture that is too coarse."""
    project = small_book(tmp_path_factory.mktemp("book"), pages=1)
    first = _built(project, "print", "cover")
    set_line(project / PRINTER, "file_name", 'file_name: "{stand} {titel} für die Prüfung {teil}.pdf"')
    chapter = project / "sources/chapters/bilder.yaml"
    longer = small_book(tmp_path_factory.mktemp("longer"), pages=24)
    shutil.copy(longer / "sources/chapters/bilder.yaml", chapter)
    second = _built(project, "print", "cover")
    coarse = small_book(tmp_path_factory.mktemp("coarse"), [Picture("grob.png")])
    shutil.copy(coarse / "sources/chapters/bilder.yaml", chapter)
    photograph().resize((417, 132)).save(project / "sources/pictures/grob.png")
    return [first, second, _built(project, "print", "cover", code=1)]


def test_a_file_that_is_ready_is_copied_under_the_name_that_the_printer_asks_for(stages: list[Stage]) -> None:
    copies = {"print/versand/Kursbuch-innenteil-148x210.pdf": INTERIOR, "print/versand/Kursbuch-umschlag-148x210.pdf": COVER}
    for copy, file in copies.items():
        assert stages[0].files[copy] == stages[0].files[file]
        entry = {name: value for name, value in stages[0].entries[copy].items() if name != "path"}
        assert entry == {name: value for name, value in stages[0].entries[file].items() if name != "path"}


def test_copies_under_an_old_name_go_with_their_entries(stages: list[Stage]) -> None:
    sent = {path for path in stages[1].files if path.startswith("print/versand/")}
    assert sent == {
        "print/versand/2014-06-27-Kursbuch-fuer-die-Pruefung-innenteil.pdf",
        "print/versand/2014-06-27-Kursbuch-fuer-die-Pruefung-umschlag.pdf",
    }
    assert {path for path in stages[1].entries if path.startswith("print/versand/")} == sent


def test_more_pages_make_a_wider_cover_in_the_same_build(stages: list[Stage]) -> None:
    pages = [stage.entries[INTERIOR]["pages"] for stage in stages[:2]]
    assert pages == [16, 32]
    leaf = 115 * 0.92 / 1000
    assert stages[1].cover - stages[0].cover == pytest.approx(8 * leaf, abs=0.1)  # a spine has whole tenths


def test_a_file_that_is_not_ready_has_another_name_and_is_not_sent(stages: list[Stage]) -> None:
    last = stages[2]
    assert FAILED in last.files
    assert INTERIOR not in last.files
    assert INTERIOR not in last.entries
    assert last.entries[FAILED]["verdict"] == {"technisch_druckfertig": False, "zur_verbreitung_freigegeben": False}
    assert [path for path in last.files if path.startswith("print/versand/")] == [
        "print/versand/2014-06-27-Kursbuch-fuer-die-Pruefung-umschlag.pdf",
    ]
    assert "ist technisch nicht druckfertig und heißt deshalb anders" in last.said
    assert "Das Bild „grob.png“ hat bei 106 mm Breite nur 100 dpi" in last.said


def test_a_file_that_is_not_ready_is_found_under_its_name_and_its_faults_in_the_sources(stages: list[Stage]) -> None:
    project = stages[2].project
    listed = press("list", project=project)
    assert FAILED in listed.stdout
    assert INTERIOR not in listed.stdout
    told = press("check", "print", "--json", project=project)
    assert (told.returncode, json.loads(told.stdout)["file"]) == (1, Path(FAILED).name)
    report = json.loads((project / "dist/print/preflight.json").read_text("utf-8"))
    assert report["file"] == Path(FAILED).name
    (coarse,) = [each for check in report["checks"] if check["id"] == "resolution" for each in check["findings"]]
    figure = (project / "sources/chapters/bilder.yaml").read_text("utf-8").splitlines().index("    caption: Bild 1") + 1
    file, line, _ = coarse["source"].split(":")
    assert (file, abs(int(line) - figure) <= 4) == ("sources/chapters/bilder.yaml", True), coarse


def _foreign(project: Path) -> Path:
    """Let the digital printer ask for a profile that no machine has."""
    file = project / "layouts/printers/digital.yaml"
    file.write_text(file.read_text("utf-8").replace("PSOcoated_v3.icc", "Pruefprofil_v3.icc"), "utf-8")
    return file


def test_a_printer_whose_profile_is_missing_is_refused_with_file_package_and_folder(tmp_path: Path) -> None:
    project = small_book(tmp_path, pages=1)
    lines = _foreign(project).read_text("utf-8").splitlines()
    done = build(project, "print", "--printer", "digital")
    assert done.returncode == 1
    told = r"layouts/printers/digital\.yaml:(\d+):\d+: Fehler: Das Farbprofil „Pruefprofil_v3\.icc“ für FOGRA51 fehlt\."
    found = re.search(told, done.stderr)
    assert found is not None, done.stderr
    assert "Pruefprofil_v3.icc" in lines[int(found[1]) - 1]
    assert "dem Debian-Paket icc-profiles" in done.stderr
    assert "layouts/profiles" in done.stderr
    assert not (project / "dist").exists()
    assert build(project, "screen", "--printer", "digital").returncode == 0, "a screen needs no plates"


def test_another_printer_gets_its_own_condition_pages_and_warnings(tmp_path: Path) -> None:
    project = small_book(tmp_path, pages=1)
    _foreign(project)
    shutil.copy(PROJECT / ICC, project / "layouts/profiles/Pruefprofil_v3.icc")
    stage = _built(project, "print", "cover", "--printer", "digital")
    with pikepdf.open(project / "dist" / INTERIOR) as pdf:
        assert str(pdf.Root.OutputIntents[0].OutputConditionIdentifier) == "FOGRA51"
        assert len(pdf.pages) == 4, "the other printer fills sheets of 16 pages, this one of 2"
    assert "print/versand/innenteil.pdf" in stage.files  # the book has no ISBN yet
    assert "Für FOGRA51 haben diese Farben keine eigenen Werte: elbe," in stage.said
    notes = json.loads((project / "dist/print/preflight.json").read_text("utf-8"))["notes"]
    assert [(note["id"], note["warning"]) for note in notes[:1]] == [("warnings", True)]
    assert "keine eigenen Werte" in notes[0]["lines"][0]
    cover = json.loads((project / "dist/print/preflight-umschlag.json").read_text("utf-8"))["notes"]
    (sheet,) = (note["lines"] for note in cover if note["id"] == "sheet")
    assert sheet[0].startswith("Rücken: 4 Seiten / 2 × 0,12 mm + 2 × 0,275 mm = 0,8 mm; Offset weiß 100 g/m² mit Volumen 1,2,")
    page = shipped_page()
    one, both = f"{page.width} mm", f"{2 * page.width + 0.8:g} × {page.height} mm".replace(".", ",")
    assert sheet[1] == f"Bogen: Rückseite {one} + Rücken 0,8 mm + Vorderseite {one} = {both}, ohne Anschnitt"
    inputs = stage.entries[INTERIOR]["inputs"]
    assert isinstance(inputs, dict)
    assert [path for path in inputs if path.startswith("layouts/printers/")] == ["layouts/printers/digital.yaml"]


@pytest.mark.parametrize(
    ("lines", "messages"),
    [
        ("bleed: 3\ntrim: {width: 170, height: 240}", ["druckt 170 × 240 mm, die Ausgabe ist für"]),
        ("bleed: 5", ["braucht 5 mm Anschnitt, die Ausgabe hat nur 3 mm"]),
        ("bleed: 5\ntrim: {width: 170, height: 240}", ["druckt 170 × 240 mm", "braucht 5 mm Anschnitt"]),
    ],
)
def test_a_printer_with_another_format_is_refused(tmp_path: Path, lines: str, messages: list[str]) -> None:
    project = small_book(tmp_path, pages=1)
    set_line(project / PRINTER, "bleed", lines)
    done = build(project, "print", "cover")
    assert done.returncode == 1
    assert [each for each in messages if each not in done.stderr] == []
    assert "offset-gestrichen.yaml" in done.stderr
    assert not (project / "dist").exists()


def test_a_printer_that_is_not_there_gets_the_nearest_name(tmp_path: Path) -> None:
    done = build(small_book(tmp_path), "print", "--printer", "digitl")
    assert done.returncode == 2
    assert "Gemeint war vielleicht: digital" in done.stderr


DYING = """\
import os, sys
from kursbuch_press.cli.__main__ import main
from kursbuch_press.disk import swapping
exchange, when = swapping._exchange, sys.argv.pop(1)
def dying(one, other):
    if when == "after":
        exchange(one, other)
    os._exit(137)
swapping._exchange = dying
sys.exit(main())
"""


@pytest.mark.parametrize("when", ["before", "after"])
def test_when_the_power_goes_all_files_are_the_old_or_the_new_ones(tmp_path: Path, when: str) -> None:
    project = small_book(tmp_path, pages=1)
    before = _built(project, "print", "cover")
    set_line(project / "sources/kursbuch.yaml", "motto", "motto: Ein anderes Motto")
    command = [sys.executable, "-c", DYING, when, "build", "print", "cover", "--jobs", "1", "--project", str(project)]
    environment = {**os.environ, "PYTHONPATH": str(PROJECT), "PATH": ""}
    done = subprocess.run(command, capture_output=True, text=True, check=False, env=environment)
    assert done.returncode == 137, done.stderr
    died = _files(project / "dist")
    assert len(list(project.glob(".dist.change-*"))) == 1
    after = _built(project, "print", "cover")
    assert died == (before if when == "before" else after).files
    assert before.files != after.files
    assert list(project.glob(".dist.change-*")) == []
