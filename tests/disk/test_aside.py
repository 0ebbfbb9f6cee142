"""A file that is written aside is the old one or the new one, and nothing of a killed writer stays."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from kursbuch_press.disk.aside import replace_file
from tests.disk.faults import Fault, with_fault


def test_killed_at_any_step_the_next_writing_is_right_and_alone(tmp_path: Path) -> None:
    _, steps = with_fault(Fault(0, ""), lambda: replace_file(tmp_path / "counted", b"new"))
    assert steps > 5
    for step in range(1, steps + 1):
        folder = tmp_path / str(step)
        replace_file(folder / "fonts.conf", b"old")
        with_fault(Fault(step, "killed before"), lambda folder=folder: replace_file(folder / "fonts.conf", b"new"))  # type: ignore[misc]
        assert (folder / "fonts.conf").read_bytes() in (b"old", b"new")
        replace_file(folder / "fonts.conf", b"new")
        assert [(path.name, path.read_bytes()) for path in folder.iterdir()] == [("fonts.conf", b"new")]


def test_what_somebody_else_writes_just_now_stays(tmp_path: Path) -> None:
    writing = tmp_path / f".fonts.conf.{os.getppid()}"
    foreign = tmp_path / ".fonts.conf.swp"
    for path in (writing, foreign):
        path.write_bytes(b"half")
    replace_file(tmp_path / "fonts.conf", b"new")
    assert writing.exists()
    assert foreign.exists()


@pytest.mark.parametrize("call", ["write", "fsync"])
def test_a_full_drive_leaves_the_old_file_and_nothing_else(tmp_path: Path, call: str, monkeypatch: pytest.MonkeyPatch) -> None:
    replace_file(tmp_path / "fonts.conf", b"old")

    def refused(*_: object) -> int:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, call, refused)
    with pytest.raises(OSError, match="No space"):
        replace_file(tmp_path / "fonts.conf", b"new")
    assert [(path.name, path.read_bytes()) for path in tmp_path.iterdir()] == [("fonts.conf", b"old")]
