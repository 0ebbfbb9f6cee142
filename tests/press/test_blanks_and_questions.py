"""What blank pages cost, and the questions that have no answer yet."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from kursbuch_press.cli.commanding import run_command
from kursbuch_press.press.beginning import NewBook, begin
from kursbuch_press.press.blanks import blank_pages
from kursbuch_press.press.project import Project
from tests.shipped import PROJECT, copy_project


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return copy_project(tmp_path)


def test_blank_pages_have_their_price(project: Path) -> None:
    of = Project(project)
    assert blank_pages(of, 48) == ()
    filled, elsewhere, shorter = blank_pages(of, 33)
    assert filled == "15 leere Seiten am Ende füllen das Buch von 33 auf 48 Seiten auf (ein Vielfaches von 16)."
    assert elsewhere.startswith("34 statt 48 Seiten wären es bei: ")
    assert shorter == "Wird der Text um eine Seite kürzer, sind es 32 Seiten."
    (one, last) = blank_pages(of, 31)
    assert one.startswith("Eine leere Seite am Ende füllt das Buch von 31 auf 32 Seiten auf")
    assert last == "Wird der Text um 15 Seiten kürzer, sind es 16 Seiten."
    assert len(blank_pages(of, 3)) == 2  # nothing is shorter than one sheet


def test_open_questions_are_listed_until_they_are_answered(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    book = tmp_path / "buch"
    begin(PROJECT, book, NewBook("Buch", "Wir", ("Feld",), (148, 210), "digital", date(2020, 5, 4)))
    command = ["questions", "--project", str(book)]
    assert run_command(command) == 0
    assert capsys.readouterr().out == "Keine offenen Fragen.\n"
    path = book / "sources/chapters/zum-anfang.yaml"
    text = path.read_text("utf-8")
    line = text.count("\n") + 4
    asked = (
        "open_questions:\n  - id: f1\n    at: title\n    text: Stimmt das?\n"
        "    asked_by: A. Beispiel\n    asked_on: 2014-05-04\n"
    )
    path.write_text(text + asked, "utf-8")
    assert run_command(command) == 0
    said = capsys.readouterr().out
    assert said == (
        f"sources/chapters/zum-anfang.yaml:{line}:11: [zum-anfang/title] Stimmt das? (A. Beispiel, 04.05.2014)\n"
        "Eine offene Frage.\n"
    )
    path.write_text(text + asked + "    answer: Ja.\n", "utf-8")
    assert run_command(command) == 0
    assert capsys.readouterr().out == "Keine offenen Fragen.\n"


def test_questions_to_authors_of_a_field_are_listed_as_well(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    book = tmp_path / "buch"
    begin(PROJECT, book, NewBook("Buch", "Wir", ("Feld",), (148, 210), "digital", date(2020, 5, 4)))
    with (book / "sources/chapters/feld.yaml").open("a", encoding="utf-8") as field:
        field.write("questions:\n  - {id: offen, text: Wer zahlt?}\n  - {id: erledigt, text: Und wann?, answer: Bald.}\n")
    assert run_command(["questions", "--project", str(book)]) == 0
    said = capsys.readouterr().out
    assert "[feld/offen] Wer zahlt?\n" in said
    assert said.endswith("Eine offene Frage.\n")
