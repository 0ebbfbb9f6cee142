"""What programs say that nobody here wrote: validators, LibreOffice and pandoc."""

from __future__ import annotations

import json
import re
from io import BytesIO
from pathlib import Path
from typing import Any, Literal
from zipfile import ZipFile

import pytest
from lxml import etree

from kursbuch_press.word import write
from tests.judges import libreoffice, ooxml_validator, openxml_audit, program, run
from tests.word import sample
from tests.word.conftest import W, Written
from tests.word.lint import faults

pytestmark = pytest.mark.judge
Formats = tuple[Literal["docx", "odt"], ...]


@pytest.fixture(scope="session")
def files(whole: Written, field: Written, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """Give the sample as files: whole, and one chapter."""
    folder = tmp_path_factory.mktemp("word")
    paths = (folder / "whole.docx", folder / "field.docx")
    for path, written in zip(paths, (whole, field), strict=True):
        path.write_bytes(written.content)
    return paths


@pytest.fixture(scope="session")
def office(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give the folder of LibreOffice; its profile is made once, which takes longer than any conversion."""
    return tmp_path_factory.mktemp("office")


@pytest.fixture(scope="session")
def shipped_pages(shipped: Path, office: Path) -> list[str]:
    """Give the text of each page of the shipped book as LibreOffice lays it out."""
    program("pdftotext", package="poppler-utils")
    return run("pdftotext", "-raw", str(libreoffice(shipped / "word/kursbuch.docx", "pdf", office)), "-").split("\f")


def test_the_validators_find_nothing_in_the_sample(files: tuple[Path, Path]) -> None:
    assert [finding for file in files for finding in (*ooxml_validator(file), *openxml_audit(file))] == []


def test_validators_and_lint_find_nothing_in_the_shipped_book(shipped: Path) -> None:
    found = sorted((shipped / "word").glob("*.docx"))
    assert len(found) == 7
    for file in found:
        assert ooxml_validator(file) == []
        assert openxml_audit(file) == []
        assert faults(file.read_bytes()) == ()


def _squeezed(words: str) -> str:
    """Leave out what a layout adds or takes away: white space, and the hyphens at which it breaks lines."""
    return re.sub(r"[\s\u00a0\u00ad\u2011-]+", "", words)


def test_the_pdf_of_libreoffice_has_every_text_in_order(files: tuple[Path, Path], office: Path) -> None:
    program("pdftotext", package="poppler-utils")
    pdf = libreoffice(files[0], "pdf", office)
    shown = _squeezed(run("pdftotext", "-raw", str(pdf), "-"))
    assert "Errorflag" not in shown
    assert "Referencesource" not in shown
    texts = [_squeezed(each) for each in _texts(files[0].read_bytes())]
    at = 0
    for each in texts:
        found = shown.find(each, at)
        assert found >= 0, each
        at = found


def _texts(content: bytes) -> list[str]:
    """Give the words of each paragraph between fields, whose results a layout program computes itself."""
    root = etree.fromstring(Written(content).read("word/document.xml"))
    paths = "//w:body//w:p[not(.//w:fldChar)][not(.//w:rtl)][string-length(normalize-space(.)) > 3]"
    paragraphs: Any = root.xpath(paths, namespaces=W)
    return ["".join(one.xpath(".//w:t/text()", namespaces=W)) for one in paragraphs]


@pytest.mark.parametrize("formats", [("docx",), ("odt", "docx")])
def test_libreoffice_keeps_texts_and_anchors(files: tuple[Path, Path], formats: Formats, office: Path) -> None:
    saved = files[1]
    for each in formats:
        saved = libreoffice(saved, each, office)
    before, after = (Written(path.read_bytes()) for path in (files[1], saved))
    for part in ("document", "footnotes"):
        anchors = [each for each in before.find("//w:bookmarkStart/@w:name", part) if each.startswith("_y_")]
        assert set(anchors) <= set(after.find("//w:bookmarkStart/@w:name", part))
        assert _words(before, part) == _words(after, part)


def _words(written: Written, part: str) -> str:
    """Give the words of a part; page numbers are left out, as each program counts its own."""
    return re.sub(r"Seite\d+", "Seite", _squeezed("".join(written.find("//w:t/text()", part))))


def test_libreoffice_counts_the_notes_of_all_chapters(shipped: Path, shipped_pages: list[str]) -> None:
    """LibreOffice 7.4 shows 0 for notes that begin anew in each section."""
    notes = Written((shipped / "word/kursbuch.docx").read_bytes()).paragraphs("FootnoteText", "footnotes")
    shown = "\f".join(shipped_pages)
    for number, note in enumerate(notes, start=1):
        assert re.search(rf"\b{number}\s+{re.escape(note.strip()[:18])}", shown), note


def test_the_instructions_fill_one_page(shipped_pages: list[str]) -> None:
    assert shipped_pages[0].startswith("So arbeiten Sie mit dieser Datei")
    assert "schreiben Sie bitte „einverstanden“ dazu." in " ".join(shipped_pages[0].split())


def test_libreoffice_finds_what_every_reference_points_to(shipped_pages: list[str]) -> None:
    shown = " ".join(shipped_pages)
    assert "Reference source" not in shown
    assert not re.search(r"\b(?:Abbildung|Tabelle|Maßnahme|Handlungsfeld)\s+auf\s+Seite", shown)


def test_the_pages_in_the_contents_are_those_of_libreoffice_or_their_neighbours(
    shipped: Path, shipped_pages: list[str]
) -> None:
    wrong = 0
    for line in Written((shipped / "word/kursbuch.docx").read_bytes()).paragraphs("TOC1"):
        found = re.fullmatch(r"\d*(.*?)(\d+)", line)
        assert found
        title, page = found[1], int(found[2])
        near = [at for at, shown in enumerate(shipped_pages) if abs(at + 1 - page) <= 1 and _starts(shown, title)]
        assert near, line
        wrong += page - 1 not in near
    assert wrong <= 1


def _starts(page: str, title: str) -> bool:
    """Say whether a page begins with a title, its number left out."""
    return re.sub(r"^\d+\s+", "", " ".join(page.split())).startswith(" ".join(title.split()))


def _pandoc(file: Path) -> dict[str, Any]:
    program("pandoc", package="pandoc")
    read: dict[str, Any] = json.loads(run("pandoc", "-f", "docx", "-t", "json", str(file)))
    return read


def _every(of: object) -> list[dict[str, Any]]:
    """Give every element of a pandoc tree."""
    if isinstance(of, dict):
        return [of, *(each for value in of.values() for each in _every(value))]
    return [each for one in of for each in _every(one)] if isinstance(of, list) else []


def test_pandoc_reads_everything_as_what_it_is(files: tuple[Path, Path]) -> None:
    kinds = [each.get("t") for each in _every(_pandoc(files[1])["blocks"])]
    for kind, count in {"Table": 4, "Note": 1, "Image": 3, "BlockQuote": 1}.items():
        assert kinds.count(kind) == count, kind
    assert kinds.count("OrderedList") == 5
    assert kinds.count("Link") > 5
    headers = [each["c"][0] for each in _every(_pandoc(files[1])["blocks"]) if each.get("t") == "Header"]
    assert headers == [1, 2, 2, 2, 1, 2, 2, 2, 3, 2, 2]


def test_no_part_of_the_file_is_anything_but_xml_or_a_picture(files: tuple[Path, Path]) -> None:
    with ZipFile(BytesIO(files[0].read_bytes())) as archive:
        for name in archive.namelist():
            if name.endswith((".xml", ".rels")):
                etree.fromstring(archive.read(name))


def test_a_second_call_writes_the_same(files: tuple[Path, Path]) -> None:
    assert write(sample.manuscript(), sample.draft()).content == files[0].read_bytes()
