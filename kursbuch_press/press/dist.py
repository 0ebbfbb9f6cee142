"""dist/: files appear complete or not at all, and manifest.json says what each was made from."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterable, Mapping
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
    target = folder / path
    aside = target.with_name(f".{target.name}.{os.getpid()}")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        with aside.open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        aside.replace(target)
        _sync(target.parent)
    except OSError as error:
        aside.unlink(missing_ok=True)
        raise PressError(wording.NOT_WRITABLE.format(path=target, reason=error.strerror)) from error


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


def write_manifest(folder: Path, edition: Mapping[str, object], entries: Iterable[Entry]) -> None:
    """Write the manifest: the edition, and every file that is there, in the order of their paths."""
    listed = [
        {name: getattr(entry, name) for name in Entry.__slots__}
        for entry in sorted(entries, key=lambda entry: entry.path)
        if (folder / entry.path).is_file()
    ]
    text = json.dumps({"edition": edition, "products": listed}, ensure_ascii=False, indent=2, sort_keys=True)
    put(folder, MANIFEST, text.encode() + b"\n")


def entry(path: str, content: bytes, made_by: Entry) -> Entry:
    """Describe a file: everything but its size and sha256 is as in ``made_by``."""
    return replace(made_by, path=path, size=len(content), sha256=hashlib.sha256(content).hexdigest())


def drop(folder: Path, path: str) -> None:
    """Take a file away, if it is there."""
    (folder / path).unlink(missing_ok=True)
