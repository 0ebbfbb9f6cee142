"""Temporary files: one folder for each command, which goes when the command ends; the next one clears what a kill has left."""

from __future__ import annotations

import fcntl
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

_PREFIX = "kursbuch-"
_LOCK = ".lock"


@contextmanager
def temporary_folder(fallback: Path) -> Iterator[Path | None]:
    """Give a folder for temporary files, to which ``tempfile`` keeps as well; None where the machine has no room for one.

    It is in the temporary folder of the system, or below ``fallback`` where that is full or closed.
    """
    before = tempfile.tempdir
    folder, lock = None, -1
    for parent in (_of_system, lambda: fallback):
        with suppress(OSError):
            folder, lock = _made(parent())
            break
    tempfile.tempdir = str(folder) if folder else before
    try:
        yield folder
    finally:
        tempfile.tempdir = before
        if folder is not None:
            shutil.rmtree(folder, ignore_errors=True)
            os.close(lock)


def _of_system() -> Path:
    return Path(tempfile.gettempdir())


def _made(parent: Path) -> tuple[Path, int]:
    parent.mkdir(parents=True, exist_ok=True)
    _clear(parent)
    folder = Path(tempfile.mkdtemp(prefix=_PREFIX, dir=parent))
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
            if left.is_symlink() or left.stat().st_uid != os.getuid():
                continue
            lock = os.open(left / _LOCK, os.O_RDWR | os.O_NOFOLLOW | os.O_NONBLOCK)
            try:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
                shutil.rmtree(left)
            finally:
                os.close(lock)
