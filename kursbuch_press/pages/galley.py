"""A laid-out galley as parts for the composer, and its page breaks back in the boxes that WeasyPrint sets.

A galley is one endless page. What may be divided and what not is told by classes and tags of its blocks; how high they are is
read from their boxes.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Any

from weasyprint.formatting_structure.boxes import BlockLevelBox, LineBox, TableBox, TableRowBox

from kursbuch_press.pages.composer import ComposedPage, Part
from kursbuch_press.pages.line_breaks import hyphenated
from kursbuch_press.pages.parts import indent, is_of_class

# WeasyPrint's boxes carry no types; they stay inside this file.
Box = Any

_HEADINGS = {"h1", "h2", "h3", "h4"}
# What it costs to end a page before a line of a paragraph, and after a hyphen.
_IN_PARAGRAPH, _HYPHEN = 0.4, 3.0
_TITLE, _CARD_WHITE, _PART_WHITE = (1.5,), (0.4,), (0.3,)
_WIDOWS = 2
# A list of so many items is kept whole; a block of less than so much of a page, too.
_ITEMS, _WHOLE = 6, 0.5
_ROW, _ITEM = 0.8, 0.8
# What may change places with the paragraphs behind it, and with how many.
_MOVES, _FARTHEST = ("moves", "box", "key-figure"), 3
# A paragraph of fewer lines stays as long as it is; what a line more or less costs, and how much dearer its lines may get.
_CHANGEABLE, _CHANGED, _DEARER, _DEAREST = 5, 0.8, 0.12, 24.0
# A card or table of so many rows can take lines between them.
_STRETCHES, _INSIDE = 4, (0.2, 0.7)


@dataclass(frozen=True, slots=True)
class Piece:
    """A part and where it comes from: the number of its block among the children of the body, and of its line in the block."""

    part: Part
    block: int
    line: int = 0


class Galley:
    """One stretch of a chapter that runs on from page to page: its blocks in their order, and what they are as parts.

    ``order`` is a sequence of numbers of blocks: some may change places.
    """

    def __init__(self, page: Box, line: float) -> None:
        """Read an endless page."""
        self._blocks = _blocks(page)
        self.lines = round(page.height / line, 2)
        reader = _Reader(line, self.lines, _notes(page))
        self._parts = [tuple(reader.parts(block)) for block in self._blocks]
        self._line = line
        self.order = tuple(range(len(self._blocks)))

    @property
    def composable(self) -> bool:
        """Tell whether it holds only what can be composed: no columns, and nothing that is higher than a page."""
        columns = any(_is_in_columns(block) for block in self._blocks)
        heights = [part.height for parts in self._parts for part in parts]
        return bool(heights) and not columns and max(heights) <= self.lines

    def place(self, at: int) -> int:
        """Give the place among the children of the body where the block at a place of the order stands."""
        return int(self._blocks[at].index)

    def pieces(self, order: Sequence[int]) -> Iterator[Piece]:
        """Give the pieces of the blocks in an order; ``block`` is the place in the order."""
        for at, number in enumerate(order):
            before = order[at - 1] if at else None
            for line, part in enumerate(self._parts[number]):
                if line == 0:
                    part = self._first(part, before, number)  # noqa: PLW2901 - each part begins where the last one ended
                yield Piece(part, at, line)

    def _first(self, part: Part, before: int | None, number: int) -> Part:
        if before is None:
            return replace(part, above=0.0, breaks=0.0, grows=())
        over, block = self._blocks[before], self._blocks[number]
        gap = _top_of_block(block) - _top_of_block(over) - over.border_height()
        if number != before + 1:
            gap = max(over.margin_bottom, block.margin_top)
        above = gap / self._line
        keeps = over.element_tag in _HEADINGS or _introduces(over, block)
        return replace(part, above=above, breaks=None if keeps else 0.0, grows=_grows(over, block, above))

    def moved(self, order: tuple[int, ...], number: int) -> Iterator[tuple[int, tuple[int, ...]]]:
        """Give the orders in which a block stands elsewhere, behind or before, and over how many paragraphs it went.

        It passes no paragraph that announces what follows, and leaves none that announces it.
        """
        at = order.index(number)
        if not any(is_of_class(self._blocks[number], name) for name in _MOVES):
            return
        if at and _announces(self._blocks[order[at - 1]]):
            return
        rest = (*order[:at], *order[at + 1 :])
        for step in (1, -1):
            for far in range(1, _FARTHEST + 1):
                passed = at + step * far
                if not 0 <= passed < len(order) or not self._may_pass(order[passed]):
                    break
                yield far, (*rest[:passed], number, *rest[passed:])

    def _may_pass(self, number: int) -> bool:
        return is_of_class(self._blocks[number], "body") and not _announces(self._blocks[number])


def _blocks(page: Box) -> list[Box]:
    html = page.children[0]
    body = html.children[0] if html.children else None
    children = body.children if body is not None else ()
    return [child for child in children if isinstance(child, BlockLevelBox) and child.is_in_normal_flow()]


def _notes(page: Box) -> dict[Any, float]:
    """Give the heights of the notes of a page by their elements."""
    area = page.children[1]
    return {note.element: note.margin_height() for note in area.children or () if note.element is not None}


def _is_in_columns(block: Box) -> bool:
    return bool(block.style["column_count"] != "auto" or block.style["column_width"] != "auto")


class _Reader:
    """Reads blocks as pieces, in lines of the grid."""

    def __init__(self, line: float, lines: float, notes: dict[Any, float]) -> None:
        self._line, self._lines, self._notes = line, lines, notes

    def parts(self, block: Box) -> Iterator[Part]:
        """Divide a block: a paragraph into its lines, a long table into rows, a long list into items."""
        if block.element_tag == "p" and block.children and all(isinstance(child, LineBox) for child in block.children):
            return self._paragraph(block)
        height = block.border_height() / self._line
        rows = list(_rows(block))
        if rows and height > _WHOLE * self._lines and not is_of_class(block, "measure"):
            return self._table(block, rows)
        items = [child for child in block.children if child.element_tag == "li"] if block.element_tag in {"ul", "ol"} else []
        if len(items) > _ITEMS or (items and height > self._lines):
            return self._list(block, items)
        inside = _INSIDE if len(rows) >= _STRETCHES else ()
        return iter([Part(height, notes=self._called(block), inside=inside)])

    def _paragraph(self, block: Box) -> Iterator[Part]:
        count = len(block.children)
        orphans = max(_WIDOWS, block.style["orphans"])
        for at, (top, bottom) in enumerate(_spans(block, list(block.children), _top_of_line)):
            allowed = at >= orphans and count - at >= _WIDOWS
            after_hyphen = at > 0 and hyphenated(block.children[at - 1])
            breaks = _IN_PARAGRAPH + _HYPHEN * after_hyphen if allowed else None
            part = Part((bottom - top) / self._line, notes=self._called(block.children[at]), breaks=breaks)
            yield part if at < count - 1 else replace(part, longer=_price(block, 1), shorter=_price(block, -1))

    def _table(self, block: Box, rows: list[Box]) -> Iterator[Part]:
        """Give the rows of a long table; the first with what stands above it, the last with what follows the table."""
        heads = [row for table in block.descendants() if isinstance(table, TableBox) for row in _head_rows(table)]
        body = [row for row in rows if row not in heads]
        repeated = sum(row.height for row in heads) / self._line
        for at, (top, bottom) in enumerate(_spans(block, body, _top_of_row)):
            # A table has two rows at least on each page that it reaches.
            allowed = 1 < at < len(body) - 1
            yield Part(
                (bottom - top) / self._line,
                notes=self._called(body[at]),
                breaks=_ROW if allowed else None,
                head=repeated if at else 0.0,
                natural=at > 0,
            )

    def _list(self, block: Box, items: list[Box]) -> Iterator[Part]:
        for at, (top, bottom) in enumerate(_spans(block, items, _top_of_block)):
            allowed = at > 1 and len(items) - at > 1
            breaks = _ITEM if allowed else None
            yield Part((bottom - top) / self._line, notes=self._called(items[at]), breaks=breaks, natural=at > 0)

    def _called(self, box: Box) -> float:
        """Give the height of the notes that are called in a box, in lines."""
        called = (getattr(each, "footnote", None) for each in box.descendants())
        return sum(self._notes.get(note.element, 0.0) for note in called if note is not None) / self._line


def _spans(block: Box, inside: list[Box], top_of: Callable[[Box], float]) -> Iterator[tuple[float, float]]:
    """Give top and bottom of what stands in a block, so that together they are as high as the block."""
    tops = [_top_of_block(block), *(top_of(each) for each in inside[1:])]
    return pairwise([*tops, _top_of_block(block) + block.border_height()])


def _top_of_line(line: Box) -> float:
    return float(line.position_y)


def _top_of_row(row: Box) -> float:
    return float(row.position_y)


def _top_of_block(block: Box) -> float:
    """Give where a block begins in the flow: one that is moved a little (``position: relative``) still takes its own place."""
    moved = block.top if block.style["position"] == "relative" and block.top != "auto" else 0.0
    return float(block.border_box_y() - moved)


def _price(block: Box, more: int) -> tuple[float, int] | None:
    """Give what it costs to set a paragraph in a line more or less, and how many of its lines stand before the last."""
    count = len(block.children)
    prices = block.children[0].__dict__.get("prices") or {}
    if count < _CHANGEABLE or count not in prices or count + more not in prices:
        return None
    dearer = max(0.0, prices[count + more] - prices[count])
    return (_CHANGED + dearer * _DEARER, count - 1) if dearer < _DEAREST else None


def _announces(block: Box) -> bool:
    return block.element_tag == "p" and "".join(block.element.itertext()).rstrip().endswith(":")


def _introduces(before: Box, block: Box) -> bool:
    """Tell a paragraph that ends with a colon from what it announces."""
    return _announces(before) and block.element_tag != "p"


def _grows(before: Box | None, block: Box, above: float) -> tuple[float, ...]:
    """Say what each line costs that may be added above a block."""
    if before is None or before.element_tag in _HEADINGS or above < 1 - 0.05:
        return ()
    if block.element_tag in {"h1", "h2"}:
        return _TITLE
    return _CARD_WHITE if is_of_class(block, "measure") else _PART_WHITE


def _rows(block: Box) -> Iterator[Box]:
    if isinstance(block, TableRowBox):
        yield block
    elif not isinstance(block, LineBox):
        for child in getattr(block, "children", ()):
            yield from _rows(child)


def _head_rows(table: Box) -> Iterator[Box]:
    for group in table.children:
        if group.is_header:
            yield from group.children


class Breaks:
    """Page breaks and white written into the boxes that WeasyPrint sets next, and how to take them out again."""

    def __init__(self, body: Box, line: float) -> None:
        """Know the boxes of the body; nothing is written yet."""
        self._body, self._line = body, line
        self._children = list(body.children)
        self._styles = [(block, block.style) for block in self._children]

    def write(self, galley: Galley, order: Sequence[int], pages: Sequence[ComposedPage]) -> None:
        """Let pages end where they were composed to end."""
        blocks = self._arranged(galley, order)
        pieces = list(galley.pieces(order))
        for page in pages:
            for at in page.white:
                block = blocks[pieces[at].block]
                block.added_lines = block.__dict__.get("added_lines", 0) + 1
            for at, added in Counter(page.inside).items():
                blocks[pieces[at].block].inner_lines = added
            for changes, more in ((page.longer, 1), (page.shorter, -1)):
                for changed in changes:
                    _want_lines(blocks[pieces[changed].block].children[0], pieces[changed].line + 1 + more)
            if page.first:
                self._end_before(blocks[pieces[page.first].block], pieces[page.first])
        counts = Counter(piece.block for piece in pieces)
        for number, count in counts.items():
            if count == 1:
                self._style(blocks[number], "break_inside", "avoid")

    def _arranged(self, galley: Galley, order: Sequence[int]) -> list[Box]:
        """Put the blocks of a galley into their order; a paragraph is indented if it follows a paragraph."""
        blocks = [self._children[galley.place(number)] for number in order]
        if list(order) == sorted(order):
            return blocks
        children = list(self._body.children)
        for at, block in enumerate(blocks):
            children[galley.place(at)] = block
        self._body.children = children
        for before, block in pairwise(blocks):
            if is_of_class(block, "body"):
                indent(block, self._line if is_of_class(before, "body") else 0)
        return blocks

    def _end_before(self, block: Box, piece: Piece) -> None:
        if piece.line == 0:
            self._style(block, "break_before", "page")
            self._style(block, "margin_break", "discard")
        elif not piece.part.natural:
            lines = block.children[0]
            lines.last_lines = {*lines.__dict__.get("last_lines", ()), piece.line}
            if (piece.part.breaks or 0.0) > _HYPHEN:
                lines.no_hyphen = piece.line
                lines.__dict__.pop("plan", None)

    def _style(self, block: Box, name: str, value: str) -> None:
        block.style = block.style.copy()
        block.style[name] = value

    def take_out(self) -> None:
        """Leave the boxes as they were, but for indents."""
        self._body.children = self._children
        for block, style in self._styles:
            block.style = style
            for name in ("added_lines", "inner_lines"):
                block.__dict__.pop(name, None)
            for lines in block.children[:1]:
                for name in ("last_lines", "wanted_lines", "no_hyphen", "plan"):
                    lines.__dict__.pop(name, None)


def _want_lines(lines: Box, wanted: int) -> None:
    lines.wanted_lines = wanted
    lines.__dict__.pop("plan", None)


def first_block(page: Box) -> int:
    """Give the number of the block that a page begins with, among the children of the body."""
    blocks = _blocks(page)
    return int(blocks[0].index) if blocks else -1
