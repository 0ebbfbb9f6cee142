"""A good book is read whole: texts, places, inputs; a layout file is read into the model of its reader."""

from __future__ import annotations

import unicodedata
from hashlib import sha256
from pathlib import Path
from typing import Literal

import pytest
from PIL import Image

from kursbuch_press.book.chapters import ActionField
from kursbuch_press.book.record import Record
from kursbuch_press.problems import BookError, Place, Severity
from kursbuch_press.sources import read_book, read_layout

ROOT = Path(__file__).parents[2]


def test_the_shipped_book_has_no_errors() -> None:
    problems = read_book(ROOT).problems
    assert [problem for problem in problems if problem.severity is Severity.ERROR] == []


def test_the_chapters_stand_in_the_order_of_the_edition(project: Path) -> None:
    book = read_book(project).book
    assert book is not None
    assert [chapter.id for chapter in book.chapters] == ["kapitel", "feld", "anhang"]


def test_values_become_what_the_model_says(project: Path) -> None:
    book = read_book(project).book
    assert book is not None
    field = book.chapters[1]
    assert isinstance(field, ActionField)
    assert field.number == 1
    assert field.measures[0].start == "2014-09"
    assert book.literature.entries[0].year == "2014"


@pytest.mark.parametrize(
    ("address", "place"),
    [
        ("kapitel", Place("sources/chapters/kapitel.yaml", 1, 1)),
        ("kapitel/title", Place("sources/chapters/kapitel.yaml", 3, 8)),
        ("kapitel/absatz", Place("sources/chapters/kapitel.yaml", 5, 5)),
        ("kapitel/absatz/text", Place("sources/chapters/kapitel.yaml", 6, 11)),
        ("feld/massnahme/responsible", Place("sources/chapters/feld.yaml", 29, 7)),
        ("feld/fn/text", Place("sources/chapters/feld.yaml", 38, 11)),
        ("glossary/begriff/text", Place("sources/glossary.yaml", 4, 11)),
        ("abbreviations/abk/long", Place("sources/glossary.yaml", 8, 11)),
        ("literature/quelle/title", Place("sources/literature.yaml", 5, 12)),
        ("imprint/publisher/name", Place("sources/imprint.yaml", 2, 9)),
        ("edition/chapters", Place("sources/kursbuch.yaml", 14, 3)),
        ("kapitel/absatz/nothing", Place("sources/chapters/kapitel.yaml", 5, 5)),
    ],
)
def test_every_address_has_its_place(project: Path, address: str, place: Place) -> None:
    book = read_book(project).book
    assert book is not None
    assert book.place(address) == place


def test_a_cell_is_addressed_by_row_and_column(project: Path) -> None:
    table = """
  - id: tabelle
    kind: table
    caption: Eine Tabelle
    columns: [{id: a, title: A}, {id: b, title: B}]
    rows:
      - {id: z, cells: [Eins, Zwei]}
"""
    with (project / "sources/chapters/kapitel.yaml").open("a", encoding="utf-8") as chapter:
        chapter.write(table.lstrip("\n"))
    book = read_book(project).book
    assert book is not None
    assert book.place("kapitel/z/b") == Place("sources/chapters/kapitel.yaml", 12, 31)
    assert book.place("kapitel/tabelle/a/title") == Place("sources/chapters/kapitel.yaml", 10, 30)


def test_the_inputs_are_the_files_that_were_read(project: Path) -> None:
    with (project / "sources/chapters/kapitel.yaml").open("a", encoding="utf-8") as chapter:
        chapter.write("  - {id: bild, kind: figure, picture: karte.svg, alt: Eine Karte}\n")
    inputs = read_book(project).inputs
    assert sorted(inputs) == [
        "sources/chapters/anhang.yaml",
        "sources/chapters/feld.yaml",
        "sources/chapters/kapitel.yaml",
        "sources/glossary.yaml",
        "sources/imprint.yaml",
        "sources/kursbuch.yaml",
        "sources/literature.yaml",
        "sources/pictures/karte.svg",
    ]
    karte = project / "sources/pictures/karte.svg"
    assert inputs["sources/pictures/karte.svg"] == sha256(karte.read_bytes()).hexdigest()


class Swatch(Record):
    """A colour, for this test."""

    cmyk: tuple[float, float, float, float]
    srgb: str


def test_a_layout_file_is_read_into_a_model(tmp_path: Path) -> None:
    path = tmp_path / "layouts/palette.yaml"
    path.parent.mkdir()
    path.write_text("elbe: {cmyk: [100, 40, 0, 10], srgb: 000000}\n", encoding="utf-8")
    assert read_layout(path, dict[str, Swatch]) == {"elbe": Swatch(cmyk=(100, 40, 0, 10), srgb="000000")}


