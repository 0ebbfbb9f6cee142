"""Printing: problems for people or as JSON, and progress that fits a terminal or a log."""

from __future__ import annotations

import json
import shutil
import sys
from collections.abc import Iterable, Sequence

from kursbuch_press.cli import wording
from kursbuch_press.problems import Problem, Severity

NOT_READY = "preflight"
"""The rule of the problem that says that a print file is not ready."""


def printable(text: str) -> str:
    """Give a text that a terminal only shows: names of files and texts of strangers may hold codes that steer it."""
    return "".join(each if each.isprintable() or each in _SHOWN else _written(each) for each in text)


_SHOWN = "\n\N{SOFT HYPHEN}\N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}\N{THIN SPACE}"


def _written(sign: str) -> str:
    return f"\\u{ord(sign):04x}"


def show_problems(problems: Sequence[Problem], *, as_json: bool) -> None:
    """Print problems: for people to the error output, as JSON to the standard output."""
    if as_json:
        print(json.dumps([as_record(problem) for problem in problems], ensure_ascii=False, indent=2))
        return
    for problem in problems:
        kind = wording.SEVERITY[problem.severity.value]
        about = f" [{problem.address}]" if problem.address else ""
        print(f"{problem.place}: {kind}:{about} {problem.message}", file=sys.stderr)
        if problem.hint:
            print(f"    {wording.HINT.format(hint=problem.hint)}", file=sys.stderr)
    print(_count(problems), file=sys.stderr)


def as_record(problem: Problem) -> dict[str, object]:
    """Give a problem as JSON has it; the names are stable."""
    return {
        "file": problem.place.file,
        "line": problem.place.line,
        "column": problem.place.column,
        "address": problem.address,
        "severity": problem.severity.value,
        "rule": problem.rule,
        "message": problem.message,
        "hint": problem.hint,
    }


def exit_code(problems: Iterable[Problem]) -> int:
    """Give 1 where something of the book is wrong or a print file is not ready, although files were made; else 0."""
    return int(any(each.severity is Severity.ERROR or each.rule == NOT_READY for each in problems))


def _count(problems: Sequence[Problem]) -> str:
    errors = sum(problem.severity is Severity.ERROR for problem in problems)
    others = len(problems) - errors
    parts = []
    if errors:
        parts.append(wording.ONE_ERROR if errors == 1 else wording.ERRORS.format(count=errors))
    if others:
        parts.append(wording.ONE_WARNING if others == 1 else wording.WARNINGS.format(count=others))
    return ", ".join(parts)


class Ticker:
    """Shows progress: one changing line in a terminal, plain lines elsewhere."""

    def __init__(self) -> None:
        """Look whether somebody watches."""
        self._watched = sys.stderr.isatty()
        self._last = ""

    def __call__(self, product: str, stage: str, page: int = 0, of: int = 0) -> None:
        """Show one step."""
        where = wording.AT_PAGE.format(page=f"{page}/{of}" if of else page) if page else ""
        line = f"{product}: {stage}{where}"
        if self._watched:
            width = shutil.get_terminal_size().columns - 1
            print(f"\r\x1b[K{line[:width]}", end="", file=sys.stderr, flush=True)
        elif (said := f"{product}: {stage}") != self._last:
            self._last = said
            print(line, file=sys.stderr, flush=True)

    def clear(self) -> None:
        """Leave an empty line behind, so that what follows starts at the margin."""
        if self._watched:
            print("\r\x1b[K", end="", file=sys.stderr, flush=True)
