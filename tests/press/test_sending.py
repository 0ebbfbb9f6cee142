"""Sending drafts and knowing who has what, on a small book in a folder of its own."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import docx
import pytest

from kursbuch_press.drafts import Block, Kind, Snapshot, Span, write_snapshot
from kursbuch_press.drafts.snapshot import draft_id
from kursbuch_press.press.project import Project
from kursbuch_press.press.returning import copies, read_return
from kursbuch_press.press.sent import Sent, keep_snapshots, kept_snapshot, note_sent, read_sent
from kursbuch_press.problems import PressError
from kursbuch_press.word import Asked, write
from tests.word import sample


def _snapshot() -> Snapshot:
    block = Block("a/b/text", "a", Kind.PARAGRAPH, "_y_1", "0001", (Span("Worte"),), "Worte", editable=True)
    bare = Snapshot("", "Entwurf 2", "offen", "Titel", ("a",), whole=False, blocks=(block,))
    return Snapshot(draft_id(bare), "Entwurf 2", "offen", "Titel", ("a",), whole=False, blocks=(block,))


def test_who_has_a_draft_is_known_and_what_is_overdue(tmp_path: Path) -> None:
    snapshot = _snapshot()
    keep_snapshots(tmp_path, {snapshot.id: write_snapshot(snapshot)}, sent=True)
    for name, due in (("Anna", "2014-09-30"), ("Ben", "2014-07-01")):
        note_sent(tmp_path, snapshot.id, Sent(name, f"{name}.docx", "2014-06-01", due))
        note_sent(tmp_path, snapshot.id, Sent(name, f"{name}.docx", "2014-06-01", due))
    assert kept_snapshot(tmp_path, snapshot.id) == snapshot
    assert len(read_sent(tmp_path, snapshot.id)) == 2
    out = copies(Project(tmp_path))
    assert [each.sent.recipient for each in out] == ["Ben", "Anna"]
    assert [each.overdue(date(2014, 8, 1)) for each in out] == [True, False]


def test_snapshots_of_a_build_are_known_too_but_are_not_sent(tmp_path: Path) -> None:
    snapshot = _snapshot()
    keep_snapshots(tmp_path, {snapshot.id: write_snapshot(snapshot)})
    assert kept_snapshot(tmp_path, snapshot.id) == snapshot
    assert not (tmp_path / "drafts").exists()
    assert copies(Project(tmp_path)) == []


def test_a_note_that_cannot_be_read_says_how_to_get_it_back(tmp_path: Path) -> None:
    snapshot = _snapshot()
    keep_snapshots(tmp_path, {snapshot.id: write_snapshot(snapshot)}, sent=True)
    (tmp_path / "drafts" / snapshot.id / "sent.json").write_text("{", "utf-8")
    with pytest.raises(PressError, match="git checkout"):
        read_sent(tmp_path, snapshot.id)


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(PressError, match="gibt es nicht"):
        read_return(Project(tmp_path), tmp_path / "nichts.docx")


def test_open_questions_go_out_as_comments_at_their_place() -> None:
    asked = (
        Asked("feld/absatz", "Stimmt das?", "Stärke", "Anna Muster", date(2014, 5, 1)),
        Asked("feld/tab-kurse/r0/c1", "Woher ist die Zahl?"),
        Asked("nirgends/text", "Das bleibt hier."),
    )

    written = write(sample.manuscript(), replace(sample.draft(), questions=asked))
    comments = list(docx.Document(BytesIO(written.content)).comments)
    assert [(each.author, each.text) for each in comments] == [
        ("Anna Muster", "Stimmt das? („Stärke“)"),
        ("Redaktion", "Woher ist die Zahl?"),
    ]
    assert written.snapshot.questions == ("Stimmt das? („Stärke“)", "Woher ist die Zahl?")


def test_a_draft_says_nothing_of_the_machine_that_made_it() -> None:
    content = write(sample.manuscript(), sample.draft()).content
    with ZipFile(BytesIO(content)) as packed:
        assert {entry.date_time for entry in packed.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        text = b"".join(packed.read(name) for name in packed.namelist() if name.endswith((".xml", ".rels")))
    for trace in (b"rsid", str(Path.home()).encode(), str(Path.cwd()).encode(), b"python-docx"):
        assert trace not in text
