"""``draft``: send the book or some chapters to co-authors."""

from __future__ import annotations

import argparse
import re
from datetime import date, datetime

from kursbuch_press.cli import merge_wording, wording
from kursbuch_press.cli.output import Ticker
from kursbuch_press.press.progress import heard_by
from kursbuch_press.press.project import Project
from kursbuch_press.press.redlining import redline_since
from kursbuch_press.press.sending import Terms, send
from kursbuch_press.problems import PressError


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what can be typed behind ``draft``."""
    parser.add_argument("chapters", nargs="*", metavar="KAPITEL", help=wording.DRAFT_CHAPTERS)
    parser.add_argument("--for", dest="recipients", action="append", default=[], metavar="NAME", help=wording.DRAFT_FOR)
    parser.add_argument("--due", type=_day, default=None, metavar="TAG", help=wording.DRAFT_DUE)
    parser.add_argument("--since", default="", metavar="ENTWURF", help=merge_wording.SINCE)
    parser.add_argument("--pdf", action="store_true", help=merge_wording.SINCE_PDF)


def _day(typed: str) -> date:
    german = re.fullmatch(r"(\d{1,2})\.\s*(\d{1,2})\.\s*(\d{4})", typed.strip())
    try:
        return date(int(german[3]), int(german[2]), int(german[1])) if german else date.fromisoformat(typed.strip())
    except ValueError:
        raise argparse.ArgumentTypeError(wording.NO_DAY.format(typed=typed[:20])) from None


def run(parsed: argparse.Namespace) -> int:
    """Write a copy for each recipient and say where it lies."""
    if parsed.since or parsed.pdf:
        return _redline(parsed)
    ticker = Ticker()
    recipients = [" ".join(name.split()) for name in parsed.recipients if name.strip()]
    until = Terms(parsed.due, datetime.now().astimezone().date())
    with heard_by(ticker):
        copies = send(Project(parsed.project), parsed.chapters, recipients, until)
    ticker.clear()
    for copy in copies:
        print(f"{copy.path}{wording.FOR_WHOM.format(name=copy.recipient) if copy.recipient else ''}")
    print(wording.DRAFT_SENT.format(draft=copies[0].draft))
    return 0


def _redline(parsed: argparse.Namespace) -> int:
    """Write what changed since an earlier draft."""
    if not parsed.since or parsed.recipients or parsed.due:
        raise PressError(merge_wording.SINCE_ALONE, exit_code=2)
    ticker = Ticker()
    with heard_by(ticker):
        files = redline_since(Project(parsed.project), parsed.since, parsed.chapters, pdf=parsed.pdf)
    ticker.clear()
    for file in files:
        print(file)
    return 0
