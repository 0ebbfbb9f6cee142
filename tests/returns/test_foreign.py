"""Word files of strangers are read or refused with a sentence, never with a traceback, and no word of them is lost."""

from __future__ import annotations

import io
import random
import re
import time
import zipfile
from pathlib import Path

import docx
import pytest
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some
from lxml import etree

from kursbuch_press.drafts import span_text
from kursbuch_press.problems import PressError
from kursbuch_press.returns.guard import kind_of
from kursbuch_press.returns.returned import Foreign
from kursbuch_press.word import Written
from tests.judges import program, run
from tests.returns.conftest import CHAPTER, Kept, read
from tests.returns.damaging import shaken
from tests.returns.editing import NS, Doc
from tests.word import sample

_TEMPLATE = Path(docx.__file__).parent / "templates/default.docx"


def _python_docx() -> bytes:
    """Give a file with much of what python-docx can write."""
    file = docx.Document()
    file.add_heading("Eine fremde Überschrift", 1)
    file.add_paragraph("Ein fremder Absatz ", style="List Bullet").add_run("fett").bold = True
    table = file.add_table(2, 3)
    table.cell(0, 0).merge(table.cell(0, 1)).text = "verbunden"
    table.cell(1, 1).add_table(1, 1).cell(0, 0).text = "innen"
    file.add_picture(io.BytesIO(sample.png()))
    file.add_picture(io.BytesIO(sample.png()))
    file.sections[0].header.paragraphs[0].text = "Fremder Kopf"
    file.add_comment(file.paragraphs[0].runs, "Ein Kommentar", "Fremde")
    target = io.BytesIO()
    file.save(target)
    return target.getvalue()


def test_a_file_of_python_docx_is_read_and_what_has_no_place_is_told(draft: Written, kept: Kept) -> None:
    returned = read(_python_docx(), kept, draft=draft.snapshot.id)
    assert returned.ledger.remainder == 0
    told = {(each.what, each.text) for each in returned.unplaced}
    assert {(Foreign.TABLE, "verbunden"), (Foreign.TABLE, "innen"), (Foreign.HEADER, "Fremder Kopf")} <= told
    assert any("fremder Absatz" in "".join(piece.text for piece in each.pieces) for each in returned.changes)
    assert [each.text for each in returned.comments] == ["Ein Kommentar"]


def test_an_empty_file_says_that_everything_is_gone(draft: Written, kept: Kept) -> None:
    returned = read(_TEMPLATE.read_bytes(), kept, draft=draft.snapshot.id)
    assert returned.ledger.remainder == 0
    assert {each.kind for each in returned.changes} == {"deleted"}


_MARKDOWN = """# Titel

Ein *Absatz* mit **allem**, [Verweis](https://x.example), $x^2$, Fußnote[^1] und `Code`.

- eins
    - zwei

| a | b |
|---|---|
| 1 | 2 |

> Zitat

[^1]: Die Fußnote.
"""


@pytest.mark.judge
@pytest.mark.parametrize("form", ["markdown", "html", "rst", "org"])
def test_files_of_pandoc_are_read(form: str, draft: Written, kept: Kept, tmp_path: Path) -> None:
    program("pandoc", package="pandoc")
    (tmp_path / "in.md").write_text(_MARKDOWN, "utf-8")
    run("pandoc", str(tmp_path / "in.md"), "-t", form, "-o", str(tmp_path / "in.txt"))
    run("pandoc", "-f", form, str(tmp_path / "in.txt"), "-o", str(tmp_path / "out.docx"))
    returned = read((tmp_path / "out.docx").read_bytes(), kept, draft=draft.snapshot.id)
    assert returned.ledger.remainder == 0
    assert returned.ledger.read > 10


def _damaged(content: bytes, seed: int) -> bytes:
    """Give a file in which somebody's program went wrong: other tags, lost elements, odd values, lost parts."""
    chance = random.Random(seed)  # noqa: S311 - a test wants the same file again
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as source, zipfile.ZipFile(target, "w") as packed:
        names = source.namelist()
        chosen = set(chance.sample([name for name in names if name.endswith((".xml", ".rels"))], 3))
        for name in names:
            part: bytes | None = source.read(name)
            if name in chosen or name == "word/document.xml":
                part = _damaged_part(part or b"", chance, keep=name == "word/document.xml")
            if part is not None:
                packed.writestr(name, part)
    return target.getvalue()


def _damaged_part(part: bytes, chance: random.Random, *, keep: bool) -> bytes | None:
    tags = sorted(set(re.findall(rb"<(w:[A-Za-z]+)", part)))
    how = chance.randrange(4)
    if how == 0 and tags:
        return part.replace(chance.choice(tags), chance.choice(tags))
    if how == 1 and tags:
        return re.sub(rb"<" + chance.choice(tags) + rb"[ >][^<]*?/>", b"", part)
    if how == 2 or keep:
        values = [b"", b"-1", b"99999999999", b"x"]
        return re.sub(rb'(w:(?:val|id|w)=)"[^"]*"', lambda m: m[1] + b'"' + chance.choice(values) + b'"', part, count=40)
    return None


