"""A folder changes as a whole or not at all: killed, full, or with something in the way; nothing outside it is ever touched."""

from __future__ import annotations

import json
import os
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from kursbuch_press.disk import swapping
from kursbuch_press.disk.changing import CHANGE, change_files, locked, write_new
from kursbuch_press.disk.swapping import forget_swap, swap_folder
from kursbuch_press.problems import PressError
from tests.disk.faults import Fault, with_fault

OLD = {"a.pdf": b"old a", "word/b.docx": b"old b", "print/gone.pdf": b"old c", "note.txt": b"somebody's own"}
NEW = {"a.pdf": b"new a", "word/b.docx": b"new b", "neu/tief/d.pdf": b"new d"}
GONE = ("print/gone.pdf", "never/there.pdf")
AFTER = {"a.pdf": b"new a", "word/b.docx": b"new b", "neu/tief/d.pdf": b"new d", "note.txt": b"somebody's own"}

Change = Callable[[Path], None]


def by_journal(folder: Path) -> None:
    change_files(folder, NEW, GONE)


def by_swap(folder: Path) -> None:
    with locked(folder):
        forget_swap(folder)
        swap_folder(folder, NEW, GONE)


def recover(folder: Path) -> None:
    """What the next command does before it changes anything."""
    with locked(folder):
        forget_swap(folder)


def _filled(folder: Path) -> Path:
    for path, content in OLD.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(content)
    return folder


