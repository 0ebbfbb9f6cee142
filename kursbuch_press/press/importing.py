"""Importing on the disk: a new chapter and its pictures; a file that is there is never overwritten."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from kursbuch_press.book.addresses import ID_PATTERN
from kursbuch_press.disk.changing import change_files
from kursbuch_press.merge.importing import import_word
from kursbuch_press.merge.trial import new_errors
from kursbuch_press.merge.wording import importing as wording
from kursbuch_press.press.project import Project
from kursbuch_press.problems import PressError, Problem
from kursbuch_press.returns import wording as of_returns
from kursbuch_press.sources import read_source
from kursbuch_press.sources.nodes import data_of
from kursbuch_press.sources.reading import CHAPTERS, EDITION
from kursbuch_press.sources.syntax import compose
from kursbuch_press.sources.writing import fresh_text, rewrite

PICTURES = "sources/pictures"
_SCHEMA = "# yaml-language-server: $schema=../schema/chapter.json\n"
_LONGEST = 60


@dataclass(frozen=True, slots=True)
class Written:
    """The files that are new, what is left to the editor, and what `check` would say once the book names the chapter."""

    files: tuple[str, ...]
    left: tuple[str, ...]
    problems: tuple[Problem, ...]


def import_file(project: Project, path: Path, chapter: str, *, pictures: bool) -> Written:
    """Write a Word file as a new chapter; raises PressError for what cannot be, and nothing is written then."""
    if len(chapter) > _LONGEST or not ID_PATTERN.fullmatch(chapter):
        raise PressError(wording.BAD_ID.format(id=chapter), exit_code=2)
    file = f"{CHAPTERS}/{chapter}.yaml"
    if (project.folder / file).exists():
        raise PressError(wording.THERE.format(file=file), exit_code=2)
    if not path.is_file():
        raise PressError(of_returns.NO_FILE.format(path=path), exit_code=2)
    imported = import_word(path.read_bytes(), path.name, chapter, pictures=pictures)
    contents = {file: (_SCHEMA + fresh_text(imported.data)).encode()}
    contents |= {f"{PICTURES}/{name}": content for name, content in imported.pictures.items()}
    for name in contents:
        if (project.folder / name).exists():
            raise PressError(wording.THERE.format(file=name), exit_code=2)
    problems = new_errors(project.folder, {**contents, **_named(project.folder, chapter)})
    change_files(project.folder, contents)
    return Written(tuple(contents), imported.left, problems)


def _named(folder: Path, chapter: str) -> dict[str, bytes]:
    """Give kursbuch.yaml with the chapter at its end, for the trial only: where it belongs an editor knows."""
    source = read_source(folder, EDITION.file)
    if isinstance(source, Problem):
        return {}
    root = compose(source.text, EDITION.file).root
    data = data_of(root) if root is not None else None
    if not isinstance(data, dict) or chapter in data.get("chapters", []):
        return {}
    return {
        EDITION.file: rewrite(source.text, EDITION.file, {**data, "chapters": [*data.get("chapters", []), chapter]}).encode()
    }
