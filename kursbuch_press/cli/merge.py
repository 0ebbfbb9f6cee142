"""``merge``: say what returns want of the sources, accept what is wanted, and take it back."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from kursbuch_press.cli import merge_dialogue
from kursbuch_press.cli import merge_wording as wording
from kursbuch_press.merge.choosing import Choice, choose
from kursbuch_press.merge.outcome import Change
from kursbuch_press.merge.report_json import report_json
from kursbuch_press.press import merging
from kursbuch_press.press.project import Project
from kursbuch_press.press.returning import read_return
from kursbuch_press.problems import PressError
from kursbuch_press.returns.returned import Returned


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what can be typed behind ``merge``."""
    parser.add_argument("files", nargs="*", type=Path, metavar="DATEI", help=wording.FILES)
    parser.add_argument("--accept", action="append", default=[], metavar="REGEL", help=wording.ACCEPT)
    parser.add_argument("--interactive", action="store_true", help=wording.INTERACTIVE)
    parser.add_argument("--undo", action="store_true", help=wording.UNDO)
    parser.add_argument("--draft", default="", metavar="KENNUNG", help=wording.DRAFT)
    parser.add_argument("--author", default="", metavar="NAME", help=wording.AUTHOR)
    parser.add_argument("--json", action="store_true", help=wording.JSON)


def run(parsed: argparse.Namespace) -> int:
    """Merge, or take the last merge back."""
    project = Project(parsed.project)
    if parsed.undo:
        for file in merging.undo(project):
            print(file)
        print(wording.UNDONE)
        return 0
    if not parsed.files:
        raise PressError(wording.NO_FILES, exit_code=2)
    returns, code = _read(project, parsed)
    if code:
        return code
    found = merging.look(project, returns)
    choice = choose(found.outcome, parsed.accept)
    merging.write_reports(found)
    if parsed.interactive:
        answered = merge_dialogue.talk(found, choice)
        if answered is None:
            print(wording.LEFT)
            return 0
        found, choice = answered
    if parsed.accept or parsed.interactive:
        _accept(found, choice, quiet=parsed.json)
        found = merging.look(project, returns)
        merging.write_reports(found)
    if parsed.json:
        print(report_json(found.outcome), end="")
    else:
        _show(found)
    return 0


def _read(project: Project, parsed: argparse.Namespace) -> tuple[list[Returned], int]:
    """Read every file; if one cannot be read, nothing is merged, since it might say otherwise than the others."""
    returns: list[Returned] = []
    code = 0
    for path in parsed.files:
        try:
            returns.append(read_return(project, path, parsed.draft, parsed.author))
        except PressError as error:
            print(wording.OF_FILE.format(path=path, message=error), file=sys.stderr)
            code = max(code, error.exit_code)
    return returns, code


def _accept(found: merging.Merging, choice: Choice, *, quiet: bool) -> None:
    accepted = merging.accept(found, choice)
    for each, reason in accepted.left_out:
        name = f"{each.number}" if isinstance(each, Change) else f"K{each.conflict.number}"
        print(wording.LEFT_OUT.format(number=name, reason=reason), file=sys.stderr)
    if quiet:
        return
    for file in accepted.files:
        print(file)
    count = len(accepted.changes) + sum(bool(each.operations) for each in accepted.conflicts)
    print(wording.ACCEPTED[count == 1].format(count=count) if accepted.files else wording.NOTHING_ACCEPTED)


def _show(found: merging.Merging) -> None:
    outcome = found.outcome
    for received in outcome.received:
        for notice in received.notices:
            print(wording.OF_FILE.format(path=received.file, message=notice))
    print(
        wording.FOUND.format(
            changes=len(outcome.changes),
            conflicts=len(outcome.conflicts),
            comments=len(outcome.comments),
            unplaced=len(outcome.unplaced),
        )
    )
    if outcome.conflicts:
        print(wording.CONFLICTS)
    print(wording.REPORT)
