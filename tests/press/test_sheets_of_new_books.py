"""Sheets of another book: they come out in every language, also where nothing of it is translated yet."""

from __future__ import annotations

import json
import re
import zipfile
from datetime import date
from pathlib import Path

import pytest

from kursbuch_press.press.beginning import NewBook, begin
from kursbuch_press.press.project import Project
from kursbuch_press.press.reading import source_problems
from tests.press.test_check_finds import said
from tests.shipped import PROJECT, press

DAY = date(2020, 5, 4)
SHEET = (
    "  - {id: b, chapter: feld, question: Was?, stays: Das., about: Darum., tomorrow: [{id: t, pictogram: brief, text: Ja.}]}\n"
)
WORDS = "{title: T, paragraphs: [{id: %s, text: Ein Satz.}]}"


def with_sheets(project: Path, languages: str) -> Path:
    """Begin a book with a sheet, to be translated into some languages."""
    begin(PROJECT, project, NewBook("Buch", "Netzwerk Stadtklima", ("Feld",), (148, 210), "offset-gestrichen", DAY))
    (project / "sources/handouts.yaml").write_text(
        f"overview: {WORDS % 'p1'}\njoin: {WORDS % 'p2'}\nsheets:\n{SHEET}sample: Nicht zur Verbreitung.\n", "utf-8"
    )
    (project / "sources/translations").mkdir()
    with (project / "sources/kursbuch.yaml").open("a", encoding="utf-8") as kursbuch:
        kursbuch.write("translations:\n")
        for language in languages.split():
            kursbuch.write(f"  - {{language: {language}, sheets: [feld]}}\n")
            (project / f"sources/translations/{language}.yaml").write_text(f"language: {language}\ntexts: {{}}\n", "utf-8")
    return project


def test_a_sheet_that_nobody_has_translated_yet_comes_out_in_arabic(tmp_path: Path) -> None:
    project = with_sheets(tmp_path / "buch", "ar")
    done = press("build", "handouts", "--json", project=project)
    assert {each["rule"] for each in json.loads(done.stdout)} == {"translation-missing"}
    assert done.returncode == 0
    assert (project / "dist/handouts/ar/01-feld.pdf").exists()


def test_the_zip_holds_sheets_and_their_translations_and_says_their_languages(tmp_path: Path) -> None:
    project = with_sheets(tmp_path / "buch", "en ar")
    done = press("build", "folder", "--quiet", project=project)
    assert done.returncode == 0, done.stderr
    assert "setzt" not in done.stderr, "what is quiet tells of no progress"
    assert "Die Übersetzung (en) hat keinen Text für „feld/title“" in done.stdout + done.stderr, "but of all that it found"
    with zipfile.ZipFile(project / "dist/handouts/mappe.zip") as folder:
        names, index = folder.namelist(), folder.read("index.html").decode()
        given = {name: folder.read(name) for name in names if name.endswith(".pdf")}
    assert names == [
        "index.html",
        "00-auf-einen-blick.pdf",
        "01-feld.pdf",
        "ar/01-feld.pdf",
        "en/01-feld.pdf",
        "kursbuch.pdf",
    ]
    made = project / "dist"
    assert given == {name: (made / ("screen" if "kurs" in name else "handouts") / name).read_bytes() for name in given}
    assert '<a href="01-feld.pdf">Handlungsfeld 1: Feld</a>' in index
    assert '<a href="en/01-feld.pdf" lang="en" hreflang="en" dir="auto">Field of action 1: ' in index
    assert '<a href="ar/01-feld.pdf" lang="ar" hreflang="ar" dir="auto">' in index


def test_a_language_without_words_for_its_sheets_is_told_where_the_book_asks_for_it(tmp_path: Path) -> None:
    project = with_sheets(tmp_path / "buch", "en uk")
    done = press("build", "handouts", "--json", project=project)
    assert done.returncode == 1
    (found,) = (each for each in json.loads(done.stdout) if each["severity"] == "error")
    assert (found["file"], found["line"] > 0) == ("sources/kursbuch.yaml", True)
    assert "layouts/handout/words/uk.yaml" in found["message"]
    assert "en.yaml unter diesem Namen kopieren" in found["hint"]
    assert (project / "dist/handouts/en/01-feld.pdf").exists()


