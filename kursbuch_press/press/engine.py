"""The one door to what sets type: fonts are closed off first, then the code that needs WeasyPrint is loaded.

Whatever needs no pages does without it: loading it takes longer than reading the book.
"""

from __future__ import annotations

import ctypes.util
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from pathlib import Path
from types import ModuleType

from kursbuch_press.pages.fonts import close_fontconfig
from kursbuch_press.press import wording
from kursbuch_press.press.project import Project
from kursbuch_press.problems import PressError


def load(project: Project, module: str) -> ModuleType:
    """Give a module that sets type; raises PressError where Pango or HarfBuzz cannot be loaded."""
    spare = [Path(tempfile.tempdir, "fonts")] if tempfile.tempdir else []
    close_fontconfig(project.cache, *spare, project=project.folder)
    try:
        with _found_by_the_linker_alone():
            return import_module(module)
    except OSError as error:
        raise PressError(wording.NO_PANGO.format(reason=error)) from error


@contextmanager
def _found_by_the_linker_alone() -> Iterator[None]:
    """Let libraries be found by their names alone: Python's own search would run ldconfig, gcc and ld from the PATH."""
    search = ctypes.util.find_library
    if sys.platform.startswith("linux"):
        ctypes.util.find_library = lambda name: None  # noqa: ARG005 - called by that name
    try:
        yield
    finally:
        ctypes.util.find_library = search
