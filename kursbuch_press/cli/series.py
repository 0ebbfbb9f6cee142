"""``build … --for-list``: one handout for each row of a list; ``check --for-list``: whether each row fits its sheet."""

from __future__ import annotations

import argparse
import difflib
import os
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from kursbuch_press.cli import series_wording as wording
from kursbuch_press.cli.output import Ticker, show_problems
from kursbuch_press.press.judged_series import judged_series
from kursbuch_press.press.progress import heard_by, silent
from kursbuch_press.press.project import Project
from kursbuch_press.press.series import make_series, sheets_of
from kursbuch_press.problems import listed


def check(parsed: argparse.Namespace) -> int:
    """Say what would keep the sheets of a list from being made."""
    project = Project(parsed.project)
    names = [parsed.handout] if parsed.handout else []
    if _unknown(project, names):
        return 2
    sheets, problems = judged_series(project, parsed.for_list, names)
    if problems or parsed.json:
        show_problems(problems, as_json=parsed.json)
    elif not problems:
        print(wording.ONE_FITS if sheets == 1 else wording.ALL_FIT.format(count=sheets))
    return 1 if problems else 0


def _unknown(project: Project, names: Sequence[str]) -> bool:
    """Name the sheets that there are not, and those that there are."""
    known = [name.stem for name in sheets_of(project)]
    unknown = [name for name in names if name not in known]
    for name in unknown:
        print(wording.NO_SHEET.format(name=name), file=sys.stderr)
        near = difflib.get_close_matches(name, known, n=3, cutoff=0.4) or known
        print(wording.SHEETS.format(names=listed(near)) if near else wording.NO_SHEETS, file=sys.stderr)
    return bool(unknown)


def run(parsed: argparse.Namespace) -> int:
    """Make the sheets that were asked for, one of each for every row."""
    began = time.monotonic()
    project = Project(parsed.project)
    ticker = Ticker()
    names = [Path(name).name.removesuffix(".pdf") for name in parsed.products]
    if _unknown(project, names):
        return 2
    with heard_by(silent if parsed.quiet or parsed.json else ticker):
        series = make_series(project, parsed.for_list, names, parsed.jobs or os.cpu_count() or 1)
    ticker.clear()
    if not parsed.quiet and not parsed.json:
        sheets = len(series.files) - 2
        size = sum(series.files.values()) // 1024
        shape = wording.ONE_MADE if sheets == 1 else wording.MADE
        print(shape.format(count=sheets, folder=series.folder, size=size, seconds=round(time.monotonic() - began, 1)))
    return 0