def test_translations_that_come_to_nothing_are_told(tmp_path: Path) -> None:
    project = with_sheets(tmp_path / "buch", "en en de")
    (project / "sources/translations/fr.yaml").write_text("language: fr\ntexts: {}\n", "utf-8")
    told = source_problems(Project(project))
    idle = [
        (each.rule, each.place.file, each.message.partition("„")[2][:2]) for each in told if each.rule != "translation-missing"
    ]
    assert idle == [
        ("second-translation", "sources/kursbuch.yaml", "en"),
        ("second-translation", "sources/kursbuch.yaml", "de"),
        ("unnamed-translation", "sources/translations/fr.yaml", "fr"),
    ]
    assert all(each.place.line and each.hint for each in told)
    (project / "sources/handouts.yaml").unlink()
    assert any("keine Handreichungen" in each.message for each in source_problems(Project(project)))


def test_a_translation_that_lies_on_another_text_is_told_where_it_is_written(tmp_path: Path) -> None:
    project = with_sheets(tmp_path / "buch", "en")
    long = "Fountains and other places of water in the city and its villages " * 5
    file = project / "sources/translations/en.yaml"
    file.write_text(f"language: en\ntexts:\n  feld/title: {{of: '00000000', text: {long}}}\n", "utf-8")
    done = press("build", "handouts/en/01-feld.pdf", "--json", project=project)
    assert done.returncode == 1
    errors = [each for each in json.loads(done.stdout) if each["severity"] == "error"]
    assert {(each["file"], each["line"]) for each in errors} == {("sources/translations/en.yaml", 3)}, errors


def changed(project: Path, file: str, old: str, new: str) -> None:
    path = project / file
    text, count = re.subn(old, lambda _: new, path.read_text("utf-8"), count=1, flags=re.MULTILINE)
    assert count, (file, old)
    path.write_text(text, "utf-8")


LONG = "Ein Satz geht immer weiter und passt auf kein Blatt. " * 12
ON_PAGES = [
    ("sources/handouts.yaml", "about: Darum.", f"about: {(LONG * 4).strip()}"),
    ("sources/translations/en.yaml", "texts: {}", f"texts:\n  feld/title: {{of: '00000000', text: '{LONG}'}}"),
    ("layouts/handout/20-leaflet.css", r"\Z", ".poster .series { font-size: 5pt }\n.tomorrow li { color: var(--rule) }\n"),
    ("layouts/cover/cover.css", r"\Z", ".front .issued-by { font-size: 4pt }\n"),
]
IN_LAYOUTS = [
    ("layouts/word/styles.yaml", "colour: petrol, before: 0", "colour: petrolium, before: 0"),
    ("layouts/handout/words/en.yaml", r"^in_book: .*", 'in_book: "{buch}, from page {page}"'),
    ("layouts/drawings/pictograms.yaml", "M4 10H44V38H4Z", "M4 10H44V"),
    ("layouts/printers/offset-gestrichen.yaml", r"^binding: .*", "binding: geklebt"),
    ("layouts/geometry.yaml", r"^  text: .*", "  text: Spektral"),
]


@pytest.mark.parametrize("planted", [ON_PAGES, IN_LAYOUTS], ids=["on pages", "in layouts"])
def test_mistakes_of_sheets_covers_and_word_files_are_the_same_in_check_and_build(
    planted: list[tuple[str, str, str]], tmp_path: Path
) -> None:
    project = with_sheets(tmp_path / "buch", "en")
    for file, old, new in planted:
        changed(project, file, old, new)
    found = said(project, "check")
    assert said(project, "build") <= found
    assert {each.file for each in found if each.line} >= {file for file, *_ in planted if not file.endswith(".css")}
    assert all(each.line and each.column for each in found)
    if planted is ON_PAGES:
        assert {"sheet-length", "overfull", "text-size"} <= {each.rule for each in found}
