"""Renaming on the disk; drafts that are still out go on being understood."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path

from kursbuch_press.disk.changing import change_files
from kursbuch_press.disk.looking import is_regular
from kursbuch_press.merge.renaming import Renamed, rename
from kursbuch_press.merge.trial import new_errors
from kursbuch_press.merge.wording import renaming as wording
from kursbuch_press.press.project import Project
from kursbuch_press.problems import BookError, PressError

KEPT = "drafts/renamed.json"


def rename_in(project: Project, old: str, new: str) -> tuple[str, ...]:
    """Give a thing another id everywhere in the sources, all at once; gives the files that are others now."""
    folder = project.folder
    renaming = rename(folder, old, new)
    if errors := new_errors(folder, renaming.contents, renaming.gone):
        raise BookError(errors)
    kept = [asdict(each) for each in (*read_renamings(folder), renaming.renamed)]
    content = (json.dumps(kept, ensure_ascii=False, indent=1) + "\n").encode()
    change_files(folder, {**renaming.contents, KEPT: content}, renaming.gone)
    return tuple(sorted(renaming.contents))


def read_renamings(folder: Path) -> tuple[Renamed, ...]:
    """Give all renamings of a project, the oldest first."""
    path = folder / KEPT
    if not is_regular(path):
        return ()
    try:
        return tuple(Renamed(**each) for each in json.loads(path.read_bytes()))
    except (ValueError, TypeError) as error:
        raise PressError(wording.BROKEN_KEPT.format(file=KEPT)) from error
