"""The vocabulary of WordprocessingML, so that the other files read like the format.

Elements are made as text: a book has 100,000 of them, and as objects of lxml they cost four times as much as
all the rest. ``Xml`` is well-formed by construction: only the functions here make it, and they escape what
they are given.
"""

from __future__ import annotations

import re
from typing import NewType
from xml.sax.saxutils import escape

Xml = NewType("Xml", str)

NAMESPACES = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
    "w14": "http://schemas.microsoft.com/office/word/2010/wordml",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "asvg": "http://schemas.microsoft.com/office/drawing/2016/SVG/main",
    "adec": "http://schemas.microsoft.com/office/drawing/2017/decorative",
    "ep": "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties",
    "cp": "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties",
    "vt": "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes",
    "ds": "http://schemas.openxmlformats.org/officeDocument/2006/customXml",
    "ct": "http://schemas.openxmlformats.org/package/2006/content-types",
}
STORY = ("w", "r", "wp", "a", "pic", "w14", "mc", "asvg", "adec")
"""The prefixes that a part with text declares; w14 is in ``mc:Ignorable``, as it came with Word 2010."""

_DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_FORBIDDEN = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Characters that XML 1.0 cannot say (section 2.2).

An editor pastes them by accident, and nobody sees them.
"""
_QUOTE = {'"': "&quot;"}


def w(tag: str, *children: Xml | None, **attributes: str) -> Xml:
    """Give an element of the ``w`` namespace, its attributes in the same.

    Children that are None are left out.
    """
    spelled = "".join([f' w:{key}="{_value(value)}"' for key, value in attributes.items()]) if attributes else ""
    return _element(f"w:{tag}", spelled, children)


def x(tag: str, attributes: dict[str, str] | None = None, *children: Xml) -> Xml:
    """Give an element of any namespace, its attributes as they are written."""
    spelled = "".join([f' {key}="{_value(value)}"' for key, value in (attributes or {}).items()])
    return _element(tag, spelled, children)


def _element(tag: str, attributes: str, children: tuple[Xml | None, ...]) -> Xml:
    content = "".join(filter(None, children))
    return Xml(f"<{tag}{attributes}>{content}</{tag}>" if content else f"<{tag}{attributes}/>")


def _value(value: str) -> str:
    """Escape the value of an attribute; most are numbers and names with nothing to escape."""
    return value if value.isalnum() else escape(_FORBIDDEN.sub("", value), _QUOTE)


def words_of(content: str) -> Xml:
    """Give words as they stand between tags."""
    return Xml(escape(_FORBIDDEN.sub("", content)))


def text(content: str, tag: str = "t") -> Xml:
    """Give words as ``w:t`` (or ``w:instrText``) that keeps its spaces."""
    keep = ' xml:space="preserve"' if content[:1].isspace() or content[-1:].isspace() or "  " in content else ""
    return Xml(f"<w:{tag}{keep}>{words_of(content)}</w:{tag}>")


def part(tag: str, prefixes: tuple[str, ...], *children: Xml, **attributes: str) -> bytes:
    """Give a whole part with its namespaces declared once, in its root."""
    declared = {f"xmlns:{prefix}": NAMESPACES[prefix] for prefix in prefixes}
    if "w14" in prefixes:
        declared["mc:Ignorable"] = "w14"
    return (_DECLARATION + x(tag, declared | attributes, *children)).encode()


def join(pieces: list[Xml]) -> Xml:
    """Give pieces one after the other."""
    return Xml("".join(pieces))


def twips(points: float) -> str:
    """Give points in the twentieths in which Word counts distances."""
    return str(round(points * 20))


def twips_of_mm(mm: float) -> str:
    """Give millimetres in twentieths of a point."""
    return str(round(mm * 1440 / 25.4))


def half_points(points: float) -> str:
    """Give points in the halves in which Word counts type sizes."""
    return str(round(points * 2))


def emu(mm: float) -> int:
    """Give millimetres in English Metric Units, in which DrawingML counts."""
    return round(mm * 36000)
