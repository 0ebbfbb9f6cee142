"""``questions``: what is still to be answered, with its places."""

from __future__ import annotations

import argparse

from kursbuch_press.cli import new_wording as wording
from kursbuch_press.cli.output import printable
from kursbuch_press.press.questions import questions_of
from kursbuch_press.sources import read_book


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what can be typed behind ``questions``: nothing."""
    del parser


def run(parsed: argparse.Namespace) -> int:
    """Print each open question with its place in the sources, and how many there are."""
    found = questions_of(read_book(parsed.project))
    for each in found:
        who = wording.ASKED.format(who=each.asked) if each.asked else ""
        print(printable(f"{each.place}: [{each.about}] {each.text}{who}"))
    print(wording.OPEN[min(len(found), 2)].format(count=len(found)))
    return 0
