"""What is kept is whole or as good as none, has a limit, and never stops anybody."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from kursbuch_press.disk.cache import Cache, forget


def test_what_is_kept_comes_back_under_its_key_and_no_other(tmp_path: Path) -> None:
    cache = Cache(tmp_path / "new" / "folder", "press 1")
    key = cache.key("a", b"b")
    assert cache.get(key) is None
    cache.put(key, b"content")
    assert cache.get(key) == b"content"
    assert len({key, cache.key("ab"), cache.key("a", "b", ""), Cache(cache.folder, "press 2").key("a", b"b")}) == 4


@pytest.mark.parametrize("damage", ["cut", "changed", "empty", "other", "link", "pipe", "folder"])
def test_a_damaged_or_foreign_entry_is_none_and_is_made_anew(tmp_path: Path, damage: str) -> None:
    cache = Cache(tmp_path / "cache")
    key = cache.key("a")
    cache.put(key, b"content")
    entry = cache.folder / key
    whole = entry.read_bytes()
    if damage == "other":
        cache.put(cache.key("b"), b"something else")
        (cache.folder / cache.key("b")).replace(entry)
    elif damage in {"cut", "changed", "empty"}:
        entry.write_bytes({"cut": whole[:-1], "changed": whole[:-1] + b"!", "empty": b""}[damage])
    else:
        entry.unlink()
        (tmp_path / "outside").write_bytes(whole)
        match damage:
            case "link":
                entry.symlink_to(tmp_path / "outside")
            case "pipe":
                os.mkfifo(entry)
            case _:
                entry.mkdir()
    assert cache.get(key) is None
    cache.put(key, b"new")
    assert cache.get(key) == (None if damage == "folder" else b"new")
    assert [path.name for path in cache.folder.iterdir()] == [key]


@pytest.mark.parametrize("folder", ["/proc/nowhere", "a file"])
def test_a_folder_that_takes_nothing_stops_nobody(tmp_path: Path, folder: str) -> None:
    (tmp_path / "a file").write_bytes(b"")
    cache = Cache(tmp_path / folder)
    cache.put(cache.key("a"), b"content")
    assert cache.get(cache.key("a")) is None
    forget([cache.folder], 0)


def test_the_oldest_is_forgotten_and_what_was_used_stays(tmp_path: Path) -> None:
    cache = Cache(tmp_path)
    keys = [cache.key(name) for name in "abcd"]
    for age, key in enumerate(keys):
        cache.put(key, b"x" * 936)  # 1000 bytes with the digest
        os.utime(tmp_path / key, (age, age))
    (tmp_path / ".half.4711").write_bytes(b"of a command that was killed")
    assert cache.get(keys[0]) is not None
    forget([tmp_path], 2500)
    assert {path.name for path in tmp_path.iterdir()} == {keys[0], keys[3]}
