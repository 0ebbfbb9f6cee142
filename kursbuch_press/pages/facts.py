"""Facts about laid-out pages for the checks: boxes, read as lines, paragraphs, headings and notes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from weasyprint.formatting_structure.boxes import (
    BlockContainerBox,
    FootnoteAreaBox,
    InlineBox,
    LineBox,
    MarginBox,
    TableCellBox,
    TableRowGroupBox,
    TextBox,
)
from weasyprint.layout.absolute import AbsolutePlaceholder

from kursbuch_press.compose.laid_out import HighRow, LaidLine, LaidOut, LaidPage, LineRole, Rectangle
from kursbuch_press.pages.layout import Page
from kursbuch_press.pages.table_heads import high_rows
from kursbuch_press.pages.typesetting import SetBook

# WeasyPrint's boxes carry no types; they stay inside this room.
Box = Any

MM = 25.4 / 96
"""Millimetres in a CSS pixel."""

POINT = 0.75
"""Points in a CSS pixel."""

ADDED_HYPHEN = "\N{HYPHEN}"
"""What WeasyPrint puts at the end of a broken line; a hyphen that is typed is another sign."""

_HEADINGS = {"h1", "h2", "h3", "h4", "h5", "h6"}
_CALL = "::footnote-call"
_MARKER = "::footnote-marker"


def facts_of(book: SetBook, pages: int) -> LaidOut:
    """Give the facts of all pages of the interior; ``pages`` counts the blanks at the end too."""
    numbering = _Numbering()
    laid: list[LaidPage] = []
    for chapter in book.chapters:
        laid.extend(_blank(book, len(laid) + 1) for _ in range(chapter.blanks_before))
        high = high_rows(chapter.document.pages)
        for at, page in enumerate(chapter.document.pages):
            reader = _PageReader(chapter.id, numbering, len(laid) + 1, high.get(at, ()))
            laid.append(reader.read(page))
    laid.extend(_blank(book, number) for number in range(len(laid) + 1, pages + 1))
    return LaidOut(tuple(laid))


def facts_of_pages(pages: Sequence[Page], name: str, *, placed: bool = False) -> LaidOut:
    """Give the facts of pages that are no part of the book, such as a handout; ``name`` begins their addresses.

    ``placed`` also tells of boxes that have their place on the page, outside of all text, as on a cover.
    """
    numbering = _Numbering()
    high = high_rows(pages)
    readers = (_PageReader(name, numbering, at + 1, high.get(at, ()), placed) for at in range(len(pages)))
    return LaidOut(tuple(reader.read(page) for reader, page in zip(readers, pages, strict=True)))


def _blank(book: SetBook, number: int) -> LaidPage:
    area = _content(book.filler.pages[0]._page_box)  # noqa: SLF001 - boxes have no public door
    return LaidPage(number, str(number), "", area, (), blank_on_purpose=True)


def _content(box: Box) -> Rectangle:
    return _millimetres(box.content_box_x(), box.content_box_y(), box.width, box.height)


def _millimetres(left: float, top: float, width: float, height: float) -> Rectangle:
    return Rectangle(round(left * MM, 3), round(top * MM, 3), round(width * MM, 3), round(height * MM, 3))


@dataclass(slots=True)
class _Numbering:
    """Numbers paragraphs: the lines of one element have one number, also on several pages."""

    known: dict[tuple[int, str, int], int] = field(default_factory=dict)
    # An id() is an element's own only as long as the element lives.
    kept: list[object] = field(default_factory=list)

    def number(self, box: Box, repeated: int) -> int:
        """Give the number of the paragraph of a box; ``repeated`` sets the copies of table heads apart."""
        key = (id(box.element), str(box.element_tag), repeated)
        if key not in self.known:
            self.kept.append(box.element)
            self.known[key] = len(self.known) + 1
        return self.known[key]


@dataclass(frozen=True, slots=True)
class _Around:
    """What holds for the boxes inside: role and address of their lines, page of a repeated table head."""

    role: LineRole
    address: str
    repeated: int = 0


@dataclass(slots=True)
class _PageReader:
    """Reads one page."""

    chapter: str
    numbering: _Numbering
    number: int
    high_rows: tuple[HighRow, ...] = ()
    placed: bool = False
    lines: list[LaidLine] = field(default_factory=list)
    calls: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    def read(self, page: Page) -> LaidPage:
        """Read the boxes of a page in their order; a page that the layout calls blank is blank on purpose."""
        box = page._page_box  # noqa: SLF001 - boxes have no public door
        for child in box.children:
            self._read(child, _Around(LineRole.TEXT, self.chapter))
        kind = box.page_type
        flow = {LineRole.TEXT, LineRole.HEADING, LineRole.NOTE}
        empty = not any(line.role in flow for line in self.lines)
        return LaidPage(
            number=self.number,
            folio=str(self.number),
            chapter=self.chapter,
            type_area=_content(box),
            lines=tuple(self.lines),
            calls=tuple(self.calls),
            notes=tuple(self.notes),
            blank_on_purpose=bool(kind.blank) and empty,
            free=bool(kind.name),
            high_rows=self.high_rows,
        )

    def _read(self, box: Box, around: _Around) -> None:
        if isinstance(box, LineBox | TextBox):
            return  # lines are read by the block that holds them
        if self.placed and isinstance(box, AbsolutePlaceholder):
            box = box._box  # noqa: SLF001 - boxes have no public door
        around = self._entered(box, around)
        if isinstance(box, BlockContainerBox) and any(isinstance(child, LineBox) for child in box.children):
            for line in box.children:
                if isinstance(line, LineBox):
                    self._read_line(box, line, around)
            return
        for child in getattr(box, "children", ()):
            self._read(child, around)

    def _entered(self, box: Box, around: _Around) -> _Around:
        role, address, repeated = around.role, around.address, around.repeated
        if isinstance(box, FootnoteAreaBox):
            role = LineRole.NOTE
        elif isinstance(box, MarginBox):
            role = _role_of_margin(box.at_keyword)
        elif role is LineRole.TEXT and str(box.element_tag) in _HEADINGS:
            role = LineRole.HEADING
        element = getattr(box, "element", None)
        name = (element.get("id") or element.get("data-at")) if element is not None else None
        if name:
            address = name.replace(".", "/")
        if isinstance(box, TableRowGroupBox) and box.is_header:
            repeated = self.number
        return _Around(role, address, repeated)

    def _read_line(self, block: Box, line: Box, around: _Around) -> None:
        texts = list(_texts(line))
        self.calls.extend(_numbers(line, _CALL))
        self.notes.extend(_numbers(line, _MARKER))
        before = len(self.lines)
        for inner in _inside(line):
            if isinstance(inner, BlockContainerBox):  # an inline block has lines of its own
                self._read(inner, around)
        words = "".join(part.text for part in texts)
        if words.strip():
            self.lines.append(replace(self._line(block, (line, texts, words), around), holds=len(self.lines) - before))

    def _line(self, block: Box, read: tuple[Box, list[Box], str], around: _Around) -> LaidLine:
        line, texts, words = read
        seen = [part for part in texts if part.text.strip()]
        left = min(part.position_x for part in seen)
        right = max(part.position_x + part.width for part in seen)
        # What leans into the empty edge of a cell meets nothing; beyond it, it meets its neighbour.
        edge = block.padding_right if isinstance(block, TableCellBox) else 0
        return LaidLine(
            text=words,
            place=_millimetres(left, line.position_y, right - left, line.height),
            size=round(max(part.style["font_size"] for part in seen) * POINT, 2),
            role=around.role,
            chapter=self.chapter,
            address=around.address,
            paragraph=self.numbering.number(block, around.repeated),
            measure=round((block.content_box_x() + block.width + edge - left) * MM, 3),
            broken=words.endswith(ADDED_HYPHEN),
        )


def _role_of_margin(keyword: str) -> LineRole:
    """Tell the running head from the folio and from what stands beside the text (CSS Paged Media, 5)."""
    if keyword.startswith("@top"):
        return LineRole.HEAD
    return LineRole.FOLIO if keyword.startswith("@bottom") else LineRole.MARGIN


def _inside(line: Box) -> Iterator[Box]:
    """Give the boxes of a line, but not those inside an inline block."""
    for child in getattr(line, "children", ()):
        yield child
        if isinstance(child, InlineBox):
            yield from _inside(child)


def _numbers(line: Box, kind: str) -> Iterator[str]:
    """Give the numbers of the calls or notes in a line, without the full stop, space or joiner that a design sets."""
    for box in _inside(line):
        if str(box.element_tag).endswith(kind):
            number = "".join(part.text for part in _texts(box)).replace("\u2060", "").strip().rstrip(".)")
            if number:  # an empty marker stands beside some
                yield number


def _texts(line: Box) -> Iterator[Box]:
    for box in _inside(line):
        if isinstance(box, TextBox):
            yield box
