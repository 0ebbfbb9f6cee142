"""dist/: files are whole or not there, and a book with mistakes leaves it alone."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from kursbuch_press.press import dist
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


def test_the_manifest_lists_what_is_there(tmp_path: Path) -> None:
    dist.put(tmp_path, "b.pdf", b"b")
    about = dist.Entry("", "print", 2, 0, "", {"sources/x.yaml": "0"}, {"technisch_druckfertig": True})
    entries = [dist.entry(name, b"b", about) for name in ("b.pdf", "gone.pdf")]
    dist.write_manifest(tmp_path, {"id": "probe"}, entries)
    (listed,) = json.loads((tmp_path / "manifest.json").read_text("utf-8"))["products"]
    assert (listed["path"], listed["pages"], listed["size"]) == ("b.pdf", 2, 1)
    assert listed["sha256"] == "3e23e8160039594a33894f6564e1b1348bbd7a0088d42c4acb73eeaed59c009d"
    assert dist.read_manifest(tmp_path) == {"b.pdf": entries[0]}


@pytest.mark.parametrize("text", ["", "{", "[]", '{"products": [{"path": 1}]}'])
def test_a_broken_manifest_counts_as_none(tmp_path: Path, text: str) -> None:
    (tmp_path / "manifest.json").write_text(text, "utf-8")
    assert dist.read_manifest(tmp_path) == {}
