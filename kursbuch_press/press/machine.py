"""What of the machine and of the press itself goes into a product: code, locked packages, fonts, libraries, programs."""

from __future__ import annotations

import ctypes
import hashlib
import os
import platform
import shutil
import subprocess
import sysconfig
import zlib
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

from kursbuch_press.disk.looking import NOT_THERE, names_in, not_readable, paths_below
from kursbuch_press.disk.recording import ABSENT, record

PRESS = "press"
"""Under which name the press as a whole stands among the inputs of a product."""

_OPTIONS = {"--gs": "--version", "--pdftoppm": "-v"}
PROGRAMS = tuple(_OPTIONS)
"""Under which names the programs that a preflight may use are recorded."""

_PACKAGE = Path(__file__).resolve().parents[1]
_LOCK = "requirements.lock"
_NO_PRODUCT = "cli"
"""The room that only parses and prints: nothing of it is in a product."""

_LIBRARIES = {"Pango": ("libpango-1.0", "pango_version_string"), "HarfBuzz": ("libharfbuzz", "hb_version_string")}


@cache
def press() -> Mapping[str, str]:
    """Give everything that makes products, apart from the project: each file of the code, fonts, locked versions, libraries.

    It is looked up once, when the work begins: what is changed later has not been used.
    """
    return dict(_parts())


@cache
def press_digest() -> str:
    """Give one digest of the press."""
    lines = "".join(f"{name} {found}\n" for name, found in sorted(press().items()))
    return hashlib.sha256(lines.encode()).hexdigest()


def _parts() -> Iterator[tuple[str, str]]:
    for path in paths_below(str(_PACKAGE)):
        inside = path[len(str(_PACKAGE)) + 1 :].replace(os.sep, "/")
        if not inside.endswith(".pyc") and not inside.startswith(f"{_NO_PRODUCT}/"):
            yield f"{_PACKAGE.name}/{inside}", _digest(path)
    yield _LOCK, _digest(str(_PACKAGE.parent / _LOCK))
    packages = Path(sysconfig.get_path("purelib"))
    for name in names_in(packages):
        for path in paths_below(str(packages / name / "files")) if name.startswith("fontpkg_") else ():
            yield f"{name}/{os.path.basename(path)}", _digest(path)  # noqa: PTH119 - a string, see paths_below
    yield "Python", platform.python_version()
    yield "zlib", zlib.ZLIB_RUNTIME_VERSION
    for name, (library, function) in _LIBRARIES.items():
        yield name, _version(library, function)


def _digest(path: str) -> str:
    """Give the digest of a file of the press; raises PressError if it is there and cannot be read."""
    try:
        with open(path, "rb", buffering=0) as file:  # noqa: PTH123 - a string, see paths_below
            return hashlib.sha256(file.read()).hexdigest()
    except OSError as error:
        if error.errno in NOT_THERE:
            return ABSENT
        raise not_readable(path, error) from error


def _version(library: str, function: str) -> str:
    """Ask a library of the system for its version, under the names that it has on Linux and on macOS."""
    for name in (f"{library}.so.0", f"{library}.0.dylib"):
        try:
            ask = getattr(ctypes.CDLL(name), function)
        except (OSError, AttributeError):
            continue
        ask.restype = ctypes.c_char_p
        return str(ask().decode())
    return ABSENT


def asked(program: str) -> str:
    """Say what is found of a program of the machine, under the name by which it is recorded."""
    return version_of(shutil.which(program.removeprefix("--")), _OPTIONS[program])


def record_programs() -> None:
    """Record which programs of the machine a preflight has at hand, and of which version."""
    for program in PROGRAMS:
        record(program, asked(program))


@cache
def version_of(program: str | None, option: str) -> str:
    """Give the first line of what a program says of its version; both streams are read, as Poppler uses the other one."""
    if program is None:
        return ABSENT
    try:
        done = subprocess.run([program, option], capture_output=True, text=True, check=False, timeout=20)  # noqa: S603 - the program was found on the machine
    except (OSError, subprocess.SubprocessError):
        return ABSENT
    return next(iter((done.stdout + done.stderr).splitlines()), ABSENT)
