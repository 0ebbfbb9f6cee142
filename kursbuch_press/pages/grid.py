"""What a compositor does by hand and WeasyPrint does not know: the baseline grid, moving figures, notes that stay.

Text runs in lines of one height, but a table or a figure is as high as it is. A block of class ``on-grid`` is made higher by
less than a line, so that the text below it stands on the same lines as on the facing page. Only its last part is stretched if
it is broken: the next page starts on the grid anyway.

A block of class ``moves`` that does not fit on the rest of a page changes places with the paragraphs that follow it, so that
the page is filled and the block stands on the next one.

WeasyPrint sends the notes of a page to the next one if that makes room for the second line of a paragraph. Here the
paragraph goes, and a note stays on the page of its call.
"""

from __future__ import annotations

import math
from typing import Any

from weasyprint.css.properties import Dimension
from weasyprint.formatting_structure.boxes import BlockBox
from weasyprint.layout import block

# The distance of two lines in points, as in layouts/page/20-text.css, and in WeasyPrint's pixels.
LINE = 13.0
_LINE = LINE * 96 / 72
# Heights are sums of rounded numbers: a block that is a hair too high fits its lines.
_SLACK = 0.02
_GRID, _MOVES, _FILLS = "on-grid", "moves", "body"

_lay_out = block.block_level_layout
_flow = block._in_flow_layout  # noqa: SLF001 - the only door to the children of a block
_lines = block._linebox_layout  # noqa: SLF001 - and to its lines


def keep_grid() -> None:
    """Stretch and move blocks in all layouts from now on."""
    block.block_level_layout = _on_grid
    block._in_flow_layout = _moving  # noqa: SLF001
    block._linebox_layout = _with_notes  # noqa: SLF001


def _on_grid(context: Any, box: Any, bottom_space: Any, *arguments: Any, **named: Any) -> Any:
    result = _lay_out(context, box, bottom_space, *arguments, **named)
    placed, resume_at = result[0], result[1]
    if placed is not None and resume_at is None and _is(placed, _GRID):
        height = placed.border_height()
        stretched = max(height, math.ceil(height / _LINE - _SLACK) * _LINE)
        # At the foot of a page nothing follows that could be off the grid, and a block that reaches too far is broken.
        reach = placed.border_box_y() + stretched + placed.padding_bottom + placed.border_bottom_width
        if not context.overflows_page(bottom_space, reach):
            placed.height += stretched - height
    return result


def _moving(  # noqa: PLR0913, PLR0917 - WeasyPrint's own arguments
    context: Any, box: Any, index: int, child: Any, new_children: Any, page_is_empty: Any, absolute_boxes: Any,
    fixed_boxes: Any, margins: Any, bottom_space: Any, position_y: Any, skip_stack: Any, *rest: Any,
) -> Any:
    """Lay out one child of a block; the caller counts children, but may still see them in their former order."""

    before = list(margins)

    def flow() -> Any:
        margins[:] = before
        current = box.children[index]
        current.position_x, current.position_y = child.position_x, child.position_y
        return _flow(
            context, box, index, current, new_children, page_is_empty, absolute_boxes, fixed_boxes, margins,
            bottom_space, position_y, skip_stack, *rest,
        )

    result = flow()
    if skip_stack is None and new_children and _refused(result, index) and _may_move(box.children, index):
        _swap(box, index)
        filled = flow()
        if not _refused(filled, index):
            return filled
        _swap(box, index)
    return result


def _with_notes(
    context: Any, box: Any, index: int, child: Any, new_children: Any, page_is_empty: Any, *rest: Any,
) -> Any:
    """Lay out the lines of a block; if a note has left the page for them, put it back and send the block away."""
    before = list(context.current_page_footnotes)
    result = _lines(context, box, index, child, new_children, page_is_empty, *rest)
    sent = [note for note in before if note in context.reported_footnotes]
    own = [note for note in result[4] if note in context.reported_footnotes]
    if page_is_empty or not (sent or own):
        return result
    for note in sent:
        context.reported_footnotes.remove(note)
    context.current_page_footnotes[:] = [*before, *(note for note in context.current_page_footnotes if note not in before)]
    context._update_footnote_area()  # noqa: SLF001
    return (True, False, *result[2:])


def _refused(result: Any, index: int) -> bool:
    return bool(result[1]) and result[2] == {index: None}


def _may_move(children: Any, index: int) -> bool:
    if index + 1 >= len(children) or not _is(children[index], _MOVES) or not _is(children[index + 1], _FILLS):
        return False
    # A paragraph that ends with a colon introduces what follows it and cannot leave it.
    return not "".join(children[index + 1].element.itertext()).rstrip().endswith(":")


def _swap(box: Any, index: int) -> None:
    """Let two neighbours change places; paragraphs that follow a paragraph are indented, others are not."""
    children = list(box.children)
    children[index], children[index + 1] = children[index + 1], children[index]
    box.children = children
    for at in range(max(index, 1), min(index + 3, len(children))):
        if _is(children[at], _FILLS):
            _indent(children[at], LINE if _is(children[at - 1], _FILLS) else 0)


def _indent(paragraph: Any, points: float) -> None:
    for line in paragraph.children[:1]:
        line.style = line.style.copy()
        line.style["text_indent"] = Dimension(points * 96 / 72, "px")


def _is(box: Any, name: str) -> bool:
    if not isinstance(box, BlockBox) or box.element is None or "::" in (box.element_tag or ""):
        return False
    return name in (box.element.get("class") or "").split()
