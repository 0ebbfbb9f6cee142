"""Forgetting a person: name and address leave drafts/, returns/ and the questions; what the person wrote stays."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from html import escape
from io import BytesIO
from pathlib import Path
from zipfile import BadZipFile, ZipFile

from kursbuch_press.book.addresses import slug
from kursbuch_press.checks import script_of
from kursbuch_press.disk.changing import change_files
from kursbuch_press.disk.looking import files_below, is_regular
from kursbuch_press.merge.files import read_sheets, written
from kursbuch_press.merge.logbook import FILE as LOG
from kursbuch_press.merge.sheets import SourceData
from kursbuch_press.merge.wording import renaming as wording
from kursbuch_press.press.merging import UNDO
from kursbuch_press.press.project import Project
from kursbuch_press.press.series import FOLDER as SERIES
from kursbuch_press.press.series import PRINTOUT
from kursbuch_press.problems import PressError, listed

_FOLDERS = ("drafts", "returns", SERIES)
_PACKED = {".docx", ".odt", ".pdf", ".zip"}
_LEFT_ALONE = {
    ".git",
    ".venv",
    ".press",
    ".judges",
    ".mypy_cache",
    ".ruff_cache",
    ".pytest_cache",
    ".hypothesis",
    "__pycache__",
}
_SHORTEST = 3
_LARGEST = 50_000_000
_MAIL = r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+"


@dataclass(frozen=True, slots=True)
class Forgotten:
    """What was done: files with other words or another name, files that went, and places that are an editor's to change."""

    changed: tuple[str, ...]
    gone: tuple[str, ...]
    left: tuple[str, ...]


def forget(project: Project, typed: str) -> Forgotten:
    """Forget a person, in all files at once. A return that was not merged yet is not lost for it: then nothing happens."""
    name = " ".join(typed.split())
    if sum(letter.isalpha() for letter in name) < _SHORTEST:
        raise PressError(wording.NAME_TOO_SHORT.format(name=name), exit_code=2)
    folder = project.folder
    person = _Person.of(name, folder)
    contents: dict[str, bytes] = dict(_questions(folder, person))
    gone: list[str] = []
    waiting: list[str] = []
    merged = (folder / LOG).read_text("utf-8") if is_regular(folder / LOG) else ""
    for path in _files(folder):
        file = path.relative_to(folder).as_posix()
        if file.startswith(f"{SERIES}/") and path.suffix == ".pdf":
            continue  # a sheet, see below
        if file == UNDO:
            gone.append(file)  # it holds bytes from before; what was forgotten is not to come back
        elif path.suffix.lower() in _PACKED:
            if person.is_in_package(path):
                is_open = file.startswith("returns/") and sha256(path.read_bytes()).hexdigest() not in merged
                (waiting if is_open else gone).append(file)
        else:
            _rewrite(file, path.read_bytes(), person, (contents, gone))
    if waiting:
        raise PressError(wording.NOT_MERGED.format(files=listed(waiting, most=99)), exit_code=1)
    gone += _sheets(folder, person)
    change_files(folder, contents, gone)
    return Forgotten(tuple(sorted(contents)), tuple(sorted(set(gone) - set(contents))), tuple(_left(folder, person)))


def _rewrite(file: str, content: bytes, person: _Person, found: tuple[dict[str, bytes], list[str]]) -> None:
    contents, gone = found
    try:
        words = person.without(content.decode()).encode()
    except UnicodeDecodeError:
        return
    place = person.without_in_path(file)
    if words != content or place != file:
        contents[place] = words
        if place != file:
            gone.append(file)


