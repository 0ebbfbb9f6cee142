"""dist/: files are whole or not there, and a book with mistakes leaves it alone."""

from __future__ import annotations

import errno
import json
import os
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import Path
from types import SimpleNamespace

import pytest

from kursbuch_press.press import dist
from kursbuch_press.press.build import Files, publish
from kursbuch_press.problems import PressError


def test_a_file_is_replaced_at_once_and_nothing_stays_beside_it(tmp_path: Path) -> None:
    dist.put(tmp_path, "print/a.pdf", b"old")
    dist.put(tmp_path, "print/a.pdf", b"new")
    assert (tmp_path / "print/a.pdf").read_bytes() == b"new"
    assert [path.name for path in (tmp_path / "print").iterdir()] == ["a.pdf"]


def test_a_folder_in_the_way_is_a_sentence_and_the_rest_stays(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").mkdir()
    with pytest.raises(PressError, match=r"a\.pdf"):
        dist.put(tmp_path, "a.pdf", b"new")
    assert [path.name for path in tmp_path.iterdir()] == ["a.pdf"]


@pytest.mark.parametrize("obstacle", ["folder", "file"])
def test_what_cannot_be_written_leaves_every_other_file_as_it_was(tmp_path: Path, obstacle: str) -> None:
    dist.put(tmp_path, "a.pdf", b"old")
    if obstacle == "folder":
        (tmp_path / "z.pdf").mkdir()
    else:
        (tmp_path / "word").write_bytes(b"")
    wanted = {"a.pdf": b"new", "z.pdf": b"new", "word/b.docx": b"new"}
    with dist.locked(tmp_path), pytest.raises(PressError, match="liegt ein"):
        dist.put_all(tmp_path, wanted)
    assert (tmp_path / "a.pdf").read_bytes() == b"old"
    assert [path.name for path in tmp_path.rglob(".*")] == []


def test_a_full_disk_leaves_every_file_as_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    dist.put(tmp_path, "a.pdf", b"old")

    def is_full(descriptor: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), descriptor)

    with monkeypatch.context() as machine:
        machine.setattr(os, "fsync", is_full)
        with dist.locked(tmp_path), pytest.raises(PressError, match="voll"):
            dist.put_all(tmp_path, {"a.pdf": b"new"})
    assert [(path.name, path.read_bytes()) for path in tmp_path.iterdir()] == [("a.pdf", b"old")]


def test_the_manifest_lists_files_by_path(tmp_path: Path) -> None:
    about = dist.Entry("", "print", 2, 0, "", {"sources/x.yaml": "0"}, {"technisch_druckfertig": True})
    entries = [dist.entry(name, b"b", about) for name in ("b.pdf", "a.pdf")]
    dist.put(tmp_path, "manifest.json", dist.manifest({"id": "probe"}, entries, {}))
    first, listed = json.loads((tmp_path / "manifest.json").read_text("utf-8"))["products"]
    assert (first["path"], listed["path"], listed["pages"], listed["size"]) == ("a.pdf", "b.pdf", 2, 1)
    assert listed["sha256"] == "3e23e8160039594a33894f6564e1b1348bbd7a0088d42c4acb73eeaed59c009d"
    assert dist.read_manifest(tmp_path) == {"b.pdf": entries[0], "a.pdf": entries[1]}


def test_a_file_that_somebody_took_away_leaves_the_manifest_with_the_next_build(tmp_path: Path) -> None:
    about = dist.Entry("", "print", 1, 0, "", {})
    dist.put(tmp_path, "here.pdf", b"a")
    entries = [dist.entry("here.pdf", b"a", about), dist.entry("taken.pdf", b"b", about)]
    dist.put(tmp_path, "manifest.json", dist.manifest({}, entries, {}))
    edition = SimpleNamespace(id="probe", title="Probe", date=date(2014, 6, 27), muster=True)
    publish(tmp_path, edition, Files(new={"new.pdf": (dist.entry("new.pdf", b"c", about), b"c")}))  # type: ignore[arg-type]
    assert sorted(dist.read_manifest(tmp_path)) == ["here.pdf", "new.pdf"]


def test_two_builds_at_once_both_stand_in_the_manifest(tmp_path: Path) -> None:
    def add(name: str) -> None:
        with dist.locked(tmp_path):
            write(name, dist.read_manifest(tmp_path))

    def write(name: str, known: dict[str, dist.Entry]) -> None:
        added = dist.entry(name, b"", dist.Entry("", "print", 1, 0, "", {}))
        dist.put_all(tmp_path, {name: b"", "manifest.json": dist.manifest({}, [*known.values(), added], {})})

    with ThreadPoolExecutor(1) as pool:
        with dist.locked(tmp_path):
            known = dist.read_manifest(tmp_path)
            other = pool.submit(add, "b.pdf")
            write("a.pdf", known)
        other.result()
    assert sorted(dist.read_manifest(tmp_path)) == ["a.pdf", "b.pdf"]


@pytest.mark.parametrize("text", ["", "{", "[]", '{"products": [{"path": 1}]}'])
def test_a_broken_manifest_counts_as_none(tmp_path: Path, text: str) -> None:
    (tmp_path / "manifest.json").write_text(text, "utf-8")
    assert dist.read_manifest(tmp_path) == {}
