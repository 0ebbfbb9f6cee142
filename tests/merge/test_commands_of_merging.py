"""The commands around merging as an editor types them: the dialogue, forgetting a person, a redline."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from kursbuch_press.cli.merge_dialogue import talk
from kursbuch_press.merge.choosing import Choice, choose
from kursbuch_press.merge.report_html import report_html
from kursbuch_press.press import merging
from kursbuch_press.press.forgetting import forget
from kursbuch_press.press.project import Project
from kursbuch_press.problems import PressError
from kursbuch_press.returns.returned import Comment
from tests.checks.accessible import pdf_file, tag
from tests.merge import CHAPTER, PROJECT, edited, like, returned, snapshot


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """Give a copy of the shipped sources."""
    shutil.copytree(PROJECT / "sources", tmp_path / "sources")
    return Project(tmp_path)


def _looked(project: Project) -> merging.Merging:
    first, second = (snapshot().by_address[f"{CHAPTER}/{name}/text"] for name in ("lage-1", "lage-2"))
    anna = returned(
        "Anna Beispiel",
        edited("Anna Beispiel", first, like(first, "Große Firmen", "Konzerne")),
        edited("Anna Beispiel", second, like(second, "putzt", "kehrt"), 2),
    )
    ben = returned("Ben", edited("Ben", first, like(first, "Große Firmen", "Riesen")))
    return merging.look(project, [anna, ben])


def _typing(*lines: str) -> Callable[[str], str]:
    rest = iter(lines)

    def ask(prompt: str) -> str:
        assert prompt
        try:
            return next(rest)
        except StopIteration:
            raise EOFError from None

    return ask


def test_the_report_marks_words_that_go_and_come_and_says_whose_they_are(project: Project) -> None:
    first, second = (snapshot().by_address[f"{CHAPTER}/{name}/text"] for name in ("lage-1", "lage-2"))
    named = returned("Anna Beispiel", edited("Anna Beispiel", first, like(first, "Große Firmen", "Konzerne")))
    nobody = returned("post", edited("", second, like(second, "putzt", "kehrt")))
    cases = ((nobody, "post.docx"), (replace(nobody, saved_by="Ben Beispiel"), "Ben Beispiel"))
    for other, who in cases:
        shown = report_html(merging.look(project, [named, other]).outcome)
        assert "<del>Große Firmen</del><ins>Konzerne</ins>" in shown
        assert "<del> putzt</del><ins> kehrt</ins>" in shown
        assert shown.count("<del>") == shown.count("<ins>") == 2
        told = re.findall(r"Anna Beispiel|Ben Beispiel|post\.docx", shown)
        assert {"Anna Beispiel", who} <= set(told)
    assert "Ben Beispiel" not in report_html(merging.look(project, [named, nobody]).outcome)


def test_one_change_at_a_time_back_and_forth(project: Project) -> None:
    found = _looked(project)
    answered = talk(found, Choice(), _typing("n", "z", "j", "Großbetriebe", ""))
    assert answered is not None
    merging.accept(*answered)
    text = (project.folder / f"sources/chapters/{CHAPTER}.yaml").read_text("utf-8")
    assert "Großbetriebe haben" in text
    assert "Die Buchhalterin kehrt" in text


def test_the_dialogue_is_left_and_taken_up_again(project: Project) -> None:
    assert talk(_looked(project), Choice(), _typing("j", "q")) is None
    assert talk(_looked(project), Choice(), _typing()) is None
    answered = talk(_looked(project), Choice(), _typing("2", ""))
    assert answered is not None
    accepted = merging.accept(*answered)
    assert len(accepted.changes) == 1
    assert [each.decision for each in accepted.conflicts] == ["2"]


def test_what_is_no_answer_changes_nothing(project: Project) -> None:
    answered = talk(_looked(project), Choice(), _typing("vielleicht", "n", "9", "s", ""))
    assert answered is not None
    assert not merging.accept(*answered).files


def test_what_was_decided_is_decided_still_when_it_was_taken_back(project: Project) -> None:
    merging.write_reports(_looked(project))
    path = project.folder / "returns/conflicts.yaml"
    path.write_text(path.read_text("utf-8").replace("decision: ''", "decision: Großbetriebe"), "utf-8")
    decided, source = path.read_bytes(), project.folder / f"sources/chapters/{CHAPTER}.yaml"
    merging.accept(_looked(project), Choice())
    accepted = source.read_bytes()
    merging.write_reports(_looked(project))
    assert b"decision" not in path.read_bytes().partition(b"conflicts:")[2]
    assert "returns/conflicts.yaml" in merging.undo(project)
    assert path.read_bytes() == decided
    merging.accept(_looked(project), Choice())
    assert source.read_bytes() == accepted


def test_what_is_answered_goes_before_the_rules_and_one_letter_is_no_wording(project: Project) -> None:
    found = _looked(project)
    answered = talk(found, choose(found.outcome, ["all"]), _typing("n", "j", "n", "s", ""))
    assert answered is not None
    assert answered[1].changes == ()
    assert set(answered[0].decisions.values()) == {"sources"}


def test_comments_are_asked_about_too(project: Project) -> None:
    block = snapshot().by_address[f"{CHAPTER}/lage-1/text"]
    comments = tuple(
        Comment("Anna Beispiel", None, text, block.address, CHAPTER, done=done)
        for text, done in (("Stimmt das?", False), ("Gut so.", False), ("Erledigt.", True))
    )
    found = merging.look(project, [replace(returned("Anna Beispiel"), comments=comments)])
    answered = talk(found, Choice(), _typing("j", "n", ""))
    assert answered is not None
    merging.accept(*answered)
    text = (project.folder / f"sources/chapters/{CHAPTER}.yaml").read_text("utf-8")
    assert ("Stimmt das?" in text, "Gut so." in text, "Erledigt." in text) == (True, False, False)


def test_a_person_is_forgotten_and_what_was_written_stays(project: Project) -> None:
    found = _looked(project)
    merging.write_reports(found)
    merging.accept(found, choose(found.outcome, ["all"]))
    folder = project.folder / "drafts/0000-0000-0000"
    folder.mkdir(parents=True)
    sent = [
        {"recipient": "Anna Beispiel <anna@verein.example>", "file": "03-anna-beispiel.docx", "sent": "2014-08-01", "due": ""}
    ]
    (folder / "sent.json").write_text(json.dumps(sent), "utf-8")
    (folder / "mail.txt").write_text("an ANNA@verein.example, Beispiel, Anna", "utf-8")
    (folder / "03-anna-beispiel.docx").write_bytes(b"PK")
    forgotten = forget(project, "Anna  Beispiel")
    assert not forgotten.left
    assert not any(
        "anna" in path.read_text("utf-8", "replace").lower()
        for path in project.folder.rglob("*")
        if path.is_file() and path.suffix != ".jpg"
    )
    assert not any("anna" in path.name for path in project.folder.rglob("*"))
    assert "eine Person" in (project.folder / "returns/log.yaml").read_text("utf-8")
    assert "Die Buchhalterin kehrt" in (project.folder / f"sources/chapters/{CHAPTER}.yaml").read_text("utf-8")


def test_the_sheets_made_for_a_person_are_forgotten_with_what_holds_them(project: Project) -> None:
    for_her, other, again = (project.folder / "series" / name for name in ("juni", "mai", "august"))
    for folder in (for_her, other, again):
        folder.mkdir(parents=True)
        (folder / "a-01-feld.pdf").write_bytes(pdf_file([tag("P", "Für den Verein Vielfalt")]))
        (folder / "ausdruck.pdf").write_bytes(pdf_file([tag("P", "Alle Blätter")]))
        (folder / "inhalt.csv").write_text("datei;organisation\r\nb-01-feld.pdf;Anna Beispiel\r\n", "utf-8")
    for folder in (for_her, again):
        (folder / "b-01-feld.pdf").write_bytes(pdf_file([tag("P", "Guten Tag, Anna Beispiel!")]))
    forgotten = forget(project, "Anna Beispiel")
    assert [*forgotten.gone] == [
        f"series/{name}/{file}" for name in ("august", "juni") for file in ("ausdruck.pdf", "b-01-feld.pdf")
    ]
    assert sorted(path.name for path in other.iterdir()) == ["a-01-feld.pdf", "ausdruck.pdf", "inhalt.csv"]
    assert "eine Person" in (for_her / "inhalt.csv").read_text("utf-8")


def test_a_return_that_is_not_merged_is_never_lost_for_forgetting(project: Project) -> None:
    folder = project.folder / "returns"
    folder.mkdir()
    (folder / "anna-beispiel.docx").write_bytes(b"PK")
    with pytest.raises(PressError):
        forget(project, "Anna Beispiel")
    assert (folder / "anna-beispiel.docx").exists()


@pytest.mark.parametrize("name", ["", "A", "  ", "..."])
def test_a_name_that_is_in_every_word_is_refused(project: Project, name: str) -> None:
    with pytest.raises(PressError) as error:
        forget(project, name)
    assert error.value.exit_code == 2
