"""A series: one sheet for each row, with its own block and code, through the same workers as a build."""

from __future__ import annotations

import csv
from datetime import date
from pathlib import Path

import pikepdf
import pypdfium2
import pytest

from kursbuch_press.press.beginning import NewBook, begin
from tests.book.test_other_books import own_words
from tests.press.test_new_book import texts_of
from tests.shipped import PROJECT, press

HANDOUTS = """\
overview:
  title: Auf einen Blick
  paragraphs:
    - {id: kopf, text: Beispieltext für den Kopf.}
join:
  title: Mitmachen
  paragraphs:
    - {id: mit, text: Beispieltext zum Mitmachen.}
sample: Nicht zur Verbreitung, denn alles ist Beispiel.
"""
PLAIN = """\
title: Das Buch in Leichter Sprache
sections:
  - {id: text, title: Der Text, blocks: [{id: t1, pictogram: buch, text: Das ist ein Buch.}]}
sample: {id: muster, title: Nur ein Beispiel, blocks: [{id: m1, pictogram: buch, text: Das ist nur ein Beispiel.}]}
tested: {id: pruefung, title: Die Prüfung, blocks: [{id: p1, pictogram: buch, text: Niemand hat den Text geprüft.}]}
"""
HEAD = "organisation;anrede;anschrift;kontakt;sprache\n"
ROWS = '''\
"Verein ""Muster""";Guten Tag;"Weg 1
01067 Ort";+49 351 0;
Şahin-Beispiel;Liebe Alle;Weg 2, 01067 Ort;post@example.org;de
'''


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("series") / "buch"
    begin(PROJECT, folder, NewBook("Probe", "Verein", ("Erstes Feld",), (148, 210), "digital", date(2020, 5, 4)))
    (folder / "sources/handouts.yaml").write_text(HANDOUTS, "utf-8")
    return folder


def _list(project: Path, rows: str) -> str:
    path = project / "Liste Mai.csv"
    path.write_text(HEAD + rows, "cp1254" if "ş" in rows else "utf-8")
    return str(path)


def _text(path: Path) -> str:
    with pypdfium2.PdfDocument(path) as pdf:
        return " ".join("\n".join(page.get_textpage().get_text_range() for page in pdf).split())


def test_each_row_gets_its_sheet_and_the_office_one_file_to_print(project: Path) -> None:
    stem = "01-erstes-feld"
    done = press("build", stem, "--for-list", _list(project, ROWS), project=project)
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("2 Blätter in series/liste-mai/")
    folder = project / "series/liste-mai"
    names = [f"verein-muster-{stem}.pdf", f"sahin-beispiel-{stem}.pdf"]
    assert sorted(path.name for path in folder.iterdir() if path.name[0] != ".") == sorted(
        [*names, "ausdruck.pdf", "inhalt.csv"]
    )
    first, second = (_text(folder / name) for name in names)
    assert "Guten Tag Für Verein „Muster“ Weg 1 01067 Ort Kontakt: +49 351 0" in first
    assert "Herausgegeben von: Verein, 4. Mai 2020. Nicht zur Verbreitung, denn alles ist Beispiel." in first
    assert "Liebe Alle Für Şahin-Beispiel Weg 2, 01067 Ort Kontakt: post@example.org" in second
    assert _links(folder / names[0]) == {"https://www.example.org/erstes-feld?fuer=verein-muster"}
    with pypdfium2.PdfDocument(folder / "ausdruck.pdf") as pdf:
        assert len(pdf) == 4, "a folded sheet is two sides of A4"
    with (folder / "inhalt.csv").open(encoding="utf-8-sig", newline="") as file:
        assert [row["datei"] for row in csv.DictReader(file, delimiter=";")] == sorted(names)
    assert not (project / "dist").exists(), "a series is no part of dist/"

    done = press("build", "--for-list", _list(project, "Andere;Guten Tag;Weg 3;;\n"), stem, "--quiet", project=project)
    assert (done.returncode, done.stdout) == (0, "")
    assert [path.name for path in folder.glob("*-01-*.pdf")] == [f"andere-{stem}.pdf"], "those of the last time are gone"