def test_all_mistakes_of_a_layout_file_are_raised_together(tmp_path: Path) -> None:
    path = tmp_path / "layouts/palette.yaml"
    path.parent.mkdir()
    path.write_text("elbe: {cmyk: [100, viel, 0, 10], rgb: 000000}\n", encoding="utf-8")
    with pytest.raises(BookError) as raised:
        read_layout(path, dict[str, Swatch])
    assert [(str(problem.place), problem.rule) for problem in raised.value.problems] == [
        ("layouts/palette.yaml:1:7", "missing-key"),
        ("layouts/palette.yaml:1:20", "wrong-value"),
        ("layouts/palette.yaml:1:34", "unknown-key"),
    ]


def test_without_the_edition_chapters_are_not_said_to_be_unnamed(project: Path) -> None:
    (project / "sources/kursbuch.yaml").unlink()
    assert [problem.rule for problem in read_book(project).problems if problem.place.file != "sources/glossary.yaml"] == [
        "missing-file"
    ]


@pytest.mark.parametrize("end", ["\r", "\r\n", "\r\r\n"])
@pytest.mark.parametrize(
    "mistake",
    [
        "blocks: [",
        "title: *Wort",
        "  - x: - y",
        'title: "offen',
        "title: a\ntitle: b",
        "\tx: y",
        "<<<<<<< HEAD",
        "title: \u2028x",
        "blocks:\n- id: A",
    ],
)
def test_a_mistake_has_its_line_and_column_whatever_ends_the_lines(project: Path, mistake: str, end: str) -> None:
    path = project / "sources/chapters/kapitel.yaml"
    lines = [*path.read_text("utf-8").split("\n")[:20], *mistake.split("\n")]

    def problems(ended: str) -> list[tuple[Place, str]]:
        path.write_bytes(ended.join(lines).encode())
        return [
            (problem.place, problem.message)
            for problem in read_book(project).problems
            if problem.place.file.endswith("kapitel.yaml")
        ]

    with_lf = problems("\n\n" if end == "\r\r\n" else "\n")
    assert with_lf
    assert problems(end) == with_lf


@pytest.mark.parametrize("end", ["\r", "\r\n"])
def test_a_byte_that_is_no_utf_8_has_its_line_and_column_whatever_ends_the_lines(project: Path, end: str) -> None:
    path = project / "sources/chapters/kapitel.yaml"
    path.write_bytes(end.join(["id: kapitel", "kind: chapter", "title: Vers"]).encode() + b"\xe4umt")
    [place] = {problem.place for problem in read_book(project).problems if problem.rule == "encoding"}
    assert (place.line, place.column) == (3, 12)


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_a_picture_is_found_however_its_umlauts_are_spelled_on_the_disk(form: Literal["NFC", "NFD"], project: Path) -> None:
    """A Mac writes ü as u and two dots."""
    pictures = project / "sources/pictures"
    pictures.mkdir(exist_ok=True)
    name = "Brücke über die Straße.svg"
    (pictures / unicodedata.normalize(form, name)).write_text(
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><rect width="9" height="9" fill="#000000"/></svg>', "utf-8"
    )
    chapter = project / "sources/chapters/kapitel.yaml"
    figure = f"  - {{id: bruecke, kind: figure, picture: {name}, caption: Eine Brücke, alt: Eine Brücke aus Stein}}\n"
    chapter.write_text(chapter.read_text("utf-8") + figure, "utf-8")
    assert [each for each in read_book(project).problems if "picture" in each.rule or "Brücke" in each.message] == []


def test_a_photograph_of_a_phone_with_further_pictures_behind_it_is_a_jpeg(project: Path) -> None:
    """CIPA DC-007: a gain map or a large preview follows the first picture, which is what every viewer shows."""
    pictures = project / "sources/pictures"
    pictures.mkdir(exist_ok=True)
    first, second = Image.new("RGB", (90, 60), "#123456"), Image.new("L", (30, 20))
    first.save(pictures / "handy.jpg", "MPO", save_all=True, append_images=[second])
    chapter = project / "sources/chapters/kapitel.yaml"
    for name, told in (("handy.jpg", []), ("handy.png", ["picture"])):
        figure = f"  - {{id: foto-{name[-3:]}, kind: figure, picture: {name}, caption: Ein Foto, alt: Eine blaue Fläche}}\n"
        chapter.write_text(chapter.read_text("utf-8") + figure, "utf-8")
        found = [each.rule for each in read_book(project).problems if "picture" in each.rule]
        assert found == told
        (pictures / "handy.png").write_bytes((pictures / "handy.jpg").read_bytes())
