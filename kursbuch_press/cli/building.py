"""``build``, where something has to be made: says what was made and shows warnings."""

from __future__ import annotations

import argparse
import difflib
import sys
import time

from kursbuch_press.cli import wording
from kursbuch_press.cli.new_wording import no_printer
from kursbuch_press.cli.output import Ticker, exit_code, show_problems
from kursbuch_press.pages.prepress.printers import printer_names
from kursbuch_press.press.build import Built, build, find_wanted
from kursbuch_press.press.making import plan_of
from kursbuch_press.press.products import PRODUCTS
from kursbuch_press.press.progress import heard_by, silent
from kursbuch_press.press.project import Project
from kursbuch_press.problems import BookError, listed


def run(parsed: argparse.Namespace) -> int:
    """Make what was asked for and is not up to date."""
    began = time.monotonic()
    ticker = Ticker()
    told = silent if parsed.quiet or parsed.json else ticker
    project = Project(parsed.project, parsed.printer)
    if parsed.printer and not _is_printer(parsed):
        return 2
    try:
        with heard_by(told):
            wanted, unknown = find_wanted(parsed.products, project)
            if unknown:
                return _not_known(unknown, project)
            built = build(wanted, project, slots=parsed.jobs, cluster=parsed.cluster)
    except BookError:
        ticker.clear()
        if not parsed.quiet and not parsed.json:
            print(wording.DIST_KEPT, file=sys.stderr)
        raise
    ticker.clear()
    _say(built, parsed, time.monotonic() - began)
    return max(exit_code(built.problems), *(each.exit_code for each in built.broken), 0)


def _is_printer(parsed: argparse.Namespace) -> bool:
    printers = printer_names(parsed.project)
    if parsed.printer not in printers:
        print(no_printer(parsed.printer, printers), file=sys.stderr)
    return parsed.printer in printers


def _say(built: Built, parsed: argparse.Namespace, seconds: float) -> None:
    if parsed.json or built.problems:
        show_problems(built.problems, as_json=parsed.json)
    for broken in built.broken:
        print(broken, file=sys.stderr)
    if built.failed and not parsed.json:
        files = listed((f"dist/{path}" for path in built.failed), most=99)
        print(wording.NOT_MADE.format(files=files), file=sys.stderr)
    if parsed.quiet or parsed.json:
        return
    for each in built.entries:
        count = wording.ONE_PAGE if each.pages == 1 else wording.PAGES.format(pages=each.pages)
        pages = f"  {count}" if each.pages else ""
        print(f"dist/{each.path}  {each.size // 1024} KB{pages}")
    shape = wording.ONE_BUILT if len(built.entries) == 1 else wording.BUILT
    print(shape.format(count=len(built.entries), folder="dist/", seconds=round(seconds, 1)))
    if built.current:
        print((wording.ONE_STAYED if built.current == 1 else wording.STAYED).format(count=built.current))


def _not_known(unknown: list[str], project: Project) -> int:
    names = [name for product in PRODUCTS for name in (product.name, *plan_of(project).paths[product.name])]
    for name in unknown:
        print(wording.NOT_KNOWN.format(name=name), file=sys.stderr)
        near = difflib.get_close_matches(name.removeprefix("dist/"), names, n=3, cutoff=0.5)
        if near:
            print(wording.NEAREST.format(names=listed(near, last="oder")), file=sys.stderr)
    print(wording.ALL_KNOWN, file=sys.stderr)
    return 2
