"""A new book: it builds at once, is ready for print, says what was asked for, and holds no word of the shipped one."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kursbuch_press.checks.findings import Kind
from kursbuch_press.checks.wording.remedies import remedy_for
from kursbuch_press.cli.commanding import run_command
from kursbuch_press.pages.geometry import Geometry
from kursbuch_press.press.advice import RULES as ADVICE
from kursbuch_press.press.beginning import TEMPLATES, NewBook, begin, cleaned, field_ids, read_trim, sources_of
from kursbuch_press.press.checking import check
from kursbuch_press.press.project import Project
from kursbuch_press.problems import PressError
from kursbuch_press.sources import read_book, read_layout
from kursbuch_press.sources.nodes import Mapping, Scalar
from kursbuch_press.sources.syntax import compose
from tests.book.test_other_books import own_words
from tests.shipped import PROJECT, copy_project, press

TITLE = "Hitze: „Schatten“ & *Wasser* – für alle"
FIELDS = ("Öffentliche *Brunnen* [neu]", "Schatten, wo er fehlt")
DAY = date(2020, 5, 4)


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("new") / "buch"
    begin(PROJECT, folder, NewBook(TITLE, "Netzwerk: Stadtklima", FIELDS, (140, 210), "offset-gestrichen", DAY))
    done = press("build", "print", "cover", "screen", "word", "--quiet", project=folder)
    assert (done.returncode, done.stderr) == (0, ""), done.stderr
    return folder


def test_a_new_book_says_what_was_asked_for(built: Path) -> None:
    reading = read_book(built)
    assert reading.book is not None, reading.problems
    assert reading.problems == ()
    assert reading.book.edition.title == TITLE
    assert [chapter.title.plain for chapter in reading.book.field_chapters] == list(FIELDS)
    interior = next((built / "dist/print").glob("kursbuch-innenteil.pdf"))
    with pikepdf.open(interior) as pdf:
        left, bottom, right, top = (float(side) / 72 * 25.4 for side in pdf.pages[0].trimbox)
    assert (round(right - left, 1), round(top - bottom, 1)) == (140, 210)


def test_no_product_of_a_new_book_holds_a_word_of_the_shipped_one(built: Path) -> None:
    words = [word.casefold() for word in own_words()]
    read = list(texts_of(built / "dist"))
    assert any("stadtklima" in text.casefold() for _, text in read)
    with pikepdf.open(built / "dist/screen/kursbuch.pdf") as pdf:
        assert {"Glossar", "Inhalt"} <= set(_said_aside(pdf))
    assert [(name, word) for name, text in read for word in words if word in " ".join(text.casefold().split())] == []


QUOTED = ('Was "wir" tun: #1', "- [ ] offen", "1. Anfang", "+ mehr", "{a: b}", "2) Öl & Übergänge")
MANY = ("Öffentliche Räume und Plätze", "Bauen und Umbauen der Stadtquartiere", *(f"Feld der Reihe {at}" for at in range(10)))


@pytest.mark.parametrize(
    ("title", "fields", "trim"),
    [
        ("Hitze in der Stadt und auf dem Land: was alle tun können, damit niemand zu Schaden kommt", MANY[:3], (210, 297)),
        ("Das „Haus“ & \"die Leute\": ein 'Buch' #1 – [50 %]", QUOTED, (170, 240)),
        ("Wege مرحبا بكم", ("أهلا", "Zwei"), (148, 148)),
        ("2026", MANY[:1], (210, 148)),
        ("1. Wege", MANY, (120, 190)),
    ],
    ids=lambda value: "x".join(map(str, value)) if isinstance(value, tuple) and isinstance(value[0], int) else "",
)
def test_a_new_book_of_any_trim_title_and_number_of_fields_is_without_a_mistake(
    title: str, fields: tuple[str, ...], trim: tuple[float, float], tmp_path: Path
) -> None:
    begin(PROJECT, tmp_path / "buch", NewBook(title, "Netzwerk Stadtklima", fields, trim, "offset-gestrichen", DAY))
    found = check(Project(tmp_path / "buch"))
    assert [each for each in found.problems if each.rule not in ADVICE] == []
    reading = read_book(tmp_path / "buch")
    assert reading.book is not None
    assert [chapter.title.plain for chapter in reading.book.field_chapters] == list(fields)
    assert reading.book.edition.title == title


@pytest.mark.parametrize(
    ("width", "printer", "sides"),
    [
        (148, "digital", (18, 24)),
        (133, "digital", (18, 24)),
        (125, "digital", (14.9, 19.2)),
        (118, "digital", (12.1, 15)),
        (133, "offset-ungestrichen", (12, 15)),
    ],
)
def test_a_pocket_book_has_narrower_margins_and_drawings_as_large(
    width: int, printer: str, sides: tuple[float, float], tmp_path: Path
) -> None:
    begin(PROJECT, tmp_path / "buch", NewBook("Buch", "Wir", ("Feld",), (width, 190), printer, DAY))
    margins = read_layout(tmp_path / "buch/layouts/geometry.yaml", Geometry).margins
    assert (margins.inner, margins.outer) == sides


def texts_of(dist: Path) -> Iterator[tuple[str, str]]:
    for path in sorted(dist.rglob("*")):
        match path.suffix:
            case ".pdf":
                with pypdfium2.PdfDocument(path) as pdf:
                    yield path.name, " ".join(page.get_textpage().get_text_range() for page in pdf)
                with pikepdf.open(path) as pdf:
                    yield path.name, f"{pdf.docinfo} {pdf.open_metadata()}"
                    yield path.name, " ".join(_said_aside(pdf))
            case ".docx":
                with zipfile.ZipFile(path) as package:
                    yield from (
                        (path.name, package.read(name).decode()) for name in package.namelist() if name.endswith(".xml")
                    )
            case ".html" | ".json" | ".txt":
                yield path.name, path.read_text("utf-8")
            case _:
                pass


def _said_aside(pdf: pikepdf.Pdf) -> Iterator[str]:
    """Give what is not on the pages: alternative texts, bookmarks, names of links and where they lead."""
    keys = ("/Alt", "/ActualText", "/E", "/T", "/TU", "/Title", "/Contents", "/URI", "/Lang")
    for each in pdf.objects:
        if isinstance(each, pikepdf.Dictionary):
            yield from (str(each[key]) for key in keys if isinstance(each.get(key), pikepdf.String))
            link = each.get("/A")
            if isinstance(link, pikepdf.Dictionary) and "/URI" in link:
                yield str(link.URI)


@settings(max_examples=40, deadline=None)
@given(st.text(max_size=120), st.text(min_size=1, max_size=60))
def test_every_title_gives_yaml_that_says_it(title: str, field: str) -> None:
    title, field = cleaned(title) or "Kursbuch", cleaned(field) or "Feld"
    files = dict(sources_of(NewBook(title, title, (field, field), (148, 210), "digital", DAY)))
    trees = {name: compose(content.decode(), name) for name, content in files.items() if name.endswith(".yaml")}
    assert [problem for tree in trees.values() for problem in tree.problems] == []
    edition = trees["sources/kursbuch.yaml"].root
    assert isinstance(edition, Mapping)
    value = edition.entries["title"].value
    assert isinstance(value, Scalar)
    assert value.value == title


def test_ids_of_fields_are_files_of_their_own() -> None:
    assert field_ids(["Öffnung & Größe", "Öffnung: Größe", "Титул", "Glossary", "Inhalt"], ["inhalt"]) == (
        "oeffnung-groesse",
        "oeffnung-groesse-2",
        "feld-3",
        "glossary-2",
        "inhalt-2",
    )
    (long,) = field_ids(["Ein sehr langer Titel, der als Name einer Datei niemandem mehr nützt"], [])
    assert long == "ein-sehr-langer-titel-der-als-name-einer"


@pytest.mark.parametrize("typed", ["148x210", "148 × 210 mm", "170,5X240", "90*120"])
def test_a_trim_is_read_as_people_write_it(typed: str) -> None:
    assert all(90 <= side <= 240 for side in read_trim(typed))


@pytest.mark.parametrize("typed", ["", "A5", "10x20", "148", "148x2100", "-148x210"])
def test_what_is_no_trim_is_refused(typed: str) -> None:
    with pytest.raises(PressError, match="148x210"):
        read_trim(typed)


def test_what_lies_in_a_folder_stays(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "brief.txt").write_text("bleibt", "utf-8")
    link = tmp_path / "verweis"
    link.symlink_to(tmp_path)
    for there in (tmp_path, tmp_path / "brief.txt", link):
        assert run_command(["new", str(there), "--title", "Buch"]) == 2
    said = capsys.readouterr().err
    assert "liegt schon etwas" in said
    assert "ist kein Ordner" in said
    assert sorted(path.name for path in tmp_path.iterdir()) == ["brief.txt", "verweis"]


@pytest.mark.parametrize(
    ("option", "said"),
    [
        (["--title", " "], "Titel"),
        (["--printer", "x"], "digital, offset"),
        (["--trim", "A5"], "148x210"),
        (["--trim", "117x190"], "118 mm"),
    ],
)
def test_what_cannot_be_is_refused_before_anything_is_written(
    option: list[str], said: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    whole = ["--title", "Buch", "--issuer", "Wir", "--field", "Feld", "--trim", "148x210", "--printer", "digital"]
    assert run_command(["new", str(tmp_path / "buch"), *whole, *option]) == 2
    assert said in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


def test_what_a_machine_lacks_for_the_printer_is_said_at_once(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    press_of_others = copy_project(tmp_path / "presse")
    profile = press_of_others / "layouts/printers/offset-gestrichen.yaml"
    said = profile.read_text("utf-8")
    options = ["--title", "Buch", "--issuer", "Wir", "--field", "Feld", "--trim", "148x210", "--printer", "offset-gestrichen"]
    assert run_command(["new", str(tmp_path / "eins"), *options, "--project", str(press_of_others)]) == 0
    assert "Druckdateien" not in capsys.readouterr().out
    profile.write_text(said.replace("ISOcoated_v2_300_bas.icc", "Gibt-es-nicht.icc"), "utf-8")
    assert run_command(["new", str(tmp_path / "zwei"), *options, "--project", str(press_of_others)]) == 0
    told = capsys.readouterr().out
    assert "Für die Druckdateien fehlt noch etwas: Das Farbprofil „Gibt-es-nicht.icc“" in told
    assert "layouts/profiles/" in told


def test_each_file_of_a_new_book_teaches() -> None:
    for path in sorted(TEMPLATES.rglob("*.yaml")):
        assert re.search(r"(?m)^# [A-ZÄÖÜ]", path.read_text("utf-8")), f"{path.name} explains nothing"


def test_an_answer_that_cannot_be_read_is_asked_for_again(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        "sys.stdin", io.StringIO("\u200b\nBuch\nWir\n;;\nEins;; Zwei\nnix\nOffset-Gestrichen\nA5\n110x180\n150 x 210 mm\n")
    )
    assert run_command(["new", str(tmp_path / "buch")]) == 0
    edition = (tmp_path / "buch/sources/kursbuch.yaml").read_text("utf-8")
    assert "title: Buch\n" in edition
    assert "width: 150\n" in edition
    assert "printer: offset-gestrichen\n" in edition
    assert {"eins.yaml", "zwei.yaml"} <= {path.name for path in (tmp_path / "buch/sources/chapters").iterdir()}
    told = capsys.readouterr().err
    wrong = ("Es fehlt: Titel", "Es fehlt: ", "„A5“ ist kein Format", "„nix“ gibt es nicht", "110 mm Breite ist zu schmal")
    assert all(said in told for said in wrong)


def test_whoever_stops_the_questions_finds_nothing_written(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def stop(*_: object) -> str:
        raise KeyboardInterrupt

    monkeypatch.setattr("sys.stdin", io.StringIO("Buch\n"))
    monkeypatch.setattr("kursbuch_press.cli.new.read_title", stop)
    assert run_command(["new", str(tmp_path / "buch")]) == 130
    assert "nichts geschrieben" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("command", ["check", "build", "list", "questions"])
def test_a_folder_that_there_is_not_is_told_in_a_sentence_and_not_made(
    command: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run_command([command, "--project", str(tmp_path / "buhc")]) == 2
    assert f"Den Ordner {tmp_path}/buhc gibt es nicht." in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


def test_the_way_out_of_a_sample_edition_leads_out(tmp_path: Path) -> None:
    """Without its line „muster“ an edition still is one; an imprint without it is none."""
    begin(PROJECT, tmp_path / "buch", NewBook("Buch", "Wir", ("Feld",), (148, 210), "digital", DAY))
    way = remedy_for(Kind.PRINT, "release")
    assert "imprint.yaml die Angaben vervollständigen und ihr „muster: true“ löschen" in way
    assert "in kursbuch.yaml „muster: false“" in way
    imprint, kursbuch = (tmp_path / f"buch/sources/{name}.yaml" for name in ("imprint", "kursbuch"))
    imprint.write_text(imprint.read_text("utf-8").replace("  muster: true\n", ""), "utf-8")
    kursbuch.write_text(kursbuch.read_text("utf-8").replace("muster: true\n", "muster: false\n"), "utf-8")
    book = read_book(tmp_path / "buch").book
    assert book is not None
    assert not book.edition.muster
    assert not any(body is None or body.muster for body in (book.imprint.publisher, book.imprint.printer))
