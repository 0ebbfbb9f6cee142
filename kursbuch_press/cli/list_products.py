"""``list``: name the products and say how they stand."""

from __future__ import annotations

import argparse

from kursbuch_press.cli import wording
from kursbuch_press.press.project import Project
from kursbuch_press.press.standing import standing


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what can be typed behind ``list``: nothing."""
    del parser


def run(parsed: argparse.Namespace) -> int:
    """Print every product with its files."""
    for product, files in standing(Project(parsed.project)):
        print(f"{product.name:<10} {product.title}")
        for file in files:
            print(f"           {file.path:<50} {wording.STATES[file.state]}")
    return 0
