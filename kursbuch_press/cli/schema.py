"""``schema``: write the JSON Schemas that YAML editors read."""

from __future__ import annotations

import argparse

from kursbuch_press.cli import wording
from kursbuch_press.sources import write_schema


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what can be typed behind ``schema``: nothing."""
    del parser


def run(parsed: argparse.Namespace) -> int:
    """Write every schema that has changed."""
    folder = parsed.project / "sources" / "schema"
    before = {path: path.read_bytes() for path in folder.glob("*.json")}
    for path in write_schema(folder):
        shape = wording.UNCHANGED if before.get(path) == path.read_bytes() else wording.WROTE
        print(shape.format(path=path.relative_to(parsed.project).as_posix()))
    return 0
