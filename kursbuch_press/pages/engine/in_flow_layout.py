"""A block of class ``moves`` that does not fit changes places with the paragraph that follows: WeasyPrint floats to no page.

So the page is filled, and the block stands on the next one. This is also the one door through which a page gets endless, and
where a block that was composed to end with its page does: WeasyPrint counts what is below a block twice there.
"""

from __future__ import annotations

from typing import Any

from weasyprint.layout import block

from kursbuch_press.pages.engine import originals
from kursbuch_press.pages.engine.replacing import Replacement
from kursbuch_press.pages.parts import indent, is_of_class

# WeasyPrint's boxes, contexts and results carry no types; they stay inside this file.
Box = Any
Context = Any
Placed = Any

_MOVES, _FILLS = "moves", "body"
# A galley is a page that is longer than others by this, in WeasyPrint's pixels.
_ENDLESS = 1e7


def _moving(context: Context, box: Box, index: int, child: Box, *rest: Placed) -> Placed:
    """Lay out a child of a block; the caller counts children, but may see them in their former order."""
    new_children, _, _, _, margins, bottom_space, _, skip_stack = rest[:8]
    if box.is_for_root_element and context.__dict__.get("galley"):
        rest = (*rest[:5], bottom_space - _ENDLESS, *rest[6:])
    elif context.__dict__.get("composed"):
        rest = (*rest[:5], bottom_space - _counted_below(child), *rest[6:])
    before = list(margins)

    def flow() -> Placed:
        margins[:] = before
        current = box.children[index]
        current.position_x, current.position_y = child.position_x, child.position_y
        return originals.in_flow_layout(context, box, index, current, *rest)

    result = flow()
    if skip_stack is None and new_children and _refused(result, index) and _may_move(box.children, index):
        _swap(box, index, context.grid)
        filled = flow()
        if not _refused(filled, index):
            return filled
        _swap(box, index, context.grid)
    return result


def _counted_below(block: Box) -> float:
    """Give what WeasyPrint counts once too often below a block: of one with a frame of its own on each page the margin, too."""
    framed = block.style["box_decoration_break"] == "clone"
    if not framed and block.style["break_inside"] != "avoid":
        return 0.0
    lengths = [block.style["padding_bottom"], *([block.style["margin_bottom"]] if framed else [])]
    return float(block.style["border_bottom_width"]) + sum(float(each.value) for each in lengths if each.unit == "px")


def _refused(result: Placed, index: int) -> bool:
    return bool(result[1]) and result[2] == {index: None}


def _may_move(children: list[Box], index: int) -> bool:
    if index + 1 >= len(children) or not is_of_class(children[index], _MOVES):
        return False
    if not is_of_class(children[index + 1], _FILLS):
        return False
    # A paragraph that ends with a colon introduces what follows it and cannot leave it.
    return not "".join(children[index + 1].element.itertext()).rstrip().endswith(":")


def _swap(box: Box, index: int, line: float) -> None:
    """Let two neighbours change places; a paragraph is indented if it follows a paragraph."""
    children = list(box.children)
    children[index], children[index + 1] = children[index + 1], children[index]
    box.children = children
    for at in range(max(index, 1), min(index + 3, len(children))):
        if is_of_class(children[at], _FILLS):
            indent(children[at], line if is_of_class(children[at - 1], _FILLS) else 0)


REPLACEMENT = Replacement(block, "_in_flow_layout", originals.in_flow_layout, _moving, "c2537262836dd981")
