"""layouts/press.yaml says how much .press/ may keep; a mistake in it is told, and nothing of it makes a file outdated."""

from __future__ import annotations

from pathlib import Path

import pytest

from kursbuch_press.disk.recording import recording
from kursbuch_press.press.project import Project
from kursbuch_press.press.settings import cache_limit, setting_problems
from kursbuch_press.problems import BookError


def _project(folder: Path, text: str) -> Project:
    (folder / "layouts").mkdir()
    (folder / "layouts/press.yaml").write_text(text, "utf-8")
    return Project(folder)


def test_a_project_says_how_much_is_kept_and_who_builds_may_say_something_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("KURSBUCH_CACHE_MB", raising=False)
    assert cache_limit(Project(tmp_path)) == 500_000_000, "a project without the file"
    project = _project(tmp_path, "cache_mb: 80\n")
    with recording() as inputs:
        assert cache_limit(project) == 80_000_000
    assert not inputs
    monkeypatch.setenv("KURSBUCH_CACHE_MB", "3")
    assert cache_limit(project) == 3_000_000


@pytest.mark.parametrize("text", ["cache_mb: 1\n", "cache_mb: viel\n", "cache: 80\n"])
def test_a_mistake_is_told_with_its_place(tmp_path: Path, text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("KURSBUCH_CACHE_MB", raising=False)
    project = _project(tmp_path, text)
    (problem,) = setting_problems(project)
    assert (problem.place.file, problem.place.line) == ("layouts/press.yaml", 1)
    with pytest.raises(BookError):
        cache_limit(project)
