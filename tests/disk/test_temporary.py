"""Temporary folders: one for each command, in the first place that takes it; what dead commands left goes, and nothing else."""

from __future__ import annotations

import errno
import os
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from kursbuch_press.disk.temporary import temporary_folder

OLD = time.time() - 3600


@pytest.fixture(autouse=True)
def system(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give the temporary folder of a system of our own."""
    folder = tmp_path / "system"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", None)
    monkeypatch.setenv("TMPDIR", str(folder))
    return folder


def _dead() -> int:
    child = os.fork()
    if not child:
        os._exit(0)
    os.waitpid(child, 0)
    return child


def _folder(path: Path, *, locked: bool, old: bool) -> Path:
    path.mkdir()
    if locked:
        (path / ".lock").write_bytes(b"\n")
    if old:
        os.utime(path, (OLD, OLD))
    return path


@pytest.mark.parametrize("locked", [True, False])
def test_what_a_dead_command_left_goes_at_once(system: Path, tmp_path: Path, *, locked: bool) -> None:
    left = _folder(system / f"kursbuch-{_dead()}-abc", locked=locked, old=False)
    with temporary_folder(tmp_path / "other"):
        assert not left.exists()


@pytest.mark.parametrize("locked", [True, False])
def test_who_is_about_to_begin_is_left_alone(system: Path, tmp_path: Path, *, locked: bool) -> None:
    beginning = _folder(system / f"kursbuch-{os.getpid()}-abc", locked=locked, old=False)
    with temporary_folder(tmp_path / "other"):
        assert beginning.exists()
    os.utime(beginning, (OLD, OLD))
    with temporary_folder(tmp_path / "other"):
        assert not beginning.exists(), "nobody takes an hour to begin: the number is another's by now"


def test_what_is_not_ours_stays(system: Path, tmp_path: Path) -> None:
    outside = _folder(tmp_path / "outside", locked=True, old=True)
    (system / "kursbuch-link").symlink_to(outside)
    (system / "kursbuch-file").write_bytes(b"")
    filled = _folder(system / "kursbuch-notes", locked=False, old=True)
    (filled / "note").write_bytes(b"somebody's own")
    with temporary_folder(tmp_path / "other"):
        assert {path.name for path in system.iterdir()} >= {"kursbuch-link", "kursbuch-file", "kursbuch-notes"}
    assert (outside / ".lock").exists()
    assert (filled / "note").exists()


def _refusing(name: str, number: int, below: Path) -> Callable[..., object]:
    call = getattr(os, name)

    def refused(what: object, *rest: object, **named: object) -> object:
        path = Path(f"/proc/self/fd/{what}").readlink() if isinstance(what, int) else Path(str(what))
        reads = name == "open" and not int(str(rest[0])) & os.O_CREAT
        if path.is_relative_to(below) and not reads:
            raise OSError(number, os.strerror(number), str(path))
        return call(what, *rest, **named)

    return refused


@pytest.mark.parametrize("call", ["mkdir", "open", "write"])
def test_a_place_that_is_full_or_closed_is_passed_over_and_nothing_stays_there(
    system: Path, tmp_path: Path, call: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as faulty:
        faulty.setattr(tempfile, "tempdir", str(system))
        faulty.setattr(os, call, _refusing(call, errno.ENOSPC, system))
        with temporary_folder(tmp_path / "other") as folder:
            assert folder is not None
            assert folder.parent == tmp_path / "other"
    assert list(system.iterdir()) == []
    assert list((tmp_path / "other").iterdir()) == []


def test_no_place_at_all_is_no_folder_and_no_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tempfile, "tempdir", "/proc/nowhere")
    with temporary_folder(Path("/proc/elsewhere")) as folder:
        assert folder is None
    assert tempfile.tempdir == "/proc/nowhere"
    del tmp_path


def test_two_commands_have_a_folder_each(system: Path, tmp_path: Path) -> None:
    with temporary_folder(tmp_path / "other") as one, temporary_folder(tmp_path / "other") as two:
        assert one is not None
        assert two is not None
        assert one != two
        assert one.exists()
    assert list(system.iterdir()) == []
