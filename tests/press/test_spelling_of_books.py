"""``check --spelling``: what neither the dictionary nor the book knows, each word once, at its place."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from kursbuch_press.press.beginning import NewBook, begin
from kursbuch_press.press.project import Project
from kursbuch_press.press.spelling import spelling
from kursbuch_press.problems import PressError
from tests.judges import program
from tests.shipped import PROJECT

TEXT = """\
id: probe
kind: chapter
title: Probe
blocks:
  - id: a
    text: >-
      Das ist ein Feler und noch ein
      Feler im Sprecherkreis, dazu [learning by doing](sprache:en), die Bildungs- und Kulturarbeit,
      [Beratung](https://www.example.org/zzxxqq) und DRK.
"""


@pytest.fixture
def book(tmp_path: Path) -> Path:
    folder = tmp_path / "buch"
    begin(PROJECT, folder, NewBook("Buch", "Wir", ("Feld",), (148, 210), "digital", date(2020, 5, 4)))
    (folder / "sources/chapters/probe.yaml").write_text(TEXT, "utf-8")
    kursbuch = folder / "sources/kursbuch.yaml"
    kursbuch.write_text(kursbuch.read_text("utf-8").replace("  - zum-anfang\n", "  - zum-anfang\n  - probe\n"), "utf-8")
    return folder


@pytest.mark.judge
def test_an_unknown_word_is_told_once_and_the_words_of_the_book_are_not(book: Path) -> None:
    program("hunspell", "hunspell")
    file = "sources/chapters/probe.yaml"
    found = [each for each in spelling(Project(book)) if each.place.file == file]
    assert [(str(each.place), each.message.partition("„")[2].partition("“")[0]) for each in found] == [
        (f"{file}:7:19", "Feler"),
        (f"{file}:8:16", "Sprecherkreis"),
    ]
    assert "2-mal" in found[0].message
    assert "Fehler" in found[0].hint
    (book / "sources/words.txt").write_text("# unsere Wörter\nSprecherkreis  # so heißt er\n", "utf-8")
    assert [each.place.line for each in spelling(Project(book)) if each.place.file == file] == [7]


@pytest.mark.judge
def test_words_that_the_book_explains_or_hyphenates_are_known(book: Path) -> None:
    program("hunspell", "hunspell")
    chapter, glossary, kursbuch = (book / f"sources/{name}.yaml" for name in ("chapters/probe", "glossary", "kursbuch"))
    chapter.write_text(TEXT.replace("und DRK", "Zwirbelwart, Knorzelamt und DRK"), "utf-8")
    asked = {"Feler", "Sprecherkreis", "Zwirbelwart", "Knorzelamt"}
    assert {word for word in asked if any(f"„{word}“" in each.message for each in spelling(Project(book)))} == asked
    text = glossary.read_text("utf-8")
    glossary.write_text(text.replace("entries:\n", "entries:\n  - {id: z, term: Zwirbelwart, text: Ein Wort.}\n", 1), "utf-8")
    with kursbuch.open("a", encoding="utf-8") as edition:
        edition.write("hyphenation: [Knorzel-amt]\n")
    left = {word for word in asked if any(f"„{word}“" in each.message for each in spelling(Project(book)))}
    assert left == {"Feler", "Sprecherkreis"}


@pytest.mark.judge
def test_the_sample_texts_of_a_new_book_are_spelled_right(book: Path) -> None:
    program("hunspell", "hunspell")
    right = TEXT.replace("Feler", "Fehler").replace("Sprecherkreis", "Kreis")
    (book / "sources/chapters/probe.yaml").write_text(right, "utf-8")
    assert [each.message for each in spelling(Project(book))] == []


def test_without_hunspell_a_sentence_says_how_to_get_it(book: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    with pytest.raises(PressError, match="apt install hunspell"):
        spelling(Project(book))
