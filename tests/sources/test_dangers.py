"""What could exhaust or endanger the machine is refused with a sentence, at little cost."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest

from kursbuch_press.problems import Problem
from kursbuch_press.sources import read_book

CHAPTER = "id: kapitel\nkind: chapter\ntitle: Ein Kapitel\n"
LAUGHS = "a: &a [x, x]\nb: &b [*a, *a, *a]\nc: &c [*b, *b, *b]\n"
FLOODS = {
    "aliases": LAUGHS + CHAPTER,
    "brackets": CHAPTER + "blocks: " + "[" * 900_000,
    "braces": CHAPTER + "blocks: " + "{a: " * 400_000,
    "indentation": "".join(" " * depth + "a:\n" for depth in range(1500)),
    "dashes": "- " * 900_000,
    "values": CHAPTER + "blocks: [" + "a," * 900_000 + "]",
    "keys": "".join(f"key-{number}: 1\n" for number in range(29_000)),
    "same keys": "a: 1\n" * 29_000,
    "long key": "a" * 1_900_000 + ": 1\n",
    "huge integer": CHAPTER + "blocks: [{id: h, kind: heading, text: x, level: " + "9" * 1_000_000 + "}]",
    "long text": CHAPTER + "blocks: [{id: a, text: '" + "*a " * 500_000 + "'}]",
    "nested marks": CHAPTER + "blocks: [{id: a, text: '" + "*a " * 1500 + "x" + " a*" * 1500 + "'}]",
    "open notes": CHAPTER + "blocks: [{id: a, text: '" + "[^" * 4900 + "'}]",
    "quotation marks": '"' * 1_900_000,
    "new lines": "\n" * 1_900_000,
    "tabs": "\t" * 1_900_000,
    "zeros": "\0" * 1_900_000,
}


def problems_of(project: Path) -> tuple[Problem, ...]:
    """Read a book with mistakes. It is to cost a second of processor time; the slack is for slow machines."""
    begin = time.process_time()
    reading = read_book(project)
    assert time.process_time() - begin < 3
    assert reading.book is None
    return reading.problems


@pytest.mark.parametrize("flood", FLOODS)
def test_a_flood_is_refused_at_once(project: Path, flood: str) -> None:
    (project / "sources/chapters/kapitel.yaml").write_text(FLOODS[flood], encoding="utf-8")
    problems = problems_of(project)
    assert problems
    assert len(problems) < 250
    assert all(len(problem.message) < 400 and len(problem.hint) < 500 for problem in problems)


def test_a_file_of_50_megabytes_is_refused_without_being_read(project: Path) -> None:
    path = project / "sources/chapters/kapitel.yaml"
    os.truncate(path, 50_000_000)
    [problem] = problems_of(project)
    assert problem.message == "Die Datei ist zu groß: 50.000.000 Bytes, erlaubt sind 2.000.000."


def test_a_file_that_is_a_link_out_of_the_project_is_refused(project: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    outside = tmp_path_factory.mktemp("outside") / "kapitel.yaml"
    path = project / "sources/chapters/kapitel.yaml"
    path.rename(outside)
    path.symlink_to(outside)
    assert [problem.rule for problem in problems_of(project)] == ["leads-out"]


def test_a_picture_that_is_a_link_out_of_its_folder_is_refused(project: Path) -> None:
    (project / "geheim.png").write_bytes((project / "sources/pictures/foto.png").read_bytes())
    (project / "sources/pictures/foto.png").unlink()
    (project / "sources/pictures/foto.png").symlink_to(project / "geheim.png")
    figure = "  - {id: bild, kind: figure, picture: foto.png, alt: Ein Foto}\n"
    with (project / "sources/chapters/kapitel.yaml").open("a", encoding="utf-8") as chapter:
        chapter.write(figure)
    assert [problem.rule for problem in problems_of(project)] == ["leads-out"]


def test_a_link_inside_the_project_is_followed(project: Path) -> None:
    path = project / "sources/chapters/kapitel.yaml"
    path.rename(project / "anderswo.yaml")
    path.symlink_to("../../anderswo.yaml")
    assert read_book(project).book is not None


@pytest.mark.parametrize("name", ["kursbuch.yaml", "imprint.yaml"])
def test_a_missing_file_is_named(project: Path, name: str) -> None:
    (project / "sources" / name).unlink()
    messages = [problem.message for problem in problems_of(project) if problem.rule == "missing-file"]
    assert messages == [f"Die Datei sources/{name} fehlt."]


@pytest.mark.parametrize("name", ["glossary", "literature"])
def test_a_book_may_do_without_glossary_and_literature_but_not_point_there(project: Path, name: str) -> None:
    (project / f"sources/{name}.yaml").unlink()
    assert {problem.rule for problem in problems_of(project)} == {"unknown-entry"}


def test_a_reference_into_a_part_that_no_chapter_prints_is_a_mistake(project: Path) -> None:
    edition = project / "sources/kursbuch.yaml"
    edition.write_text(edition.read_text("utf-8").replace("  - anhang\n", ""), "utf-8")
    found = [problem for problem in problems_of(project) if problem.rule == "part-not-listed"]
    assert all(problem.place.file.startswith("sources/chapters/") and problem.place.line > 1 for problem in found)
    assert all("part: " in problem.hint for problem in found)
    assert found


@pytest.mark.parametrize("part", ["glossary", "literature"])
def test_each_part_that_texts_point_to_has_to_be_printed(part: str, project: Path) -> None:
    appendix = project / "sources/chapters/anhang.yaml"
    text = appendix.read_text("utf-8")
    assert f"part: {part}" in text
    appendix.write_text(text.replace(f"part: {part}", "part: index"), "utf-8")
    found = [problem for problem in problems_of(project) if problem.rule == "part-not-listed"]
    assert [f"part: {part}" in problem.hint for problem in found] == [True]


def test_an_edition_that_is_no_sample_needs_no_note_of_samples_and_no_motto(project: Path) -> None:
    kursbuch = project / "sources/kursbuch.yaml"
    lines = kursbuch.read_text("utf-8").splitlines(keepends=True)
    kept = [line for line in lines if not line.startswith(("muster_note:", "motto:"))]
    assert len(kept) == len(lines) - 2
    kursbuch.write_text("".join(kept), "utf-8")
    assert [(problem.rule, problem.address) for problem in problems_of(project)] == [("muster-note", "edition/muster_note")]
    kursbuch.write_text("".join(["muster: false\n", *kept]), "utf-8")
    assert read_book(project).book is not None


def test_action_fields_count_without_a_gap(project: Path) -> None:
    field = project / "sources/chapters/feld.yaml"
    field.write_text(field.read_text("utf-8").replace("number: 1\n", "number: 3\n"), "utf-8")
    (problem,) = [problem for problem in problems_of(project) if problem.rule == "field-number"]
    assert "„number: 1“" in problem.hint


def test_a_folder_is_no_file(project: Path) -> None:
    (project / "sources/glossary.yaml").unlink()
    (project / "sources/glossary.yaml").mkdir()
    assert "no-file" in [problem.rule for problem in problems_of(project)]


def test_a_pipe_is_not_waited_for(project: Path) -> None:
    (project / "sources/glossary.yaml").unlink()
    os.mkfifo(project / "sources/glossary.yaml")
    assert "no-file" in [problem.rule for problem in problems_of(project)]


def test_a_circle_of_links_is_no_file(project: Path) -> None:
    path = project / "sources/glossary.yaml"
    path.unlink()
    path.symlink_to(path)
    assert "unreadable" in [problem.rule for problem in problems_of(project)]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read every file")
def test_a_file_without_rights_is_named(project: Path) -> None:
    (project / "sources/glossary.yaml").chmod(0)
    assert "unreadable" in [problem.rule for problem in problems_of(project)]


def test_an_empty_folder_is_no_book(tmp_path: Path) -> None:
    assert {problem.rule for problem in problems_of(tmp_path)} == {"missing-file"}
