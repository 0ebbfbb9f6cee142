"""``new``: begin another book in a folder of its own."""

from __future__ import annotations

import argparse
import os
import shlex
import sys
from datetime import datetime
from pathlib import Path

from kursbuch_press.cli import new_wording as wording
from kursbuch_press.pages.prepress.printers import printer_names
from kursbuch_press.press.beginning import NewBook, begin, read_trim, refuse_taken
from kursbuch_press.problems import PressError, listed


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what can be typed behind ``new``."""
    parser.add_argument("folder", metavar="ORDNER", type=Path, help=wording.FOLDER)
    parser.add_argument("--title", metavar="TITEL", help=wording.TITLE)
    parser.add_argument("--issuer", metavar="NAME", help=wording.ISSUER)
    parser.add_argument("--field", dest="fields", action="append", metavar="TITEL", help=wording.FIELD)
    parser.add_argument("--trim", metavar="BREITExHÖHE", help=wording.TRIM)
    parser.add_argument("--printer", metavar="NAME", help=wording.PRINTER)


def run(parsed: argparse.Namespace) -> int:
    """Ask for what was not said, write the book, and say what to type next."""
    folder = Path(os.path.abspath(parsed.folder.expanduser()))  # noqa: PTH100 - resolve() would follow a link, which is refused
    refuse_taken(folder)
    printers = printer_names(parsed.project)
    title = _said(parsed.title, wording.ASK_TITLE, wording.DEFAULT_TITLE)
    issuer = _said(parsed.issuer, wording.ASK_ISSUER, wording.DEFAULT_ISSUER)
    fields = parsed.fields or _said(None, wording.ASK_FIELDS, wording.DEFAULT_FIELDS).split(";")
    trim = read_trim(_said(parsed.trim, wording.ASK_TRIM, wording.DEFAULT_TRIM))
    printer = _said(parsed.printer, wording.ASK_PRINTER.format(names=listed(printers)), wording.DEFAULT_PRINTER)
    if printer not in printers:
        raise PressError(wording.no_printer(printer[:40], printers), exit_code=2)
    begin(
        parsed.project,
        folder,
        NewBook(title, issuer, tuple(fields), trim, printer, datetime.now().astimezone().date()),
    )
    typed = shlex.quote(os.fspath(parsed.folder))
    print(wording.DONE.format(folder=folder, typed=typed))
    return 0


def _said(option: str | None, question: str, default: str) -> str:
    """Give what was typed behind an option or answers the question; nothing means the default, and so does an end of input."""
    if option is not None:
        return option
    if sys.stdin is None or sys.stdin.closed:
        return default
    print(f"{question} [{default}] ", end="", file=sys.stderr, flush=True)
    answer = sys.stdin.readline()
    if not answer.endswith("\n"):
        print(file=sys.stderr)
    return answer.strip() or default
