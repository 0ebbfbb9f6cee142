"""A laid-out galley as parts for the composer, and its page breaks back in the boxes that WeasyPrint sets.

A galley is one endless page. What may be divided and what not is told by classes and tags of its blocks; how high they are is
read from their boxes.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Any

from weasyprint.css.properties import Dimension
from weasyprint.formatting_structure.boxes import BlockLevelBox

from kursbuch_press.pages.composer import ComposedPage, Part
from kursbuch_press.pages.filling import HOLE, NEARER, surplus_of
from kursbuch_press.pages.galley_parts import Cut, Reader, announces, body_rows, top_of_block
from kursbuch_press.pages.parts import indent, is_of_class, white_between

# WeasyPrint's boxes carry no types; they stay inside this file.
Box = Any

_HEADINGS = {"h1", "h2", "h3", "h4"}
_TITLE, _CARD_WHITE, _PART_WHITE, _OPENING = (1.5,), (0.4,), (0.3,), (2.5,)
# Below a table or drawing, whose last rule or caption stands lower than a line of text, the heading of a subsection is pressed.
_PRESSED = (0.1,)
_NARROW, _TWO = 2.0, 2
# What it costs that a page ends two lines below a heading, that a figure, table or box stands before the first words that point
# to it, and that it stands outside of its section.
_UNDER_HEADING, _UNMENTIONED, _STRAYED = 2.5, 10.0, 20.0
# What may change places with the paragraphs behind it, with how many, and what each costs. A table or figure may pass lists and
# the heading of a subsection as well, which counts like so many paragraphs, as does one box that passes another; what says a
# figure in words stays in its section.
_MOVES, _FARTHEST, _MOVED = ("moves", "data", "box", "key-figure"), 5, 0.6
_PASSING, _BOX, _LISTS, _SUBHEADINGS, _HEADING = "moves", "box", {"ul", "ol"}, {"h3", "h4"}, 2


@dataclass(frozen=True, slots=True)
class Piece:
    """A part and where it comes from: the place of its block in the order, the number of the part in the block, and its cut."""

    part: Part
    block: int
    number: int
    cut: Cut


class Galley:
    """One stretch of a chapter that runs on from page to page: its blocks in their order, and what they are as parts.

    ``order`` is a sequence of numbers of blocks: some may change places.
    """

    def __init__(self, page: Box, line: float) -> None:
        """Read an endless page."""
        self._blocks = _blocks(page)
        self.lines = round(page.height / line, 2)
        reader = Reader(line, self.lines, _notes(page))
        self._cuts = [tuple(reader.cuts(block)) for block in self._blocks]
        self._line = line
        self._mentions, self._sections = _mentions(self._blocks), _sections(self._blocks)
        self.order = tuple(range(len(self._blocks)))

    @property
    def composable(self) -> bool:
        """Tell whether it holds only what can be composed: no columns, and nothing that is higher than a page."""
        columns = any(_is_in_columns(block) for block in self._blocks)
        heights = [cut.part.height for cuts in self._cuts for cut in cuts]
        return bool(heights) and not columns and max(heights) <= self.lines

    def place(self, at: int) -> int:
        """Give the place among the children of the body where the block at a place of the order stands."""
        return int(self._blocks[at].index)

    def lines_of(self, number: int) -> int:
        """Count the lines of a paragraph; 0 for what is none."""
        return self._cuts[number][-1].lines

    def pieces(self, order: Sequence[int]) -> Iterator[Piece]:
        """Give the pieces of the blocks in an order; ``block`` is the place in the order."""
        for at, number in enumerate(order):
            before = order[at - 1] if at else None
            for place, cut in enumerate(self._cuts[number]):
                part = cut.part if place else self._first(cut.part, before, number)
                if place == _TWO and part.breaks is not None and self._is_heading(before):
                    part = replace(part, breaks=part.breaks + _UNDER_HEADING)
                yield Piece(part, at, place, cut)

    def _is_heading(self, number: int | None) -> bool:
        return number is not None and self._blocks[number].element_tag in _HEADINGS

    def _first(self, part: Part, before: int | None, number: int) -> Part:
        if before is None:
            return replace(part, above=0.0, breaks=0.0, grows=())
        over, block = self._blocks[before], self._blocks[number]
        gap = top_of_block(block) - top_of_block(over) - over.border_height()
        if number != before + 1:
            gap = max(over.margin_bottom, block.margin_top)
        above = gap / self._line
        keeps = over.element_tag in _HEADINGS or _introduces(over, block)
        return replace(
            part,
            above=above,
            breaks=None if keeps else 0.0,
            shrinks=_shrinks(over, block, gap / self._line),
            grows=_grows(over, block, gap, self._line),
        )

    def misplaced(self, order: Sequence[int]) -> float:
        """Say what it costs that some blocks stand before the first words that point to them, or outside of their section."""
        places = {number: at for at, number in enumerate(order)}
        unmentioned = sum(places[number] < places[words] for number, words in self._mentions.items())
        strayed = sum(places[before] > places[after] for before, after in self._sections)
        return _UNMENTIONED * unmentioned + _STRAYED * strayed

    def moved(self, order: tuple[int, ...], number: int) -> Iterator[tuple[float, tuple[int, ...]]]:
        """Give what it costs that a block stands elsewhere, behind or before, and the order in which it does.

        It passes no paragraph that announces what follows, and leaves none that announces it.
        """
        at = order.index(number)
        if not any(is_of_class(self._blocks[number], name) for name in _MOVES):
            return
        if at and announces(self._blocks[order[at - 1]]):
            return
        rest = (*order[:at], *order[at + 1 :])
        for step in (1, -1):
            far, passed = 0, at + step
            while 0 <= passed < len(order) and (own := self._passing(number, order[passed])):
                far, here = far + own, passed
                passed += step
                if far > _FARTHEST:
                    break
                # The numbers of blocks are the places where they were written.
                if abs(here - number) <= _FARTHEST and self._may_stand(rest[here - 1] if here else None):
                    yield _MOVED * far, (*rest[:here], number, *rest[here:])

    def _passing(self, number: int, passed: int) -> int:
        """Say for how many paragraphs it counts that a block goes past another; 0 where it may not."""
        block = self._blocks[passed]
        if is_of_class(block, "body") and not announces(block):
            # A box at the end of all speaks of the whole: it is not put into the midst of it.
            return 0 if number == len(self._blocks) - 1 and is_of_class(self._blocks[number], _BOX) else 1
        if all(is_of_class(each, _BOX) for each in (block, self._blocks[number])):
            return _HEADING
        if not is_of_class(self._blocks[number], _PASSING):
            return 0
        return _HEADING if block.element_tag in _SUBHEADINGS else int(block.element_tag in _LISTS)

    def _may_stand(self, before: int | None) -> bool:
        """Tell whether a block that moved may stand behind another: not between a heading and its first paragraph."""
        if before is None:
            return True
        block = self._blocks[before]
        return block.element_tag not in _HEADINGS and not announces(block)


def _blocks(page: Box) -> list[Box]:
    html = page.children[0]
    body = html.children[0] if html.children else None
    children = body.children if body is not None else ()
    return [child for child in children if isinstance(child, BlockLevelBox) and child.is_in_normal_flow()]


def _notes(page: Box) -> dict[Any, float]:
    """Give the heights of the notes of a page by their elements."""
    area = page.children[1]
    return {note.element: note.margin_height() for note in area.children or () if note.element is not None}


def _mentions(blocks: Sequence[Box]) -> dict[int, int]:
    """Give of each block that may move the first paragraph that points to it, by their numbers."""
    moving = {block.element.get("id"): at for at, block in enumerate(blocks) if is_of_class(block, _PASSING)}
    found: dict[int, int] = {}
    for at, block in enumerate(blocks):
        links = block.element.iter("a") if is_of_class(block, "body") else ()
        for number in (moving.get((link.get("href") or "").removeprefix("#")) for link in links):
            if number is not None:
                found.setdefault(number, at)
    return found


def _sections(blocks: Sequence[Box]) -> list[tuple[int, int]]:
    """Give pairs of blocks, by their numbers, that keep their order: what may move, the heading above it, and the next one."""
    pairs: list[tuple[int, int]] = []
    heading, moving = None, list[int]()
    for at, block in enumerate(blocks):
        if block.element_tag in _HEADINGS:
            pairs += [(number, at) for number in moving]
            heading, moving = at, []
        elif is_of_class(block, _PASSING):
            moving.append(at)
            pairs += [(heading, at)] if heading is not None else []
    return pairs


def _is_in_columns(block: Box) -> bool:
    return bool(block.style["column_count"] != "auto" or block.style["column_width"] != "auto")


def _introduces(before: Box, block: Box) -> bool:
    """Tell a paragraph that ends with a colon from what it announces."""
    return announces(before) and block.element_tag != "p"


def _shrinks(before: Box, block: Box, above: float) -> float | None:
    """Say what it costs to take a line away above a heading of a section, which has two."""
    two = block.element_tag == "h2" and before.element_tag not in _HEADINGS and above >= _TWO - 0.05
    return _NARROW if two and block.style["margin_top"].unit == "px" else None


def _grows(before: Box | None, block: Box, gap: float, line: float) -> tuple[float, ...]:
    """Say what each line costs that may be added above a block: none where the white would look like a hole."""
    if before is not None and before.element_tag == "h1" and is_of_class(block, "body"):
        return _OPENING
    if before is None or before.element_tag in _HEADINGS or gap < (1 - 0.05) * line:
        return ()
    natural = top_of_block(block) - top_of_block(before) - before.border_height()
    title = block.element_tag in {"h1", "h2"}
    pressed = block.element_tag in _SUBHEADINGS and any(is_of_class(before, each) for each in (_PASSING, "data"))
    # What brings a table to the grid stands within it, and is no white below it.
    within = surplus_of(before) if pressed else 0.0
    if white_between(before, block) - natural - within + gap + line > (HOLE + NEARER * title) * line:
        return ()
    if pressed:
        return _PRESSED
    return _TITLE if title else _CARD_WHITE if is_of_class(block, "measure") else _PART_WHITE


class Breaks:
    """Page breaks and white written into the boxes that WeasyPrint sets next, and how to take them out again."""

    def __init__(self, body: Box, line: float) -> None:
        """Know the boxes of the body; nothing is written yet."""
        self._body, self._line = body, line
        self._children = list(body.children)
        self._styles: list[tuple[Box, Any]] = []
        self._lines: list[Box] = []

    def write(self, galley: Galley, order: Sequence[int], pages: Sequence[ComposedPage]) -> None:
        """Let pages end where they were composed to end."""
        blocks = self._arranged(galley, order)
        pieces = list(galley.pieces(order))
        for page in pages:
            self._share_out(page, blocks, pieces)
        divided = {pieces[page.first].block for page in pages if pieces[page.first].number}
        for number, block in enumerate(blocks):
            if number not in divided:
                self._style(block, "break_inside", "avoid")
        # A stretch begins on the first line of its page, whatever stands before it in the document.
        self._style(blocks[0], "margin_break", "discard")
        for page in pages:
            if page.first:
                self._end_before(blocks[pieces[page.first].block], pieces[page.first])

    def _share_out(self, page: ComposedPage, blocks: list[Box], pieces: list[Piece]) -> None:
        """Write what a page wins or has left into its blocks: white above and within them, and lines of paragraphs."""
        for at in page.white:
            block = blocks[pieces[at].block]
            block.added_lines = block.__dict__.get("added_lines", 0) + 1
        # What is divided has lines of its own on each page that it reaches.
        added = Counter(pieces[at].block for at in page.inside)
        for number in {piece.block for piece in pieces[page.first : page.end]}:
            block = blocks[number]
            block.inner_lines = (*block.__dict__.get("inner_lines", ()), added[number])
        for at in page.narrow:
            self._narrow(blocks[pieces[at].block])
        for at in page.tight:
            self._tighten(blocks[pieces[at].block], pieces[at].cut.tightened)
        for changes, more in ((page.longer, 1), (page.shorter, -1)):
            for changed in changes:
                cut = pieces[changed].cut
                self._want_lines(_inside(blocks[pieces[changed].block], cut.paragraph), cut.lines + more)

    def _arranged(self, galley: Galley, order: Sequence[int]) -> list[Box]:
        """Put the blocks of a galley into their order; a paragraph is indented if it follows a paragraph.

        A paragraph whose indent changes by that keeps the number of its lines, which the pages were composed with.
        """
        blocks = [self._children[galley.place(number)] for number in order]
        if list(order) == sorted(order):
            return blocks
        children = list(self._body.children)
        for at, block in enumerate(blocks):
            children[galley.place(at)] = block
        self._body.children = children
        for (over, before), (number, block) in pairwise(zip(order, blocks, strict=True)):
            if is_of_class(block, "body"):
                indent(block, self._line if is_of_class(before, "body") else 0)
                if over != number - 1 and (lines := galley.lines_of(number)):
                    self._want_lines(block, lines)
        return blocks

    def _end_before(self, block: Box, piece: Piece) -> None:
        if piece.number == 0:
            self._style(block, "break_before", "page")
            self._style(block, "margin_break", "discard")
        elif piece.cut.row is not None:
            self._style(body_rows(block)[piece.cut.row], "break_before", "page")
        elif piece.cut.item is not None:
            items = [child for child in block.children if child.element_tag == "li"]
            self._style(items[piece.cut.item], "break_before", "page")
        else:
            self._style(block, "break_inside", "auto")
            inside = _inside(block, piece.cut.path)
            if piece.cut.line == 0:
                self._style(inside, "break_before", "page")
                return
            if piece.cut.grown:
                self._want_lines(inside, piece.cut.lines + 1)
            lines = self._touched(inside.children[0])
            lines.last_lines = {*lines.__dict__.get("last_lines", ()), piece.cut.line}
            if piece.cut.after_hyphen or "wanted_lines" in lines.__dict__:
                lines.no_hyphen = piece.cut.line

    def _want_lines(self, paragraph: Box, wanted: int) -> None:
        self._touched(paragraph.children[0]).wanted_lines = wanted

    def _narrow(self, block: Box) -> None:
        margin = block.style["margin_top"]
        self._style(block, "margin_top", Dimension(margin.value - self._line, margin.unit))

    def _tighten(self, block: Box, part: float) -> None:
        """Take a part of the white away above and below the words of all rows."""
        for cell in (cell for row in body_rows(block) for cell in row.children):
            own = cell.style
            self._styles.append((cell, own))
            cell.style = own.copy()
            for side in ("padding_top", "padding_bottom"):
                cell.style[side] = Dimension(own[side].value * (1 - part), own[side].unit)

    def _touched(self, lines: Box) -> Box:
        """Give the lines of a paragraph, which will be broken anew, and keep in mind to leave them as they were."""
        self._lines.append(lines)
        lines.__dict__.pop("plan", None)
        return lines

    def _style(self, block: Box, name: str, value: str) -> None:
        self._styles.append((block, block.style))
        block.style = block.style.copy()
        block.style[name] = value

    def take_out(self) -> None:
        """Leave the boxes as they were, but for indents."""
        self._body.children = self._children
        for block, style in reversed(self._styles):
            block.style = style
        for block in self._children:
            for name in ("added_lines", "inner_lines"):
                block.__dict__.pop(name, None)
        for lines in self._lines:
            for name in ("last_lines", "wanted_lines", "no_hyphen", "plan"):
                lines.__dict__.pop(name, None)


def _inside(block: Box, path: tuple[int, ...]) -> Box:
    """Give what a path leads to, from a block on."""
    for number in path:
        block = block.children[number]
    return block


def first_block(page: Box) -> int:
    """Give the number of the block that a page begins with, among the children of the body."""
    blocks = _blocks(page)
    return int(blocks[0].index) if blocks else -1
