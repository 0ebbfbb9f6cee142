"""What is read is recorded while it is read: so the inputs of a product are what it was really made from.

A name is the absolute path of a file, or of a folder with the endings that were looked for in it, or ``--name`` for what was
asked of the machine or the command line. What was found there is a sha256, or a word of its own.
"""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from hashlib import file_digest, sha256
from pathlib import Path
from stat import S_ISREG

from kursbuch_press.disk import looking
from kursbuch_press.problems import PressError

Inputs = Mapping[str, str]

ABSENT = "–"
"""Found where no file is: that may change as well."""

UNREADABLE = "?"
"""Found where the system does not say what is there: that is something else than what was read, and than nothing."""

COLOUR_PROFILES = (
    Path("/usr/share/color/icc"),
    Path("/usr/local/share/color/icc"),
    Path("/Library/ColorSync/Profiles"),
    Path("C:/Windows/System32/spool/drivers/color"),
)
"""Where Linux, macOS and Windows keep colour profiles: the only folders outside the project that are searched."""

_BELOW = "/**/*"
_open: ContextVar[dict[str, str] | None] = ContextVar("inputs", default=None)


@contextmanager
def recording() -> Iterator[Inputs]:
    """Give the inputs that are read while the block runs; whoever records around it gets them too, when it ends."""
    inputs: dict[str, str] = {}
    token = _open.set(inputs)
    try:
        yield inputs
    finally:
        _open.reset(token)
        record_all(inputs)


def record(name: str, found: str) -> None:
    """Write down what was found under a name.

    A file that was something else when it was read before, in the same piece of work, is written down as both: so it counts as
    changed, whatever it is later.
    """
    inputs = _open.get()
    if inputs is None:
        return
    known = inputs.get(name, found)
    inputs[name] = known if found in known else f"{known} {found}"


def record_all(inputs: Inputs) -> None:
    """Write down what a piece of work has read that was done before and is used here."""
    for name, found in inputs.items():
        record(name, found)


def read_bytes(path: Path, limit: int = -1) -> bytes:
    """Read a file, or as many bytes of it as ``limit`` says; raises OSError. It is digested from what was read."""
    with path.open("rb") as file:
        content = file.read(limit)
    record(_name(path), sha256(content).hexdigest())
    return content


def is_file(path: Path) -> bool:
    """Whether there is a file; that there is none is an input like any other. Raises PressError where nobody can say."""
    there = looking.is_regular(path)
    if not there:
        record(_name(path), ABSENT)
    return there


def files_below(folder: Path, *endings: str) -> list[Path]:
    """Give all files in a folder, and in its folders, that have one of the endings, in the order of their paths.

    Raises PressError for a folder that cannot be read.
    """
    found = _files(folder, endings)
    record(_name(folder) + _BELOW + "|".join(endings), _names(folder, found))
    return found


def found_now(name: str) -> str:
    """Give what is found under a recorded path today."""
    folder, below, endings = name.partition(_BELOW)
    if not below:
        return digest_of(Path(name))
    try:
        return _names(Path(folder), _files(Path(folder), tuple(endings.split("|"))))
    except PressError:
        return UNREADABLE


def digest_of(path: Path) -> str:
    """Give the digest of a regular file; of anything else, such as a device that never ends, that nothing is there.

    What cannot be read is not as it was; whoever needs it will say why.
    """
    try:
        with open(os.open(path, os.O_RDONLY | os.O_NONBLOCK), "rb") as file:  # noqa: PTH123 - no opener of Path takes flags
            return file_digest(file, "sha256").hexdigest() if S_ISREG(os.fstat(file.fileno()).st_mode) else ABSENT
    except ValueError:
        return ABSENT
    except OSError as error:
        return ABSENT if error.errno in {*looking.NOT_THERE, errno.EISDIR, errno.ENXIO} else UNREADABLE


def _name(path: Path) -> str:
    return os.path.abspath(path)  # noqa: PTH100 - Path.absolute keeps "..", and resolve() would follow links


def _files(folder: Path, endings: tuple[str, ...]) -> list[Path]:
    return [path for path in looking.files_below(folder) if path.name.endswith(endings)]


def _names(folder: Path, files: list[Path]) -> str:
    names = "\n".join(path.relative_to(folder).as_posix() for path in files)
    return sha256(names.encode("utf-8", "surrogateescape")).hexdigest()
