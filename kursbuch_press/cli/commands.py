"""The commands, in the order in which help shows them."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from typing import Any

from kursbuch_press.cli import merge_wording, new_wording, watch_wording, wording


@dataclass(frozen=True, slots=True)
class Command:
    """A command: its name, one line for the list, a description, and the file in cli/ that does it.

    The file is loaded when its command is typed, and not for the others: some need the whole press.
    """

    name: str
    summary: str
    about: str
    module: str

    @property
    def arguments(self) -> Callable[[argparse.ArgumentParser], None]:
        """Declares what can be typed behind the command."""
        declare: Callable[[argparse.ArgumentParser], None] = self._loaded("arguments")
        return declare

    @property
    def run(self) -> Callable[[argparse.Namespace], int]:
        """Does it; gives the exit code."""
        do: Callable[[argparse.Namespace], int] = self._loaded("run")
        return do

    def _loaded(self, name: str) -> Callable[..., Any]:
        function: Callable[..., Any] = getattr(import_module(f"kursbuch_press.cli.{self.module}"), name)
        return function


COMMANDS = (
    Command("build", wording.BUILD, wording.BUILD_ABOUT, "build"),
    Command("watch", watch_wording.WATCH, watch_wording.ABOUT, "watch"),
    Command("check", wording.CHECK, wording.CHECK_ABOUT, "check"),
    Command("list", wording.LIST, wording.LIST_ABOUT, "list_products"),
    Command("new", new_wording.NEW, new_wording.ABOUT, "new"),
    Command("questions", new_wording.QUESTIONS, new_wording.QUESTIONS_ABOUT, "questions"),
    Command("draft", wording.DRAFT, wording.DRAFT_ABOUT, "draft"),
    Command("returns", wording.RETURNS, wording.RETURNS_ABOUT, "returns"),
    Command("merge", merge_wording.MERGE, merge_wording.ABOUT, "merge"),
    Command("compare", merge_wording.COMPARE, merge_wording.COMPARE_ABOUT, "compare"),
    Command("import", merge_wording.IMPORT, merge_wording.IMPORT_ABOUT, "import_word"),
    Command("forget", merge_wording.FORGET, merge_wording.FORGET_ABOUT, "forget"),
    Command("rename", wording.RENAME, wording.RENAME_ABOUT, "rename"),
    Command("schema", wording.SCHEMA, wording.SCHEMA_ABOUT, "schema"),
    Command("test", wording.TEST, wording.TEST_BY_FRONT_DOOR, "test"),
)
