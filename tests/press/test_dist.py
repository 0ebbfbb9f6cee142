"""dist/: what the manifest says, and what it cannot make the press do, whoever has edited it."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from types import SimpleNamespace

import pytest

from kursbuch_press.disk.changing import change_files
from kursbuch_press.press import dist
from kursbuch_press.press.publishing import Files, publish

PLAN = dist.Plan({}, {}, "")
ABOUT = dist.Entry("", "print", 1, 0, "", {})
EDITION = SimpleNamespace(id="probe", title="Probe", date=date(2014, 6, 27), muster=True)


def _publish(folder: Path, *names: str, whole: str = "") -> None:
    new = {name: (dist.entry(name, name.encode(), ABOUT), name.encode()) for name in names}
    publish(folder, EDITION, Files(PLAN, frozenset({whole}), new))  # type: ignore[arg-type]


def test_the_manifest_lists_files_by_path(tmp_path: Path) -> None:
    about = dist.Entry("", "print", 2, 0, "", {"sources/x.yaml": "0"}, {"technisch_druckfertig": True})
    entries = [dist.entry(name, b"b", about) for name in ("b.pdf", "a.pdf")]
    told = dist.Manifest({each.path: each for each in entries})
    change_files(tmp_path, {"manifest.json": dist.manifest({"id": "probe"}, told)})
    first, listed = json.loads((tmp_path / "manifest.json").read_text("utf-8"))["products"]
    assert (first["path"], listed["path"], listed["pages"], listed["size"]) == ("a.pdf", "b.pdf", 2, 1)
    assert listed["sha256"] == "3e23e8160039594a33894f6564e1b1348bbd7a0088d42c4acb73eeaed59c009d"
    assert dist.read_manifest(tmp_path).entries == {"b.pdf": entries[0], "a.pdf": entries[1]}


def test_a_file_that_somebody_took_away_leaves_the_manifest_with_the_next_build(tmp_path: Path) -> None:
    _publish(tmp_path / "dist", "here.pdf", "taken.pdf")
    (tmp_path / "dist/taken.pdf").unlink()
    _publish(tmp_path / "dist", "new.pdf")
    assert sorted(dist.read_manifest(tmp_path / "dist").entries) == ["here.pdf", "new.pdf"]


def test_what_a_whole_product_no_longer_has_goes_and_other_files_stay(tmp_path: Path) -> None:
    _publish(tmp_path / "dist", "print/old.pdf", "print/same.pdf")
    (tmp_path / "dist/print/note.txt").write_bytes(b"somebody's own")
    _publish(tmp_path / "dist", "print/same.pdf", whole="print")
    assert sorted(path.name for path in (tmp_path / "dist/print").iterdir()) == ["note.txt", "same.pdf"]


@pytest.mark.parametrize("text", ["", "{", "[]", '{"products": [{"path": 1}]}', '{"products": 7}', "[" * 100_000])
def test_a_broken_manifest_counts_as_none(tmp_path: Path, text: str) -> None:
    (tmp_path / "manifest.json").write_text(text, "utf-8")
    assert dist.read_manifest(tmp_path) == dist.Manifest()


@pytest.mark.parametrize("path", ["../sources/kursbuch.yaml", "{absolute}", "print/../../sources/kursbuch.yaml", "folder", 7])
def test_a_manifest_cannot_make_a_build_take_away_what_is_no_product(tmp_path: Path, path: object) -> None:
    victim = tmp_path / "sources/kursbuch.yaml"
    victim.parent.mkdir()
    victim.write_bytes(b"the book")
    _publish(tmp_path / "dist", "print.pdf")
    (tmp_path / "dist/folder").mkdir()
    (tmp_path / "dist/folder/note.txt").write_bytes(b"somebody's own")
    named = path.format(absolute=victim) if isinstance(path, str) else path
    manifest = tmp_path / "dist/manifest.json"
    written = json.loads(manifest.read_text("utf-8"))
    written["products"].append({**written["products"][0], "path": named})
    manifest.write_text(json.dumps(written), "utf-8")
    _publish(tmp_path / "dist", "print.pdf", whole="print")
    assert victim.read_bytes() == b"the book"
    assert (tmp_path / "dist/folder/note.txt").read_bytes() == b"somebody's own"
    assert sorted(dist.read_manifest(tmp_path / "dist").entries) == ["print.pdf"]
