"""``check``: judge the sources, or a finished file, without making anything. What was found before is said at once."""

from __future__ import annotations

import argparse
import sys
from dataclasses import replace
from importlib import import_module
from pathlib import Path

from kursbuch_press.cli import series_wording, wording
from kursbuch_press.cli.output import Ticker, show_problems
from kursbuch_press.press.checked import checked
from kursbuch_press.press.progress import heard_by, silent
from kursbuch_press.press.project import Project
from kursbuch_press.problems import Severity


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what can be typed behind ``check``."""
    parser.add_argument("what", nargs="?", choices=["print", "readable"], metavar="print|readable", help=wording.CHECK_WHAT)
    parser.add_argument("files", nargs="*", type=Path, metavar="DATEI", help=wording.CHECK_FILE)
    parser.add_argument("--printer", default="", metavar="NAME", help=wording.CHECK_PRINTER)
    parser.add_argument("--report", type=Path, metavar="ORDNER", help=wording.CHECK_REPORT)
    parser.add_argument("--seconds", type=float, default=120.0, metavar="N", help=wording.CHECK_SECONDS)
    parser.add_argument("--script", action="store_true", help=wording.CHECK_SCRIPT)
    parser.add_argument("--spelling", action="store_true", help=wording.CHECK_SPELLING)
    parser.add_argument("--for-list", type=Path, default=None, metavar="LISTE", help=series_wording.CHECK_LIST)
    parser.add_argument("--handout", default="", metavar="BLATT", help=series_wording.CHECK_HANDOUT)
    parser.add_argument("--json", action="store_true", help=wording.JSON)


def run(parsed: argparse.Namespace) -> int:
    """Judge the sources, or the file that was named."""
    if parsed.for_list:
        return int(import_module("kursbuch_press.cli.series").check(parsed))
    if parsed.handout:
        print(series_wording.NO_LIST, file=sys.stderr)
        return 2
    if parsed.script or parsed.what:
        return int(import_module("kursbuch_press.cli.judging_files").run(parsed))
    return _sources(parsed)


def _sources(parsed: argparse.Namespace) -> int:
    """Name everything that is wrong with the book, and count its chapters and measures if nothing keeps it from being made."""
    project = Project(parsed.project)
    ticker = Ticker()
    # All is made to be judged, which takes as long as a build: who looks on sees that it goes on. Logs hold findings alone.
    with heard_by(ticker if sys.stderr.isatty() and not parsed.json else silent):
        said = checked(project)
    ticker.clear()
    if parsed.spelling and not any(each.severity is Severity.ERROR for each in said.problems):
        unknown = import_module("kursbuch_press.press.spelling").spelling(project)
        said = replace(said, problems=tuple(sorted((*said.problems, *unknown))))
    if said.problems or parsed.json:
        show_problems(said.problems, as_json=parsed.json)
    if any(each.severity is Severity.ERROR for each in said.problems):
        return 1
    if not parsed.json:
        words = wording.MEASURES[said.measures == 1]
        print(wording.NO_PROBLEMS.format(chapters=said.chapters, measures=said.measures, measures_word=words))
    return 0
