"""The inputs of a product as the manifest names them, and whether they are still the same."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from kursbuch_press.checks import Tools
from kursbuch_press.disk.changing import can_go
from kursbuch_press.disk.recording import ABSENT, Inputs, found_now
from kursbuch_press.pages.prepress.profiles import SYSTEM_FOLDERS
from kursbuch_press.press.machine import GHOSTSCRIPT, POPPLER, PRESS, press_digest, version_of
from kursbuch_press.press.project import Project
from kursbuch_press.press.reading import ASKED


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
    if name == GHOSTSCRIPT:
        return version_of(Tools.here().ghostscript, "--version")
    if name == POPPLER:
        return version_of(Tools.here().pdftoppm, "-v")
    if not name.startswith("/"):
        return found_now(f"{_absolute(project)}/{name}") if can_go(name) else ABSENT
    folder = Path(name.partition("/**/")[0])
    return found_now(name) if "/**/" not in name or folder in SYSTEM_FOLDERS else ABSENT


def changed(project: Project, inputs: Mapping[str, str]) -> list[str]:
    """Name the inputs that are not what they were."""
    return [name for name, before in inputs.items() if found(project, name) != before]


def _absolute(project: Project) -> str:
    return str(project.folder.absolute())
