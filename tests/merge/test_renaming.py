"""Renaming: everywhere, nothing else, and drafts that are out go on being understood."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from kursbuch_press.drafts.spans import Span
from kursbuch_press.merge.choosing import choose
from kursbuch_press.press import merging
from kursbuch_press.press.project import Project
from kursbuch_press.press.renaming import rename_in
from kursbuch_press.problems import PressError, Severity
from kursbuch_press.sources import read_book
from tests.merge import CHAPTER, PROJECT, edited, returned, snapshot


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """Give a copy of the shipped sources."""
    shutil.copytree(PROJECT / "sources", tmp_path / "sources")
    return Project(tmp_path)


def _texts(project: Project) -> dict[str, str]:
    return {path.stem: path.read_text("utf-8") for path in (project.folder / "sources").rglob("*.yaml")}


def _is_good(project: Project) -> bool:
    return not any(problem.severity is Severity.ERROR for problem in read_book(project.folder).problems)


@pytest.mark.parametrize(
    ("old", "new", "mention"),
    [
        ("tab-arbeit", "tab-zz", "[](#{})"),
        ("note-kmu", "note-zz", "[^{}]"),
        ("glossary/duldung", "zz-stand", "](glossar:{})"),
        ("abbreviations/kmu", "zz-kmu", "](abk:{})"),
        ("literature/asylvfg", "zz-asyl", "](lit:{})"),
    ],
)
def test_a_thing_and_all_references_to_it_have_the_new_id(project: Project, old: str, new: str, mention: str) -> None:
    was = _texts(project)
    rename_in(project, old, new)
    now = _texts(project)
    assert _is_good(project)
    name = old.rpartition("/")[2]
    for file, text in was.items():
        assert now[file].count(mention.format(new)) == text.count(mention.format(name))
        assert now[file].replace(new, name).split() == text.split()
    assert was != now


def test_a_chapter_takes_its_file_along_and_goes_back_byte_for_byte(project: Project) -> None:
    was = _texts(project)
    rename_in(project, CHAPTER, "vielfalt")
    assert (project.folder / "sources/chapters/vielfalt.yaml").is_file()
    assert not (project.folder / f"sources/chapters/{CHAPTER}.yaml").exists()
    assert _is_good(project)
    now = _texts(project)
    for file in ("leichte-sprache", "handouts", "kursbuch"):
        assert now[file].count(CHAPTER) == 0
    assert f"  {CHAPTER}/title:" in was["en"]
    assert (CHAPTER in now["en"], "  vielfalt/title:" in now["en"]) == (False, True)
    rename_in(project, "vielfalt", CHAPTER)
    assert _texts(project) == was


def test_the_parts_of_handouts_and_drawings_take_translations_and_followers_along(project: Project) -> None:
    was = _texts(project)
    rename_in(project, "handouts/blatt-deutsch", "blatt-neu")
    rename_in(project, "deutsch-fuer-alle/weg-beratung", "weg-rat")
    now = _texts(project)
    assert ("handouts/blatt-deutsch/" in was["en"], "handouts/blatt-deutsch/" in now["en"]) == (True, False)
    assert now["en"].count("  handouts/blatt-neu/") == was["en"].count("  handouts/blatt-deutsch/")
    assert now["deutsch-fuer-alle"].count("after: weg-rat\n") == was["deutsch-fuer-alle"].count("after: weg-beratung\n") == 1
    assert _is_good(project)


def test_a_chapter_that_is_called_as_a_key_changes_no_key_of_translations(project: Project) -> None:
    """The keys ``text`` and ``of`` of a translation are no addresses, even if a chapter has that id."""
    rename_in(project, "verstetigung", "text")
    now = _texts(project)["en"]
    assert "  text/title:" in now
    rename_in(project, "text", "of")
    assert _texts(project)["en"] == now.replace("  text/", "  of/")
    assert _is_good(project)


def test_a_return_of_a_draft_from_before_is_understood(project: Project) -> None:
    block = snapshot().by_address[f"{CHAPTER}/lage-3/text"]
    after = tuple(
        Span(s.text.replace("einfacher", "leichter"), s.strong, s.emphasis, s.href, s.note, s.field) for s in block.spans
    )
    rename_in(project, f"{CHAPTER}/lage-3", "antwort")
    rename_in(project, CHAPTER, "vielfalt")
    rename_in(project, "tab-arbeit", "tab-zugang")
    found = merging.look(project, [returned("Anna", edited("Anna", block, after))])
    assert [change.address for change in found.outcome.changes] == ["vielfalt/antwort/text"]
    merging.accept(found, choose(found.outcome, ["all"]))
    text = (project.folder / "sources/chapters/vielfalt.yaml").read_text("utf-8")
    assert "Die Antwort ist leichter" in text
    assert "[](#tab-zugang)" in text


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("gibt-es-nicht", "neu"),
        ("lage-1", "neu"),
        (f"{CHAPTER}/lage-1", "lage-2"),
        ("tab-arbeit", "Tab"),
        ("tab-arbeit", "tab-arbeit"),
        ("tab-arbeit", ""),
    ],
)
def test_what_cannot_be_renamed_changes_nothing(project: Project, old: str, new: str) -> None:
    was = _texts(project)
    with pytest.raises(PressError) as error:
        rename_in(project, old, new)
    assert error.value.exit_code == 2
    assert _texts(project) == was
