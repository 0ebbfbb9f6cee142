"""A card that goes on overleaf says there whose it is.

WeasyPrint repeats the head of a table on every page that the table reaches. A head of class ``continued`` is for the pages
after the first alone: „2.7 Offener Hörsaal (Fortsetzung)“. It also stands where the whole table begins a page, since what
the table belongs to then stands on the page before. The table has collapsed borders, as all tables of the book.
"""

from __future__ import annotations

from typing import Any

from weasyprint.layout import block

from kursbuch_press.pages.engine import originals
from kursbuch_press.pages.engine.replacing import Replacement

# WeasyPrint's boxes, contexts and results carry no types; they stay inside this file.
Box = Any
Context = Any
Placed = Any

_CONTINUED = "continued"


def _with_head_overleaf(context: Context, table: Box, bottom_space: float, skip_stack: Placed, *rest: Placed) -> Placed:
    _, page_is_empty = rest[:2]
    if skip_stack is not None or page_is_empty or not _continues(table):
        return originals.table_layout(context, table, bottom_space, skip_stack, *rest)
    whole, borders = table.children, table.collapsed_border_grid
    rows = len(whole[0].children)
    table.children = whole[1:]
    table.collapsed_border_grid = tuple(lines[rows:] for lines in borders)
    try:
        placed, resume_at, *other = originals.table_layout(context, table, bottom_space, None, *rest)
    finally:
        table.children, table.collapsed_border_grid = whole, borders
    # Places inside the table count its head, which is there again on the next page.
    for group in placed.children if placed is not None else ():
        group.index += 1
    return placed, resume_at and {group + 1: inside for group, inside in resume_at.items()}, *other


def _continues(table: Box) -> bool:
    head = table.children[0] if table.children else None
    collapsed = table.style["border_collapse"] == "collapse"
    return bool(collapsed and head is not None and head.is_header and _CONTINUED in (head.element.get("class") or "").split())


REPLACEMENT = Replacement(block, "table_layout", originals.table_layout, _with_head_overleaf, "6594fa40743fbc0b")
