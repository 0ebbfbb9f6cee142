"""Temporary files: one folder for each command, which goes when the command ends; the next one clears what a kill has left."""

from __future__ import annotations

import fcntl
import os
import shutil
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from kursbuch_press.disk.aside import is_at_work

_PREFIX = "kursbuch-"
_LOCK = ".lock"
_BEGINNING = 60.0
"""Seconds after which a folder without a lock is nobody's who has just begun."""


@contextmanager
def temporary_folder(fallback: Path) -> Iterator[Path | None]:
    """Give a folder for temporary files, to which ``tempfile`` keeps as well; None where the machine has no room for one.

    It is in the temporary folder of the system, or below ``fallback`` where that is full or closed.
    """
    before = tempfile.tempdir
    folder, lock = None, -1
    for parent in (*_of_system(), fallback):
        with suppress(OSError):
            folder, lock = _made(parent)
            break
    tempfile.tempdir = str(folder) if folder else before
    try:
        yield folder
    finally:
        tempfile.tempdir = before
        if folder is not None:
            shutil.rmtree(folder, ignore_errors=True)
            os.close(lock)


def _of_system() -> Iterator[Path]:
    """Give the temporary folders of the system; ``tempfile`` would try them with files, which a kill leaves there."""
    if tempfile.tempdir is not None:
        yield Path(tempfile.tempdir)
        return
    yield from (Path(named) for name in ("TMPDIR", "TEMP", "TMP") if (named := os.environ.get(name)))
    yield from (Path("/tmp"), Path("/var/tmp"))  # noqa: S108 - where the system wants them; the folder in it is our own


def _made(parent: Path) -> tuple[Path, int]:
    if not parent.is_dir():
        parent.mkdir(parents=True, exist_ok=True)
    _clear(parent)
    folder = Path(tempfile.mkdtemp(prefix=f"{_PREFIX}{os.getpid()}-", dir=parent))
    try:
        lock = os.open(folder / _LOCK, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600)
        os.write(lock, b"\n")  # a drive may be so full that it holds names, but nothing in them
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        shutil.rmtree(folder, ignore_errors=True)
        raise
    return folder, lock


def _clear(parent: Path) -> None:
    """Take away folders of commands that are no longer there: nobody holds their lock."""
    for left in parent.glob(f"{_PREFIX}*"):
        with suppress(OSError):
            if left.is_symlink() or left.stat().st_uid != os.getuid() or _begins(left):
                continue
            if not any(left.iterdir()):
                left.rmdir()  # killed before it had its lock
                continue
            lock = os.open(left / _LOCK, os.O_RDWR | os.O_NOFOLLOW | os.O_NONBLOCK)
            try:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
                shutil.rmtree(left)
            finally:
                os.close(lock)


def _begins(folder: Path) -> bool:
    """Whether somebody may be about to lock a folder: it is new, and who made it, as its name says, is still at work."""
    if folder.stat().st_mtime < time.time() - _BEGINNING:
        return False
    owner = folder.name.removeprefix(_PREFIX).partition("-")[0]
    return is_at_work(owner)
