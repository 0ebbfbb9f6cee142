"""The whole round, as an editor goes it: a draft goes out, four people send it back, and the print file has their words."""

from __future__ import annotations

import json
import os
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from PIL import Image

from kursbuch_press.merge.choosing import choose
from kursbuch_press.press import merging
from kursbuch_press.press.project import Project
from kursbuch_press.press.redlining import redline_since
from kursbuch_press.press.returning import read_return
from kursbuch_press.press.sending import Terms, send
from tests.judges import libreoffice, not_installed, program, run
from tests.press.small_book import build, small_book
from tests.returns.test_pdf import _marked as marked

pytestmark = [pytest.mark.judge, pytest.mark.slow]
_SYSTEM_PYTHON = "/usr/bin/python3"
_GREY = 128
_EDITOR = Path(__file__).parents[1] / "judges/office_edit.py"
ANNAS = ["replace", "was die Beratung kostet", "dass die Beratung nichts kostet"]
BENS = ["new_paragraph", "Am Dienstag gilt das nicht.", "Am Mittwoch: nur mit Termin."]
CHAPTER = """\
# Dieser Kommentar bleibt stehen.
id: bilder
kind: chapter
title: Ein Kapitel
blocks:
  - id: erst
    text: >-
      Im ersten Absatz steht, wer die Beratung im Landkreis anbietet und an welchen Tagen sie geöffnet ist.
  - id: zweit
    text: Im zweiten Absatz steht, was die Beratung kostet.
  - id: punkte
    kind: list
    items:
      - id: punkt-1
        text: 'Am Montag kommt man ohne Termin.' # auch das
      - id: punkt-2
        text: Am Dienstag gilt das nicht.
  - id: dritt
    text: Im dritten Absatz steht, wie man Fragen stellt.
"""


@dataclass(frozen=True)
class Round:
    """A project with a draft that is out, and the files that came back."""

    project: Project
    draft: str
    files: tuple[Path, ...]

    @property
    def source(self) -> bytes:
        """The chapter as it stands."""
        return (self.project.folder / "sources/chapters/bilder.yaml").read_bytes()


def _office(source: Path, target: Path, way: tuple[str, str], edits: Sequence[Sequence[str]]) -> Path:
    """Edit a file in LibreOffice; ``way`` says whether it is tracked, and who writes."""
    command = [_SYSTEM_PYTHON, str(_EDITOR), program("soffice", package="libreoffice-writer-nogui"), str(source), str(target)]
    done = subprocess.run(
        [*command, *way, str(target.parent)], input=json.dumps(edits), capture_output=True, text=True, check=False
    )
    assert target.exists(), done.stderr
    return target


@pytest.fixture(scope="module")
def sent_back(tmp_path_factory: pytest.TempPathFactory) -> Round:
    """Send a draft, let three people edit it in LibreOffice (tracked, untracked, through odt), and one mark it in a PDF."""
    if subprocess.run([_SYSTEM_PYTHON, "-c", "import uno"], capture_output=True, check=False).returncode:
        not_installed("uno (Debian: python3-uno)")
    project = Project(small_book(tmp_path_factory.mktemp("round")))
    (project.folder / "sources/chapters/bilder.yaml").write_text(CHAPTER, "utf-8")
    [copy] = send(project, ["bilder"], [], Terms(None, date(2014, 7, 1)))
    draft = project.folder / copy.path
    inbox = tmp_path_factory.mktemp("inbox")
    edits: dict[str, tuple[str, str, list[list[str]]]] = {
        "anna.docx": ("tracked", "Anna Muster", [["replace", "im Landkreis", "in der ganzen Region"], ANNAS]),
        "ben.docx": ("untracked", "Ben Beispiel", [["replace", "im Landkreis", "in jeder Stadt"], BENS]),
        "cem.odt": ("tracked", "Cem Probe", [["insert", "wie man Fragen stellt", " und Antworten bekommt"]]),
    }
    files = []
    for name, (tracked, author, wanted) in edits.items():
        (inbox / author).mkdir()
        files.append(_office(draft, inbox / author / name, (tracked, author), wanted))
    proofs = inbox / "korrektur.pdf"
    printed = libreoffice(draft, "pdf", inbox).read_bytes()
    proofs.write_bytes(marked(printed, ("Highlight", "wie man Fragen stellt", "Wo genau?")))
    return Round(project, copy.draft, (*files, proofs))


