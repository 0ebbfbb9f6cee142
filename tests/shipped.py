"""The shipped book, built once for all tests that read finished files, also when tests run in several processes."""

from __future__ import annotations

import fcntl
import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import yaml

from kursbuch_press.book.vocabulary import Vocabulary
from kursbuch_press.sources import read_layout

PROJECT = Path(__file__).resolve().parents[1]
PROGRAMS = {"PATH": os.environ.get("PATH", "")}
"""The programs of the machine, as a build of the shipped book has them."""


def vocabulary() -> Vocabulary:
    """Give the shipped words of the product."""
    return read_layout(PROJECT / "layouts/words/de.yaml", Vocabulary)


@dataclass(frozen=True, slots=True)
class ShippedPage:
    """The page of the shipped book in mm, and its typefaces, read from the two files that say so and by nobody else."""

    width: float
    height: float
    top: float
    bottom: float
    inner: float
    outer: float
    line: float
    text: str
    display: str

    @property
    def measure(self) -> float:
        """How wide a line is, in mm."""
        return self.width - self.inner - self.outer


def shipped_page() -> ShippedPage:
    """Read how large a page of the shipped book is and what it is set in."""
    trim = yaml.safe_load((PROJECT / "sources/kursbuch.yaml").read_text("utf-8"))["trim"]
    geometry = yaml.safe_load((PROJECT / "layouts/geometry.yaml").read_text("utf-8"))
    return ShippedPage(**trim, **geometry["margins"], line=geometry["line"], **geometry["faces"])


def copy_project(folder: Path) -> Path:
    """Copy what a build reads into a new folder."""
    for name in ("sources", "layouts"):
        shutil.copytree(PROJECT / name, folder / name)
    return folder


def press(*arguments: str, project: Path, environment: Mapping[str, str] | None = None) -> subprocess.CompletedProcess[str]:
    """Run the command line on a project, as build.py would after its checks.

    Programs of the machine are out of its reach: what Ghostscript adds to a preflight would make each build a third longer.
    """
    command = [sys.executable, "-m", "kursbuch_press.cli", *arguments, "--project", str(project)]
    values = {**os.environ, "PYTHONPATH": str(PROJECT), "PATH": "", **(environment or {})}
    return subprocess.run(command, capture_output=True, text=True, check=False, env=values, cwd=project)


def build_once(shared: Path) -> Path:
    """Make the shipped book below a folder that all test processes share; the first to come makes it, the others wait.

    Where all products of the checkout are up to date (CI builds them before it tests), they are taken as they are.
    """
    folder = shared / "shipped"
    with (shared / "shipped.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not (folder / "dist" / "manifest.json").is_file():
            shutil.rmtree(folder, ignore_errors=True)
            folder.mkdir()
            copy_project(folder)
            if _all_made(PROJECT):
                for name in ("dist", ".press"):
                    shutil.copytree(PROJECT / name, folder / name)
            else:
                done = press("build", "--quiet", project=folder, environment=PROGRAMS)
                assert done.returncode == 0, done.stderr
    return folder / "dist"


def _all_made(project: Path) -> bool:
    """Say whether the list calls every product up to date and nothing else lies in dist/."""
    if not (project / "dist/manifest.json").is_file() or not (project / ".press").is_dir():
        return False
    said = press("list", project=project, environment=PROGRAMS).stdout
    made = {entry["path"] for entry in json.loads((project / "dist/manifest.json").read_text("utf-8"))["products"]}
    states = dict(re.findall(r"^ +(\S+) +(\w+)$", said, re.MULTILINE))
    there = {path.relative_to(project / "dist").as_posix() for path in (project / "dist").rglob("*") if path.is_file()}
    return there == made | {"manifest.json"} and set(states.values()) == {"aktuell"}
