"""Accepting on the disk: nothing before it is asked for, then all or nothing, by decision, with a log and a way back."""

from __future__ import annotations

import json
import shutil
from datetime import UTC, datetime
from pathlib import Path

import pytest

from kursbuch_press.drafts.spans import Span, Spans
from kursbuch_press.merge.choosing import choose
from kursbuch_press.press import merging
from kursbuch_press.press.project import Project
from kursbuch_press.problems import PressError
from kursbuch_press.returns.returned import Comment, Returned
from kursbuch_press.sources import read_book
from tests.merge import CHAPTER, PROJECT, deleted, edited, new, returned, snapshot

FILE = f"sources/chapters/{CHAPTER}.yaml"


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """Give a copy of the shipped sources."""
    shutil.copytree(PROJECT / "sources", tmp_path / "sources")
    return Project(tmp_path)


def _bytes(project: Project) -> dict[str, bytes]:
    return {
        path.relative_to(project.folder).as_posix(): path.read_bytes() for path in (project.folder / "sources").rglob("*.yaml")
    }


def _like(address: str, old: str, words: str) -> Spans:
    spans = snapshot().by_address[f"{CHAPTER}/{address}"].spans
    assert any(old in span.text for span in spans)
    return tuple(Span(s.text.replace(old, words), s.strong, s.emphasis, s.href, s.note, s.field) for s in spans)


def _edit(author: str, address: str, old: str, words: str) -> Returned:
    block = snapshot().by_address[f"{CHAPTER}/{address}"]
    return returned(author, edited(author, block, _like(address, old, words)))


def test_reports_change_no_source(project: Project) -> None:
    before = _bytes(project)
    found = merging.look(
        project,
        [_edit("Anna <b>", "lage-1/text", "Große Firmen", "Konzerne"), _edit("Ben", "lage-1/text", "Große Firmen", "Riesen")],
    )
    merging.write_reports(found)
    assert _bytes(project) == before
    html = (project.folder / "returns/report.html").read_text("utf-8")
    assert "Anna &lt;b&gt;" in html
    told = json.loads((project.folder / "returns/report.json").read_text("utf-8"))
    assert {"changes", "conflicts", "comments", "unplaced", "ledger"} <= set(told)
    assert told["ledger"]["remainder"] == 0
    assert [version["text"] for version in told["conflicts"][0]["versions"]] == ["Konzerne", "Riesen"]


def test_accepting_changes_only_the_lines_of_the_words_and_undo_gives_every_byte_back(project: Project) -> None:
    before = _bytes(project)
    found = merging.look(
        project, [_edit("Anna", "lage-1/text", "Große Firmen", "Konzerne"), _edit("Ben", "lage-2/text", "putzt", "kehrt")]
    )
    accepted = merging.accept(found, choose(found.outcome, ["author=anna"]))
    assert accepted.files == (FILE,)
    old, now = before[FILE].decode().splitlines(), (project.folder / FILE).read_text("utf-8").splitlines()
    assert [line for line in now if line not in old] == [
        "      Konzerne haben eine Personalabteilung. Im kleinen Betrieb macht die Chefin am Sonntagabend die"
    ]
    assert "Anna, 2014-09-01" in (project.folder / "returns/log.yaml").read_text("utf-8")
    assert read_book(project.folder).book is not None
    assert merging.undo(project) == ("returns/log.yaml", FILE)
    assert _bytes(project) == before
    assert not (project.folder / "returns/log.yaml").exists()
    with pytest.raises(PressError):
        merging.undo(project)


def test_what_was_accepted_is_not_told_again(project: Project) -> None:
    returns = [_edit("Anna", "lage-1/text", "Große Firmen", "Konzerne")]
    found = merging.look(project, returns)
    merging.accept(found, choose(found.outcome, ["all"]))
    again = merging.look(project, returns)
    assert not again.outcome.changes
    assert again.outcome.settled == 1


def test_an_undo_never_overwrites_what_somebody_typed_since(project: Project) -> None:
    found = merging.look(project, [_edit("Anna", "lage-1/text", "Große Firmen", "Konzerne")])
    merging.accept(found, choose(found.outcome, ["1"]))
    path = project.folder / FILE
    path.write_text(path.read_text("utf-8") + "# noch etwas\n", "utf-8")
    with pytest.raises(PressError):
        merging.undo(project)
    assert path.read_text("utf-8").endswith("# noch etwas\n")


