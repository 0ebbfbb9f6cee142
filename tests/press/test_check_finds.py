"""``check`` finds what ``build`` finds, each with its place, and everything in one run."""

from __future__ import annotations

from pathlib import Path

import pytest

from kursbuch_press.press.pictures import problems
from kursbuch_press.press.project import Project
from kursbuch_press.problems import Problem
from tests.press.small_book import small_book


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
