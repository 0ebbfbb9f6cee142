"""The commands, in the order in which help shows them."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from dataclasses import dataclass

from kursbuch_press.cli import build, check, draft, list_products, rename, returns, schema, wording


@dataclass(frozen=True, slots=True)
class Command:
    """A command: its name, one line for the list, a description, its arguments, and what it does."""

    name: str
    summary: str
    about: str
    arguments: Callable[[argparse.ArgumentParser], None]
    run: Callable[[argparse.Namespace], int]


def _nothing(parser: argparse.ArgumentParser) -> None:
    del parser


def _test(parsed: argparse.Namespace) -> int:
    """Never reached through build.py, which runs the tests itself; this is for ``python -m kursbuch_press.cli``."""
    del parsed
    print(wording.TEST_BY_FRONT_DOOR)
    return 2


COMMANDS = (
    Command("build", wording.BUILD, wording.BUILD_ABOUT, build.arguments, build.run),
    Command("check", wording.CHECK, wording.CHECK_ABOUT, check.arguments, check.run),
    Command("list", wording.LIST, wording.LIST_ABOUT, list_products.arguments, list_products.run),
    Command("draft", wording.DRAFT, wording.DRAFT_ABOUT, draft.arguments, draft.run),
    Command("returns", wording.RETURNS, wording.RETURNS_ABOUT, returns.arguments, returns.run),
    Command("rename", wording.RENAME, wording.RENAME_ABOUT, rename.arguments, rename.run),
    Command("schema", wording.SCHEMA, wording.SCHEMA_ABOUT, schema.arguments, schema.run),
    Command("test", wording.TEST, wording.TEST_BY_FRONT_DOOR, _nothing, _test),
)
