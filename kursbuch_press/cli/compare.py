"""``compare``: which pages differ between two finished PDF files."""

from __future__ import annotations

import argparse
from pathlib import Path

from kursbuch_press.cli import merge_wording as wording
from kursbuch_press.pages.changed_pages import changed_pages


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what can be typed behind ``compare``."""
    parser.add_argument("old", type=Path, metavar="ALT.pdf", help=wording.COMPARE_OLD)
    parser.add_argument("new", type=Path, metavar="NEU.pdf", help=wording.COMPARE_NEW)


def run(parsed: argparse.Namespace) -> int:
    """List the pages, each by its place in the file and by what is printed on it."""
    found = changed_pages(parsed.old, parsed.new)
    for sentence, pages in (
        (wording.COMPARE_CHANGED, found.changed),
        (wording.COMPARE_ADDED, found.added),
        (wording.COMPARE_GONE, found.gone),
    ):
        if pages:
            print(sentence.format(pages=", ".join(pages)))
    if not (found.changed or found.added or found.gone):
        print(wording.COMPARE_SAME)
    return 0