@dataclass(frozen=True, slots=True)
class _Person:
    """How a person is named in files: the name in its spellings, the addresses beside it, and how names of files have it."""

    words: re.Pattern[str]
    stems: re.Pattern[str]

    @classmethod
    def of(cls, name: str, folder: Path) -> _Person:
        parts = name.split()
        spellings = (
            {name, " ".join([*parts[1:], parts[0]]), f"{parts[-1]}, {' '.join(parts[:-1])}"} if len(parts) > 1 else {name}
        )
        spellings |= {escape(each) for each in spellings} | {json.dumps(each)[1:-1] for each in spellings}
        flexible = [r"\s+".join(re.escape(part) for part in each.split()) for each in sorted(spellings, key=len, reverse=True)]
        alone = rf"(?<!\w)(?:{'|'.join(flexible)})(?!\w)"
        addresses = sorted(set(_addresses(folder, alone)))
        every = [rf"(?:{alone})\s*(?:<|&lt;|\(){_MAIL}(?:>|&gt;|\))", alone, *(re.escape(each) for each in addresses)]
        whole = slug(name, len(name) * 2)
        stems = {
            whole,
            slug(name),
            whole.replace("-", "_"),
            whole.replace("-", ""),
            name,
            name.replace(" ", "_"),
            name.replace(" ", "-"),
        }
        pieces = "|".join(re.escape(each) for each in sorted(stems, key=len, reverse=True) if each)
        return cls(re.compile("|".join(every), re.IGNORECASE), re.compile(rf"(?<![^\W_])(?:{pieces})(?![^\W_])", re.IGNORECASE))

    def without(self, text: str) -> str:
        return self.stems.sub("person", self.words.sub(wording.PERSON, text))

    def without_in_path(self, file: str) -> str:
        folder, _, last = file.rpartition("/")
        return f"{folder}/{self.stems.sub('person', last)}" if folder else file

    def is_in(self, text: str) -> bool:
        return bool(self.words.search(text) or self.stems.search(text))

    def is_in_package(self, path: Path) -> bool:
        """Look into a Word, OpenDocument or PDF file; a part that is too large is taken for one that has the name."""
        if self.stems.search(path.name):
            return True
        content = path.read_bytes()
        texts = [content.decode("latin-1"), content.decode("utf-16-be", "replace")]
        try:
            with ZipFile(BytesIO(content)) as archive:
                entries = [entry for entry in archive.infolist() if entry.filename.endswith((".xml", ".rels"))]
                if sum(entry.file_size for entry in entries) > _LARGEST:
                    return True
                texts = [archive.read(entry).decode("utf-8", "replace") for entry in entries]
        except (BadZipFile, OSError, RuntimeError, NotImplementedError):  # of the memory: what is no whole package
            pass
        return any(self.is_in(text) or self.words.search(re.sub(r"<[^>]*>", "", text)) for text in texts)


def _addresses(folder: Path, name: str) -> Iterator[str]:
    """Give the mail addresses that stand beside a name."""
    beside = re.compile(rf"{name}\s*(?:<|&lt;|\()({_MAIL})", re.IGNORECASE)
    for path in _files(folder):
        if path.suffix.lower() not in _PACKED:
            yield from beside.findall(path.read_bytes().decode("utf-8", "replace"))


def _files(folder: Path) -> list[Path]:
    return [path for name in _FOLDERS for path in files_below(folder / name) if not path.is_symlink()]


def _sheets(folder: Path, person: _Person) -> Iterator[str]:
    """Give the sheets that are made for a person, and the files for the printer that hold them: all can be made again."""
    made = [path for path in files_below(folder / SERIES) if path.suffix == ".pdf" and not path.is_symlink()]
    found = [path for path in made if path.name != PRINTOUT and _names(path, person)]
    beside = {path.parent / PRINTOUT for path in found}
    return (path.relative_to(folder).as_posix() for path in made if path in found or path in beside)


def _names(sheet: Path, person: _Person) -> bool:
    """Whether a sheet says a name; one that cannot be read is taken for one that does."""
    try:
        return bool(person.stems.search(sheet.name)) or person.is_in(script_of(sheet))
    except PressError:
        return True


def _questions(folder: Path, person: _Person) -> Mapping[str, bytes]:
    """Take the name out of the questions in the sources; who asked is their only field for names."""
    files = read_sheets(folder)
    changed: dict[str, SourceData] = {}
    for name, file in files.items():
        for question in file.sheet.data.get("open_questions", []):
            for key in ("asked_by", "text", "answer", "quoted"):
                if isinstance(question.get(key), str) and person.is_in(question[key]):
                    question[key] = person.without(question[key])
                    changed[name] = file.sheet
    return written(files, changed)


def _left(folder: Path, person: _Person) -> Iterator[str]:
    """Give the files that still have the name: it is a part of the book, and an editor's to change."""
    for path in _every(folder):
        if path.suffix.lower() in _PACKED:
            found = person.is_in_package(path)
        else:
            found = person.is_in(path.read_bytes().decode("utf-8", "replace"))
        if found:
            yield path.relative_to(folder).as_posix()


def _every(folder: Path) -> Iterable[Path]:
    for path in sorted(folder.iterdir()):
        if path.is_symlink() or path.name in _LEFT_ALONE:
            continue
        if path.is_dir():
            yield from _every(path)
        elif path.is_file() and path.stat().st_size < _LARGEST:
            yield path
