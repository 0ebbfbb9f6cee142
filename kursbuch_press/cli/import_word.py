"""``import``: a manuscript that somebody wrote in Word becomes a chapter."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from kursbuch_press.cli import merge_wording as wording
from kursbuch_press.cli.output import show_problems
from kursbuch_press.press.importing import import_file
from kursbuch_press.press.project import Project


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what can be typed behind ``import``."""
    parser.add_argument("file", type=Path, metavar="DATEI", help=wording.IMPORT_FILE)
    parser.add_argument("--chapter", required=True, metavar="KENNUNG", help=wording.IMPORT_CHAPTER)
    parser.add_argument("--pictures", action="store_true", help=wording.IMPORT_PICTURES)


def run(parsed: argparse.Namespace) -> int:
    """Write the chapter, and list what fits nowhere."""
    written = import_file(Project(parsed.project), parsed.file, parsed.chapter, pictures=parsed.pictures)
    for file in written.files:
        print(file)
    for sentence in written.left:
        print(wording.IMPORT_LEFT.format(sentence=sentence), file=sys.stderr)
    if written.problems:
        show_problems(written.problems, as_json=False)
    print(wording.IMPORTED.format(chapter=parsed.chapter))
    return 1 if written.problems else 0
