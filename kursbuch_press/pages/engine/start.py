"""Puts our functions in the place of WeasyPrint's, once for each process."""

from __future__ import annotations

import locale
from functools import cache

from weasyprint.text.ffi import pango

from kursbuch_press.pages.engine import (
    block_level_layout,
    can_break_inside,
    create_interpolation_function,
    draw_gradient,
    draw_pattern,
    get_next_linebox,
    in_flow_layout,
    linebox_layout,
    make_all_pages,
    resolve_math,
    set_text,
    split_first_line,
    split_inline_box,
    split_text_box,
    table_layout,
    text_align,
)
from kursbuch_press.pages.engine.replacing import Replacement

REPLACEMENTS: tuple[Replacement, ...] = (
    can_break_inside.REPLACEMENT,
    split_first_line.REPLACEMENT,
    split_text_box.REPLACEMENT,
    get_next_linebox.REPLACEMENT,
    split_inline_box.REPLACEMENT,
    text_align.REPLACEMENT,
    set_text.REPLACEMENT,
    block_level_layout.REPLACEMENT,
    in_flow_layout.REPLACEMENT,
    linebox_layout.REPLACEMENT,
    table_layout.REPLACEMENT,
    make_all_pages.REPLACEMENT,
    draw_gradient.REPLACEMENT,
    create_interpolation_function.REPLACEMENT,
    draw_pattern.REPLACEMENT,
    resolve_math.REPLACEMENT,
)
"""All that is replaced: text and its lines, blocks and pages, drawings, values of stylesheets."""


@cache
def replace_functions() -> None:
    """Let WeasyPrint call ours from now on."""
    _fix_language()
    for each in REPLACEMENTS:
        each.put()


def _fix_language() -> None:
    """Let text that names no language, as in drawings, have none: Pango asks the locale once, when it first needs one."""
    before = locale.setlocale(locale.LC_CTYPE)
    locale.setlocale(locale.LC_CTYPE, "C")
    pango.pango_language_get_default()
    locale.setlocale(locale.LC_CTYPE, before)
