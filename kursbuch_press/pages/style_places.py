"""Where a mistake in styles that a template has written comes from: its line in the template, which is what designers see."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from difflib import SequenceMatcher

from kursbuch_press.pages.design_faults import place_at
from kursbuch_press.problems import Place, Problem

_LEAST_LIKE = 0.5
"""Below this, no line of a template is like the one that was written."""


def in_templates(problems: Iterable[Problem], written: str, templates: Iterable[tuple[str, str]]) -> tuple[Problem, ...]:
    """Give problems whose line is that of the template; ``written`` is what was made of it, ``templates`` files and texts."""
    lines, known = written.split("\n"), _known(templates)
    return tuple(_moved(each, lines, known) for each in problems)


def place_like(wrong: str, templates: Iterable[tuple[str, str]]) -> Place | None:
    """Give the line of a template that is most like one that was written; None where none is."""
    return _most_like(wrong, _known(templates))


def place_of(message: str, templates: Iterable[tuple[str, str]]) -> Place | None:
    """Give where a template writes what a message names in „ “, also across lines; None where none writes it out."""
    named = re.search("„(.+?)“", message, re.DOTALL)
    if named is None:
        return None
    words = re.compile(r"\s+".join(map(re.escape, named[1].split())) or re.escape(named[1]))
    found = ((file, text, words.search(text)) for file, text in templates)
    return next((place_at(file, text, match.start()) for file, text, match in found if match), None)


def _known(templates: Iterable[tuple[str, str]]) -> list[tuple[Place, str]]:
    return [(Place(file, at, 1), line.strip()) for file, text in templates for at, line in enumerate(text.split("\n"), 1)]


def _moved(problem: Problem, lines: list[str], known: list[tuple[Place, str]]) -> Problem:
    if not 0 < problem.place.line <= len(lines):
        return problem
    return replace(problem, place=_most_like(lines[problem.place.line - 1], known) or problem.place)


def _most_like(wrong: str, known: list[tuple[Place, str]]) -> Place | None:
    if not known:
        return None
    wrong = wrong.strip()
    likeness, place = max((SequenceMatcher(None, wrong, line, autojunk=False).ratio(), place) for place, line in known)
    return place if likeness >= _LEAST_LIKE else None
