"""Parts of a page: what the classes of HTML say of a laid-out block."""

from __future__ import annotations

from typing import Any

from weasyprint.css.properties import Dimension
from weasyprint.formatting_structure.boxes import BlockBox, LineBox, ReplacedBox
from weasyprint.text.line_break import strut

# WeasyPrint's boxes carry no types; they stay inside this file.
Box = Any

# How high letters stand in their line, in sizes: from the top of a capital to the foot of a g.
_LETTERS = 1.15


def is_of_class(box: Box, name: str) -> bool:
    """Tell whether a block comes from an element of a class, and not from its ::before or ::after."""
    if not isinstance(box, BlockBox) or box.element is None or "::" in (box.element_tag or ""):
        return False
    return name in (box.element.get("class") or "").split()


def line_of(root: Box) -> float:
    """Give the distance of two lines of running text in WeasyPrint's pixels: that of the document's first element."""
    return float(strut(root.style)[0])


def white_between(above: Box, below: Box) -> float:
    """Give the white that is seen between two blocks: from the letters of the one to those of the other, or to its picture."""
    lines = [[box for box in part.descendants() if isinstance(box, LineBox)] for part in (above, below)]
    if not all(lines):
        return 0.0
    last = max(lines[0], key=lambda each: float(each.position_y + each.height))
    first = min(lines[1], key=lambda each: float(each.position_y))
    pictures = [float(box.content_box_y()) for box in below.descendants() if isinstance(box, ReplacedBox)]
    top = min([float(first.position_y + _leading(first)), *pictures])
    return top - float(last.position_y + last.height) + _leading(last)


def _leading(line: Box) -> float:
    return float(line.height - _LETTERS * line.style["font_size"]) / 2


def indent(paragraph: Box, width: float) -> None:
    """Let the first line of a paragraph begin further in, in WeasyPrint's pixels."""
    for lines in paragraph.children[:1]:
        lines.style = lines.style.copy()
        lines.style["text_indent"] = Dimension(width, "px")
