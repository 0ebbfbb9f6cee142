"""Where a mistake in styles that a template has written comes from: its line in the template, which is what designers see."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from difflib import SequenceMatcher

from kursbuch_press.problems import Place, Problem

_LEAST_LIKE = 0.5
"""Below this, no line of a template is like the one that was written."""


def in_templates(problems: Iterable[Problem], written: str, templates: Iterable[tuple[str, str]]) -> tuple[Problem, ...]:
    """Give problems whose line is that of the template; ``written`` is what was made of it, ``templates`` files and texts."""
    lines = written.split("\n")
    known = [(Place(file, at, 1), line.strip()) for file, text in templates for at, line in enumerate(text.split("\n"), 1)]
    return tuple(_moved(each, lines, known) for each in problems)


def place_of(message: str, templates: Iterable[tuple[str, str]]) -> Place | None:
    """Give the line of a template in which the address stands that a message names in „ “; None where none writes it out."""
    named = re.search("„(.+?)“", message)
    if named is None:
        return None
    return next(
        (
            Place(file, at, line.index(named[1]) + 1)
            for file, text in templates
            for at, line in enumerate(text.split("\n"), 1)
            if named[1] in line
        ),
        None,
    )


def _moved(problem: Problem, lines: list[str], known: list[tuple[Place, str]]) -> Problem:
    if not known or not 0 < problem.place.line <= len(lines):
        return problem
    wrong = lines[problem.place.line - 1].strip()
    likeness, place = max((SequenceMatcher(None, wrong, line, autojunk=False).ratio(), place) for place, line in known)
    return replace(problem, place=place) if likeness >= _LEAST_LIKE else problem
