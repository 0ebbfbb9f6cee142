"""``build``: make products. Where all that is wanted is up to date, nothing of the press is loaded to say so."""

from __future__ import annotations

import argparse
import re
import time
from importlib import import_module
from pathlib import Path

from kursbuch_press.cli import series_wording, wording
from kursbuch_press.cli.output import exit_code, show_problems
from kursbuch_press.press.project import Project
from kursbuch_press.press.standing import Stock, told
from kursbuch_press.problems import PressError


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what can be typed behind ``build``."""
    parser.add_argument("products", nargs="*", metavar="ERZEUGNIS", help=wording.PRODUCT)
    parser.add_argument("--printer", default="", metavar="NAME", help=wording.PRINTER)
    parser.add_argument("--for-list", type=Path, default=None, metavar="LISTE", help=series_wording.FOR_LIST)
    parser.add_argument("--quiet", "-q", action="store_true", help=wording.QUIET)
    parser.add_argument("--json", action="store_true", help=wording.JSON)
    parser.add_argument("--cluster", default="", metavar="ADRESSE", help=wording.CLUSTER)
    parser.add_argument("--jobs", type=_count, default=None, metavar="ZAHL", help=wording.JOBS)


def _count(typed: str) -> int:
    if not re.fullmatch(r"0*[1-9][0-9]{0,3}", typed):
        raise argparse.ArgumentTypeError(wording.NO_COUNT.format(typed=typed[:20]))
    return int(typed)


def run(parsed: argparse.Namespace) -> int:
    """Make what was asked for, unless it is up to date."""
    if parsed.for_list:
        if parsed.printer:
            raise PressError(series_wording.NOT_WITH, exit_code=2)
        return int(import_module("kursbuch_press.cli.series").run(parsed))
    began = time.monotonic()
    stock = Stock(Project(parsed.project, parsed.printer))
    wanted = _up_to_date(stock, parsed.products)
    if not wanted:
        return int(import_module("kursbuch_press.cli.building").run(parsed))
    assert stock.plan is not None, "without a plan nothing is up to date"
    problems = told(stock.plan, (each for job in wanted for each in stock.files(job)))
    if parsed.json or problems:
        show_problems(problems, as_json=parsed.json)
    if not parsed.quiet and not parsed.json:
        print(wording.ALL_CURRENT.format(count=len(wanted), seconds=_seconds(time.monotonic() - began)))
    return exit_code(problems)


def _seconds(seconds: float) -> str:
    return f"{seconds:.1f}".replace(".", ",")


def _up_to_date(stock: Stock, names: list[str]) -> list[str]:
    """Give the files that were asked for if all of them are known and up to date, else nothing."""
    plan = stock.plan
    if plan is None:
        return []
    every = {path for paths in plan.paths.values() for path in paths}
    asked = [plan.paths.get(name, (name.removeprefix("dist/"),)) for name in names or plan.paths]
    wanted = [path for paths in asked for path in paths]
    return wanted if all(path in every and stock.is_current(path) for path in wanted) else []
