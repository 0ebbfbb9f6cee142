"""The accessibility checks of a Word file, in the order of the report: one file and one line each."""

from __future__ import annotations

from kursbuch_press.checks.accessible import by_people
from kursbuch_press.checks.accessible.word import (
    contrast,
    floating,
    headings,
    language,
    links,
    lists,
    pictures,
    spacing,
    tables,
    title,
)
from kursbuch_press.checks.check import Check
from kursbuch_press.packages import WordFile

CHECKS: tuple[Check[WordFile], ...] = (
    title.CHECK,
    language.CHECK,
    headings.CHECK,
    lists.CHECK,
    tables.CHECK,
    pictures.CHECK,
    links.CHECK,
    spacing.CHECK,
    floating.CHECK,
    contrast.CHECK,
    by_people.COLOUR,
    by_people.SENSES,
    by_people.LANGUAGE,
)
