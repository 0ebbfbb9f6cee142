"""An estimate of the pages on which Word will put things, so that no page number is empty or wrong.

It follows Word's rules (the larger of two spaces holds, widows, kept paragraphs, repeated header rows, notes
at the foot), but breaks lines by the widths of letters alone. So it is right for most places and off by one
for some; F9 in Word corrects them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache
from html import unescape
from itertools import pairwise

from kursbuch_press.word.looks import Looks
from kursbuch_press.word.metrics import letters_of, line_height
from kursbuch_press.word.numbering import LIST_STYLES
from kursbuch_press.word.ooxml import Xml
from kursbuch_press.word.style_names import OWN

_PIECES = re.compile(
    r'<w:t(?: [^>]*)?>([^<]*)</w:t>|<w:bookmarkStart w:id="\d+" w:name="(_(?:Ref|Toc)\d+)"/>'
    r'|<w:footnoteReference w:id="(\d+)"/>|<wp:extent cx="\d+" cy="(\d+)"/>|(<w:br/>)'
)
_PAGE_NUMBER = re.compile("\ue000\\w+\ue000")
"""The mark of a page number that is not known yet is longer than any number, and would break the lines of a narrow cell."""
_STYLE = re.compile(r'<w:pStyle w:val="(\w+)"/>')
_SECTION = re.compile(r"<w:sectPr>.*?</w:sectPr>")
_COLUMNS = re.compile(r'<w:cols w:num="(\d)"')
_GRID = re.compile(r'<w:gridCol w:w="(\d+)"/>')
_ROW, _CELL = "<w:tr>", "<w:tc>"
_MM = 72 / 25.4
_LEAST = 2
"""The fewest lines of a paragraph that stand alone at the foot or the head of a page (widow control)."""
_ITEMS = frozenset(style for styles in LIST_STYLES.values() for style in styles)
_COLUMN_GAP = 10 * _MM
_BORDER = 5.0
"""The height in pt of a line above or below a paragraph, with its distance from the text."""


@dataclass(slots=True)
class Block:
    """A paragraph or a table: the heights of its lines or rows, and what is found in each of them.

    ``foot`` is what its ground or a line below adds, unless the next one is of the same style.
    """

    heights: list[float]
    style: str = ""
    foot: float = 0
    before: float = 0
    after: float = 0
    keep_next: bool = False
    whole: bool = False
    repeated: float = 0
    marks: list[tuple[int, str]] = field(default_factory=list)
    notes: list[tuple[int, float]] = field(default_factory=list)
    is_table: bool = False

    @property
    def least(self) -> int:
        """How many lines or rows have to stay together with what is before; three lines cannot be parted."""
        whole = self.whole or len(self.heights) < (_LEAST if self.is_table else 2 * _LEAST)
        return len(self.heights) if whole else _LEAST

    def noted(self, first: int, end: int) -> float:
        """Give the height of the notes that are called in some lines or rows."""
        return sum(height for at, height in self.notes if first <= at < end)


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
        self._after = self._foot = 0.0
        self._style = ""
        self._opening = True
        self._separator = self._note_separator()

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
            self._opening = True
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
        self._opening = False

    def _note_separator(self) -> float:
        """Give the height of the rule above the notes of a page, which is a paragraph of its own."""
        look = self._look("Fussnotenlinie")
        return line_height(look) + (look.after or 0)

    def _space(self, block: Block) -> float:
        """Give the space before a block.

        The larger of two spaces holds; at the head of a page that Word itself has begun there is none.
        """
        if self._used:
            foot = self._foot if block.style != self._style else 0.0
            return foot + max(self._after, block.before)
        return block.before if self._opening else 0.0

    def _reserve(self, notes: float) -> float:
        """Give the room at the foot of the page that some more notes take."""
        return notes + self._separator * (not self._reserved) if notes else 0.0

    def _lay(self, chain: list[Block]) -> None:
        """Lay blocks that stay together, the last of which may break."""
        if not chain:
            return
        together = [(each, len(each.heights)) for each in chain[:-1]] + [(chain[-1], chain[-1].least)]
        needed = sum(sum(each.heights[:lines]) + each.foot * (lines == len(each.heights)) for each, lines in together)
        needed += sum(max(one.after, following.before) for one, following in pairwise(chain))
        notes = sum(each.noted(0, lines) for each, lines in together)
        room = self._room - self._reserved - self._reserve(notes) - self._used - self._space(chain[0])
        if self._used > 0 and room < needed <= self._room:
            self._turn()
        for each in chain:
            self._put(each)

    def _put(self, block: Block) -> None:
        self._used += self._space(block)
        marks = iter([*block.marks, (len(block.heights), "")])
        at, name = next(marks)
        for line, height in enumerate(block.heights):
            self._break_before(block, line)
            while at <= line and name:
                self._pages.setdefault(name, self._page)
                at, name = next(marks)
            self._reserved += self._reserve(block.noted(line, line + 1))
            self._used += height
        self._after, self._foot, self._style = block.after, block.foot, block.style

    def _break_before(self, block: Block, line: int) -> None:
        """Turn the page before a line or row that does not fit, or would leave a widow."""
        left = len(block.heights) - line
        lines = 1
        if not block.is_table and (not line or left == _LEAST):
            lines = left if left < 2 * _LEAST else _LEAST
        needed = sum(block.heights[line : line + lines]) + self._reserve(block.noted(line, line + lines))
        needed += block.foot * (left == lines)
        if needed > self._room - self._reserved - self._used + 0.01 and self._used:
            self._turn()
            self._used = block.repeated if line else 0.0

    def _block(self, xml: str, width: float) -> Block:
        return self._table(xml) if xml.startswith("<w:tbl>") else self._paragraph(xml, width)

    def _paragraph(self, xml: str, width: float) -> Block:
        match = _STYLE.search(xml)
        style = match[1] if match else "Normal"
        look = self._look(style)
        words, marks, notes, picture = _read(xml)
        size = look.size or 11.0
        line = line_height(look)
        room = width - ((look.left or 0) + (look.right or 0)) * _MM
        hanging = style.partition(OWN)[0] in _ITEMS and (look.first or 0) < 0  # there the sign or the number stands
        first = room - (0.0 if hanging else (look.first or 0) * _MM)
        starts = letters_of(look).breaks(words, first / size, room / size)
        return Block(
            heights=[picture] if picture else [line] * (len(starts) + 1),
            before=(look.before or 0) + _BORDER * bool(look.over),
            after=look.after or 0,
            style=style,
            foot=_BORDER if look.under or (look.shade and look.padding) else 0,
            keep_next=bool(look.keep_next) or "<w:keepNext/>" in xml,
            whole=bool(look.keep_together),
            marks=[(sum(start <= at for start in starts), name) for at, name in marks],
            notes=[(sum(start <= at for start in starts), self._notes[number - 1]) for at, number in notes],
        )

    def _table(self, xml: str) -> Block:
        widths = [int(each) / 20 for each in _GRID.findall(xml)]
        style = "Massnahme" if '<w:tblStyle w:val="Massnahme"/>' in xml else "TableGrid"
        look = self._looks.set.tables[style]
        block = Block([], is_table=True, whole=style == "Massnahme")
        for number, row in enumerate(xml.split(_ROW)[1:]):
            written = row.split(_CELL)[1:]
            # A row of one cell is as wide as the table.
            shared = widths if len(written) > 1 else [sum(widths)]
            cells = [self._paragraph(cell, width - 2 * look.gap * _MM) for cell, width in zip(written, shared, strict=True)]
            block.heights.append(max(sum(cell.heights) for cell in cells) + 2 * look.padding + 0.5)
            block.marks.extend((number, name) for cell in cells for _, name in cell.marks)
            block.notes.extend((number, height) for cell in cells for _, height in cell.notes)
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


def _read(xml: str) -> tuple[str, list[tuple[int, str]], list[tuple[int, int]], float]:
    """Give the words of a paragraph, its bookmarks and notes with their places.

    And the height of a picture in it.
    """
    words: list[str] = []
    marks, notes, picture, at = [], [], 0.0, 0
    for text, bookmark, note, height, _ in _PIECES.findall(xml):
        if bookmark:
            marks.append((at, bookmark))
        elif note:
            notes.append((at, int(note)))
        elif height:
            picture = int(height) / 12700
        else:
            words.append(_PAGE_NUMBER.sub("000", unescape(text)))
            at += len(words[-1])
    return "".join(words), marks, notes, picture
