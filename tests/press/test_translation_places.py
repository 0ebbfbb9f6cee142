"""What is out of step in a translation is told at its line: an entry at its own, what is missing where it belongs."""

from __future__ import annotations

from pathlib import Path

from kursbuch_press.press.project import Project
from kursbuch_press.press.reading import source_problems
from tests.shipped import copy_project


def test_texts_of_a_translation_that_are_out_of_step_have_their_line(tmp_path: Path) -> None:
    project = copy_project(tmp_path)
    file = project / "sources/translations/en.yaml"
    lines = file.read_text("utf-8").splitlines(keepends=True)
    first = next(at for at, line in enumerate(lines) if line.startswith("  handouts/join/title:"))
    changed = next(at for at, line in enumerate(lines) if line.startswith("  handouts/sample:"))
    lines[first] = lines[first].replace("title", "tittel")
    names = next(at for at, line in enumerate(lines) if line.startswith("names:"))
    del lines[names:]
    lines[changed + 1] = '    of: "00000000"\n'
    file.write_text("".join(lines), "utf-8")
    found = {(each.rule, str(each.place)) for each in source_problems(Project(project)) if "translation" in each.rule}
    top = next(at for at, line in enumerate(lines) if line.startswith("texts:"))
    assert ("translation-missing", "sources/translations/en.yaml:3:1") in found, "names, where none are given"
    assert {
        ("translation-superfluous", f"sources/translations/en.yaml:{first + 1}:3"),
        ("translation-outdated", f"sources/translations/en.yaml:{changed + 1}:3"),
        ("translation-missing", f"sources/translations/en.yaml:{top + 1}:1"),
    } <= found


def test_a_sign_without_typeface_in_a_translation_has_its_line(tmp_path: Path) -> None:
    project = copy_project(tmp_path)
    file = project / "sources/translations/en.yaml"
    file.write_text(file.read_text("utf-8").replace('text: "Join in"', 'text: "Join in 欢"'), "utf-8")
    line = next(at for at, words in enumerate(file.read_text("utf-8").splitlines(), 1) if "欢" in words)
    assert [str(each.place).rpartition(":")[0] for each in source_problems(Project(project)) if each.rule == "sign"] == [
        f"sources/translations/en.yaml:{line}"
    ]
