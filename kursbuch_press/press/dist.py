"""dist/: what manifest.json says of each file, and of the book that the files are made from."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from typing import Any

from kursbuch_press.disk.changing import can_go
from kursbuch_press.disk.looking import NOT_THERE, not_readable
from kursbuch_press.problems import Place, Problem, Severity

MANIFEST = "manifest.json"
NOT_READY = "-NICHT-DRUCKFERTIG"
"""What the name of a print file ends with that is not technically ready."""


@dataclass(frozen=True, slots=True)
class Entry:
    """What the manifest says of one file: pages (0 where they mean nothing), size in bytes, sha256, and its inputs.

    ``inputs`` maps the path of every file that went in, relative to the project, to its sha256. ``verdict`` is what
    preflight says of a print file. ``job`` is the path under which the file was ordered, which differs for a report or a copy,
    and ``told`` what was said of it.
    """

    path: str
    product: str
    pages: int
    size: int
    sha256: str
    inputs: Mapping[str, str]
    verdict: Mapping[str, bool] = field(default_factory=dict)
    job: str = ""
    told: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class Plan:
    """What the sources ask for, as long as the ``inputs`` are the same: the paths of all files by product.

    ``printer`` is that of the edition, ``warnings`` what reading had to say.
    """

    inputs: Mapping[str, str]
    paths: Mapping[str, tuple[str, ...]]
    printer: str
    warnings: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class Manifest:
    """All that manifest.json says, but for the edition: the files by path, the plan, and the press that made the newest."""

    entries: Mapping[str, Entry] = field(default_factory=dict)
    plan: Plan | None = None
    press: Mapping[str, str] = field(default_factory=dict)


def read_manifest(folder: Path) -> Manifest:
    """Read the manifest; an empty one if there is none, or it was damaged or written by another version of the press.

    Raises PressError if the drive does not give it: it would be written anew without what it says of the other files.
    """
    try:
        content = (folder / MANIFEST).read_bytes()
    except OSError as error:
        if error.errno in NOT_THERE:
            return Manifest()
        raise not_readable(folder / MANIFEST, error) from error
    try:
        written = json.loads(content.decode("utf-8"))
        entries = (_entry(each) for each in written["products"])
        return Manifest(
            {entry.path: entry for entry in entries if _is_ours(entry)}, _plan(written.get("plan")), written.get("press", {})
        )
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return Manifest()


def _entry(written: dict[str, Any]) -> Entry:
    return Entry(**{**written, "told": written_problems(written.get("told", ()))})


def _plan(written: dict[str, Any] | None) -> Plan | None:
    if written is None:
        return None
    paths = {str(name): tuple(map(str, each)) for name, each in written["paths"].items()}
    return Plan(dict(written["inputs"]), paths, str(written["printer"]), written_problems(written["warnings"]))


def written_problems(written: Iterable[dict[str, Any]]) -> tuple[Problem, ...]:
    """Read problems that were written as JSON, each with the names of its fields; what is none raises as broken data does."""
    return tuple(
        Problem(**{**each, "place": Place(**each["place"]), "severity": Severity(each["severity"])}) for each in written
    )


def _is_ours(entry: Entry) -> bool:
    """Whether an entry is one that the press can have written: anybody may have edited the file."""
    texts = (entry.path, entry.product, entry.sha256, entry.job, *entry.inputs, *entry.inputs.values())
    return all(isinstance(text, str) for text in texts) and can_go(entry.path)


def manifest(edition: Mapping[str, object], told: Manifest) -> bytes:
    """Write the manifest: the edition, the plan, the press, and every file in the order of their paths."""
    plan = None if told.plan is None else asdict(told.plan)
    listed = [asdict(told.entries[path]) for path in sorted(told.entries)]
    whole = {"edition": edition, "plan": plan, "press": dict(told.press), "products": listed}
    return json.dumps(whole, ensure_ascii=False, indent=1, sort_keys=True).encode() + b"\n"


def entry(path: str, content: bytes, made_by: Entry) -> Entry:
    """Describe a file: everything but its size and sha256 is as in ``made_by``."""
    return replace(made_by, path=path, size=len(content), sha256=hashlib.sha256(content).hexdigest())
