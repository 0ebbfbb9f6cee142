"""Tables whose head is missing on a page: WeasyPrint drops a head that leaves a row no room, silently."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from weasyprint.formatting_structure.boxes import LineBox, TableBox

from kursbuch_press.compose.laid_out import HighRow

# WeasyPrint's boxes and elements carry no types; they stay inside this room.
Box = Any
Element = Any

_WORDS = 60


@dataclass(slots=True)
class _Table:
    """A table on all its pages: those without its head, and how high each row is on all of them together."""

    headless: list[int] = field(default_factory=list)
    heights: dict[Element, float] = field(default_factory=dict)


def high_rows(pages: Sequence[Any]) -> dict[int, tuple[HighRow, ...]]:
    """Give for each page, counted from 0, the rows for which a head is missing there: of each table the highest row."""
    tables: dict[Element, _Table] = {}
    for at, page in enumerate(pages):
        for box in _tables_in(page._page_box):  # noqa: SLF001 - boxes have no public door
            if box.element is not None and _head(box.element) is not None:
                _read(box, at, tables.setdefault(box.element, _Table()))
    found: dict[int, tuple[HighRow, ...]] = {}
    for element, table in tables.items():
        for at in table.headless[:1]:
            highest = max(table.heights, key=lambda row: table.heights[row], default=element)
            named = HighRow((highest.get("id") or "").replace(".", "/"), _words(highest), _words(_head(element)))
            found[at] = (*found.get(at, ()), named)
    return found


def _read(box: Box, at: int, table: _Table) -> None:
    groups = list(box.children)
    if not any(getattr(group, "is_header", False) for group in groups):
        table.headless.append(at)
    for group in groups:
        for row in () if getattr(group, "is_header", False) else group.children:
            if row.element is not None:
                table.heights[row.element] = table.heights.get(row.element, 0) + row.height


def _head(element: Element) -> Element | None:
    """Give the head of a table; one that only repeats what it stands below may be missing."""
    head = element.find("thead")
    return None if head is None or head.get("aria-hidden") == "true" else head


def _words(element: Element) -> str:
    words = " ".join(" ".join(element.itertext()).split())
    return words if len(words) <= _WORDS else f"{words[: _WORDS - 1]}…"


def _tables_in(box: Box) -> Iterator[Box]:
    """Give the tables below a box; none stands in a line."""
    for child in getattr(box, "children", ()):
        if isinstance(child, TableBox):
            yield child
        elif not isinstance(child, LineBox):
            yield from _tables_in(child)
