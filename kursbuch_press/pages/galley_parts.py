"""Blocks of a laid-out galley read as parts for the composer: what may be divided, at what price, and what must stay whole.

What a block is, is told by its class and tag; how high it is, by its box. All heights are lines of the grid.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from itertools import pairwise
from math import ceil
from typing import Any

from weasyprint.formatting_structure.boxes import LineBox, TableBox, TableRowBox

from kursbuch_press.pages.composer import Part
from kursbuch_press.pages.line_breaks import hyphenated
from kursbuch_press.pages.parts import is_of_class

# WeasyPrint's boxes carry no types; they stay inside this file.
Box = Any

# A hole before running text looks like a mistake, and more so than one before a heading, a section or a card.
_IN_TEXT, _HOLES = 1.6, {"h3": 1.2, "h4": 1.2, "h2": 0.9}
_BEFORE_CARD = 0.8
# What it costs to end a page before a line of a paragraph, and after a hyphen.
_IN_PARAGRAPH, _HYPHEN = 0.4, 3.0
_WIDOWS = 2
# A list of so many items is kept whole; a table of less than so much of a page, too: rules and white make it look higher.
_ITEMS, _WHOLE = 6, 0.55
_ROW, _ITEM, _TURN = 0.8, 0.8, 3.0
# A box that is nearly as high as a page may be divided, on facing pages rather than over a turn: at a price that only half a
# page of white is worth. So many lines of it stand on each of the pages.
_CARD, _BOX, _HIGH, _SPLIT, _SPLIT_TURN, _LEAST = "measure", "box", 0.95, 60.0, 66.0, 7
# A paragraph of fewer lines stays as long as it is; what a line more or less costs, and how much dearer its lines may get.
_CHANGEABLE, _CHANGED, _DEARER, _DEAREST = 4, 0.8, 0.24, 24.0
# No more than this part of the white above and below cells is taken, and what it costs to take it all.
_TIGHTEST, _TIGHT = 0.4, (0.4, 2.4)
# Heights are sums of rounded numbers.
_SLACK = 0.02
# A row that heads others stands on a page with as many of them; three rows of a table on a page are better than two.
_TWO_ROWS, _ROWS, _FEW_ROWS = 2, 3, 6.0
# A table of so many rows can take lines between them, in two of three rows, and so many at least; a card one more than it has
# rows, since a page of large trim may hold nothing else. What it costs that all rows take one each. In a long table, every
# second row may take one, and two of them at a higher price.
_STRETCHES, _LEAST_LINES, _WIDER, _IN_ROW, _IN_FOURTH_ROW = 4, 3, 5.0, 0.2, 1.6
# What lines cost between the items of a list, half a line at each, and about the title of a box.
_INSIDE_LISTS, _INSIDE_BOXES, _LISTS = (1.0, 4.0), (3.0,), {"ul", "ol"}

_Price = tuple[float, int] | None


@dataclass(frozen=True, slots=True)
class Cut:
    """A part of a block, and where it is found again among boxes that are not laid out yet.

    ``path`` leads to the paragraph or block that it begins with, by the numbers of children from the block on; ``line`` is
    the line of that paragraph, which may follow a hyphen. ``paragraph`` leads to the one that may be set in a line more or less
    than ``lines``. ``tightened`` is the part of the white in its rows that a block loses to be a line less high.
    With ``grown``, it must be a line longer where a page begins with this part. ``row`` and ``item`` count the rows of a table
    and the items of a list that stand before it.
    """

    part: Part
    path: tuple[int, ...] = ()
    line: int = 0
    paragraph: tuple[int, ...] = ()
    lines: int = 0
    after_hyphen: bool = False
    grown: bool = False
    tightened: float = 0.0
    row: int | None = None
    item: int | None = None


class Reader:
    """Reads the blocks of one galley."""

    def __init__(self, line: float, lines: float, notes: dict[Any, float]) -> None:
        """Know the height of a line and of a page, and those of the notes by their elements."""
        self._line, self._lines, self._notes = line, lines, notes

    def cuts(self, block: Box) -> Iterator[Cut]:
        """Divide a block: a paragraph into its lines, a long table into rows, a long list into items, a high box into lines."""
        if _is_paragraph(block):
            return self._paragraph(block)
        height = block.border_height() / self._line
        rows = list(_rows(block))
        # A card is divided only if no page holds it.
        if rows and height > (1 if is_of_class(block, _CARD) else _WHOLE) * self._lines:
            return self._table(block, rows)
        items = [child for child in block.children if child.element_tag == "li"] if block.element_tag in _LISTS else []
        if len(items) > _ITEMS or (items and height > self._lines):
            return self._list(block, items)
        if is_of_class(block, _BOX) and height >= _HIGH * self._lines:
            return self._box(block)
        return iter([self._whole(block, height, len(rows))])

    def _whole(self, block: Box, height: float, rows: int) -> Cut:
        """Give a block that is not divided; a paragraph in it may be set in a line more or less."""
        tightened = _tightened(block, self._line)
        tight = None if tightened is None else _TIGHT[0] + _TIGHT[1] * tightened / _TIGHTEST
        between = rows if rows >= _STRETCHES else 0
        hole = _BEFORE_CARD if is_of_class(block, _CARD) else _HOLES.get(block.element_tag, 1.0)
        part = Part(height, notes=self._called(block), inside=_inside(block, rows), rows=between, tight=tight, hole=hole)
        part = replace(part, pooled=is_of_class(block, _CARD))
        found = [(child, _price(child, 1), _price(child, -1)) for child in block.children if _is_paragraph(child)]
        changing = next((each for each in found if any(each[1:])), None)
        if changing is None:
            return Cut(part, tightened=tightened or 0.0)
        paragraph, longer, shorter = changing
        part = replace(part, longer=longer and (longer[0], 0), shorter=shorter and (shorter[0], 0))
        return Cut(part, paragraph=(int(paragraph.index),), lines=len(paragraph.children), tightened=tightened or 0.0)

    def _paragraph(self, block: Box) -> Iterator[Cut]:
        count = len(block.children)
        for at, (top, bottom) in enumerate(_spans(block, list(block.children), _top_of_line)):
            height, notes = (bottom - top) / self._line, self._called(block.children[at])
            part = Part(height, notes=notes, breaks=_breaks(block, at), hole=_IN_TEXT)
            alone = _alone(block, at) if part.breaks is None and not self._called(block) else None
            if at == count - 1:
                part = replace(part, longer=_price(block, 1), shorter=_price(block, -1))
            if alone is not None:
                part = replace(part, breaks=alone, head=1.0)
            yield Cut(part, line=at, lines=count, after_hyphen=_after_hyphen(block, at), grown=alone is not None)

    def _box(self, block: Box) -> Iterator[Cut]:
        """Give the lines of a box; a page ends in it only where enough of it stands on both pages."""
        units = list(_units(block))
        spans = list(_spans(block, [unit[0] for unit in units], top_of_block))
        head = float(block.padding_top + block.border_top_width) / self._line
        tail = float(block.padding_bottom + block.border_bottom_width) / self._line
        begin, end = spans[0][0], spans[-1][1]
        for (box, at, breaks, parent), (top, bottom) in zip(units, spans, strict=True):
            enough = min(top - begin, end - top) >= _LEAST * self._line
            allowed = _SPLIT + breaks if breaks is not None and enough else None
            part = Part((bottom - top) / self._line, notes=self._called(box), breaks=allowed)
            if top > begin:
                part = replace(part, turn=_SPLIT_TURN, head=head, tail=tail)
            yield Cut(part, (int(parent.index),), at, after_hyphen=_after_hyphen(parent, at))

    def _table(self, block: Box, rows: list[Box]) -> Iterator[Cut]:
        """Give the rows of a long table; the first with what stands above it, the last with what follows the table."""
        tables = [each for each in block.descendants() if isinstance(each, TableBox)]
        heads = [row for table in tables for row in _head_rows(table)]
        body = _kept_rows([row for row in rows if row not in heads])
        named = sum(table.__dict__.get("overleaf", 0.0) for table in tables)
        repeated = (sum(row.height for row in heads) + named) / self._line
        for at, (top, bottom) in enumerate(_spans(block, [kept[0] for kept in body], _top_of_row)):
            before = sum(map(len, body[:at]))
            # A table has two rows at least on each page that it reaches, and better three.
            fewest = min(before, sum(map(len, body[at:])))
            price = _ROW + _FEW_ROWS * (at > 0 and fewest < _ROWS)
            rest = (top_of_block(block) + block.border_height() - top) / self._line
            yield Cut(
                Part(
                    (bottom - top) / self._line,
                    notes=sum(map(self._called, body[at])),
                    breaks=price if at == 0 or fewest >= _TWO_ROWS else None,
                    turn=_SPLIT_TURN if is_of_class(block, _CARD) else _TURN,
                    head=self._on_grid(rest, repeated, block) if at else 0.0,
                    natural=at > 0,
                    inside=(_IN_ROW if at % _STRETCHES == 1 else _IN_FOURTH_ROW,) if at % 2 else (),
                ),
                row=before,
            )

    def _on_grid(self, rest: float, head: float, block: Box) -> float:
        """Give the height of the head that is repeated above the rest of a table, and what brings both to the grid together."""
        own = rest + head - float(block.__dict__.get("surplus", 0.0)) / self._line
        return head if own > self._lines else ceil(own - _SLACK) - rest

    def _list(self, block: Box, items: list[Box]) -> Iterator[Cut]:
        for at, (top, bottom) in enumerate(_spans(block, items, top_of_block)):
            allowed = at > 1 and len(items) - at > 1
            breaks = _ITEM if allowed else None
            part = Part((bottom - top) / self._line, notes=self._called(items[at]), breaks=breaks, natural=at > 0)
            yield Cut(part, item=at)

    def _called(self, box: Box) -> float:
        """Give the height of the notes that are called in a box, in lines."""
        called = (getattr(each, "footnote", None) for each in (box, *box.descendants()))
        return sum(self._notes.get(note.element, 0.0) for note in called if note is not None) / self._line


def _is_paragraph(block: Box) -> bool:
    return bool(block.element_tag == "p" and block.children and all(isinstance(child, LineBox) for child in block.children))


def _breaks(paragraph: Box, at: int) -> float | None:
    """Give what it costs to end a page before a line of a paragraph; None where too few lines would stand alone."""
    orphans = max(_WIDOWS, paragraph.style["orphans"])
    if at < orphans or len(paragraph.children) - at < _WIDOWS:
        return None
    return _IN_PARAGRAPH + _HYPHEN * _after_hyphen(paragraph, at)


def _alone(paragraph: Box, at: int) -> float | None:
    """Give what it costs to end a page before the last line of a paragraph, which is set in a line more so that two go over."""
    count = len(paragraph.children)
    longer = _price(paragraph, 1, _WIDOWS + 1) if at == count - 1 and at >= max(_WIDOWS, paragraph.style["orphans"]) else None
    return None if longer is None else _IN_PARAGRAPH + longer[0]


def _after_hyphen(paragraph: Box, at: int) -> bool:
    return at > 0 and hyphenated(paragraph.children[at - 1])


def _units(box: Box) -> Iterator[tuple[Box, int, float | None, Box]]:
    """Give what stands in a box, paragraphs by lines: with the line, what a page costs before it, and whose line it is."""
    kept = True
    for child in box.children:
        first = None if kept else 0.0
        kept = is_of_class(child, "label") or is_of_class(child, "title") or announces(child)
        if not _is_paragraph(child):
            yield child, 0, first, child
            continue
        for at, line in enumerate(child.children):
            yield line, at, _breaks(child, at) if at else first, child


def _spans(block: Box, inside: list[Box], top_of: Callable[[Box], float]) -> Iterator[tuple[float, float]]:
    """Give top and bottom of what stands in a block, so that together they are as high as the block."""
    tops = [top_of_block(block), *(top_of(each) for each in inside[1:])]
    return pairwise([*tops, top_of_block(block) + block.border_height()])


def _top_of_line(line: Box) -> float:
    return float(line.position_y)


def _top_of_row(row: Box) -> float:
    return float(row.position_y)


def top_of_block(block: Box) -> float:
    """Give where a block begins in the flow: one that is moved a little (``position: relative``) still takes its own place."""
    if isinstance(block, LineBox):
        return float(block.position_y)
    moved = block.top if block.style["position"] == "relative" and block.top != "auto" else 0.0
    return float(block.border_box_y() - moved)


def _inside(block: Box, rows: int) -> tuple[float, ...]:
    """Give what each line costs that is shared out in a block: between rows, around the title of a box, around a list."""
    if rows >= _STRETCHES:
        most = rows + 1 if is_of_class(block, _CARD) else ceil(2 / 3 * rows)
        return tuple(_WIDER * (line / rows) ** 2 for line in range(1, max(_LEAST_LINES, most) + 1))
    if block.element_tag in _LISTS:
        return _INSIDE_LISTS[: len(block.children) // 2]
    return _INSIDE_BOXES if is_of_class(block, _BOX) else ()


def _tightened(block: Box, line: float) -> float | None:
    """Give what part of the white in its rows a block must lose to be a line less high; None where that is too much."""
    white = sum(_white(row) for row in body_rows(block))
    needed = line - float(block.__dict__.get("surplus", 0.0))
    return needed / white if "surplus" in block.__dict__ and needed <= _TIGHTEST * white else None


def _white(row: Box) -> float:
    """Give the white above and below the words of a row, as its cells share it."""
    return float(min((cell.padding_top + cell.padding_bottom for cell in row.children), default=0.0))


def body_rows(block: Box) -> list[Box]:
    """Give the rows of the tables of a block, without their heads, whether it is laid out or not."""
    tables = [box for box in block.descendants() if isinstance(box, TableBox)]
    return [row for table in tables for group in table.children if not group.is_header for row in group.children]


def _price(block: Box, more: int, least: int = _CHANGEABLE) -> _Price:
    """Give what it costs to set a paragraph in a line more or less, and how many of its lines stand before the last."""
    count = len(block.children)
    prices = block.children[0].__dict__.get("prices") or {}
    if count < least or count not in prices or count + more not in prices:
        return None
    dearer = max(0.0, prices[count + more] - prices[count])
    return (_CHANGED + dearer * _DEARER, count - 1) if dearer < _DEAREST else None


def announces(block: Box) -> bool:
    """Tell a paragraph that ends with a colon: it stays with what follows it."""
    return block.element_tag == "p" and "".join(block.element.itertext()).rstrip().endswith(":")


def _rows(block: Box) -> Iterator[Box]:
    if isinstance(block, TableRowBox):
        yield block
    elif not isinstance(block, LineBox):
        for child in getattr(block, "children", ()):
            yield from _rows(child)


def _kept_rows(rows: list[Box]) -> list[list[Box]]:
    """Give the rows of a table in pieces that no page divides: one that heads others keeps two of them, and two end them."""
    kept: list[list[Box]] = []
    for at, row in enumerate(rows):
        left = rows[at + 1 :]
        begun = next((number for number, each in enumerate(reversed(rows[:at])) if _heads(each)), len(rows))
        last = any(map(_heads, rows)) and (not left or _heads(left[0]))
        if kept and not _heads(row) and (begun < _TWO_ROWS or last):
            kept[-1].append(row)
        else:
            kept.append([row])
    return kept


def _heads(row: Box) -> bool:
    return row.element is not None and "group" in (row.element.get("class") or "").split()


def _head_rows(table: Box) -> Iterator[Box]:
    for group in table.children:
        if group.is_header:
            yield from group.children
