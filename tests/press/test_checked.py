"""What a check found is said again only as long as nothing of what it was found in has changed."""

from __future__ import annotations

from pathlib import Path

import pytest

from kursbuch_press.disk.recording import files_below, read_bytes
from kursbuch_press.press import checking
from kursbuch_press.press.checked import Checked, checked
from kursbuch_press.press.project import Project
from kursbuch_press.problems import Place, Problem, Severity

PROBLEM = Problem(Place("sources/a.yaml", 3, 7), "Etwas ist „schief“.", "gerade rücken", "a/b", Severity.WARNING, "slant")


@pytest.fixture
def calls(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Let a check read one file and look for others; gives what was checked."""
    made: list[str] = []

    def check(project: Project) -> Checked:
        words = read_bytes(project.folder / "sources/a.yaml").decode()
        files_below(project.folder / "sources", ".yaml")
        made.append(words)
        return Checked((PROBLEM,), len(words), 3)

    monkeypatch.setattr(checking, "check", check)
    return made


@pytest.fixture
def project(tmp_path: Path) -> Project:
    (tmp_path / "sources").mkdir()
    (tmp_path / "sources/a.yaml").write_text("eins", "utf-8")
    return Project(tmp_path)


def test_a_book_is_checked_again_only_if_something_changed(project: Project, calls: list[str]) -> None:
    assert checked(project) == checked(project) == Checked((PROBLEM,), 4, 3)
    assert checked(project).problems[0].severity is Severity.WARNING
    assert calls == ["eins"]
    (project.folder / "sources/b.yaml").touch()
    checked(project)
    (project.folder / "sources/a.yaml").write_text("zwei", "utf-8")
    checked(project)
    assert calls == ["eins", "eins", "zwei"]
    checked(Project(project.folder, "digital"))
    assert len(calls) == 4


@pytest.mark.parametrize("damage", [b"", b"0" * 64 + b"{}", b"[" * 9999])
def test_what_is_damaged_is_found_anew(project: Project, calls: list[str], damage: bytes) -> None:
    checked(project)
    (entry,) = (project.cache / "checked").iterdir()
    entry.write_bytes(damage)
    assert checked(project) == checked(project)
    assert len(calls) == 2
