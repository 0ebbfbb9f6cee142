"""Folios in the margins, put in when the pages are known: a chapter is laid out without knowing where in the book it begins.

It is counted from a neutral number instead, of which only the side is true. In the margins, where a design has the number
of a page, the true one takes its place afterwards; the words around it keep their alignment. A design that uses the number
elsewhere, or in other figures, is laid out with the true one: then a chapter that moves is laid out again.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

from weasyprint.formatting_structure.boxes import LineBox, MarginBox, TextBox
from weasyprint.text.line_break import line_size

# WeasyPrint's documents and boxes carry no types; they stay inside this file.
Document = Any
Box = Any

_NEUTRAL = 1000
"""An even number of more figures than any true one is likely to have: nothing else in a margin looks like those after it."""

_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_MARGIN = re.compile(r"@(?:top|bottom|left|right)(?:-[a-z]+){1,2}\s*\{[^{}]*\}")
_PLAIN = re.compile(r"(?<![\w-])counter\(\s*page\s*\)")
_COUNTED = re.compile(r"counters?\((?:[^()]|\([^()]*\))*\bpage\b")
_RESET = re.compile(rf"counter-reset\s*:\s*page {_NEUTRAL + 1}|counter-reset\s*:\s*page {_NEUTRAL + 2}")
_CHANGED = re.compile(r"counter-(?:reset|set|increment)\s*:[^;}]*\bpage\b")


def neutral(first: int) -> int:
    """Give the number that a chapter is counted from instead of its first folio: of the same side."""
    return _NEUTRAL + (1 if first % 2 else 2)


def can_move(texts: Iterable[str]) -> bool:
    """Whether stylesheets use the number of a page in margins alone, and count pages one by one."""
    for text in texts:
        elsewhere = _MARGIN.sub(lambda rule: _PLAIN.sub("", rule[0]), _COMMENT.sub("", text))
        if _COUNTED.search(elsewhere) or _CHANGED.search(_RESET.sub("", elsewhere)):
            return False
    return True


def put_margin_folios(document: Document, first: int) -> None:
    """Put the true folio into the margins of a chapter that was counted from a neutral number."""
    for number, page in enumerate(document.pages):
        held = str(neutral(first) + number)
        for margin in page._page_box.children:  # noqa: SLF001 - boxes have no public door
            if isinstance(margin, MarginBox):
                for line, box in _texts(margin):
                    if held in box.text:
                        _put(margin, line, box, box.text.replace(held, str(first + number)))


def _texts(margin: Box) -> Iterator[tuple[Box, Box]]:
    for line in margin.descendants():
        if isinstance(line, LineBox):
            yield from ((line, box) for box in line.descendants() if isinstance(box, TextBox))


def _put(margin: Box, line: Box, box: Box, text: str) -> None:
    """Put another text into a box, as wide as its figures are, and move its line as it is aligned."""
    layout, before = box.pango_layout, box.width
    box.text = layout.text = text
    layout.reactivate(box.style)
    box.width, _ = line_size(layout.get_first_line()[0], box.style)
    layout.deactivate()
    moved = (before - box.width) * _share(margin.style)
    for each in line.descendants():
        each.position_x += moved


def _share(style: Any) -> float:  # noqa: ANN401 - WeasyPrint's
    """Say how much of the room that becomes free is put before a line: none, half, or all of it."""
    left, right = ("start", "end") if style["direction"] == "ltr" else ("end", "start")
    return {"center": 0.5, "right": 1.0, right: 1.0, "left": 0.0, left: 0.0}.get(style["text_align_all"], 0.0)
