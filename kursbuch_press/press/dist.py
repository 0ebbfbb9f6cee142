"""dist/: files appear complete or not at all, and manifest.json says what each was made from."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from kursbuch_press.disk.changing import can_go

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


def read_manifest(folder: Path) -> dict[str, Entry]:
    """Give the entries of the manifest by path; none if there is no manifest or it cannot be read."""
    try:
        written = json.loads((folder / MANIFEST).read_text("utf-8"))["products"]
        return {entry.path: entry for entry in (Entry(**each) for each in written) if _is_ours(entry)}
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return {}


def _is_ours(entry: Entry) -> bool:
    """Whether an entry is one that the press can have written: anybody may have edited the file."""
    texts = (entry.path, entry.product, entry.sha256, *entry.inputs, *entry.inputs.values())
    return all(isinstance(text, str) for text in texts) and can_go(entry.path)


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
