"""Parts of a page: what the classes of HTML say of a laid-out block."""

from __future__ import annotations

from typing import Any

from weasyprint.css.properties import Dimension
from weasyprint.formatting_structure.boxes import BlockBox
from weasyprint.text.line_break import strut

# WeasyPrint's boxes carry no types; they stay inside this file.
Box = Any


def is_of_class(box: Box, name: str) -> bool:
    """Tell whether a block comes from an element of a class, and not from its ::before or ::after."""
    if not isinstance(box, BlockBox) or box.element is None or "::" in (box.element_tag or ""):
        return False
    return name in (box.element.get("class") or "").split()


def line_of(root: Box) -> float:
    """Give the distance of two lines of running text in WeasyPrint's pixels: that of the document's first element."""
    return float(strut(root.style)[0])


def indent(paragraph: Box, width: float) -> None:
    """Let the first line of a paragraph begin further in, in WeasyPrint's pixels."""
    for lines in paragraph.children[:1]:
        lines.style = lines.style.copy()
        lines.style["text_indent"] = Dimension(width, "px")
