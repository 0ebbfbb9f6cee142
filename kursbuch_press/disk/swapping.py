"""Exchanging a folder for a changed one in a single step of the system: there is no moment at which half of it is new.

The changed folder is prepared beside the old one. What stays in it is the same file under a second name, which costs nothing.
Where a drive or a system cannot do that, the folder is changed file by file with a journal (``changing``).
"""

from __future__ import annotations

import ctypes
import errno
import os
import shutil
import sys
from collections.abc import Iterable, Mapping
from contextlib import suppress
from pathlib import Path, PurePosixPath
from tempfile import mkdtemp

from kursbuch_press.disk.changing import CHANGE, can_go, change_locked, checked_path, locked, not_writable, write_new
from kursbuch_press.problems import PressError

_NEW = "new"
_HERE = -100  # AT_FDCWD: paths are taken as they are
_LINUX_EXCHANGE = 2  # RENAME_EXCHANGE of renameat2(2)
_MAC_SWAP = 2  # RENAME_SWAP of renamex_np(2)
_IMPOSSIBLE = {errno.EINVAL, errno.ENOSYS, errno.EXDEV, errno.EPERM, errno.EACCES, errno.EMLINK, errno.EROFS, errno.ENOTSUP}


class _CannotSwapError(Exception):
    """This drive or system knows no second names, or cannot exchange two folders."""


def swap_folder(folder: Path, new: Mapping[str, bytes], gone: Iterable[str] = ()) -> None:
    """Change a locked folder as ``change_locked`` does, but so that a reader sees all old files or all new ones."""
    try:
        _swap(folder, new, set(gone) - set(new))
    except _CannotSwapError:
        change_locked(folder, new, gone)


def settle(*folders: Path) -> None:
    """Complete or take back what a killed command has left of its changes to folders; where nothing is left, do nothing."""
    for folder in folders:
        left = (folder / CHANGE).exists() or any(folder.parent.glob(f"{_staging(folder)}*"))
        if left and folder.is_dir():
            with suppress(PressError), locked(folder):  # a folder that cannot be written to is the next writer's concern
                forget_swap(folder)


def forget_swap(folder: Path) -> None:
    """Take away what a killed swap has left beside a folder: the folder itself is whole, the old one or the new one."""
    for staging in folder.parent.glob(f"{_staging(folder)}*"):
        with suppress(OSError):  # what cannot be taken away is in nobody's way
            if staging.is_symlink() or not staging.is_dir():
                staging.unlink()
            else:
                shutil.rmtree(staging)


def _staging(folder: Path) -> str:
    return f".{folder.name}{CHANGE}-"


def _swap(folder: Path, new: Mapping[str, bytes], gone: set[str]) -> None:
    if folder.is_symlink():
        raise _CannotSwapError
    try:
        staging = Path(mkdtemp(prefix=_staging(folder), dir=folder.parent))
    except OSError as error:
        raise _CannotSwapError from error
    path = ""
    try:
        for path in new:
            checked_path(path)
        _copy(folder, staging / _NEW, (set(new), {path for path in gone if can_go(path)}))
        for path, content in new.items():
            _make_parents(staging / _NEW, path)
            write_new(staging / _NEW / path, content)
        for each in (staging / _NEW, *(staging / _NEW).rglob("*/")):
            _sync(each)
        path = ""
        _exchange(staging / _NEW, folder)
        _sync(folder.parent)
    except OSError as error:
        raise not_writable(folder / path, error) from error
    finally:
        with suppress(OSError):
            shutil.rmtree(staging)


def _copy(old: Path, copy: Path, without: tuple[set[str], set[str]]) -> None:
    """Give every file of a folder a second name in a copy of it, but for those that are ``without``: replaced, or gone.

    Links and other things are taken along as they are.
    """
    copy.mkdir()
    shutil.copymode(old, copy)
    for entry in sorted(os.scandir(old), key=lambda entry: entry.name):
        replaced, gone = ({_below(path) for path in paths if _first(path) == entry.name} for paths in without)
        if entry.is_dir(follow_symlinks=False):
            if "" in replaced:
                raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
            _copy(Path(entry.path), copy / entry.name, (replaced, gone))
        elif replaced - {""}:
            raise NotADirectoryError(errno.ENOTDIR, os.strerror(errno.ENOTDIR))
        elif not replaced and "" not in gone and entry.name != CHANGE:
            _link(entry.path, copy / entry.name)


def _first(path: str) -> str:
    return path.partition("/")[0]


def _below(path: str) -> str:
    return path.partition("/")[2]


def _link(old: str, new: Path) -> None:
    try:
        os.link(old, new, follow_symlinks=False)
    except OSError as error:
        if error.errno in _IMPOSSIBLE:
            raise _CannotSwapError from error
        raise


def _make_parents(root: Path, path: str) -> None:
    """Make the folders of a file one after the other; none of them is a link, since the whole tree is new."""
    for parent in reversed(PurePosixPath(path).parents[:-1]):
        with suppress(FileExistsError):
            (root / parent).mkdir()


def _exchange(one: Path, other: Path) -> None:
    libc = ctypes.CDLL(None, use_errno=True)
    names = os.fsencode(one), os.fsencode(other)
    try:
        if sys.platform == "darwin":
            code = libc.renamex_np(*names, _MAC_SWAP)
        else:
            code = libc.renameat2(_HERE, names[0], _HERE, names[1], _LINUX_EXCHANGE)
    except AttributeError as error:
        raise _CannotSwapError from error
    if code:
        number = ctypes.get_errno()
        if number in _IMPOSSIBLE:
            raise _CannotSwapError
        raise OSError(number, os.strerror(number))


def _sync(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
