"""What a drive does not give is never taken for missing: a sentence names it, and nothing is made from half of the files."""

from __future__ import annotations

import builtins
import errno
import io
import os
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from kursbuch_press.disk.looking import files_below, files_in, is_regular, is_there, names_in
from kursbuch_press.disk.recording import ABSENT, UNREADABLE, found_now, recording
from kursbuch_press.disk.recording import files_below as recorded_below
from kursbuch_press.press import machine
from kursbuch_press.press.dist import MANIFEST, read_manifest
from kursbuch_press.press.forgetting import _files
from kursbuch_press.press.sent import FOLDER, draft_ids
from kursbuch_press.problems import PressError
from kursbuch_press.sources import read_book
from tests.shipped import PROJECT

Look = Callable[[Path], object]


@pytest.fixture
def broken(monkeypatch: pytest.MonkeyPatch) -> Callable[[Path], None]:
    """Let the drive fail below a path: whatever lists, asks or opens there gets an error of the system."""

    def break_below(path: Path, number: int = errno.EIO) -> None:
        def failing(call: Callable[..., Any]) -> Callable[..., Any]:
            def wrapped(where: Any = ".", *rest: Any, **named: Any) -> Any:  # noqa: ANN401 - as the call has them
                if not isinstance(where, int) and Path(os.fsdecode(where)).is_relative_to(path):
                    raise OSError(number, os.strerror(number), os.fspath(where))
                return call(where, *rest, **named)

            return wrapped

        for name in ("listdir", "scandir", "stat", "lstat", "open"):
            monkeypatch.setattr(os, name, failing(getattr(os, name)))
        monkeypatch.setattr(io, "open", failing(io.open))
        monkeypatch.setattr(builtins, "open", failing(builtins.open))

    return break_below


LOOKS: dict[str, Look] = {
    "names": names_in,
    "files": lambda path: files_in(path, ".yaml"),
    "below": files_below,
    "recorded": lambda path: recorded_below(path, ".yaml"),
    "regular": is_regular,
    "there": is_there,
    "forget": lambda path: _files(path.parent),
    "drafts": lambda path: draft_ids(path.parent),
}


@pytest.mark.parametrize("look", LOOKS)
@pytest.mark.parametrize("number", [errno.EIO, errno.EACCES, errno.ESTALE, errno.EMFILE])
def test_what_cannot_be_read_is_a_sentence(tmp_path: Path, look: str, number: int, broken: Callable[..., None]) -> None:
    folder = tmp_path / FOLDER
    folder.mkdir()
    (folder / "a.yaml").write_bytes(b"")
    LOOKS[look](folder)
    broken(folder, number)
    with pytest.raises(PressError, match=r"„.*drafts.*“ kann nicht gelesen werden: [A-ZÄÖÜ]") as told:
        LOOKS[look](folder)
    assert told.value.exit_code == 3


@pytest.mark.parametrize("name", ["nowhere", "a file/below", "circle/x", "x" * 300, "\0"])
def test_what_is_not_there_is_none(tmp_path: Path, name: str) -> None:
    (tmp_path / "a file").write_bytes(b"")
    (tmp_path / "circle").symlink_to("circle")
    path = tmp_path / name
    assert (is_there(path), is_regular(path)) == (False, False)
    assert (names_in(path) if "\0" not in name else [], files_below(tmp_path / "nowhere")) == ([], [])


@pytest.mark.parametrize("part", ["chapters", "chapters/kapitel.yaml", "kursbuch.yaml", "glossary.yaml", "pictures"])
def test_a_drive_that_fails_while_the_book_is_read_is_no_missing_file(
    tmp_path: Path, part: str, broken: Callable[..., None]
) -> None:
    shutil.copytree(PROJECT / "tests/sources/base", tmp_path / "sources")
    with (tmp_path / "sources/chapters/kapitel.yaml").open("a", encoding="utf-8") as chapter:
        chapter.write(
            "\n  - id: bild\n    kind: figure\n    picture: karte.svg\n    caption: Eine Karte\n    alt: Eine Karte\n"
        )
    assert (tmp_path / "sources" / part).exists()
    assert read_book(tmp_path).book is not None
    broken(tmp_path / "sources" / part)
    with pytest.raises(PressError, match="Der Datenträger meldet einen Fehler"):
        read_book(tmp_path)


def test_what_was_read_and_cannot_be_read_today_is_another_thing_than_nothing(
    tmp_path: Path, broken: Callable[..., None]
) -> None:
    (tmp_path / "a.css").write_bytes(b"")
    with recording() as inputs:
        recorded_below(tmp_path, ".css")
    assert (found_now(str(tmp_path / "b.css")), found_now(str(tmp_path / "a.css"))) != (ABSENT, ABSENT)
    broken(tmp_path)
    (looked_for,) = inputs
    assert found_now(looked_for) == found_now(str(tmp_path / "a.css")) == UNREADABLE


def test_a_manifest_that_the_drive_does_not_give_is_no_empty_one(tmp_path: Path, broken: Callable[..., None]) -> None:
    assert not read_manifest(tmp_path).entries
    (tmp_path / MANIFEST).write_text("{}", "utf-8")
    assert not read_manifest(tmp_path).entries
    broken(tmp_path / MANIFEST)
    with pytest.raises(PressError, match=MANIFEST):
        read_manifest(tmp_path)


def test_a_press_that_cannot_be_read_is_no_other_press(broken: Callable[..., None]) -> None:
    broken(PROJECT / "kursbuch_press/press/dist.py")
    with pytest.raises(PressError, match=r"dist\.py"):
        dict(machine._parts())  # noqa: SLF001 - press() is looked up once for all tests
