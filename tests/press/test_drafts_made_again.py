"""A Word file of a plain build comes home although nobody kept what it said: it is held against the sources of today."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import docx
import pytest

from kursbuch_press.press.composing import manuscript
from kursbuch_press.press.products.word_files import bare_draft
from kursbuch_press.press.project import Project
from kursbuch_press.press.returning import read_return
from kursbuch_press.problems import PressError
from kursbuch_press.returns import wording
from kursbuch_press.returns.returned import Known
from kursbuch_press.word import Written, write
from tests.press.small_book import small_book
from tests.returns.editing import Doc

FIRST, OLD = "bilder/erst/text", "Platte nur schwarz"


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """Give a small book of which no draft was kept."""
    return Project(small_book(tmp_path_factory.mktemp("book"), pages=2))


@pytest.fixture(scope="module")
def sent(project: Project) -> Written:
    """Give a Word file of a build."""
    return write(manuscript(project), bare_draft(project))


def _edited(sent: Written, path: Path) -> Path:
    edited = Doc(sent.content)
    edited.replace(FIRST, OLD, "Platte bloß schwarz")
    path.write_bytes(edited.save(without=_bare))
    return path


def _bare(name: str, content: bytes) -> bytes | None:
    """Leave the id at the foot, and nothing else that says whose file it is."""
    return None if name.startswith(("customXml/", "docProps/custom")) else content


def test_the_id_at_its_foot_is_that_of_a_build_of_today(project: Project, sent: Written, tmp_path: Path) -> None:
    returned = read_return(project, _edited(sent, tmp_path / "zurueck.docx"))
    assert (returned.known, returned.snapshot.id) == (Known.FOOTER, sent.snapshot.id)
    assert [change.address for change in returned.changes] == [FIRST]
    assert wording.REMADE_DRAFT not in returned.notices


def test_where_the_sources_went_on_it_is_held_against_them(project: Project, sent: Written, tmp_path: Path) -> None:
    source = project.folder / "sources/chapters/bilder.yaml"
    before = source.read_text("utf-8")
    source.write_text(before.replace("nur dass es Seiten füllt", "nur dass es viele Seiten füllt", 1), "utf-8")
    returned = read_return(project, _edited(sent, tmp_path / "zurueck.docx"))
    source.write_text(before, "utf-8")
    assert (returned.known, returned.snapshot.id == sent.snapshot.id) == (Known.LIKENESS, False)
    assert wording.REMADE_DRAFT in returned.notices
    assert {change.address for change in returned.changes} == {FIRST, "bilder/text-0/text"}
    assert returned.ledger.remainder == 0


def test_a_strangers_file_costs_no_making_again(project: Project, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kursbuch_press.press.returning.remade_drafts", lambda _: pytest.fail("made again for a stranger"))
    document, target = docx.Document(), BytesIO()
    document.add_paragraph("Eine Einladung, die mit keinem Buch etwas zu tun hat, von 1a2b-3c4d-5e6f.")
    document.save(target)
    path = tmp_path / "fremd.docx"
    path.write_bytes(target.getvalue())
    with pytest.raises(PressError, match="Entwurf"):
        read_return(project, path)
