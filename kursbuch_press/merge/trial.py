"""Changed sources on trial: they are read as a book before anybody's file is touched."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterable, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

from kursbuch_press.disk.looking import files_below
from kursbuch_press.problems import Problem, Severity
from kursbuch_press.sources import read_book


def new_errors(project: Path, contents: Mapping[str, bytes], gone: Iterable[str] = ()) -> tuple[Problem, ...]:
    """Give the mistakes that the book would have with other contents of some files and without others, and has not today."""
    with TemporaryDirectory(prefix="kursbuch-") as folder:
        trial = Path(folder)
        _copy(project / "sources", trial / "sources")
        for file, content in contents.items():
            (trial / file).write_bytes(content)
        for file in gone:
            (trial / file).unlink()
        would = _errors(trial)
    if not would:
        return ()
    today = _errors(project)
    return tuple(problem for key, problem in would.items() if key not in today)


def _errors(project: Path) -> dict[tuple[str, str, str], Problem]:
    """Give the errors of a book by what they say; their lines may be others now."""
    problems = [problem for problem in read_book(project).problems if problem.severity is Severity.ERROR]
    return {(problem.place.file, problem.message, problem.address): problem for problem in problems}


def _copy(folder: Path, target: Path) -> None:
    """Copy YAML files, and let pictures, which are only looked at, be the same on the disk."""
    for path in files_below(folder):
        copy = target / path.relative_to(folder)
        copy.parent.mkdir(parents=True, exist_ok=True)
        if path.suffix in {".yaml", ".yml"}:
            shutil.copyfile(path, copy)
        else:
            try:
                os.link(path, copy)
            except OSError:  # another disk
                shutil.copyfile(path, copy)
