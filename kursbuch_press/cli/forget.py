"""``forget``: a person's name leaves drafts, returns, the log and the questions."""

from __future__ import annotations

import argparse
import sys

from kursbuch_press.cli import merge_wording as wording
from kursbuch_press.press.forgetting import forget
from kursbuch_press.press.project import Project


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what can be typed behind ``forget``."""
    parser.add_argument("name", metavar="NAME", help=wording.FORGET_NAME)


def run(parsed: argparse.Namespace) -> int:
    """Forget somebody, and name what was changed and what an editor still has to change."""
    forgotten = forget(Project(parsed.project), parsed.name)
    for file in forgotten.changed:
        print(file)
    for file in forgotten.gone:
        print(wording.FORGET_GONE.format(file=file))
    for file in forgotten.left:
        print(wording.FORGET_LEFT.format(file=file), file=sys.stderr)
    print(wording.FORGOTTEN)
    return 1 if forgotten.left else 0
