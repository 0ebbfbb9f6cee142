"""The accessibility checks of a PDF, in the order of the report: one file and one line each."""

from __future__ import annotations

from kursbuch_press.checks.accessible import by_people
from kursbuch_press.checks.accessible.pdf import (
    abbreviations,
    all_tagged,
    bookmarks,
    claim,
    contents,
    damage,
    figures,
    font_programs,
    fonts,
    graphics_contrast,
    headings,
    language,
    layers,
    links,
    lists,
    movement,
    notes,
    operation,
    page_labels,
    parent_tree,
    reading_order,
    scans,
    second_part,
    tables,
    tagging,
    text_contrast,
    title,
)
from kursbuch_press.checks.accessible.pdf_file import PdfFile
from kursbuch_press.checks.check import Check

CHECKS: tuple[Check[PdfFile], ...] = (
    damage.CHECK,
    claim.CHECK,
    title.CHECK,
    language.CHECK,
    tagging.CHECK,
    parent_tree.CHECK,
    all_tagged.CHECK,
    headings.CHECK,
    lists.CHECK,
    tables.CHECK,
    figures.CHECK,
    notes.CHECK,
    links.CHECK,
    contents.CHECK,
    bookmarks.CHECK,
    second_part.CHECK,
    page_labels.CHECK,
    fonts.CHECK,
    font_programs.CHECK,
    abbreviations.CHECK,
    reading_order.CHECK,
    operation.CHECK,
    movement.CHECK,
    layers.CHECK,
    scans.CHECK,
    text_contrast.CHECK,
    graphics_contrast.CHECK,
    by_people.TAGS,
    by_people.READ_ALOUD,
    by_people.COLOUR,
    by_people.SENSES,
    by_people.LANGUAGE,
)

NEED_TAGS = frozenset(
    {
        "parent-tree",
        "headings",
        "lists",
        "tables",
        "figures",
        "notes",
        "contents",
        "abbreviations",
        "reading-order",
        "graphics-contrast",
    }
)
"""Checks that can say nothing of a file without tags."""
