"""The checks of a file for the printer: a new one is one file here and one line in MODULES."""

from __future__ import annotations

from importlib import import_module

from kursbuch_press.checks.check import Check
from kursbuch_press.checks.print.print_file import PrintFile

MODULES = (
    "syntax",
    "damage",
    "encryption",
    "standard",
    "output_intent",
    "boxes",
    "page_size",
    "page_count",
    "colour_space",
    "ink",
    "black_text",
    "overprint",
    "fonts",
    "gradients",
    "resolution",
    "picture_data",
    "line_width",
    "text_size",
    "page_annotations",
    "transparency",
    "file_name",
    "safe_area",
    "bleed",
    "empty_pages",
    "notes",
    "widows",
    "headings",
    "overflow",
    "hyphenation",
    "release",
)
"""The files of this folder in the order of the report."""

CHECKS: tuple[Check[PrintFile], ...] = tuple(import_module(f"{__name__}.{name}").CHECK for name in MODULES)
"""Every check; each file of MODULES holds one under the name CHECK."""
