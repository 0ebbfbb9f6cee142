"""A file is written aside and gets its name when it is whole; what a killed process wrote aside goes with the next writing."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

from kursbuch_press.disk.changing import write_new


def is_at_work(process: str) -> bool:
    """Whether a process with a number, as it stands in a name, is there; what is no number is somebody's own matter."""
    if not process.isdecimal():
        return True
    try:
        os.kill(int(process), 0)
    except (ProcessLookupError, OverflowError):
        return False
    except PermissionError:
        pass  # somebody else's
    return True


def replace_file(path: Path, content: bytes) -> None:
    """Put a file into its folder, whole; raises OSError and leaves nothing. Readers see the old one or the new one."""
    aside = path.with_name(f".{path.name}.{os.getpid()}")
    path.parent.mkdir(parents=True, exist_ok=True)
    _clear(path)
    aside.unlink(missing_ok=True)
    try:
        write_new(aside, content)
        aside.replace(path)
    except OSError:
        with suppress(OSError):
            aside.unlink(missing_ok=True)
        raise


def _clear(path: Path) -> None:
    with suppress(OSError):
        for left in path.parent.glob(f".{path.name}.*"):
            if not is_at_work(left.name.rpartition(".")[2]):
                left.unlink(missing_ok=True)
