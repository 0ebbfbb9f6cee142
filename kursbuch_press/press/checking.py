"""Checking a book as a whole: its sources, its layouts, and what shows only when pages are set."""

from __future__ import annotations

from dataclasses import replace

from kursbuch_press.press.checked import Checked
from kursbuch_press.press.composing import manuscript
from kursbuch_press.press.designs import sheet_faults, style_faults
from kursbuch_press.press.engine import load
from kursbuch_press.press.pictures import PICTURE_RULES, problems
from kursbuch_press.press.project import Project
from kursbuch_press.press.reading import has_errors, readings
from kursbuch_press.press.settings import setting_problems
from kursbuch_press.problems import Problem, Severity
from kursbuch_press.sources.reading import HARMLESS

_OF_THE_PRINTER = {"icc-profile"}
"""Rules whose mistakes keep files from being printed; a build tells of each file what it lacks."""


def check(project: Project) -> Checked:
    """Read, compose and lay out the book, and give everything that is wrong with it."""
    found = tuple(sorted({*problems(project), *setting_problems(project)}))
    errors = {each.rule for each in found if each.severity is Severity.ERROR}
    if errors <= HARMLESS | PICTURE_RULES | _OF_THE_PRINTER:
        laid_out = replace(project, lenient=bool(errors))
        found = _without_placeless({*found, *load(project, "kursbuch_press.press.foreseeing").foreseen(laid_out)})
    else:
        found = tuple(sorted({*found, *style_faults(project), *sheet_faults(project)}))
    if not has_errors(found):
        found = tuple(sorted({*found, *load(project, "kursbuch_press.press.advice").advice(project)}))
    if has_errors(found):
        return Checked(found)
    book = readings(project).book.book
    assert book is not None, "a book without errors was read"
    measures = sum(len(chapter.measures) for chapter in book.field_chapters)
    return Checked(found, len(manuscript(project).chapters), measures)


def _without_placeless(found: set[Problem]) -> tuple[Problem, ...]:
    """Give problems in order, a sign that no typeface has only at its places: the pages name it once more, without one."""
    placed = {each.message for each in found if each.place.line}
    return tuple(sorted(each for each in found if each.rule != "sign" or each.place.line or each.message not in placed))
