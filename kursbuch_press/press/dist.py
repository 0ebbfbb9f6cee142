"""dist/: files appear complete or not at all, and manifest.json says what each was made from."""

from __future__ import annotations

import errno
import fcntl
import hashlib
import json
import os
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field, replace
from pathlib import Path

from kursbuch_press.press import wording
from kursbuch_press.problems import PressError

MANIFEST = "manifest.json"


@dataclass(frozen=True, slots=True)
class Entry:
    """What the manifest says of one file: pages (0 where they mean nothing), size in bytes, sha256, and its inputs.

    ``inputs`` maps the path of every file that went in, relative to the project, to its sha256. ``verdict`` is what
    preflight says of a print file.
    """

    path: str
    product: str
    pages: int
    size: int
    sha256: str
    inputs: Mapping[str, str]
    verdict: Mapping[str, bool] = field(default_factory=dict)


def put(folder: Path, path: str, content: bytes) -> None:
    """Write a file so that it is either the old one or the complete new one, also when the power goes."""
    with locked(folder):
        put_all(folder, {path: content})


@contextmanager
def locked(folder: Path) -> Iterator[None]:
    """Keep other builds from changing a folder meanwhile; it is made if it is not there."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    except OSError as error:
        raise _not_writable(folder, error) from error
    try:
        with suppress(OSError):  # a network drive without locks
            fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)


def put_all(folder: Path, contents: Mapping[str, bytes]) -> None:
    """Write files in a locked folder: all are complete on the disk before the first of them takes its name.

    So a full disk, or a file that is in the way, leaves everything as it was.
    """
    waiting: dict[Path, Path] = {}
    target = folder
    try:
        for path, content in contents.items():
            target = folder / path
            target.parent.mkdir(parents=True, exist_ok=True)
            if target.is_dir():
                raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
            waiting[target] = target.with_name(f".{target.name}.new")  # one that a killed build left is written over
            _write(waiting[target], content)
        for target, aside in waiting.items():
            aside.replace(target)
        for parent in {target.parent for target in waiting}:
            _sync(parent)
    except OSError as error:
        for aside in waiting.values():
            with suppress(OSError):
                aside.unlink(missing_ok=True)
        raise _not_writable(target, error) from error


def _not_writable(path: Path, error: OSError) -> PressError:
    reason = wording.REASONS.get(error.errno or 0, error.strerror)
    return PressError(wording.NOT_WRITABLE.format(path=path, reason=reason))


def _write(path: Path, content: bytes) -> None:
    with path.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def _sync(folder: Path) -> None:
    """Make a rename last: POSIX asks for the folder to be written as well."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def read_manifest(folder: Path) -> dict[str, Entry]:
    """Give the entries of the manifest by path; none if there is no manifest or it cannot be read."""
    try:
        entries = json.loads((folder / MANIFEST).read_text("utf-8"))["products"]
        return {entry["path"]: Entry(**entry) for entry in entries}
    except (OSError, ValueError, KeyError, TypeError):
        return {}


def manifest(edition: Mapping[str, object], entries: Iterable[Entry], press: Mapping[str, str]) -> bytes:
    """Write the manifest: the edition, every file in the order of their paths, and the press that made the newest of them."""
    listed = [
        {name: getattr(entry, name) for name in Entry.__slots__} for entry in sorted(entries, key=lambda entry: entry.path)
    ]
    text = json.dumps({"edition": edition, "press": press, "products": listed}, ensure_ascii=False, indent=2, sort_keys=True)
    return text.encode() + b"\n"


def entry(path: str, content: bytes, made_by: Entry) -> Entry:
    """Describe a file: everything but its size and sha256 is as in ``made_by``."""
    return replace(made_by, path=path, size=len(content), sha256=hashlib.sha256(content).hexdigest())


def drop(folder: Path, path: str) -> None:
    """Take a file away, if it is there."""
    (folder / path).unlink(missing_ok=True)
