"""Looking what is there: an answer, or a sentence about the drive that gives none. What cannot be read is never called missing.

Python's own ``is_file``, ``glob`` and ``rglob`` pass over what the system refuses, each version over something else.
"""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Iterator
from pathlib import Path

from kursbuch_press.disk import wording
from kursbuch_press.problems import PressError

NOT_THERE = {errno.ENOENT, errno.ENOTDIR, errno.ELOOP, errno.ENAMETOOLONG, errno.EINVAL}
"""How the system says that a name leads to nothing: in no folder, through a file, round in a circle, or no name at all."""


def not_readable(path: str | Path, error: OSError) -> PressError:
    """Say in a sentence what could not be read and why."""
    return PressError(wording.NOT_READABLE.format(path=os.fsdecode(path), reason=wording.reason(error)))


def is_regular(path: Path) -> bool:
    """Whether there is a file, also through a link; raises PressError where the system does not say."""
    status = _status(path)
    return status is not None and stat.S_ISREG(status.st_mode)


def is_there(path: Path) -> bool:
    """Whether there is anything, also through a link; raises PressError where the system does not say."""
    return _status(path) is not None


def names_in(folder: Path) -> list[str]:
    """Give the names in a folder, sorted; none if there is no such folder; raises PressError for one that cannot be read."""
    try:
        return sorted(os.listdir(folder))  # noqa: PTH208 - names are what is wanted
    except OSError as error:
        if error.errno in NOT_THERE:
            return []
        raise not_readable(folder, error) from error


def files_in(folder: Path, ending: str) -> list[Path]:
    """Give the files of a folder that have an ending, sorted; hidden ones are somebody else's."""
    return [folder / name for name in names_in(folder) if name.endswith(ending) and not name.startswith(".")]


def files_below(folder: Path) -> list[Path]:
    """Give all files in a folder and in its folders, in the order of their paths; links to folders are not followed."""
    return [Path(path) for path in paths_below(os.fspath(folder))]


def paths_below(folder: str) -> list[str]:
    """Give the same as strings, which is quicker where there are hundreds."""
    return sorted(_below(folder), key=_parts)


def _parts(path: str) -> list[str]:
    return path.split(os.sep)  # noqa: PTH206 - Path takes ten times as long


def _below(folder: str) -> Iterator[str]:
    try:
        with os.scandir(folder) as entries:
            found = list(entries)
    except OSError as error:
        _refuse(error)
        return
    for entry in found:
        if entry.is_dir(follow_symlinks=False):
            yield from _below(entry.path)
        elif _is_file(entry):
            yield entry.path


def _is_file(entry: os.DirEntry[str]) -> bool:
    """Whether there is a file, also through a link; raises PressError where the system does not say."""
    try:
        return entry.is_file()
    except OSError as error:
        if error.errno in NOT_THERE:
            return False
        raise not_readable(entry.path, error) from error


def _refuse(error: OSError) -> None:
    """Go on where nothing is: a folder may go away while others are looked through."""
    if error.errno in NOT_THERE:
        return
    raise not_readable(error.filename or "", error) from error


def _status(path: Path) -> os.stat_result | None:
    try:
        return path.stat()
    except ValueError:  # a zero byte
        return None
    except OSError as error:
        if error.errno in NOT_THERE:
            return None
        raise not_readable(path, error) from error
