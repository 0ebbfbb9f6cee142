"""``test``: never reached through build.py, which runs the tests itself; this is for ``python -m kursbuch_press.cli``."""

from __future__ import annotations

import argparse

from kursbuch_press.cli import wording


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare nothing."""
    del parser


def run(parsed: argparse.Namespace) -> int:
    """Name the front door."""
    del parsed
    print(wording.TEST_BY_FRONT_DOOR)
    return 2
