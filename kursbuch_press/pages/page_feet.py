"""What could not be met: pages in the midst of a chapter that end well above their last line, told to the editor in lines.

The composer moves breaks, blocks and white. Where the heights of what must stay whole do not add up to pages, only words help.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import pairwise
from math import ceil
from typing import Any

from weasyprint.formatting_structure.boxes import LineBox

from kursbuch_press.pages import wording
from kursbuch_press.pages.filling import free_at_foot, parts_of
from kursbuch_press.pages.parts import line_of
from kursbuch_press.pages.typesetting import SetBook
from kursbuch_press.problems import Place, Problem, Severity

# WeasyPrint's boxes carry no types; they stay inside this file.
Box = Any
PlaceOf = Callable[[str], Place]

# Of free lines at a foot so many are told; so many can be won by shortening what stands before.
_TOLD, _SHORTEN = 2, 8
_HEADINGS = {"h1", "h2", "h3", "h4"}
_TWO_LINES = 2
# Heights are sums of rounded numbers.
_SLACK = 0.02


def short_pages(book: SetBook, place_of: PlaceOf) -> Iterator[Problem]:
    """Name the pages that end two lines or more above their last one, though the chapter goes on, with what would fill them."""
    for chapter in book.chapters:
        boxes = [page._page_box for page in chapter.document.pages]  # noqa: SLF001 - boxes have no public door
        for at, (page, following) in enumerate(pairwise(boxes)):
            if any(box.page_type.name or box.page_type.blank for box in (page, following)):
                continue
            free = free_at_foot(page)
            if free >= _TOLD:
                yield _problem(chapter.first + at, free, following, place_of)


def _problem(folio: int, free: int, following: Box, place_of: PlaceOf) -> Problem:
    """Say how many lines fewer before would make room for what follows, or that lines are lacking."""
    first = parts_of(following)[0]
    lacking = _needed(following) - free
    hint = wording.SHORT_PAGE_SHORTEN.format(lines=_lines(lacking)) if 0 < lacking <= _SHORTEN else wording.SHORT_PAGE_ADD
    address = (first.element.get("id") or "").replace(".", "/")
    message = wording.SHORT_PAGE.format(folio=folio, lines=free)
    return Problem(place_of(address), message, hint.format(free=free), address, Severity.NOTE, "page-foot")


def _lines(count: int) -> str:
    return wording.ONE_LINE if count == 1 else wording.SOME_LINES.format(lines=count)


def _needed(page: Box) -> int:
    """Count the lines that the first things of a page take together: its headings, and what must stand below them."""
    line, top = line_of(page.children[0]), None
    for part in parts_of(page):
        top = part.border_box_y() if top is None else top
        if part.element_tag in _HEADINGS:
            continue
        lines = [child for child in part.children if isinstance(child, LineBox)]
        end = lines[min(_TWO_LINES, len(lines)) - 1] if lines else part
        bottom = end.position_y + end.height if lines else part.border_box_y() + part.border_height()
        return ceil(float(bottom - top + _white_above(parts_of(page)[0])) / line - _SLACK)
    return 0


def _white_above(part: Box) -> float:
    """Give the white that stands above a part where it does not begin a page."""
    margin = part.style["margin_top"]
    return float(margin.value) if getattr(margin, "unit", None) == "px" else 0.0
