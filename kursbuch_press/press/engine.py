"""The one door to what sets type: fonts are closed off first, then the code that needs WeasyPrint is loaded.

Whatever needs no pages does without it: loading it takes longer than reading the book.
"""

from __future__ import annotations

import tempfile
from importlib import import_module
from pathlib import Path
from types import ModuleType

from kursbuch_press.pages.fonts import close_fontconfig
from kursbuch_press.press import wording
from kursbuch_press.press.project import Project
from kursbuch_press.problems import PressError


def load(project: Project, module: str) -> ModuleType:
    """Give a module that sets type; raises PressError where Pango or HarfBuzz cannot be loaded."""
    close_fontconfig(project.cache, *([Path(tempfile.tempdir, "fonts")] if tempfile.tempdir else []))
    try:
        return import_module(module)
    except OSError as error:
        raise PressError(wording.NO_PANGO.format(reason=error)) from error
