"""The files of the sources as sheets, and sheets as the bytes of files again."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from kursbuch_press.book.back_matter import Glossary
from kursbuch_press.book.chapters import AnyChapter
from kursbuch_press.merge.sheets import Data, SourceData, record_model
from kursbuch_press.problems import BookError, Problem
from kursbuch_press.sources.files import read_bytes, read_source
from kursbuch_press.sources.nodes import data_of
from kursbuch_press.sources.reading import CHAPTERS, EDITION, GLOSSARY
from kursbuch_press.sources.shapes import shape_of
from kursbuch_press.sources.syntax import compose
from kursbuch_press.sources.writing import encoded, rewrite

MAX_BYTES = 2_000_000


@dataclass(frozen=True, slots=True)
class SheetFile:
    """A file: its name from the project folder on, its bytes, its text, and its data."""

    file: str
    content: bytes
    text: str
    sheet: SourceData


def read_sheets(project: Path) -> dict[str, SheetFile]:
    """Read the chapters in the order of the book, and the glossary. Raises BookError where a file cannot be read."""
    edition, *_ = _read(project, EDITION.file)
    names = [str(name) for name in edition.get("chapters", [])]
    found: dict[str, SheetFile] = {}
    for name, file in [*((each, f"{CHAPTERS}/{each}.yaml") for each in names), ("glossary", GLOSSARY.file)]:
        data, text, content = _read(project, file)
        model = Glossary if name == "glossary" else record_model(shape_of(AnyChapter), data)
        if model is not None:
            found[name] = SheetFile(file, content, text, SourceData(name, data, model))
    return found


def sheets_of(files: Mapping[str, SheetFile]) -> dict[str, SourceData]:
    """Give the data alone."""
    return {name: file.sheet for name, file in files.items()}


def _read(project: Path, file: str) -> tuple[Data, str, bytes]:
    source, content = read_source(project, file), read_bytes(project, file, MAX_BYTES)
    if isinstance(source, Problem):
        raise BookError((source,))
    if isinstance(content, Problem):
        raise BookError((content,))
    tree = compose(source.text, file)
    if tree.problems or tree.root is None:
        raise BookError(tree.problems)
    data = data_of(tree.root)
    return (data if isinstance(data, dict) else {}), source.text, content


def written(files: Mapping[str, SheetFile], changed: Mapping[str, SourceData]) -> dict[str, bytes]:
    """Give the bytes of the files that are others now."""
    found: dict[str, bytes] = {}
    for name, sheet in changed.items():
        file = files[name]
        content = encoded(rewrite(file.text, file.file, sheet.data), file.content)
        if content != file.content:
            found[file.file] = content
    return found
