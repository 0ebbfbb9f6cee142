"""The elements of Office XML: their names, their words, their switches (ECMA-376, parts 1 and 4)."""

from __future__ import annotations

from lxml import etree

Element = etree._Element  # noqa: SLF001 - the type of lxml's elements has no public name

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
WPS = "{http://schemas.microsoft.com/office/word/2010/wordprocessingShape}"
W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
VML = "{urn:schemas-microsoft-com:vml}"
DC = "{http://purl.org/dc/elements/1.1/}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
DECORATIVE = "{http://schemas.microsoft.com/office/drawing/2017/decorative}decorative"


def text_of(node: Element) -> str:
    """Give the words of a paragraph or a link as they stand now: without what is marked as deleted."""
    parts = []
    for each in node.iter(f"{W}t", f"{W}tab", f"{W}br", f"{W}noBreakHyphen"):
        if each.tag == f"{W}t":
            parts.append(each.text or "")
        else:
            parts.append("-" if each.tag == f"{W}noBreakHyphen" else " ")
    return "".join(parts)


def value(node: Element | None, *path: str) -> str | None:
    """Give ``w:val`` at the end of a path of elements; empty for an element without one, None for no element."""
    for step in path:
        if node is None:
            return None
        node = node.find(f"{W}{step}")
    return None if node is None else node.get(f"{W}val", "")


def is_on(node: Element | None, *path: str) -> bool | None:
    """Read a switch: an element without a value is on (ECMA-376, 17.17.4); None where it is not there."""
    written = value(node, *path)
    return None if written is None else written not in {"0", "false", "off"}
