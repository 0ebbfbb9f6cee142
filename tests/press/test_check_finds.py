"""``check`` finds what ``build`` finds, each with its place, and everything in one run."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from kursbuch_press.press.pictures import problems
from kursbuch_press.press.project import Project
from kursbuch_press.problems import Problem
from tests.press.small_book import small_book
from tests.shipped import press


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return small_book(tmp_path)


def write_chapter(project: Path, blocks: str) -> None:
    """Put blocks into the chapter of the small book; they begin in line 5 of its file."""
    head = "id: bilder\nkind: chapter\ntitle: Bilder\nblocks:\n"
    (project / "sources/chapters/bilder.yaml").write_text(f"{head}{blocks}", "utf-8")


def checked(project: Path) -> tuple[Problem, ...]:
    return problems(Project(project))


def test_every_place_of_a_sign_without_typeface_is_named(project: Path) -> None:
    known = "  - id: b\n    text: Grüße aus Łódź, Şırnak und Αθήνα.\n"
    write_chapter(project, f"  - id: a\n    text: Hier 欢 und dort 👍 und 欢.\n{known}")
    lost = [(str(each.place), each.address) for each in checked(project) if each.rule == "sign"]
    file = "sources/chapters/bilder.yaml"
    assert lost == [(f"{file}:6:{column}", "bilder/a/text") for column in (16, 27, 33)]


@pytest.fixture(scope="module")
def planted(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A book with mistakes that show only when pages are set, one for each of three products."""
    project = small_book(tmp_path_factory.mktemp("planted"))
    cells = f"cells: [{'X' * 70}, kurz, kurz, kurz]"
    columns = "\n".join(f"      - {{id: s{number}, title: Spalte}}" for number in range(4))
    rows = f"    rows:\n      - id: r\n        {cells}\n"
    table = f"  - id: t\n    kind: table\n    caption: Zu breit\n    columns:\n{columns}\n{rows}"
    write_chapter(project, f"  - id: a\n    text: Anfang.\n{table}")
    imprint = project / "sources/imprint.yaml"
    imprint.write_text(f"{imprint.read_text('utf-8').rstrip()}\nisbn: 978-3-16-148410-1\n", "utf-8")
    return project


def test_check_lays_out_what_a_build_lays_out_and_tells_all_in_one_run(planted: Path) -> None:
    done = press("check", "--json", project=planted)
    told = {(each["rule"], each["file"], each["address"].split("/")[0]) for each in json.loads(done.stdout)}
    assert done.returncode == 1
    assert ("overfull", "sources/chapters/bilder.yaml", "bilder") in told
    assert ("isbn", "sources/imprint.yaml", "imprint") in told


def test_check_finds_everything_that_build_finds(planted: Path) -> None:
    def found(*arguments: str) -> set[tuple[str, str, int]]:
        done = press(*arguments, "--json", project=planted)
        errors = (each for each in json.loads(done.stdout) if each["severity"] == "error")
        return {(each["rule"], each["file"], each["line"]) for each in errors}

    assert found("build", "print", "cover") <= found("check")