def test_the_whole_round(sent_back: Round, tmp_path: Path) -> None:
    project, before = sent_back.project, sent_back.source
    returns = [read_return(project, path, author="" if "ben" not in path.name else "Ben Beispiel") for path in sent_back.files]
    assert all(returned.ledger.remainder == 0 for returned in returns)
    found = merging.look(project, returns)
    merging.write_reports(found)
    assert sent_back.source == before
    [conflict] = found.outcome.conflicts
    assert {who.name for version in conflict.versions for who in version.who} == {"Anna Muster", "Ben Beispiel"}
    assert len(found.outcome.changes) == 3

    # The editor decides, accepts, takes it back, and accepts again.
    path = project.folder / "returns/conflicts.yaml"
    path.write_text(path.read_text("utf-8").replace("decision: ''", "decision: im ganzen Land"), "utf-8")
    found = merging.look(project, returns[::-1])
    accepted = merging.accept(found, choose(found.outcome, ["all"]))
    assert (accepted.left_out, len(accepted.changes), len(accepted.conflicts)) == ((), 3, 1)
    after = sent_back.source
    merging.undo(project)
    assert sent_back.source == before
    found = merging.look(project, returns)
    merging.accept(found, choose(found.outcome, ["all"]))
    assert sent_back.source == after
    text, _, questions = after.decode().partition("open_questions:\n")
    assert "at: dritt/text\n    text: Wo genau?\n" in questions
    lines = set(text.splitlines()) - set(before.decode().splitlines())
    assert len(lines) == 5  # three texts, and a new item with its id
    assert {"# Dieser Kommentar bleibt stehen.", "        text: 'Am Montag kommt man ohne Termin.' # auch das"} <= set(
        after.decode().splitlines()
    )

    _redline_says_it(sent_back, tmp_path)
    done = build(project.folder, "print")
    assert done.returncode == 0, done.stderr
    text = run(program("pdftotext", "poppler-utils"), str(project.folder / "dist/print/kursbuch-innenteil.pdf"), "-")
    words = " ".join(text.split())
    for new in ("im ganzen Land", "nichts kostet", "Am Mittwoch: nur mit Termin.", "Antworten bekommt"):
        assert new in words.replace("- ", "")


def _redline_says_it(sent_back: Round, folder: Path) -> None:
    os.environ.pop("FONTCONFIG_FILE", None)
    file, printed = redline_since(sent_back.project, sent_back.draft, [], pdf=True)
    path = folder / "redline.docx"
    path.write_bytes((sent_back.project.folder / file).read_bytes())
    with ZipFile(BytesIO(path.read_bytes())) as archive:
        document = archive.read("word/document.xml").decode()
    assert "<w:ins " in document
    assert "<w:del " in document
    bars = sent_back.project.folder / printed
    assert "Am Mittwoch" in run("pdftotext", str(bars), "-")
    run(program("pdftoppm", "poppler-utils"), "-r", "50", "-gray", str(bars), str(folder / "bars"))
    sides = {at: _dark_margins(path) for at, path in enumerate(sorted(folder.glob("bars*.pgm")), 1)}
    assert any(any(dark) for dark in sides.values()), "no bar at all"
    assert not any(dark[0 if at % 2 else 1] for at, dark in sides.items()), f"bars in the inner margin: {sides}"


def _dark_margins(path: Path) -> tuple[bool, bool]:
    """Tell of the left and the right margin of a page whether there is anything dark; heads and feet do not count."""
    with Image.open(path) as page:
        width, height = page.size
        margin = width * 4 // 29
        margins = [page.crop((at, height // 8, at + margin, height * 7 // 8)) for at in (0, width - margin)]
        left, right = (sum(each.histogram()[:_GREY]) > 0 for each in margins)
    return left, right
