"""``new``: begin another book in a folder of its own."""

from __future__ import annotations

import argparse
import os
import shlex
import sys
from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path
from typing import TypeVar

from kursbuch_press.cli import new_wording as wording
from kursbuch_press.pages.prepress.printers import load_printer, printer_names
from kursbuch_press.pages.prepress.profiles import find_profile
from kursbuch_press.press.beginning import (
    NewBook,
    begin,
    read_fields,
    read_issuer,
    read_title,
    read_trim,
    refuse_narrow,
    refuse_taken,
)
from kursbuch_press.problems import BookError, PressError, listed

T = TypeVar("T")
_INTERRUPTED = 130


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
    try:
        book = _asked(parsed)
    except KeyboardInterrupt:
        print(f"\n{wording.STOPPED}", file=sys.stderr)
        return _INTERRUPTED
    begin(parsed.project, folder, book)
    typed = shlex.quote(os.fspath(parsed.folder))
    print(wording.DONE.format(folder=folder, typed=typed))
    print(_lacking(folder, book.printer), end="")
    return 0


def _lacking(folder: Path, printer: str) -> str:
    """Say what this machine lacks for print files: whoever has just begun would take it for a mistake of the book."""
    try:
        find_profile(folder, printer, load_printer(folder, printer).condition)
    except BookError as error:
        return "".join(wording.LACKING.format(message=each.message, hint=each.hint) for each in error.problems)
    return ""


def _asked(parsed: argparse.Namespace) -> NewBook:
    """Give what was said of the book, in options or as answers."""
    printers = printer_names(parsed.project)
    title = _said(parsed.title, wording.ASK_TITLE, wording.DEFAULT_TITLE, read_title)
    issuer = _said(parsed.issuer, wording.ASK_ISSUER, wording.DEFAULT_ISSUER, read_issuer)
    fields = _fields(parsed.fields)
    ask_printer = wording.ASK_PRINTER.format(names=listed(printers))
    printer = _said(parsed.printer, ask_printer, wording.DEFAULT_PRINTER, lambda typed: _known(typed, printers))

    def trim_for_printer(typed: str) -> tuple[float, float]:
        return refuse_narrow(parsed.project, read_trim(typed), printer)

    trim = _said(parsed.trim, wording.ASK_TRIM, wording.DEFAULT_TRIM, trim_for_printer)
    return NewBook(title, issuer, fields, trim, printer, datetime.now().astimezone().date())


def _fields(typed: Sequence[str] | None) -> tuple[str, ...]:
    if typed:
        return read_fields(typed)
    return _said(None, wording.ASK_FIELDS, wording.DEFAULT_FIELDS, lambda answer: read_fields(answer.split(";")))


def _known(typed: str, printers: Sequence[str]) -> str:
    """Give the name of a printer profile as it is spelled; raises PressError where there is none."""
    for name in printers:
        if name.casefold() == typed.strip().casefold():
            return name
    raise PressError(wording.no_printer(typed[:40], printers), exit_code=2)


def _said(option: str | None, question: str, default: str, read: Callable[[str], T]) -> T:
    """Read what was typed behind an option, or ask until an answer can be read; nothing, or an end of input, is the default."""
    if option is not None:
        return read(option)
    if sys.stdin is None or sys.stdin.closed:
        return read(default)
    while True:
        print(f"{question} [{default}] ", end="", file=sys.stderr, flush=True)
        answer = sys.stdin.readline()
        if not answer.endswith("\n"):
            print(file=sys.stderr)
        try:
            return read(answer.strip() or default)
        except PressError as error:
            if not answer.endswith("\n"):
                raise
            print(error, file=sys.stderr)
