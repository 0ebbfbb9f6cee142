"""The inputs of a product as the manifest names them, and whether they are still the same."""

from __future__ import annotations

from pathlib import Path

from kursbuch_press.disk.changing import can_go
from kursbuch_press.disk.recording import ABSENT, COLOUR_PROFILES, Inputs, found_now
from kursbuch_press.press.machine import PRESS, PROGRAMS, asked, press_digest
from kursbuch_press.press.project import ASKED, Project

CONTENT = "content"
"""Under which name stands what the YAML of sources/ says, apart from how it is written."""


def named(project: Project, read: Inputs) -> dict[str, str]:
    """Name what was read from the project folder on, so that a project can be moved; the press is one of the inputs."""
    folder = f"{_absolute(project)}/"
    return dict(sorted({**{name.removeprefix(folder): found for name, found in read.items()}, PRESS: press_digest()}.items()))


def found(project: Project, name: str) -> str:
    """Give what is found under the name of an input today; anybody may have written the name, so few folders are searched."""
    if name == PRESS:
        return press_digest()
    if name == ASKED:
        return project.printer
    if name in PROGRAMS:
        return asked(name)
    if not name.startswith("/"):
        return found_now(f"{_absolute(project)}/{name}") if can_go(name) else ABSENT
    folder = Path(name.partition("/**/")[0])
    return found_now(name) if "/**/" not in name or folder in COLOUR_PROFILES else ABSENT


def named_parts(name: str) -> tuple[str, str]:
    """Divide the name of what was looked for in a folder: the folder and the endings; a file has no endings."""
    folder, _, endings = name.partition("/**/*")
    return folder, endings


def _absolute(project: Project) -> str:
    return str(project.folder.absolute())