def _files(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return _filled(tmp_path / "dist")


@pytest.mark.parametrize("change", [by_journal, by_swap])
def test_all_files_are_new_and_nothing_is_left_beside_them(folder: Path, change: Change) -> None:
    change(folder)
    assert _files(folder) == AFTER
    assert [path.name for path in folder.parent.iterdir()] == ["dist"]


@pytest.mark.parametrize("change", [by_journal, by_swap])
@pytest.mark.parametrize("kind", ["killed before", "killed after", "full"])
def test_every_step_may_be_the_last_one(change: Change, kind: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "fsync", int)  # the power stays on, and a thousand of them take a minute
    _, steps = with_fault(Fault(0, ""), lambda: change(_filled(tmp_path / "counted" / "dist")))
    assert steps > 40, "the calls are counted"
    for step in range(1, steps + 1):
        folder = _filled(tmp_path / str(step) / "dist")
        ended_well, _ = with_fault(Fault(step, kind), lambda folder=folder: change(folder))  # type: ignore[misc]
        if change is by_swap or kind == "full":
            assert _without_change(folder) in (OLD, AFTER), f"half a set at step {step}"
        recover(folder)
        assert _files(folder) in (OLD, AFTER), f"half a set after step {step}"
        assert not ended_well or _files(folder) == AFTER or kind == "killed before"
        assert [path.name for path in folder.parent.iterdir()] == ["dist"], f"something is left after step {step}"
        change(folder)
        assert _files(folder) == AFTER


def _without_change(folder: Path) -> dict[str, bytes]:
    return {path: content for path, content in _files(folder).items() if not path.startswith(f"{CHANGE}/")}


def test_a_drive_that_cannot_exchange_folders_is_changed_by_journal(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def cannot(one: Path, other: Path) -> None:
        del one, other
        raise swapping._CannotSwapError  # noqa: SLF001 - as the drive says it

    monkeypatch.setattr(swapping, "_exchange", cannot)
    by_swap(folder)
    assert _files(folder) == AFTER
    assert [path.name for path in folder.parent.iterdir()] == ["dist"]


@pytest.mark.parametrize("change", [by_journal, by_swap])
@pytest.mark.parametrize("path", ["../outside", "/tmp/outside", "a/../../outside", "", ".", f"{CHANGE}/journal.json", "a\0b"])  # noqa: S108
def test_a_path_that_leads_out_is_refused_and_never_taken_away(folder: Path, change: Change, path: str) -> None:
    outside = folder.parent / "outside"
    outside.write_bytes(b"kept")
    with pytest.raises((PressError, ValueError)):
        change_files(folder, {"a.pdf": b"new", path: b"written"})
    if "\0" not in path:
        change_files(folder, {}, [path])
        with locked(folder):
            swap_folder(folder, {}, [path])
    assert outside.read_bytes() == b"kept"
    assert _files(folder) == OLD
    del change


@pytest.mark.parametrize("change", [by_journal, by_swap])
def test_links_and_pipes_under_the_names_of_files_are_replaced_and_not_followed(folder: Path, change: Change) -> None:
    outside = folder.parent / "outside"
    outside.mkdir()
    (outside / "victim").write_bytes(b"kept")
    (folder / "a.pdf").unlink()
    (folder / "a.pdf").symlink_to(outside / "victim")
    (folder / "word/b.docx").unlink()
    os.mkfifo(folder / "word/b.docx")
    (folder / CHANGE).symlink_to(outside)
    change(folder)
    assert (outside / "victim").read_bytes() == b"kept"
    assert _files(folder) == AFTER
    assert not (folder / "a.pdf").is_symlink()


@pytest.mark.parametrize("change", [by_journal, by_swap])
def test_a_folder_that_is_a_link_is_not_written_through(folder: Path, change: Change) -> None:
    outside = folder.parent / "outside"
    outside.mkdir()
    (folder / "neu").symlink_to(outside)
    with pytest.raises(PressError, match=r"neu/tief/d\.pdf.*Verknüpfung"):
        change(folder)
    assert list(outside.iterdir()) == []
    assert (folder / "a.pdf").read_bytes() == b"old a"


@pytest.mark.parametrize("change", [by_journal, by_swap])
@pytest.mark.parametrize("obstacle", ["a.pdf", "neu"])
def test_what_is_in_the_way_is_a_sentence_and_everything_stays(folder: Path, change: Change, obstacle: str) -> None:
    if obstacle == "neu":
        (folder / "neu").write_bytes(b"a file where a folder is to be")
    else:
        (folder / "a.pdf").unlink()
        (folder / "a.pdf").mkdir()
    before = _files(folder)
    with pytest.raises(PressError, match="liegt ein"):
        change(folder)
    assert _files(folder) == before
    assert [path.name for path in folder.parent.iterdir()] == ["dist"]


@pytest.mark.parametrize(
    "journal",
    [
        [["../outside", "", ""]],
        [["a.pdf", "0", "0" * 64]],
        [["a.pdf", "../../outside", ""]],
        "nonsense",
        [[1, 2, 3, 4]],
        {"a": 1},
    ],
)
def test_a_journal_that_nobody_of_us_wrote_moves_nothing(folder: Path, journal: object) -> None:
    outside = folder.parent / "outside"
    outside.write_bytes(b"kept")
    (folder / CHANGE).mkdir()
    (folder / CHANGE / "0").write_bytes(b"half a fi")
    (folder / CHANGE / "journal.json").write_text(json.dumps(journal), "utf-8")
    recover(folder)
    assert outside.read_bytes() == b"kept"
    assert _files(folder) == OLD


def test_two_who_change_a_folder_at_once_wait_for_each_other(folder: Path) -> None:
    def add(name: str) -> None:
        for number in range(8):
            with locked(folder):
                count = int((folder / "count").read_text("utf-8")) if (folder / "count").exists() else 0
                swap_folder(folder, {"count": str(count + 1).encode(), f"{name}{number}": b""})

    workers = [threading.Thread(target=add, args=(name,)) for name in "xyz"]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    assert (folder / "count").read_text("utf-8") == "24"
    assert len(_files(folder)) == len(OLD) + 1 + 24


def test_any_command_settles_what_a_killed_one_has_left(folder: Path) -> None:
    for change in (by_journal, by_swap):
        with_fault(Fault(45, "killed before"), lambda change=change: change(folder))  # type: ignore[misc]
    assert (folder / CHANGE).exists() or list(folder.parent.glob(".dist.change-*"))
    swapping.settle(folder, folder.parent / "never there")
    assert _files(folder) in (OLD, AFTER)
    assert [path.name for path in folder.parent.iterdir()] == ["dist"]


def test_a_new_file_takes_the_place_of_nothing_and_follows_no_link(tmp_path: Path) -> None:
    (tmp_path / "outside").write_bytes(b"old")
    (tmp_path / "link").symlink_to("outside")
    (tmp_path / "loose").symlink_to("nowhere")
    for name in ("link", "loose", "outside"):
        with pytest.raises(FileExistsError):
            write_new(tmp_path / name, b"new")
    assert (tmp_path / "outside").read_bytes() == b"old"
    assert not (tmp_path / "nowhere").exists()
