"""layouts/press.yaml: what the press may take of the machine. Nothing of it is in a product, so it makes none outdated."""

from __future__ import annotations

import os
from contextvars import Context
from typing import Annotated

from pydantic import Field

from kursbuch_press.book.record import Record
from kursbuch_press.disk.looking import is_regular
from kursbuch_press.disk.recording import is_file
from kursbuch_press.press.project import Project
from kursbuch_press.problems import BookError, Problem
from kursbuch_press.sources import read_layout

FILE = "layouts/press.yaml"
_MEGABYTE = 1_000_000


class Settings(Record):
    """layouts/press.yaml."""

    cache_mb: Annotated[
        int, Field(ge=20, le=1_000_000, description="So viel darf .press/ von dem behalten, was sich neu machen lässt, in MB.")
    ] = 500


def settings(project: Project) -> Settings:
    """Read the settings, those of the press where a project has none; mistakes are raised as BookError.

    They are read outside of what is recorded: a smaller cache changes no file.
    """
    path = project.folder / FILE
    return Context().run(read_layout, path, Settings) if is_regular(path) else Settings()


def setting_problems(project: Project) -> tuple[Problem, ...]:
    """Give what is wrong with the settings; here the file is an input like any other."""
    path = project.folder / FILE
    try:
        if is_file(path):
            read_layout(path, Settings)
    except BookError as error:
        return error.problems
    return ()


def cache_limit(project: Project) -> int:
    """Give how many bytes .press/ may keep of what can be made again: KURSBUCH_CACHE_MB for once, or what the project says."""
    typed = os.environ.get("KURSBUCH_CACHE_MB", "")
    return (int(typed) if typed.isdecimal() else settings(project).cache_mb) * _MEGABYTE
