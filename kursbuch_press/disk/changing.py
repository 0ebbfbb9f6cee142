"""Changing a folder as a whole: all of a set of files are new, or all are as they were, whatever happens in between.

The new files are written into a folder of their own first, ``.change``, each new and exclusive, so that nothing is written
through a link. A journal says what goes where; from the moment it is there the change counts as made, and whoever comes next
completes it. A change that the system refuses halfway is taken back.
"""

from __future__ import annotations

import errno
import fcntl
import hashlib
import json
import os
import shutil
import signal
import stat
from collections.abc import Iterable, Iterator, Mapping
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from kursbuch_press.disk import wording
from kursbuch_press.problems import PressError

CHANGE = ".change"
"""The folder, below the one that is changed, in which a change is prepared."""

JOURNAL = "journal.json"
_PATIENT = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
_FOLDER = os.O_RDONLY | os.O_DIRECTORY
_NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW


def change_files(folder: Path, new: Mapping[str, bytes], gone: Iterable[str] = ()) -> None:
    """Put files into a folder, by their paths in it, and take others away, all at once; raises PressError and changes nothing.

    The folder is made if it is not there. A path that leads out of it, also by a link, is refused.
    """
    with locked(folder):
        change_locked(folder, new, gone)


def change_locked(folder: Path, new: Mapping[str, bytes], gone: Iterable[str] = ()) -> None:
    """Change a folder as ``change_files`` does, within ``locked``."""
    try:
        with _opened(folder) as root:
            _change(root, new, sorted(set(gone) - set(new)))
    except OSError as error:
        raise not_writable(Path(error.filename or folder), error) from error


@contextmanager
def locked(folder: Path) -> Iterator[None]:
    """Keep others from changing a folder meanwhile, and complete first what a killed one has left; it is made if need be."""
    handle = _locked_handle(folder)
    try:
        try:
            _complete(handle)
        except OSError as error:
            raise not_writable(folder, error) from error
        yield
    finally:
        os.close(handle)


def _locked_handle(folder: Path) -> int:
    """Open and lock a folder; one that was exchanged for another while we waited is not the one that is there now."""
    while True:
        try:
            folder.mkdir(parents=True, exist_ok=True)
            handle = os.open(folder, _FOLDER)
        except OSError as error:
            raise not_writable(folder, error) from error
        try:
            with suppress(OSError):  # a network drive without locks
                fcntl.flock(handle, fcntl.LOCK_EX)
            with suppress(OSError):
                if os.path.samestat(os.fstat(handle), folder.stat()):
                    return handle
        except BaseException:
            os.close(handle)
            raise
        os.close(handle)


def not_writable(path: Path, error: OSError) -> PressError:
    """Say in a sentence what could not be written and why."""
    return PressError(wording.NOT_WRITABLE.format(path=path, reason=wording.reason(error)))


@dataclass(frozen=True, slots=True)
class _Step:
    """One file of a change: where it goes, under which name it waits, its digest; without a name it goes away."""

    path: str
    waiting: str = ""
    sha256: str = ""


@contextmanager
def _opened(folder: Path) -> Iterator[int]:
    handle = os.open(folder, _FOLDER)
    try:
        yield handle
    finally:
        os.close(handle)


def _change(root: int, new: Mapping[str, bytes], gone: list[str]) -> None:
    _clear(root)
    os.mkdir(CHANGE, 0o700, dir_fd=root)
    try:
        with ExitStack() as open_folders:
            change = _folder(root, CHANGE, open_folders)
            steps = [_Step(path, f"{number}", _digest(content)) for number, (path, content) in enumerate(new.items())]
            steps += [_Step(path) for path in gone if can_go(path)]
            for step in steps[: len(new)]:
                _refuse_what_cannot_be(root, step)
            for step in steps[: len(new)]:
                write_new(step.waiting, new[step.path], change)
            write_new(f"{JOURNAL}.new", _journal(steps), change)
            os.rename(f"{JOURNAL}.new", JOURNAL, src_dir_fd=change, dst_dir_fd=change)
            os.fsync(change)
    except BaseException:
        _clear(root)
        raise
    _make(root, steps)


def _journal(steps: Iterable[_Step]) -> bytes:
    return json.dumps([[step.path, step.waiting, step.sha256] for step in steps]).encode()


def _complete(root: int) -> None:
    """Make a change whose journal is there; without one it had not begun, and is forgotten."""
    try:
        steps = _read_journal(root)
    except (OSError, ValueError, TypeError):
        steps = []
    if steps:
        _make(root, steps)
    else:
        _clear(root)


def _read_journal(root: int) -> list[_Step]:
    """Read the journal of a killed change; raises ValueError if it is not one of ours or a file of it is not whole."""
    with ExitStack() as open_folders:
        change = _folder(root, CHANGE, open_folders)
        steps = [_Step(*map(str, step)) for step in json.loads(_read(change, JOURNAL))]
        for step in steps:
            checked_path(step.path)
            if step.waiting and _is_there(change, step.waiting) and _digest(_read(change, step.waiting)) != step.sha256:
                raise ValueError(step.path)
    return steps


