"""What ``check`` finds, kept with all it was found in: a book of which nothing changed is not read again to say the same."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from importlib import import_module

from kursbuch_press.disk.cache import Cache
from kursbuch_press.disk.recording import Inputs, recording
from kursbuch_press.press.dist import written_problems
from kursbuch_press.press.inputs import found, named
from kursbuch_press.press.machine import press_digest
from kursbuch_press.press.project import Project
from kursbuch_press.press.stages import keeping
from kursbuch_press.problems import Problem

_FOLDER = "checked"


@dataclass(frozen=True, slots=True)
class Checked:
    """What was found in a book, and how many chapters and measures it has; 0 where its errors kept it from being composed."""

    problems: tuple[Problem, ...]
    chapters: int = 0
    measures: int = 0


def checked(project: Project) -> Checked:
    """Say what is wrong with a book; nothing but the digests of its files is looked at where they are what they were."""
    cache = Cache(project.cache / _FOLDER, press_digest())
    key = cache.key(str(project.folder.absolute()), project.printer)
    kept = _kept(project, cache.get(key))
    if kept is None:
        with keeping(), recording() as read:
            kept = import_module("kursbuch_press.press.checking").check(project)
        cache.put(key, _written(kept, named(project, read)))
    return kept


def _written(checked: Checked, inputs: Inputs) -> bytes:
    return json.dumps({"inputs": dict(inputs), **asdict(checked)}, ensure_ascii=False).encode()


def _kept(project: Project, content: bytes | None) -> Checked | None:
    """Read what was kept, if all that it was found in is the same today."""
    try:
        written = json.loads(content or b"")
        if any(found(project, name) != before for name, before in written["inputs"].items()):
            return None
        return Checked(written_problems(written["problems"]), int(written["chapters"]), int(written["measures"]))
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return None
