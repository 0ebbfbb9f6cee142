"""``check print`` and ``check readable``: judging finished files, also those that were made elsewhere."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from kursbuch_press.checks import Verdict, script_of
from kursbuch_press.checks.findings import Finding
from kursbuch_press.checks.german import runs
from kursbuch_press.checks.report.findings import grouped
from kursbuch_press.checks.wording.remedies import remedy_for
from kursbuch_press.checks.wording.report import SEVERITIES
from kursbuch_press.cli import wording
from kursbuch_press.cli.output import printable
from kursbuch_press.press.judging import Reported, Waiting, given_out, judge_for_print, judge_for_readers
from kursbuch_press.press.project import Project
from kursbuch_press.problems import FileError, PressError, Severity


def run(parsed: argparse.Namespace) -> int:
    """Judge the files that were named, or say what a screen reader says of them."""
    if parsed.script:
        return _scripts(parsed)
    return _print_file(parsed) if parsed.what == "print" else _readable_files(parsed)


def _print_file(parsed: argparse.Namespace) -> int:
    """Judge a print file, also one that was made elsewhere."""
    if len(parsed.files) > 1:
        raise PressError(wording.ONE_FILE, exit_code=2)
    project = Project(parsed.project, parsed.printer)
    file = next(iter(parsed.files), None)
    try:
        reported = judge_for_print(project, file, parsed.report, _waiting(parsed, project.dist))
    except FileError as error:
        return _unreadable_print_file(file, error, parsed)
    _show(reported, parsed)
    return 0 if reported.verdict.passed else 1


def _unreadable_print_file(file: Path | None, error: FileError, parsed: argparse.Namespace) -> int:
    """Give the verdict on a file that nobody can read, so that nobody can print it either."""
    print(printable(str(error)), file=sys.stderr)
    if parsed.json:
        print(json.dumps(_unreadable(file or Path(), error), ensure_ascii=False, indent=1))
    else:
        print(wording.TECHNICAL.format(verdict=wording.VERDICT[False]))
        print(wording.SAVE_ANEW)
    return error.exit_code


def _unreadable(path: Path, error: FileError) -> dict[str, object]:
    return {"file": printable(path.name), "passed": False, "unreadable": str(error)}


def _waiting(parsed: argparse.Namespace, path: Path) -> Waiting:
    """Tell after two seconds that a file is still being judged: some take minutes."""

    def tell(seconds: int) -> None:
        name = parsed.files[0] if parsed.what == "print" and parsed.files else path
        print(printable(wording.STILL_JUDGING.format(path=name, seconds=seconds)), file=sys.stderr, flush=True)

    return Waiting(parsed.seconds, tell)


def _show(reported: Reported, parsed: argparse.Namespace) -> None:
    verdict = reported.verdict
    if parsed.json:
        print(reported.json.encode("utf-8", "replace").decode())
        return
    for line in _lines(verdict):
        print(printable(line))
    print(printable(wording.JUDGED_AS.format(part=verdict.about.part, printer=verdict.about.printer)))
    print(wording.TECHNICAL.format(verdict=wording.VERDICT[verdict.passed]))
    print(wording.RELEASED.format(verdict=wording.VERDICT[verdict.released]))
    print(printable(wording.REPORT_AT.format(path=reported.report)))


_MOST_VALUES = 3
_MOST_LINES = 8
"""Findings of one check that are printed; all of them stand in the report."""


def _readable_files(parsed: argparse.Namespace) -> int:
    """Judge whether everybody can read files, also foreign ones; one that cannot be judged does not stop the others."""
    paths: list[Path] = parsed.files or given_out(Project(parsed.project))
    if not paths:
        raise PressError(wording.NOTHING_TO_READ, exit_code=2)
    code = 0
    written: list[object] = []
    for path in paths:
        try:
            reported = judge_for_readers(path, parsed.report, _waiting(parsed, path))
        except PressError as error:
            print(printable(wording.OF_FILE.format(path=path, message=error)), file=sys.stderr)
            code = max(code, error.exit_code)
            if isinstance(error, FileError):
                written.append(_unreadable(path, error))
                if not parsed.json:
                    print(printable(wording.READABLE.format(path=path, verdict=wording.UNREADABLE)))
                    print(wording.SAVE_ANEW)
        else:
            written.append(json.loads(reported.json))
            code = max(code, 0 if reported.verdict.passed else 1)
            if not parsed.json:
                _show_readable(path, reported)
    if parsed.json:
        print(json.dumps(written, ensure_ascii=False, indent=1))
    return code


def _scripts(parsed: argparse.Namespace) -> int:
    """Print what a screen reader says of files."""
    if parsed.what != "readable":
        raise PressError(wording.SCRIPT_ALONE, exit_code=2)
    code = 0
    for path in parsed.files or [path for path in given_out(Project(parsed.project)) if path.suffix == ".pdf"]:
        try:
            lines = (wording.SCRIPT_OF.format(path=path), *script_of(path).splitlines())
            print("\n".join(printable(line) for line in lines))
        except PressError as error:
            print(printable(wording.OF_FILE.format(path=path, message=error)), file=sys.stderr)
            code = max(code, error.exit_code)
    return code


def _show_readable(path: Path, reported: Reported) -> None:
    for line in _lines(reported.verdict):
        print(printable(line))
    print(printable(wording.READABLE.format(path=path, verdict=wording.READABLE_VERDICT[reported.verdict.passed])))
    print(printable(wording.REPORT_AT.format(path=reported.report)))


def _lines(verdict: Verdict) -> Iterator[str]:
    """Tell of errors and warnings, a few of each check; what only a person can judge stands in the report."""
    for check in verdict.checks:
        told = grouped([finding for finding in check.findings if finding.severity is not Severity.NOTE])
        for group in told[:_MOST_LINES]:
            yield f"{check.title}: {_line(group)}"
        if len(told) > _MOST_LINES:
            yield wording.MORE_FINDINGS.format(title=check.title, count=len(told) - _MOST_LINES)
        if told and (remedy := remedy_for(verdict.about.kind, check.check)):
            yield wording.WAY_OUT.format(remedy=remedy)


def _line(group: Sequence[Finding]) -> str:
    """Say what was found on one page or several: how bad, where, what, how much, and where the rule is written."""
    first = group[0]
    pages = sorted({finding.page for finding in group if finding.page})
    where = (wording.ON_PAGES if len(pages) > 1 else wording.ON_PAGE).format(page=runs(pages)) if pages else ""
    measured = ", ".join(list(dict.fromkeys(finding.measured for finding in group if finding.measured))[:_MOST_VALUES])
    amount = wording.AMOUNT.format(measured=measured, limit=first.limit) if measured and first.limit else ""
    clause = f" [{first.clause}]" if str(first.clause) else ""
    return f"{SEVERITIES[first.severity]}: {where}{first.message}{amount}{clause}"
