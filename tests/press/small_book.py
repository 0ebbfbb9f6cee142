"""A small book for tests that build: title, imprint and one chapter, so that a build takes seconds."""

from __future__ import annotations

import json
import re
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.shipped import copy_project, press

CHAPTER = """\
id: bilder
kind: chapter
title: Bilder
blocks:
  - id: erst
    text: Ein Absatz, der auf jeder Platte nur schwarz sein darf.
{blocks}"""

FIGURE = """\
  - id: abb-{number}
    kind: figure
    picture: {picture}
    width: {width}
    caption: Bild {number}
    {meaning}
"""

WORDS = """\
  - id: text-{number}
    text: >-
      {words}
"""


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture in the small book, with its width in percent of the type area."""

    name: str
    width: int = 100
    decorative: bool = False

    @property
    def meaning(self) -> str:
        """The line that says what it shows."""
        return "decorative: true" if self.decorative else "alt: Ein Bild zum Prüfen"


def small_book(folder: Path, pictures: Sequence[Picture] = (), pages: int = 0) -> Path:
    """Make a project with a few pages, the pictures one after the other, and about so many pages of text."""
    project = copy_project(folder)
    chapters = project / "sources/chapters"
    for path in chapters.glob("*.yaml"):
        if path.stem not in {"titel", "impressum"}:
            path.unlink()
    kursbuch = project / "sources/kursbuch.yaml"
    text = kursbuch.read_text("utf-8").partition("\nchapters:")[0]
    kursbuch.write_text(f"{text}\nchapters:\n  - titel\n  - impressum\n  - bilder\n", "utf-8")
    summary = project / "sources/leichte-sprache.yaml"
    summary.write_text(re.sub(r"(?m)^    chapter: .*\n", "", summary.read_text("utf-8")), "utf-8")
    shown = [
        FIGURE.format(number=at, picture=each.name, width=each.width, meaning=each.meaning)
        for at, each in enumerate(pictures, 1)
    ]
    words = " ".join(["Das Wort zählt hier nicht, nur dass es Seiten füllt."] * 40)
    filled = [WORDS.format(number=at, words=words) for at in range(pages)]
    (chapters / "bilder.yaml").write_text(CHAPTER.format(blocks="".join([*shown, *filled])), "utf-8")
    (project / "sources/pictures").mkdir(exist_ok=True)
    return project


def build(project: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Build products of a project, at most one file at once."""
    return press("build", *arguments, "--jobs", "1", project=project)


def set_line(file: Path, key: str, line: str) -> None:
    """Put a line in the place of the one that sets a key at the margin of a YAML file."""
    text, count = re.subn(rf"(?m)^{re.escape(key)}:.*$", line, file.read_text("utf-8"))
    assert count == 1, f"{key} stands {count} times in {file.name}"
    file.write_text(text, "utf-8")


def manifest(project: Path) -> dict[str, dict[str, object]]:
    """Give the entries of the manifest by their paths."""
    entries = json.loads((project / "dist/manifest.json").read_text("utf-8"))["products"]
    return {entry["path"]: entry for entry in entries}
