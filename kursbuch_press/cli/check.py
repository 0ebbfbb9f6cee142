"""``check``: judge the sources without making anything."""

from __future__ import annotations

import argparse

from kursbuch_press.cli import wording
from kursbuch_press.cli.output import show_problems
from kursbuch_press.press.workshop import Workshop
from kursbuch_press.problems import Severity


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what can be typed behind ``check``."""
    parser.add_argument("--json", action="store_true", help=wording.JSON)


def run(parsed: argparse.Namespace) -> int:
    """Read and compose the book, and name everything that is wrong with it."""
    workshop = Workshop(parsed.project)
    problems = workshop.problems
    if problems or parsed.json:
        show_problems(problems, as_json=parsed.json)
    if any(problem.severity is Severity.ERROR for problem in problems):
        return 1
    chapters = workshop.manuscript.chapters
    book = workshop.reading.book
    assert book is not None
    measures = sum(len(chapter.measures) for chapter in book.field_chapters)
    if not parsed.json:
        print(wording.NO_PROBLEMS.format(chapters=len(chapters), measures=measures))
    return 0
