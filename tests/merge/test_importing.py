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
from PIL.PngImagePlugin import PngInfo

from kursbuch_press.merge.picture_files import found_pictures
from kursbuch_press.press.importing import Written, import_file
from kursbuch_press.press.project import Project
from kursbuch_press.problems import PressError
from kursbuch_press.returns.guard import open_return
from kursbuch_press.returns.stories import read_story
from kursbuch_press.sources.files import read_source
from kursbuch_press.sources.nodes import data_of
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
    data = data_of(root) if root is not None else {}
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


def _iim(*fields: tuple[int, bytes]) -> bytes:
    """Give IPTC fields as Photoshop puts them into a JPEG (IPTC-IIM 4.2, resource 0x0404)."""
    block = b"".join(b"\x1c\x02" + bytes([number]) + len(said).to_bytes(2, "big") + said for number, said in fields)
    return b"Photoshop 3.0\x008BIM\x04\x04\0\0" + len(block).to_bytes(4, "big") + block + b"\0" * (len(block) % 2)


def _with_iptc(*fields: tuple[int, bytes]) -> bytes:
    target = BytesIO()
    Image.new("RGB", (80, 60), "red").save(target, "JPEG")
    plain_file, segment = target.getvalue(), _iim(*fields)
    at = 4 + int.from_bytes(plain_file[4:6], "big")  # behind the segment that says JFIF
    return plain_file[:at] + b"\xff\xed" + (len(segment) + 2).to_bytes(2, "big") + segment + plain_file[at:]


def _with_xmp(form: str, said: str) -> bytes:
    target, packet = BytesIO(), f'<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF>{said}</rdf:RDF></x:xmpmeta>'
    if form == "PNG":
        chunks = PngInfo()
        chunks.add_itxt("XML:com.adobe.xmp", packet, zip=True)
        Image.new("RGB", (80, 60), "blue").save(target, "PNG", pnginfo=chunks)
    else:
        Image.new("RGB", (80, 60), "blue").save(target, "JPEG", xmp=packet.encode())
    return target.getvalue()


_ALT = (
    "<Iptc4xmpCore:AltTextAccessibility><rdf:Alt><rdf:li xml:lang='x-default'>Ein\n  Haus</rdf:li></rdf:Alt>"
    "</Iptc4xmpCore:AltTextAccessibility>"
)
SAID = {
    "IPTC": (_with_iptc((120, b"Ein Markt"), (80, b"Petra"), (110, "Foto: Büro".encode())), "Ein Markt", "Foto: Büro"),
    "IPTC of an old program": (_with_iptc((116, "© Jörg".encode("cp1252"))), "", "© Jörg"),
    "XMP": (
        _with_xmp("JPEG", f"{_ALT}<dc:creator><rdf:Seq><rdf:li>Petra &amp; Co</rdf:li></rdf:Seq></dc:creator>"),
        "Ein Haus",
        "Petra & Co",
    ),
    "XMP in a PNG": (_with_xmp("PNG", f'<rdf:Description photoshop:Credit="Büro"/>{_ALT}'), "Ein Haus", "Büro"),
    "XMP with other quotes": (_with_xmp("JPEG", "<rdf:Description photoshop:Credit='Büro'/>"), "", "Büro"),
    "nothing": (_with_iptc(), "", ""),
}


@pytest.mark.parametrize("described", [False, True])
def test_pictures_say_what_they_show_and_whose_they_are(*, described: bool) -> None:
    document = docx.Document()
    for content, _, _ in SAID.values():
        document.add_picture(BytesIO(content))
    for shape in document.inline_shapes:
        if described:
            shape._inline.docPr.set("descr", "Von Hand")  # noqa: SLF001 - python-docx has no name for it
    target = BytesIO()
    document.save(target)
    file = open_return(target.getvalue(), "bilder.docx")
    found = [each for pictures in found_pictures(file, read_story(file)).values() for each in pictures]
    assert [(each.alt, each.credit) for each in found] == [
        ("Von Hand" if described else alt, credit) for _, alt, credit in SAID.values()
    ]
