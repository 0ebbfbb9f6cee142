"""Finished files, kept under all that they were made from: one that would be the same again is not made again.

What a job has read is much more than what its file is made from: who names one folio has read the whole book. But before
anything is drawn it is known what will be: the HTML, the stylesheets, what finishing and judging are told.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import asdict
from typing import Any

from kursbuch_press.disk.cache import Cache
from kursbuch_press.disk.changing import can_go
from kursbuch_press.disk.recording import recording
from kursbuch_press.press.dist import written_problems
from kursbuch_press.press.jobs import Made
from kursbuch_press.press.machine import press_digest
from kursbuch_press.press.project import Project

FOLDER = "made"
_GROUPS = ("beside", "drafts")
"""What a finished file brings along, name by name."""


def always(made: Made) -> bool:
    """Keep whatever was made."""
    del made
    return True


def made_once(
    project: Project,
    parts: Callable[[], Iterable[bytes | str]],
    make: Callable[[], Made],
    wanted: Callable[[Made], bool] = always,
) -> Made:
    """Give what was made from these parts before, or make it; what is raised is raised again the next time.

    ``parts`` has to read everything that ``make`` does, so that a kept file has the same inputs as a new one; a file for which
    more was read than for its parts is not kept, nor one that is not wanted again.
    """
    cache = Cache(project.cache / FOLDER, press_digest())
    with recording() as known:
        key = cache.key(*parts())
    kept = _read(cache.get(key))
    if kept is not None:
        return kept
    with recording() as read:
        made = make()
    if read.keys() <= known.keys() and wanted(made):
        cache.put(key, _written(made))
    return made


def _written(made: Made) -> bytes:
    """Write a line of JSON with everything but the files, and how long these are; then the files one behind the other."""
    files = [made.content, *(content for group in _GROUPS for content in getattr(made, group).values())]
    about = {
        "pages": made.pages,
        "problems": [asdict(problem) for problem in made.problems],
        "path": made.path,
        "copies": made.copies,
        "gone": made.gone,
        "verdict": dict(made.verdict),
        "sizes": [len(content) for content in files],
        **{group: list(getattr(made, group)) for group in _GROUPS},
    }
    return b"".join([json.dumps(about, ensure_ascii=False).encode(), b"\n", *files])


def _read(written: bytes | None) -> Made | None:
    """Read what was written; None for anything else."""
    head, _, rest = (written or b"").partition(b"\n")
    try:
        about = json.loads(head)
        return _made(about, _cut(rest, about["sizes"]))
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return None


def _cut(rest: bytes, sizes: Iterable[int]) -> list[bytes]:
    files, at = [], 0
    for size in sizes:
        files.append(rest[at : at + size])
        at += size
    if at != len(rest):
        raise ValueError(at)
    return files


def _made(about: Mapping[str, Any], files: list[bytes]) -> Made:
    content, *more = files
    named = iter(more)
    groups = {group: {str(name): next(named) for name in about[group]} for group in _GROUPS}
    path, copies, gone = str(about["path"]), tuple(map(str, about["copies"])), tuple(map(str, about["gone"]))
    if not all(can_go(name) for name in (*([path] if path else []), *copies, *gone, *groups["beside"])):
        raise ValueError(path)
    return Made(
        content,
        int(about["pages"]),
        written_problems(about["problems"]),
        path=path,
        copies=copies,
        gone=gone,
        verdict={str(name): bool(said) for name, said in about["verdict"].items()},
        **groups,
    )
