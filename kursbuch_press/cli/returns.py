"""``returns``: say what comes back, and who still has what; nothing is changed."""

from __future__ import annotations

import argparse
import sys
from datetime import date, datetime
from pathlib import Path

from kursbuch_press.cli import wording
from kursbuch_press.press.project import Project
from kursbuch_press.press.returning import Out, copies, read_return, write_report
from kursbuch_press.problems import PressError, listed
from kursbuch_press.returns.report_json import ledger_record, report_json
from kursbuch_press.returns.returned import Returned
from kursbuch_press.returns.wording.report import summary


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what can be typed behind ``returns``."""
    parser.add_argument("files", nargs="*", type=Path, metavar="DATEI", help=wording.RETURN_FILES)
    parser.add_argument("--draft", default="", metavar="KENNUNG", help=wording.RETURN_DRAFT)
    parser.add_argument("--author", default="", metavar="NAME", help=wording.RETURN_AUTHOR)
    parser.add_argument("--json", action="store_true", help=wording.RETURN_JSON)


def run(parsed: argparse.Namespace) -> int:
    """Read each file and write its report; one that cannot be read does not stop the others."""
    project = Project(parsed.project)
    if not parsed.files:
        return _status(project)
    code = 0
    for path in parsed.files:
        try:
            returned = read_return(project, path, parsed.draft, parsed.author)
        except PressError as error:
            print(wording.OF_FILE.format(path=path, message=error), file=sys.stderr)
            code = max(code, error.exit_code)
            continue
        report = write_report(project, returned)
        if parsed.json:
            print(report_json(returned), end="")
        else:
            _show(path, returned, report.relative_to(project.folder))
        code = max(code, 1 if returned.ledger.remainder else 0)
    return code


def _show(path: Path, returned: Returned, report: Path) -> None:
    snapshot, ledger = returned.snapshot, returned.ledger
    found = summary(len(returned.changes), len(returned.comments), len(returned.unplaced))
    print(wording.RETURN_OF.format(path=path, name=snapshot.name, draft=snapshot.id, found=found))
    for notice in (*returned.notices, *dict.fromkeys(each.sentence for each in returned.refused)):
        print(f"  {notice}")
    print(f"  {wording.RETURN_LEDGER.format(**ledger_record(ledger))}")
    print(f"  {wording.REPORT_AT.format(path=report)}")


def _status(project: Project) -> int:
    """Say who has which draft."""
    today = datetime.now().astimezone().date()
    out = copies(project)
    if not out:
        print(wording.NOTHING_SENT)
    for each in out:
        print(_line(each, today))
    return 0


def _line(out: Out, today: date) -> str:
    who = out.sent.recipient or wording.NOBODY_NAMED
    if out.back:
        state = wording.CAME_BACK.format(files=listed(out.back))
    elif out.overdue(today):
        state = wording.OVERDUE.format(due=_german(out.sent.due), days=(today - date.fromisoformat(out.sent.due)).days)
    else:
        state = wording.STILL_OUT.format(due=_german(out.sent.due)) if out.sent.due else wording.STILL_OUT_OPEN
    return wording.COPY_LINE.format(who=who, title=out.title, draft=out.draft, sent=_german(out.sent.sent), state=state)


def _german(iso: str) -> str:
    day = date.fromisoformat(iso)
    return f"{day.day}. {day.month}. {day.year}"
