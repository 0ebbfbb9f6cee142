"""Reading files of the project safely: only inside the project, only of bounded size, only UTF-8."""

from __future__ import annotations

import codecs
import errno
import re
import stat
import unicodedata
from collections.abc import Iterable
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from kursbuch_press.disk import recording
from kursbuch_press.disk.looking import NOT_THERE, names_in, not_readable
from kursbuch_press.problems import Place, Problem
from kursbuch_press.sources.locating import fragment_place
from kursbuch_press.sources.nodes import Scalar
from kursbuch_press.sources.wording import files as wording

MAX_BYTES = 2_000_000  # a thousand printed pages; the longest chapter has 60,000
_LONE_CR = re.compile(r"\r(?!\n)")


class Source(NamedTuple):
    """A text file: its name from the project folder on, its text, and the fingerprint of its bytes."""

    file: str
    text: str
    sha256: str

    def place_in(self, node: Scalar, fragment: str, ordinal: int = 0) -> Place:
        """Give the place of the n-th occurrence of a fragment in a value of this file."""
        begin = Place(self.file, node.start.line, node.start.column)
        return fragment_place(begin, self.text[node.start.index : node.end.index], fragment, ordinal)


def read_source(project: Path, file: str) -> Source | Problem:
    """Read a YAML file of the project; what keeps it from being read comes back as a problem."""
    content = read_bytes(project, file, MAX_BYTES)
    if isinstance(content, Problem):
        return content
    try:
        text = _decoded(content)
    except UnicodeDecodeError as error:
        return _not_utf8(content, error, file)
    return Source(file, text, sha256(content).hexdigest())


def read_bytes(project: Path, file: str, limit: int) -> bytes | Problem:
    """Read at most ``limit`` bytes of a regular file that really lies inside the project."""
    path = project / file
    problem = _refuse(project, path, file, limit)
    if problem is not None:
        return problem
    try:
        content = recording.read_bytes(path, limit + 1)
    except OSError as error:
        return _unreadable(path, file, error)
    if len(content) > limit:
        return Problem(Place(file), *wording.too_large(len(content), limit), rule="too-large")
    return content


def _refuse(project: Path, path: Path, file: str, limit: int) -> Problem | None:  # noqa: PLR0911 - one each
    try:
        real = path.resolve(strict=True)
        status = real.stat()
    except FileNotFoundError:
        return Problem(Place(file), *wording.missing_file(file, neighbours(path)), rule="missing-file")
    except OSError as error:
        return _unreadable(path, file, error)
    except (RuntimeError, ValueError):  # a circle of symbolic links is a RuntimeError up to Python 3.12
        return Problem(Place(file), *wording.unreadable(file, ""), rule="unreadable")
    if not real.is_relative_to(project.resolve()):
        return Problem(Place(file), *wording.leads_out(file), rule="leads-out")
    if stat.S_ISDIR(status.st_mode):
        return Problem(Place(file), *wording.is_folder(file), rule="no-file")
    if not stat.S_ISREG(status.st_mode):
        return Problem(Place(file), *wording.no_regular_file(file), rule="no-file")
    if status.st_size > limit:
        return Problem(Place(file), *wording.too_large(status.st_size, limit), rule="too-large")
    return None


def _unreadable(path: Path, file: str, error: OSError) -> Problem:
    """Tell of a file that an editor has closed; of a drive that fails is no problem of the book, and raised as PressError."""
    if error.errno not in {errno.EACCES, errno.EPERM, *NOT_THERE}:
        raise not_readable(path, error) from error
    return Problem(Place(file), *wording.unreadable(file, error.strerror or ""), rule="unreadable")


def neighbours(path: Path) -> list[str]:
    """Give the names in the folder of a path as they are spelled there, sorted; none without a folder.

    Raises PressError for a folder that cannot be read.
    """
    return names_in(path.parent)


def as_spelled(name: str, there: Iterable[str]) -> str | None:
    """Give a name as the folder spells it: macOS takes ä apart into a and two dots, and both are one name (Unicode NFC)."""
    wanted = unicodedata.normalize("NFC", name)
    return next((each for each in there if unicodedata.normalize("NFC", each) == wanted), None)


def _decoded(content: bytes) -> str:
    """Decode UTF-8 with or without byte order mark.

    A lone CR ends a line for YAML and for editors: it becomes LF, so that all count the same lines; CR LF stays as it is.
    """
    if content.startswith((codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)):
        raise UnicodeDecodeError("utf-32", content[:4], 0, 1, "UTF-32")
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) or _looks_like_utf16(content):
        raise UnicodeDecodeError("utf-16", content[:2], 0, 1, "UTF-16")
    return _LONE_CR.sub("\n", content.decode("utf-8-sig"))


def _looks_like_utf16(content: bytes) -> bool:
    """Recognise UTF-16 without a mark by its zero bytes: in German text every second byte is one."""
    start = content[:200]
    return len(start) > 3 and max(start[::2].count(0), start[1::2].count(0)) > len(start) // 4  # noqa: PLR2004 - a text in UTF-16 is longer


def _not_utf8(content: bytes, error: UnicodeDecodeError, file: str) -> Problem:
    if error.encoding in {"utf-16", "utf-32"}:
        return Problem(Place(file, 1, 1), *wording.wrong_encoding(error.reason), rule="encoding")
    at = error.start + (len(codecs.BOM_UTF8) if content.startswith(codecs.BOM_UTF8) else 0)
    lines = re.split(rb"\r\n?|\n", content[:at])
    column = len(lines[-1].decode("utf-8-sig", "replace")) + 1
    windows = any(0x80 <= byte < 0xA0 for byte in content)  # noqa: PLR2004 - Latin-1 has control codes there
    words = wording.wrong_encoding("Windows-1252" if windows else "ISO 8859-1 (Latin-1)", at, content[at])
    return Problem(Place(file, len(lines), column), *words, rule="encoding")
