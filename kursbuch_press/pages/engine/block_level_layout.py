"""Text stands on a grid of lines, and few lines of a card do not stay behind: WeasyPrint knows no grid.

Text runs in lines of one height, but a table or a figure is as high as it is. A block of class ``on-grid``
is made higher by less than a line, so that the text below it stands on the same lines as on the facing
page. Only its last part is stretched if it is broken: the next page starts on the grid anyway.

A block of class ``area`` ends where its height in the stylesheet says: the blocks of class ``sharing`` in it share out what is
left. WeasyPrint can do that as a flex box, but keeps functions in it, which cannot be put on a shelf.

A block of class ``card`` is broken only if that spares a large hole: with a few lines on the page, it moves on.
"""

from __future__ import annotations

import math
from typing import Any

from weasyprint.formatting_structure.boxes import LineBox, TableBox, TableRowGroupBox
from weasyprint.layout import block

from kursbuch_press.pages.engine import originals
from kursbuch_press.pages.engine.replacing import Replacement
from kursbuch_press.pages.parts import is_of_class

# WeasyPrint's boxes, contexts and results carry no types; they stay inside this file.
Box = Any
Context = Any
Placed = Any

# Heights are sums of rounded numbers: a block that is a hair too high fits its lines.
_SLACK = 0.02
_GRID, _BOX, _CARD, _AREA, _SHARING = "on-grid", "box", "card", "area", "sharing"
# A card moves to the next page rather than leave so few lines of it on this one.
_LEAST = 6


def _on_grid(context: Context, box: Box, bottom_space: float, *rest: Placed, **named: Placed) -> Placed:
    if is_of_class(box, _BOX):
        for child in box.children:
            child.in_box = True  # a list in a good practice has no lines of its own to keep: the whole box comes to the grid
    result = originals.block_level_layout(context, box, bottom_space, *rest, **named)
    placed, resume_at = result[0], result[1]
    if placed is not None and resume_at is None and _share_out(box, placed):
        block.remove_placeholders(context, [placed], *rest[3:5])
        return originals.block_level_layout(context, box, bottom_space, *rest, **named)
    if placed is None or not is_of_class(placed, _GRID) or placed.__dict__.get("in_box"):
        return result
    if resume_at is not None:
        return _broken(context, result, *rest)
    height = placed.border_height()
    stretched = max(height, math.ceil(height / context.grid - _SLACK) * context.grid)
    # At the foot of a page nothing follows that could leave the grid, and a longer block would be broken.
    reach = placed.border_box_y() + stretched + placed.padding_bottom + placed.border_bottom_width
    if not context.overflows_page(bottom_space, reach):
        placed.height += stretched - height
        # What was added, so that what ends a page can end on its last line.
        placed.surplus = stretched - height
    return result


def _share_out(box: Box, placed: Placed) -> bool:
    """Give what an area has left to the blocks that share it; tell whether there was something and somebody."""
    height = box.style["height"]
    if height == "auto" or not is_of_class(box, _AREA):
        return False
    sharing = [each for each in box.descendants() if is_of_class(each, _SHARING)]
    left = height.value - (_end(placed) - placed.content_box_y())
    if left <= 0 or not sharing:
        return False
    for each in sharing:
        each.style = each.style.copy()
        for side in ("padding_top", "padding_bottom"):
            own = each.style[side]
            each.style[side] = own._replace(value=own.value + left / len(sharing) / 2)
    return True


def _broken(context: Context, result: Placed, *rest: Placed) -> Placed:
    """End the first part of a block below its last line; send a card on if little of it is on this page."""
    placed = result[0]
    skip_stack, _, page_is_empty, absolute_boxes, fixed_boxes = rest[:5]
    # WeasyPrint lets a broken block reach to the foot of the page, with its colour.
    placed.height = _end(placed) - placed.content_box_y()
    few = placed.border_height() < _LEAST * context.grid
    if few and skip_stack is None and not page_is_empty and is_of_class(placed, _CARD):
        block.remove_placeholders(context, [placed], absolute_boxes, fixed_boxes)
        return None, None, {"break": "any", "page": None}, [], False, result[5]
    return result


def _end(box: Box) -> float:
    """Give the place where the last line or row of a broken block ends."""
    inside = [child for child in box.children if child.is_in_normal_flow()]
    if not inside:
        return float(box.border_box_y() + box.border_height())
    last = inside[-1]
    if isinstance(last, TableBox | TableRowGroupBox) or getattr(last, "is_table_wrapper", False):
        return _end(last)
    # A paragraph that goes on overleaf reaches to the foot of the page as well: it ends with its last line.
    last = last.children[-1] if last.children and isinstance(last.children[-1], LineBox) else last
    return float(last.position_y + last.margin_height() - last.margin_bottom)


REPLACEMENT = Replacement(block, "block_level_layout", originals.block_level_layout, _on_grid, "c1301dde9284e245")
