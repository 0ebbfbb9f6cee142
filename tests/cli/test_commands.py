"""The command line: German help, documented exit codes, JSON for programs, never a traceback."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from kursbuch_press.press.project import Project
from kursbuch_press.press.reading import has_errors, source_problems
from tests.shipped import PROJECT, copy_project, press


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return copy_project(tmp_path)


@pytest.mark.parametrize("command", [[], ["build"], ["check"], ["list"], ["schema"], ["test"]])
def test_every_command_has_help_in_german(command: list[str], project: Path) -> None:
    said = press(*command, "--help", project=project)
    assert said.returncode == 0
    assert said.stdout.startswith("Aufruf:")
    for english in ("usage", "options", "positional", "show this help"):
        assert english not in said.stdout


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["bild"], "nicht bekannt"),
        (["build", "--schnell"], "nicht bekannt: --schnell"),
        (["build", "prnt"], "Gemeint war vielleicht: print"),
        (["build", "handouts/01-deutsch.pdf"], "handouts/01-deutsch-fuer-alle.pdf"),
        (["build", "--jobs", "viele"], "keine Zahl ab 1"),
        (["build", "--jobs", "-1"], "keine Zahl ab 1"),
        (["build", "print", "--printer", "x"], "Möglich sind: digital"),
        (["--schnell"], "nicht bekannt: --schnell"),
        (["handouts/01-deutsch.pdf"], "handouts/01-deutsch-fuer-alle.pdf"),
        (["print", "prnt"], "Gemeint war vielleicht: print"),
    ],
)
def test_wrong_usage_ends_with_2_and_says_what_is_right(arguments: list[str], said: str, project: Path) -> None:
    done = press(*arguments, project=project)
    assert done.returncode == 2
    assert said in done.stderr
    assert "Traceback" not in done.stderr


def test_check_counts_what_it_read(shipped: Path) -> None:
    done = press("check", project=shipped.parent)  # whose layout is known already
    assert done.returncode == 0
    assert done.stdout == "Keine Fehler gefunden: 20 Kapitel, 47 Maßnahmen.\n"


def test_the_summary_is_about_chapters_that_the_book_has(project: Path) -> None:
    path = project / "sources/leichte-sprache.yaml"
    text = path.read_text("utf-8")
    path.write_text(
        text.replace("chapter: verstetigung", "chapter: verstetigun").replace("id: netzwerk\n", "id: text\n"), "utf-8"
    )
    said = press("check", project=project).stderr
    place = text[: text.index("chapter: verstetigung")].count("\n") + 1
    assert f"sources/leichte-sprache.yaml:{place}:14: Fehler: [leichte-sprache/weiter/chapter]" in said
    assert "gemeint ist vielleicht „verstetigung“" in said
    assert "Die Kennung „text“ gibt es hier schon" in said


def test_the_summary_may_tell_of_a_field_that_this_edition_leaves_out(project: Path) -> None:
    path = project / "sources/leichte-sprache.yaml"
    path.write_text(path.read_text("utf-8").replace("chapter: verstetigung", "chapter: wohnen"), "utf-8")
    found = source_problems(Project(project))
    assert not has_errors(found)
    (problem,) = [each for each in found if each.address == "leichte-sprache/weiter/chapter"]
    assert problem.message.startswith("Das Handlungsfeld „wohnen“ gibt es in diesem Buch nicht")


def test_problems_as_json_have_stable_names(project: Path) -> None:
    path = project / "sources/chapters/vorwort.yaml"
    path.write_text(path.read_text("utf-8") + "unbekannt: ja\n", "utf-8")
    done = press("check", "--json", project=project)
    assert done.returncode == 1
    (problem,) = json.loads(done.stdout)
    assert problem["file"] == "sources/chapters/vorwort.yaml"
    assert (problem["severity"], problem["column"]) == ("error", 1)
    assert set(problem) == {"file", "line", "column", "address", "severity", "rule", "message", "hint"}


def test_list_names_every_product_and_its_state(project: Path) -> None:
    done = press("list", project=project)
    assert done.returncode == 0
    assert "print/kursbuch-innenteil.pdf" in done.stdout
    assert "fehlt" in done.stdout
    assert "aktuell" not in done.stdout


def test_schema_writes_once(project: Path) -> None:
    shutil.rmtree(project / "sources/schema")
    assert "chapter.json geschrieben" in press("schema", project=project).stdout
    assert "chapter.json ist aktuell" in press("schema", project=project).stdout
    for path in (PROJECT / "sources/schema").glob("*.json"):
        assert path.read_bytes() == (project / "sources/schema" / path.name).read_bytes()


@pytest.mark.parametrize("what", ["template", "style", "palette", "swatch"])
def test_a_designers_mistake_names_its_file(what: str, project: Path) -> None:
    changes = {
        "template": ("layouts/html/nodes/paragraph.html.j2", "{{ nirgends }}"),
        "style": ("layouts/page/20-text.css", "\np { nonsense: 1 }"),
        "palette": ("layouts/palette.yaml", "\n  elbe: {}"),
        "swatch": ("layouts/page/20-text.css", "\np { color: #123456 }"),
    }
    name, addition = changes[what]
    path = project / name
    path.write_text(path.read_text("utf-8") + addition, "utf-8")
    done = press("build", "screen", project=project)
    assert done.returncode == 1, done.stderr
    assert "Traceback" not in done.stderr
    assert f"{name}:" in done.stderr
