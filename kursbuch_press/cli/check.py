"""``check``: judge the sources, or a finished file, without making anything."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator
from pathlib import Path

from kursbuch_press.checks import Known, Tools, Verdict, draw_pictures, judge_print, report_html, report_json
from kursbuch_press.checks.accessible import ReadableVerdict, judge_readable, readable_report_html, readable_report_json
from kursbuch_press.checks.wording.readable_report import SEVERITIES
from kursbuch_press.cli import wording
from kursbuch_press.cli.output import show_problems
from kursbuch_press.press.dist import put
from kursbuch_press.press.preflight import wish_of
from kursbuch_press.press.products.print_interior import PATH as INTERIOR
from kursbuch_press.press.workshop import Workshop
from kursbuch_press.problems import PressError, Severity


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what can be typed behind ``check``."""
    parser.add_argument("what", nargs="?", choices=["print", "readable"], metavar="print|readable", help=wording.CHECK_WHAT)
    parser.add_argument("files", nargs="*", type=Path, metavar="DATEI", help=wording.CHECK_FILE)
    parser.add_argument("--printer", metavar="NAME", help=wording.CHECK_PRINTER)
    parser.add_argument("--report", type=Path, metavar="ORDNER", help=wording.CHECK_REPORT)
    parser.add_argument("--json", action="store_true", help=wording.JSON)


def run(parsed: argparse.Namespace) -> int:
    """Judge the sources, or the file that was named."""
    if parsed.what == "print":
        return _print_file(parsed)
    if parsed.what == "readable":
        return _readable_files(parsed)
    return _sources(parsed)


def _sources(parsed: argparse.Namespace) -> int:
    """Read and compose the book, and name everything that is wrong with it."""
    workshop = Workshop(parsed.project)
    problems = workshop.problems
    if problems or parsed.json:
        show_problems(problems, as_json=parsed.json)
    if any(problem.severity is Severity.ERROR for problem in problems):
        return 1
    chapters = workshop.manuscript.chapters
    book = workshop.reading.book
    assert book is not None, "a book without errors was read"
    measures = sum(len(chapter.measures) for chapter in book.field_chapters)
    if not parsed.json:
        words = wording.MEASURES[measures == 1]
        print(wording.NO_PROBLEMS.format(chapters=len(chapters), measures=measures, measures_word=words))
    return 0


def _print_file(parsed: argparse.Namespace) -> int:
    """Judge a print file, also one that was made elsewhere, and write the report beside it or where it is wanted."""
    from kursbuch_press.pages.prepress.printers import load_printer

    workshop = Workshop(parsed.project)
    if len(parsed.files) > 1:
        raise PressError(wording.ONE_FILE, exit_code=2)
    path: Path = parsed.files[0] if parsed.files else workshop.project / "dist" / INTERIOR
    if not path.is_file():
        raise PressError(wording.NO_FILE.format(path=path), exit_code=2)
    edition = workshop.manuscript.edition
    printer = load_printer(workshop.project, parsed.printer or edition.printer)
    known = Known(path.name, edition, workshop.manuscript.imprint, Tools.here())
    verdict = judge_print(path, wish_of(printer), None, known)
    folder = parsed.report or path.parent
    html = report_html(verdict, draw_pictures(path.read_bytes(), verdict, known.tools))
    put(folder, f"{path.stem}-preflight.html", html.encode())
    put(folder, f"{path.stem}-preflight.json", report_json(verdict).encode())
    _show(verdict, folder / f"{path.stem}-preflight.html", parsed)
    return 0 if verdict.technical else 1


def _show(verdict: Verdict, report: Path, parsed: argparse.Namespace) -> None:
    if parsed.json:
        print(report_json(verdict))
        return
    for check in verdict.checks:
        for finding in check.findings:
            where = f"Seite {finding.page}: " if finding.page else ""
            print(f"{check.title}: {where}{finding.message}")
    print(wording.TECHNICAL.format(verdict=wording.VERDICT[verdict.technical]))
    print(wording.RELEASED.format(verdict=wording.VERDICT[verdict.released]))
    print(wording.REPORT_AT.format(path=report))


_GIVEN_OUT = ("screen/*.pdf", "handouts/*.pdf", "word/*.docx")
"""What the public or the co-authors get; what is only printed (office/, print/) need not be readable on a screen."""


_MOST_LINES = 8
"""Findings of one check that are printed; all of them stand in the report."""


def _readable_files(parsed: argparse.Namespace) -> int:
    """Judge whether everybody can read files, also foreign ones; one that cannot be judged does not stop the others."""
    dist: Path = parsed.project / "dist"
    paths: list[Path] = parsed.files or [path for pattern in _GIVEN_OUT for path in sorted(dist.glob(pattern))]
    if not paths:
        raise PressError(wording.NOTHING_TO_READ, exit_code=2)
    code = 0
    written: list[object] = []
    for path in paths:
        try:
            verdict = _readable_file(path, parsed.report or path.parent, quiet=parsed.json)
        except PressError as error:
            print(wording.OF_FILE.format(path=path, message=error), file=sys.stderr)
            code = max(code, error.exit_code)
        else:
            written.append(json.loads(readable_report_json(verdict)))
            code = max(code, 0 if verdict.passed else 1)
    if parsed.json:
        print(json.dumps(written, ensure_ascii=False, indent=1))
    return code


def _readable_file(path: Path, folder: Path, *, quiet: bool) -> ReadableVerdict:
    if not path.is_file():
        raise PressError(wording.NO_SUCH_FILE, exit_code=2)
    verdict = judge_readable(path)
    report = f"{path.stem}-{verdict.kind}-barrierefreiheit"
    put(folder, f"{report}.html", readable_report_html(verdict).encode())
    put(folder, f"{report}.json", readable_report_json(verdict).encode())
    if not quiet:
        for line in _lines(verdict):
            print(line)
        print(wording.READABLE.format(path=path, verdict=wording.READABLE_VERDICT[verdict.passed]))
        print(wording.REPORT_AT.format(path=folder / f"{report}.html"))
    return verdict


def _lines(verdict: ReadableVerdict) -> Iterator[str]:
    """Tell of errors and warnings, a few of each check; what only a person can judge stands in the report."""
    for check in verdict.checks:
        told = [finding for finding in check.findings if finding.severity is not Severity.NOTE]
        for finding in told[:_MOST_LINES]:
            where = f"Seite {finding.page}: " if finding.page else ""
            yield f"{check.title}: {SEVERITIES[finding.severity]}: {where}{finding.message} [{finding.clause}]"
        if len(told) > _MOST_LINES:
            yield wording.MORE_FINDINGS.format(title=check.title, count=len(told) - _MOST_LINES)
