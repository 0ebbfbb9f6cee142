"""What a compositor does by hand and WeasyPrint does not: baseline grid, moving figures, notes that stay.

Text runs in lines of one height, but a table or a figure is as high as it is. A block of class ``on-grid``
is made higher by less than a line, so that the text below it stands on the same lines as on the facing
page. Only its last part is stretched if it is broken: the next page starts on the grid anyway.

A block of class ``moves`` that does not fit on the rest of a page changes places with the paragraphs that
follow it, so that the page is filled and the block stands on the next one.

WeasyPrint sends the notes of a page to the next one if that makes room for the second line of a paragraph.
Here the paragraph goes, and a note stays on the page of its call.

A block of class ``card`` is broken only if that spares a large hole: with a few lines on the page, it moves on.
"""

from __future__ import annotations

import math
from typing import Any

from weasyprint.css.properties import Dimension
from weasyprint.formatting_structure.boxes import BlockBox, TableBox, TableRowGroupBox
from weasyprint.layout import block

from kursbuch_press.pages.filling import LINE, fill_pages
from kursbuch_press.pages.line_breaks import mend_line_breaks
from kursbuch_press.pages.paragraphs import break_paragraphs

# WeasyPrint's boxes, contexts and results carry no types; they stay inside this file.
Box = Any
Context = Any
Placed = Any

# The distance of two lines in WeasyPrint's pixels.
_LINE = LINE * 96 / 72
# Heights are sums of rounded numbers: a block that is a hair too high fits its lines.
_SLACK = 0.02
_GRID, _MOVES, _FILLS, _CARD = "on-grid", "moves", "body", "card"
# A card moves to the next page rather than leave so few lines of it on this one.
_LEAST = 6

_lay_out = block.block_level_layout
_flow = block._in_flow_layout  # noqa: SLF001 - the only door to the children of a block
_lines = block._linebox_layout  # noqa: SLF001 - and to its lines


def keep_grid() -> None:
    """Stretch and move blocks, keep notes, break lines well and fill pages in all layouts from now on."""
    block.block_level_layout = _on_grid
    block._in_flow_layout = _moving  # noqa: SLF001
    block._linebox_layout = _with_notes  # noqa: SLF001
    mend_line_breaks()
    break_paragraphs()
    fill_pages()


def _on_grid(context: Context, box: Box, bottom_space: float, *rest: Placed, **named: Placed) -> Placed:
    result = _lay_out(context, box, bottom_space, *rest, **named)
    placed, resume_at = result[0], result[1]
    if placed is None or not _is(placed, _GRID):
        return result
    if resume_at is not None:
        return _broken(context, result, *rest)
    height = placed.border_height()
    stretched = max(height, math.ceil(height / _LINE - _SLACK) * _LINE)
    # At the foot of a page nothing follows that could leave the grid, and a longer block would be broken.
    reach = placed.border_box_y() + stretched + placed.padding_bottom + placed.border_bottom_width
    if not context.overflows_page(bottom_space, reach):
        placed.height += stretched - height
    return result


def _broken(context: Context, result: Placed, *rest: Placed) -> Placed:
    """End the first part of a block below its last line; send a card on if little of it is on this page."""
    placed = result[0]
    skip_stack, _, page_is_empty, absolute_boxes, fixed_boxes = rest[:5]
    # WeasyPrint lets a broken block reach to the foot of the page, with its colour.
    placed.height = _end(placed) - placed.content_box_y()
    few = placed.border_height() < _LEAST * _LINE
    if few and skip_stack is None and not page_is_empty and _is(placed, _CARD):
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
    return float(last.position_y + last.margin_height() - last.margin_bottom)


def _moving(context: Context, box: Box, index: int, child: Box, *rest: Placed) -> Placed:
    """Lay out a child of a block; the caller counts children, but may see them in their former order."""
    new_children, _, _, _, margins, _, _, skip_stack = rest[:8]
    before = list(margins)

    def flow() -> Placed:
        margins[:] = before
        current = box.children[index]
        current.position_x, current.position_y = child.position_x, child.position_y
        return _flow(context, box, index, current, *rest)

    result = flow()
    if skip_stack is None and new_children and _refused(result, index) and _may_move(box.children, index):
        _swap(box, index)
        filled = flow()
        if not _refused(filled, index):
            return filled
        _swap(box, index)
    return result


def _refused(result: Placed, index: int) -> bool:
    return bool(result[1]) and result[2] == {index: None}


def _may_move(children: list[Box], index: int) -> bool:
    if index + 1 >= len(children) or not _is(children[index], _MOVES):
        return False
    if not _is(children[index + 1], _FILLS):
        return False
    # A paragraph that ends with a colon introduces what follows it and cannot leave it.
    return not "".join(children[index + 1].element.itertext()).rstrip().endswith(":")


def _swap(box: Box, index: int) -> None:
    """Let two neighbours change places; a paragraph is indented if it follows a paragraph."""
    children = list(box.children)
    children[index], children[index + 1] = children[index + 1], children[index]
    box.children = children
    for at in range(max(index, 1), min(index + 3, len(children))):
        if _is(children[at], _FILLS):
            _indent(children[at], LINE if _is(children[at - 1], _FILLS) else 0)


def _indent(paragraph: Box, points: float) -> None:
    for line in paragraph.children[:1]:
        line.style = line.style.copy()
        line.style["text_indent"] = Dimension(points * 96 / 72, "px")


def _with_notes(context: Context, box: Box, index: int, child: Box, *rest: Placed) -> Placed:
    """Lay out the lines of a block; if a note left the page for them, bring it back and move the block."""
    page_is_empty = rest[1]
    before = list(context.current_page_footnotes)
    result = _lines(context, box, index, child, *rest)
    sent = [note for note in before if note in context.reported_footnotes]
    own = [note for note in result[4] if note in context.reported_footnotes]
    if page_is_empty or not (sent or own):
        return result
    for note in sent:
        context.reported_footnotes.remove(note)
    new = [note for note in context.current_page_footnotes if note not in before]
    context.current_page_footnotes[:] = [*before, *new]
    context._update_footnote_area()  # noqa: SLF001
    return (True, False, *result[2:])


def _is(box: Box, name: str) -> bool:
    if not isinstance(box, BlockBox) or box.element is None or "::" in (box.element_tag or ""):
        return False
    return name in (box.element.get("class") or "").split()