def _links(path: Path) -> set[str]:
    with pikepdf.open(path) as pdf:
        return {str(each.A.URI) for page in pdf.pages for each in page.get("/Annots", ()) if "/A" in each}


@pytest.mark.parametrize(
    ("rows", "arguments", "code", "said"),
    [
        ("A;B;C;;\n", (), 1, ":2:1: Fehler: Es fehlt, welches Blatt"),
        ("A;B;C;;fr\n", ("erstes-feld",), 2, "01-erstes-feld"),
        ("A;B;C;;fr\n", ("01-erstes-feld",), 1, "gibt es nicht in der Sprache „fr“"),
        ("A;B;中;;\n", ("01-erstes-feld",), 1, ":2:1: Fehler: "),
        ("A;B;C;=1;\n", ("01-erstes-feld",), 1, "hielte sie für eine Formel"),
        (f"A;B;{'Sehr langer Weg ' * 60};;\n", ("01-erstes-feld",), 1, ":2:1: Fehler: [series/a] Auf dem Blatt"),
        ("A;B;C;;\n", ("01-erstes-feld", "--printer", "digital"), 2, "gehen nicht zusammen"),
    ],
)
def test_what_is_wrong_with_a_list_is_said_with_its_line(  # noqa: PLR0913, PLR0917 - as pytest gives them
    rows: str, arguments: tuple[str, ...], code: int, said: str, project: Path
) -> None:
    done = press("build", *arguments, "--for-list", _list(project, rows), project=project)
    assert (done.returncode, said in done.stderr) == (code, True), done.stderr
    assert "Traceback" not in done.stderr


def test_check_says_which_row_is_too_long_before_anything_is_made(project: Path) -> None:
    rows = f"A;B;C;;\nE;F;{'Sehr langer Weg ' * 60};;\n"
    done = press("check", "--for-list", _list(project, rows), "--handout", "01-erstes-feld", project=project)
    assert (done.returncode, done.stderr.count("Fehler:")) == (1, 1), done.stderr
    assert ":3:1: Fehler: [series/e] Auf dem Blatt" in done.stderr
    done = press("check", "--for-list", _list(project, "A;B;C;;\n"), "--handout", "01-erstes-feld", project=project)
    assert (done.returncode, done.stdout.strip()) == (0, "Die Zeile passt auf ihr Blatt."), done.stderr


def test_nothing_that_is_given_out_of_another_book_holds_a_word_of_the_shipped_one(project: Path) -> None:
    """Sheets, those of a series, a translation that lacks every text, the summary: all words are this book's or the press's."""
    (project / "sources/leichte-sprache.yaml").write_text(PLAIN, "utf-8")
    (project / "sources/translations").mkdir()
    (project / "sources/translations/en.yaml").write_text("language: en\ntexts: {}\n", "utf-8")
    with (project / "sources/kursbuch.yaml").open("a", encoding="utf-8") as edition:
        edition.write("translations:\n  - {language: en, sheets: [auf-einen-blick, erstes-feld]}\n")
    (project / "Eine Zeile.csv").write_text(HEAD + "Musterverein;Guten Tag;Weg 1;post@example.org;de\n", "utf-8")
    for asked in (["handouts"], ["01-erstes-feld", "--for-list", str(project / "Eine Zeile.csv")]):
        done = press("build", *asked, "--quiet", project=project)
        assert done.returncode == 0, done.stderr
    read = [*texts_of(project / "dist"), *texts_of(project / "series")]
    names = {name for name, _ in read}
    assert {"01-erstes-feld.pdf", "ausdruck.pdf"} <= names
    assert any("leichte-sprache" in name for name in names)
    words = [word.casefold() for word in own_words()]
    assert [(name, word) for name, text in read for word in words if word in " ".join(text.casefold().split())] == []