@given(some.integers(0, 10**6))
@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_damaged_file_is_read_or_refused_and_never_a_traceback(draft: Written, kept: Kept, seed: int) -> None:
    content = _damaged(draft.content, seed)
    began = time.process_time()
    refusal = ""
    try:
        kind_of(content)
        read(content, kept, draft=draft.snapshot.id)
    except PressError as error:
        refusal = str(error)
    assert not refusal or refusal.endswith(".")
    assert time.process_time() - began < 5


@pytest.fixture(scope="module")
def worked_on(draft: Written) -> bytes:
    """Give the draft with edits of every kind, tracked by two people."""
    doc = Doc(draft.content)
    doc.replace(f"{CHAPTER}/lage-5/text", "Kreisstadt", "großen Stadt")
    doc.new_paragraph(f"{CHAPTER}/worte-2/text", "Ein ganz neuer Absatz steht hier.")
    doc.note(f"{CHAPTER}/seiten-2/text", "Einfache Sprache", "Ein neuer Beleg.")
    doc.author = "Ben Beispiel"
    doc.join(f"{CHAPTER}/lage-4/text")
    doc.split(f"{CHAPTER}/karte-1/text", "Oft plant jeder Träger")
    doc.drop_row(f"{CHAPTER}/kurs-foerder/kurs")
    return doc.save(add=doc.comment(f"{CHAPTER}/worte-3/text", "Regeln", "Welche Regeln sind gemeint?", "Alle drei."))


@given(seed=some.integers(0, 10**6))
@settings(max_examples=16, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_the_books_close_whatever_stands_where(draft: Written, kept: Kept, worked_on: bytes, seed: int) -> None:
    returned = read(shaken(worked_on if seed % 2 else draft.content, seed), kept, draft=draft.snapshot.id)
    assert returned.ledger.remainder == 0


def _inside(paragraph: str, **parts: str) -> bytes:
    """Give a file with one paragraph, and other parts by their names."""
    file = docx.Document()
    file.element.body.insert(0, etree.fromstring(f'<w:p xmlns:w="{NS["w"]}" xmlns:a="{_DRAWN}">{paragraph}</w:p>'))
    for name, part in parts.items():
        kind = {"comments": "comments", "data": "diagramData", "footnotes": "footnotes"}[name]
        blob = f'<r xmlns:w="{NS["w"]}" xmlns:a="{_DRAWN}">{part}</r>'.replace("<r ", f"<w:{name} ").replace(
            "</r>", f"</w:{name}>"
        )
        relation = f"http://schemas.openxmlformats.org/officeDocument/2006/relationships/{kind}"
        file.part.relate_to(Part(PackURI(f"/word/{name}9.xml"), "application/xml", blob.encode(), file.part.package), relation)
    target = io.BytesIO()
    file.save(target)
    return target.getvalue()


_DRAWN = "http://schemas.openxmlformats.org/drawingml/2006/main"
_CHAR = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
STRANGE: dict[str, tuple[str, dict[str, str], str]] = {
    "a field that never shows": (_CHAR.format("begin") + "<w:r><w:t>verborgene Worte</w:t></w:r>", {}, "verborgene Worte"),
    "words in properties": ("<w:pPr><w:r><w:t>verirrte Worte</w:t></w:r></w:pPr>", {}, "verirrte Worte"),
    "a text inside a text": ("<w:r><w:t>außen <w:t>innen</w:t> weiter</w:t></w:r>", {}, "außen innen weiter"),
    "deleted text that nobody deleted": ("<w:r><w:delText>noch da</w:delText></w:r>", {}, "noch da"),
    "a sign that ends paragraphs": ("<w:r><w:t>eins\u2029zwei \ufff9drei\ufffc</w:t></w:r>", {}, "eins"),
    "a diagram": ("<w:r><w:t>Text</w:t></w:r>", {"data": "<a:t>Im Kreis</a:t>"}, "Im Kreis"),
    "comments that answer to each other, and one id twice": (
        "<w:r><w:t>Text</w:t></w:r>",
        {"comments": '<w:comment w:id="1"><w:p><w:r><w:t>Erster</w:t></w:r></w:p></w:comment>' * 2 + "<w:t>Daneben</w:t>"},
        "Daneben",
    ),
    "two notes of one id": (
        "<w:r><w:t>Text</w:t></w:r>",
        {"footnotes": '<w:footnote w:id="5"><w:p><w:r><w:t>Doppelte Note</w:t></w:r></w:p></w:footnote>' * 2},
        "Doppelte Note",
    ),
}


@pytest.mark.parametrize("kind", STRANGE)
def test_words_at_strange_places_are_told_and_counted(kind: str, draft: Written, kept: Kept) -> None:
    paragraph, parts, words = STRANGE[kind]
    returned = read(_inside(paragraph, **parts), kept, draft=draft.snapshot.id)
    assert returned.ledger.remainder == 0
    told = [each.text for each in returned.unplaced] + [span_text(each.after) for each in returned.changes]
    assert words in "\n".join(told + [each.text for each in returned.comments])
