"""A card or table that goes on overleaf says there which it is.

WeasyPrint repeats the head of a table on every page that the table reaches. A head of class ``continued`` is for the pages
after the first alone: „2.7 Offener Hörsaal (Fortsetzung)“. It also stands where the whole table begins a page, since what
the table belongs to then stands on the page before. So is a first row of that class in a head: „Tabelle 5 (Fortsetzung)“; that
stands under the caption on no page. The table has collapsed borders, as all tables of the book.

A table of class ``filled`` is as high as its stylesheet says: its rows share out what they do not need. WeasyPrint gives a
table no more height than its rows have (CSS 2.2, 17.5.3, leaves that open).
"""

from __future__ import annotations

from typing import Any

from weasyprint.layout import block
from weasyprint.text.line_break import strut

from kursbuch_press.pages.engine import originals
from kursbuch_press.pages.engine.replacing import Replacement

# WeasyPrint's boxes, contexts and results carry no types; they stay inside this file.
Box = Any
Context = Any
Placed = Any

_CONTINUED, _FILLED = "continued", "filled"


def _table(context: Context, table: Box, bottom_space: float, skip_stack: Placed, *rest: Placed) -> Placed:
    widths = list(table.column_widths)
    result = _with_head_overleaf(context, table, bottom_space, skip_stack, *rest)
    placed, resume_at = result[:2]
    if placed is None or resume_at is not None or skip_stack is not None or not _is_filled(table):
        return result
    height, last = table.style["height"], placed.children[-1]
    spare = height.value - (last.position_y + last.height - placed.content_box_y())
    rows = [row for group in table.children if not group.is_header for row in group.children]
    needed = [row.height for group in placed.children if not group.is_header for row in group.children]
    if spare <= 0:
        return result
    for row, own in zip(rows, needed, strict=True):
        row.style = row.style.copy()
        row.style["height"] = height._replace(value=own + spare / len(rows))
    block.remove_placeholders(context, [placed], *rest[2:4])
    # Where lines run to the left, WeasyPrint has turned them round when it is done.
    table.column_widths = widths
    return _with_head_overleaf(context, table, bottom_space, skip_stack, *rest)


def _with_head_overleaf(context: Context, table: Box, bottom_space: float, skip_stack: Placed, *rest: Placed) -> Placed:
    _, page_is_empty = rest[:2]
    if skip_stack is None and _names_itself(table):
        return _under_caption(context, table, bottom_space, *rest)
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


def _under_caption(context: Context, table: Box, bottom_space: float, *rest: Placed) -> Placed:
    """Lay out the first page of a table without the row that names it; how high that is, pages are composed with."""
    whole, borders = table.children, table.collapsed_border_grid
    head = whole[0]
    (cell,) = head.children[0].children
    table.children = [head.copy_with_children(head.children[1:]), *whole[1:]]
    table.collapsed_border_grid = tuple(lines[1:] for lines in borders)
    try:
        result = originals.table_layout(context, table, bottom_space, None, *rest)
    finally:
        table.children, table.collapsed_border_grid = whole, borders
    if result[0] is not None:
        padding = sum(cell.style[side].value for side in ("padding_top", "padding_bottom"))
        result[0].overleaf = float(strut(cell.style)[0] + padding)
    return result


def _is_filled(table: Box) -> bool:
    has_height = table.style["height"] != "auto" and table.element is not None
    return has_height and _FILLED in (table.element.get("class") or "").split()


def _continues(table: Box) -> bool:
    head = _head(table)
    return head is not None and _is_for_overleaf(head)


def _names_itself(table: Box) -> bool:
    head = _head(table)
    return head is not None and len(head.children) > 1 and _is_for_overleaf(head.children[0])


def _head(table: Box) -> Box | None:
    """Give the head of a table whose borders are collapsed."""
    head = table.children[0] if table.children and table.style["border_collapse"] == "collapse" else None
    return head if head is not None and head.is_header else None


def _is_for_overleaf(box: Box) -> bool:
    return box.element is not None and _CONTINUED in (box.element.get("class") or "").split()


REPLACEMENT = Replacement(block, "table_layout", originals.table_layout, _table, "6594fa40743fbc0b")