def _make(root: int, steps: list[_Step]) -> None:
    """Give all files their names; if the system refuses one, give all old ones their names back. Ctrl-C waits until then."""
    before = signal.pthread_sigmask(signal.SIG_BLOCK, _PATIENT)
    try:
        with ExitStack() as open_folders:
            change = _folder(root, CHANGE, open_folders)
            try:
                for number, step in enumerate(steps):
                    _put(root, change, step, f"old-{number}")
            except OSError:
                for number, step in reversed(list(enumerate(steps))):
                    _take_back(root, change, step, f"old-{number}")
                raise
            finally:
                with suppress(OSError):
                    os.unlink(JOURNAL, dir_fd=change)
    finally:
        try:
            _clear(root)
        finally:
            signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _put(root: int, change: int, step: _Step, old: str) -> None:
    with ExitStack() as open_folders:
        *folders, name = checked_path(step.path)
        there = _folder_of(root, folders, open_folders, make=True) if step.waiting else _known(root, folders, open_folders)
        if there is None:
            return
        folder = there
        if not step.waiting:
            if _is_file(folder, name):
                os.rename(name, old, src_dir_fd=folder, dst_dir_fd=change)
        elif _is_there(change, step.waiting):  # else a completed step of a change that was killed
            with suppress(FileNotFoundError):
                _keep(folder, name, change, old)
            os.rename(step.waiting, name, src_dir_fd=change, dst_dir_fd=folder)
        os.fsync(folder)


def _keep(folder: int, name: str, change: int, old: str) -> None:
    """Keep an old file under a second name; where the drive knows no second names, it leaves its first one for a moment."""
    try:
        os.link(name, old, src_dir_fd=folder, dst_dir_fd=change, follow_symlinks=False)
    except FileExistsError:
        return  # kept by a change that was killed
    except FileNotFoundError:
        raise
    except OSError:
        os.rename(name, old, src_dir_fd=folder, dst_dir_fd=change)


def _take_back(root: int, change: int, step: _Step, old: str) -> None:
    with ExitStack() as open_folders, suppress(OSError):
        *folders, name = checked_path(step.path)
        folder = _folder_of(root, folders, open_folders, make=False)
        if folder is None:
            return
        if _is_there(change, old):
            os.rename(old, name, src_dir_fd=change, dst_dir_fd=folder)
        elif step.waiting and not _is_there(change, step.waiting):
            os.unlink(name, dir_fd=folder)
            for depth in range(len(folders), 0, -1):  # folders that were made for it; one that holds something stays
                above = _folder_of(root, folders[: depth - 1], open_folders, make=False)
                os.rmdir(folders[depth - 1], dir_fd=above)


def _refuse_what_cannot_be(root: int, step: _Step) -> None:
    """Refuse, before anything is done, a path that leads out, a folder in the way of a file and the other way round."""
    with ExitStack() as open_folders:
        *folders, name = checked_path(step.path)
        try:
            folder = _folder_of(root, folders, open_folders, make=False)
            if folder is not None:
                status = os.stat(name, dir_fd=folder, follow_symlinks=False)
                if stat.S_ISDIR(status.st_mode):
                    raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
        except FileNotFoundError:
            return
        except OSError as error:
            error.filename = step.path
            raise


def checked_path(path: str) -> list[str]:
    """Divide the path of a file; one that could lead out of its folder, or into a change, is raised as OSError."""
    parts = list(PurePosixPath(path).parts)
    if not parts or path.startswith("/") or {"..", "."} & set(path.split("/")) or parts[0] == CHANGE or "\0" in path:
        raise OSError(errno.EINVAL, wording.LEADS_OUT, path)
    return parts


def can_go(path: str) -> bool:
    """Whether a path that a file names may be taken away: one that leads out names nothing of ours."""
    try:
        checked_path(path)
    except OSError:
        return False
    return True


def _known(root: int, folders: list[str], open_folders: ExitStack) -> int | None:
    """Open a folder that has to be there already; None where it is not, or where a link or a file has its name."""
    try:
        return _folder_of(root, folders, open_folders, make=False)
    except OSError as error:
        if error.errno in {errno.ELOOP, errno.ENOTDIR}:
            return None
        raise


def _folder_of(root: int, folders: list[str], open_folders: ExitStack, *, make: bool) -> int | None:
    """Open a folder below the root, one after the other and none through a link; None if it is not there and not to be made."""
    found = root
    for name in folders:
        try:
            found = _folder(found, name, open_folders)
        except FileNotFoundError:
            if not make:
                return None
            with suppress(FileExistsError):
                os.mkdir(name, dir_fd=found)
            found = _folder(found, name, open_folders)
    return found


def _folder(parent: int, name: str, open_folders: ExitStack) -> int:
    handle = os.open(name, _FOLDER | os.O_NOFOLLOW, dir_fd=parent)
    open_folders.callback(os.close, handle)
    return handle


def write_new(path: str | Path, content: bytes, folder: int | None = None) -> None:
    """Write a file that is not there yet, to the disk and not through a link; ``folder`` is the handle that a name is below."""
    handle = os.open(path, _NEW, 0o666, dir_fd=folder)
    try:
        rest = memoryview(content)
        while rest:
            rest = rest[os.write(handle, rest) :]
        os.fsync(handle)
    finally:
        os.close(handle)


def _read(folder: int, name: str) -> bytes:
    handle = os.open(name, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK, dir_fd=folder)
    with open(handle, "rb") as file:  # noqa: PTH123 - a handle has no path
        return file.read()


def _is_there(folder: int, name: str) -> bool:
    return _mode(folder, name) != 0


def _is_file(folder: int, name: str) -> bool:
    """Whether something is there that is no folder."""
    mode = _mode(folder, name)
    return mode != 0 and not stat.S_ISDIR(mode)


def _mode(folder: int, name: str) -> int:
    try:
        return os.stat(name, dir_fd=folder, follow_symlinks=False).st_mode
    except FileNotFoundError:
        return 0


def _clear(root: int) -> None:
    """Take away what was prepared; links in it are not followed, and one in its place is taken away itself."""
    with suppress(FileNotFoundError):
        try:
            os.unlink(CHANGE, dir_fd=root)
        except OSError:  # a folder, as it should be
            shutil.rmtree(CHANGE, dir_fd=root)


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
