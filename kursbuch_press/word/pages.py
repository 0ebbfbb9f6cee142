"""An estimate of the pages on which Word will put things, so that no page number is empty or wrong.

It follows Word's rules (the larger of two spaces holds, widows, kept paragraphs, repeated header rows, notes
at the foot), but breaks lines by the widths of letters alone. So it is right for most places and off by one
for some; F9 in Word corrects them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache
from html import unescape
from typing import TYPE_CHECKING

from kursbuch_press.word.metrics import letters_of, line_height

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kursbuch_press.word.looks import Looks
    from kursbuch_press.word.ooxml import Xml

_PIECES = re.compile(
    r'<w:t(?: [^>]*)?>([^<]*)</w:t>|<w:bookmarkStart w:id="\d+" w:name="(_(?:Ref|Toc)\d+)"/>'
    r'|<w:footnoteReference w:id="(\d+)"/>|<wp:extent cx="\d+" cy="(\d+)"/>|(<w:br/>)'
)
_STYLE = re.compile(r'<w:pStyle w:val="(\w+)"/>')
_SECTION = re.compile(r"<w:sectPr>.*?</w:sectPr>")
_COLUMNS = re.compile(r'<w:cols w:num="(\d)"')
_GRID = re.compile(r'<w:gridCol w:w="(\d+)"/>')
_ROW, _CELL = "<w:tr>", "<w:tc>"
_MM = 72 / 25.4
_LEAST = 2
"""The fewest lines of a paragraph that stand alone at the foot or the head of a page (widow control)."""
_COLUMN_GAP = 10 * _MM


@dataclass(slots=True)
class Block:
    """A paragraph or a table: the heights of its lines or rows, and what is found in each of them."""

    heights: list[float]
    before: float = 0
    after: float = 0
    keep_next: bool = False
    whole: bool = False
    repeated: float = 0
    marks: list[tuple[int, str]] = field(default_factory=list)
    notes: float = 0
    is_table: bool = False

    @property
    def least(self) -> float:
        """The height that has to stay together with what is before."""
        if self.whole:
            return sum(self.heights)
        return sum(self.heights[: 2 if self.is_table else _LEAST])


class Pager:
    """Lays blocks on pages and notes on which page each bookmark is."""

    def __init__(self, looks: Looks, notes: Iterable[Xml]) -> None:
        self._looks = looks
        self._look = cache(looks.resolved)
        self._notes = [sum(self._block(note, self._width(landscape=False)).heights) for note in notes]
        self._pages: dict[str, int] = {}
        self._page = 0
        self._room = 0.0
        self._used = 0.0
        self._reserved = 0.0
        self._after = 0.0

    def pages(self, body: list[Xml], last_section: Xml) -> dict[str, str]:
        """Give the page of each bookmark of a body."""
        for blocks, section in _sections(body, last_section):
            self._section(blocks, section)
        return {name: str(page) for name, page in self._pages.items()}

    def _width(self, *, landscape: bool) -> float:
        return self._looks.sheet.text_width(landscape=landscape) * _MM

    def _section(self, blocks: list[Xml], section: str) -> None:
        landscape = 'w:orient="landscape"' in section
        columns = int(match[1]) if (match := _COLUMNS.search(section)) else 1
        width = (self._width(landscape=landscape) - (columns - 1) * _COLUMN_GAP) / columns
        self._room = self._looks.sheet.text_height(landscape=landscape) * _MM * columns
        if 'w:type w:val="continuous"' in section:
            self._used *= columns
        else:
            self._turn()
        chain: list[Block] = []
        for each in blocks:
            chain.append(self._block(each, width))
            if not chain[-1].keep_next:
                self._lay(chain)
                chain = []
        self._lay(chain)
        self._used /= columns

    def _turn(self) -> None:
        self._page += 1
        self._used = self._reserved = self._after = 0.0

    def _lay(self, chain: list[Block]) -> None:
        """Lay blocks that stay together, the last of which may break."""
        if not chain:
            return
        needed = sum(sum(each.heights) + max(each.before, each.after) for each in chain[:-1]) + chain[-1].least
        room = self._room - self._reserved - sum(each.notes for each in chain)
        if self._used > 0 and needed <= self._room < needed + self._used + self._room - room:
            self._turn()
        for each in chain:
            self._put(each)

    def _put(self, block: Block) -> None:
        self._reserved += block.notes
        self._used += max(self._after, block.before) if self._used else block.before * (self._page == 1 or not self._after)
        line = 0
        marks = iter([*block.marks, (len(block.heights), "")])
        at, name = next(marks)
        for line, height in enumerate(block.heights):
            left = len(block.heights) - line
            self._break_before(block, line, left, height)
            while at <= line and name:
                self._pages.setdefault(name, self._page)
                at, name = next(marks)
            self._used += height
        self._after = block.after

    def _break_before(self, block: Block, line: int, left: int, height: float) -> None:
        """Turn the page before a line or row that does not fit, or would leave a widow."""
        room = self._room - self._reserved - self._used
        together = height if block.is_table or line else min(_LEAST, left) * height
        if not block.is_table and left == _LEAST and line >= _LEAST:
            together = 2 * height
        if together > room + 0.01 and self._used:
            self._turn()
            self._used = block.repeated if line else 0.0

    def _block(self, xml: str, width: float) -> Block:
        return self._table(xml) if xml.startswith("<w:tbl>") else self._paragraph(xml, width)

    def _paragraph(self, xml: str, width: float) -> Block:
        match = _STYLE.search(xml)
        look = self._look(match[1] if match else "Normal")
        words, marks, notes, picture = _read(xml)
        size = look.size or 11.0
        line = line_height(look)
        room = width - ((look.left or 0) + (look.right or 0)) * _MM
        first = room - (look.first or 0) * _MM * ((look.first or 0) > 0)
        starts = letters_of(look).breaks(words, first / size, room / size)
        return Block(
            heights=[picture] if picture else [line] * (len(starts) + 1),
            before=look.before or 0,
            after=look.after or 0,
            keep_next=bool(look.keep_next) or "<w:keepNext/>" in xml,
            whole=bool(look.keep_together),
            marks=[(sum(start <= at for start in starts), name) for at, name in marks],
            notes=sum(self._notes[number - 1] for number in notes),
        )

    def _table(self, xml: str) -> Block:
        widths = [int(each) / 20 for each in _GRID.findall(xml)]
        style = "Massnahme" if '<w:tblStyle w:val="Massnahme"/>' in xml else "TableGrid"
        look = self._looks.set.tables[style]
        block = Block([], is_table=True, whole=style == "Massnahme")
        for number, row in enumerate(xml.split(_ROW)[1:]):
            cells = [
                self._paragraph(cell, width - 2 * look.gap * _MM)
                for cell, width in zip(row.split(_CELL)[1:], widths, strict=True)
            ]
            block.heights.append(max(sum(cell.heights) for cell in cells) + 2 * look.padding + 0.5)
            block.marks.extend((number, name) for cell in cells for _, name in cell.marks)
            block.notes += sum(cell.notes for cell in cells)
        block.repeated = block.heights[0]
        return block


def _sections(body: list[Xml], last: Xml) -> Iterator[tuple[list[Xml], str]]:
    """Split a body at the paragraphs that end a section."""
    blocks: list[Xml] = []
    for each in body:
        blocks.append(each)
        if not each.startswith("<w:tbl>") and (match := _SECTION.search(each)):
            yield blocks, match[0]
            blocks = []
    yield blocks, last


def _read(xml: str) -> tuple[str, list[tuple[int, str]], list[int], float]:
    """Give the words of a paragraph, its bookmarks with their places, its notes.

    And the height of a picture in it.
    """
    words: list[str] = []
    marks, notes, picture, at = [], [], 0.0, 0
    for text, bookmark, note, height, _ in _PIECES.findall(xml):
        if bookmark:
            marks.append((at, bookmark))
        elif note:
            notes.append(int(note))
        elif height:
            picture = int(height) / 12700
        else:
            words.append(unescape(text))
            at += len(words[-1])
    return "".join(words), marks, notes, picture
