"""A manuscript from Word becomes a chapter: every word is in it or is named, and nothing is overwritten."""

from __future__ import annotations

import re
import shutil
from io import BytesIO
from pathlib import Path

import docx
import pytest
from docx.shared import Mm
from PIL import Image

from kursbuch_press.press.importing import Written, import_file
from kursbuch_press.press.project import Project
from kursbuch_press.problems import PressError
from kursbuch_press.sources.files import read_source
from kursbuch_press.sources.nodes import plain
from kursbuch_press.sources.syntax import compose
from tests.merge import PROJECT


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """Give a copy of the shipped sources."""
    shutil.copytree(PROJECT / "sources", tmp_path / "sources")
    return Project(tmp_path)


def _manuscript(folder: Path) -> Path:
    document = docx.Document()
    document.add_heading("Ein neues Kapitel", 1)
    paragraph = document.add_paragraph("Ein Absatz mit ")
    paragraph.add_run("fetten").bold = True
    paragraph.add_run(" und ")
    paragraph.add_run("kursiven").italic = True
    paragraph.add_run(" Worten, 3 * 4 < 13 [sic], - yes: no #7.")
    document.add_heading("Zwischenüberschrift", 2)
    for text, style in (
        ("eins", "List Bullet"),
        ("darunter", "List Bullet 2"),
        ("zwei", "List Bullet"),
        ("zuerst", "List Number"),
    ):
        document.add_paragraph(text, style=style)
    document.add_paragraph("Tabelle 1: Wer was tut", style="Caption")
    table = document.add_table(2, 2)
    for at, text in enumerate(["Wer", "Was", "Kammer", "berät: immer"]):
        table.cell(at // 2, at % 2).text = text
    picture = BytesIO()
    Image.new("RGB", (800, 600), "red").save(picture, "JPEG", comment=b"x")
    document.add_picture(BytesIO(picture.getvalue()), width=Mm(50))
    document.inline_shapes[0]._inline.docPr.set("descr", "Ein rotes Feld")  # noqa: SLF001 - python-docx has no name for it
    document.add_comment([paragraph.runs[0]], text="Ist das so?", author="Anna", initials="A")
    document.sections[0].header.paragraphs[0].text = "Kopfzeile des Vereins"
    path = folder / "manuskript.docx"
    document.save(str(path))
    return path


def _imported(project: Project, *, pictures: bool = True) -> tuple[Written, dict[str, object]]:
    written = import_file(project, _manuscript(project.folder), "neu", pictures=pictures)
    source = read_source(project.folder, "sources/chapters/neu.yaml")
    root = compose(source.text, source.file).root  # type: ignore[union-attr]
    data = plain(root) if root is not None else {}
    assert isinstance(data, dict)
    return written, data


def test_every_kind_of_block_is_what_it_was(project: Project) -> None:
    written, data = _imported(project)
    assert written.problems == ()
    assert data["title"] == "Ein neues Kapitel"
    blocks = data["blocks"]
    assert isinstance(blocks, list)
    assert [block.get("kind", "paragraph") for block in blocks] == ["paragraph", "heading", "list", "list", "table", "figure"]
    assert blocks[0]["text"] == "Ein Absatz mit **fetten** und *kursiven* Worten, 3 \\* 4 \\< 13 [sic], - yes: no #7."
    assert [item["text"] for item in blocks[2]["items"]] == ["eins", "zwei"]
    assert blocks[2]["items"][0]["items"][0]["text"] == "darunter"
    assert blocks[3]["ordered"] == "true"
    assert (blocks[4]["caption"], blocks[4]["rows"][0]["cells"]) == ("Wer was tut", ["Kammer", "berät: immer"])
    assert blocks[5]["alt"] == "Ein rotes Feld"
    assert (project.folder / "sources/pictures" / blocks[5]["picture"]).is_file()
    assert data["open_questions"][0]["asked_by"] == "Anna"  # type: ignore[index]


def test_no_word_is_lost(project: Project) -> None:
    written, _ = _imported(project, pictures=False)
    told = (project.folder / "sources/chapters/neu.yaml").read_text("utf-8") + " ".join(written.left)
    document = docx.Document(str(project.folder / "manuskript.docx"))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    header = document.sections[0].header.paragraphs[0].text
    for text in (*(paragraph.text for paragraph in document.paragraphs), *cells, header):
        for word in re.findall(r"\w+", text.removeprefix("Tabelle 1: ")):
            assert word in told
    assert any("--pictures" in sentence for sentence in written.left)


def test_a_file_that_is_there_is_never_overwritten(project: Project) -> None:
    before = (project.folder / "sources/chapters/vorwort.yaml").read_bytes()
    for chapter in ("vorwort", "Neu", "../neu", ""):
        with pytest.raises(PressError):
            import_file(project, _manuscript(project.folder), chapter, pictures=True)
    assert (project.folder / "sources/chapters/vorwort.yaml").read_bytes() == before


def test_what_is_no_word_file_is_refused_and_nothing_is_written(project: Project) -> None:
    path = project.folder / "brief.docx"
    path.write_bytes(b"%PDF-1.7")
    with pytest.raises(PressError):
        import_file(project, path, "neu", pictures=True)
    assert not (project.folder / "sources/chapters/neu.yaml").exists()
