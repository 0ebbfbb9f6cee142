"""``rename``: another id for a thing, everywhere in the sources."""

from __future__ import annotations

import argparse

from kursbuch_press.cli import wording
from kursbuch_press.press.project import Project
from kursbuch_press.press.renaming import rename_in


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what can be typed behind ``rename``."""
    parser.add_argument("old", metavar="ALT", help=wording.RENAME_OLD)
    parser.add_argument("new", metavar="NEU", help=wording.RENAME_NEW)


def run(parsed: argparse.Namespace) -> int:
    """Rename, and name the files that are others now."""
    files = rename_in(Project(parsed.project), parsed.old, parsed.new)
    for file in files:
        print(file)
    print(wording.RENAMED[len(files) == 1].format(old=parsed.old, new=parsed.new, count=len(files)))
    return 0
