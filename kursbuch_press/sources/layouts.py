"""Reading the YAML of designers (palette, Word styles, printers) into the models of the rooms that use it."""

from __future__ import annotations

from pathlib import Path
from typing import Any, TypeVar

from pydantic import ValidationError

from kursbuch_press.problems import BookError, Place, Problem
from kursbuch_press.sources.explaining import explain
from kursbuch_press.sources.files import read_source
from kursbuch_press.sources.nodes import Mapping, Scalar, Sequence, TextPosition
from kursbuch_press.sources.reading import adapter
from kursbuch_press.sources.shapes import shape_of
from kursbuch_press.sources.signs import forbidden_signs
from kursbuch_press.sources.survey import survey
from kursbuch_press.sources.syntax import compose

T = TypeVar("T")


def read_layout(path: Path, model: type[T]) -> T:
    """Read a file below layouts/ into a model: a ``Record`` (it refuses unknown keys) or a dict of them.

    Raises BookError with all its problems. Every value arrives at the model as the string that stands in the
    file, so numbers become numbers by the model's types, and the hex colour ``000000`` stays a string.
    """
    project, file = _in_project(path)
    source = read_source(project, file)
    if isinstance(source, Problem):
        raise BookError((source,))
    tree = compose(source.text, file)
    if tree.root is None:
        raise BookError(tree.problems)
    surveyed = survey(source, tree.root, shape_of(model), "")
    problems = [*tree.problems, *surveyed.problems, *forbidden_signs(surveyed)]
    result: Any = None
    try:
        result = adapter(model).validate_python(surveyed.data)
    except ValidationError as error:
        problems += explain(error.errors(include_url=False), surveyed)
    if problems:
        raise BookError(tuple(problems))
    checked: T = result
    return checked


def place_in_layout(path: Path, at: str) -> Place:
    """Give the place of an address ("styles/Quote/colour", "accents/2") in a file below layouts/.

    Of a value that is where it begins, of a record the key above it; where the file goes no further, the last part that is
    there. So a room that judges values itself can say where they stand.
    """
    project, file = _in_project(path)
    source = read_source(project, file)
    node = None if isinstance(source, Problem) else compose(source.text, file).root
    mark: TextPosition | None = None
    for part in at.split("/"):
        if isinstance(node, Mapping) and part in node.entries:
            key, node = node.entries[part].key, node.entries[part].value
            mark = node.start if isinstance(node, Scalar) else key.start
        elif isinstance(node, Sequence) and part.isdecimal() and 0 < int(part) <= len(node.items):
            node = node.items[int(part) - 1]
            mark = node.start
    return Place(file, mark.line, mark.column) if mark else Place(file)


def key_places(project: Path, file: str) -> dict[tuple[str, ...], Place]:
    """Give where the keys of a file stand, and the keys below each: of records whose keys are addresses themselves."""
    source = read_source(project, file)
    root = None if isinstance(source, Problem) else compose(source.text, file).root
    found: dict[tuple[str, ...], Place] = {}
    for name, entry in root.entries.items() if isinstance(root, Mapping) else ():
        found[name,] = Place(file, entry.key.start.line, entry.key.start.column)
        for below, inner in entry.value.entries.items() if isinstance(entry.value, Mapping) else ():
            found[name, below] = Place(file, inner.key.start.line, inner.key.start.column)
    return found


def _in_project(path: Path) -> tuple[Path, str]:
    """Split a path at its last folder ``layouts``: what is before is the project folder."""
    whole = path.absolute()
    for parent in whole.parents:
        if parent.name == "layouts":
            return parent.parent, whole.relative_to(parent.parent).as_posix()
    return whole.parent, whole.name