@pytest.mark.parametrize(
    ("decision", "words"), [("2", "Riesen haben"), ("Großbetriebe", "Großbetriebe haben"), ("sources", "Große Firmen haben")]
)
def test_a_conflict_is_written_as_the_editor_decides(project: Project, decision: str, words: str) -> None:
    returns = [_edit("Anna", "lage-1/text", "Große Firmen", "Konzerne"), _edit("Ben", "lage-1/text", "Große Firmen", "Riesen")]
    found = merging.look(project, returns)
    merging.write_reports(found)
    merging.accept(found, choose(found.outcome, ["all"]))
    assert "Große Firmen haben" in (project.folder / FILE).read_text("utf-8")
    path = project.folder / "returns/conflicts.yaml"
    path.write_text(path.read_text("utf-8").replace("decision: ''", f"decision: {decision}"), "utf-8")
    found = merging.look(project, returns)
    merging.accept(found, choose(found.outcome, ["all"]))
    assert words in (project.folder / FILE).read_text("utf-8")
    left = merging.look(project, returns)
    assert [left.decisions[conflict.id] for conflict in left.outcome.conflicts] == (
        ["sources"] if decision == "sources" else []
    )


def test_a_change_that_would_break_the_book_is_left_out_and_the_others_are_written(project: Project) -> None:
    blocks = [snapshot().by_address[f"{CHAPTER}/{name}"] for name in ("lage-2/text",)]
    table = [
        block for block in snapshot().blocks if block.table is not None and block.address.startswith(f"{CHAPTER}/tab-arbeit/")
    ]
    rows = [block for block in snapshot().blocks if block.address.startswith(f"{CHAPTER}/arbeit-")]
    gone = [
        snapshot().by_address[f"{CHAPTER}/tab-arbeit/caption"],
        *table,
        *rows,
        snapshot().by_address[f"{CHAPTER}/tab-arbeit/source"],
    ]
    changes = [deleted("Anna", block, number=at) for at, block in enumerate(gone, 1)]
    edit = edited("Anna", blocks[0], _like("lage-2/text", "putzt", "kehrt"), 99)
    found = merging.look(project, [returned("Anna", *changes, edit)])
    accepted = merging.accept(found, choose(found.outcome, ["all"]))
    assert [change.address for change in accepted.changes] == [f"{CHAPTER}/lage-2/text"]
    [(_, reason)] = accepted.left_out
    assert "tab-arbeit" in reason
    assert read_book(project.folder).book is not None


def test_comments_become_open_questions_once(project: Project) -> None:
    comment = Comment(
        "Anna", datetime(2014, 9, 1, tzinfo=UTC), "Stimmt das: noch?", f"{CHAPTER}/lage-1/text", CHAPTER, "Große Firmen"
    )
    told = returned("Anna", new("Anna", f"{CHAPTER}/lage-1/text", "Neu."))
    told = Returned(**{name: getattr(told, name) for name in told.__slots__} | {"comments": (comment,)})
    for _ in range(2):
        found = merging.look(project, [told])
        merging.accept(found, choose(found.outcome, ["all"]))
    book = read_book(project.folder).book
    assert book is not None
    [chapter] = [each for each in book.chapters if each.id == CHAPTER]
    [question] = chapter.open_questions
    assert (question.at, question.text, question.asked_by, question.quoted) == (
        "lage-1/text",
        "Stimmt das: noch?",
        "Anna",
        "Große Firmen",
    )


@pytest.mark.parametrize(
    "rule", ["", "alles", "author=", "author=Niemand", "chapter=keines", "0", "9", "2-1", "1,,2", "-1", "1-", "author"]
)
def test_a_rule_that_means_nothing_is_wrong_usage(project: Project, rule: str) -> None:
    found = merging.look(project, [_edit("Anna", "lage-1/text", "Große Firmen", "Konzerne")])
    with pytest.raises(PressError) as error:
        choose(found.outcome, [rule])
    assert error.value.exit_code == 2
