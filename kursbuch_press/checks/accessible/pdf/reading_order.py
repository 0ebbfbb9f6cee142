"""The reading order: what follows in the tags does not stand far above on the page."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kursbuch_press.checks.accessible.pdf_file import PdfFile
from kursbuch_press.checks.accessible.standard_tags import HEADINGS
from kursbuch_press.checks.accessible.tag_tree import Element
from kursbuch_press.checks.check import Check
from kursbuch_press.checks.findings import Clause, Result, Seen
from kursbuch_press.checks.german import count, shortened
from kursbuch_press.checks.wording import accessible_pdf as words
from kursbuch_press.marks.geometry import Area
from kursbuch_press.problems import Severity

ORDER = Clause("09-001", "1.3.2")
BLOCKS = HEADINGS | {"P", "LI", "TR", "Caption"}
_FLOATING = ("Note", "Figure", "Caption", "Formula")
_JUMP = 36.0
"""Points upwards that a text must go to be told; less is a raised line or a box beside another."""


@dataclass(frozen=True, slots=True)
class Block:
    """A block of text with its place on one page."""

    page: int
    area: Area
    element: Element


def blocks_of(file: PdfFile) -> Iterator[Block]:
    """Give the blocks in the order of the tags, each on the page where it begins."""
    for element in file.elements:
        inner = any(each.kind in BLOCKS for each in element.ancestors())
        if element.kind in BLOCKS and not inner and not element.is_inside(*_FLOATING):
            area = file.area_of(element)
            if area is not None:
                yield Block(file.page_of(element), area, element)


def _judge(file: PdfFile) -> Result:
    seen: list[Seen] = []
    before: Block | None = None
    total = table_page = 0
    for block in blocks_of(file):
        total += 1
        if before is not None and before.page > block.page:
            # A table that was moved to where it fits is read where it belongs: that is well, mostly.
            how = Severity.NOTE if table_page == before.page == block.page + 1 else Severity.WARNING
            message = words.ORDER_OF_PAGES.format(text=_text(file, block), page=before.page)
            seen.append(Seen(message, block.page, severity=how, area=block.area, clause=ORDER))
        elif before is not None and before.page == block.page and _jumps(before.area, block.area):
            message = words.ORDER_JUMPS.format(text=_text(file, block), before=_text(file, before))
            seen.append(Seen(message, block.page, severity=Severity.WARNING, area=block.area, clause=ORDER))
        before = block
        table_page = block.page if block.element.is_inside("Table") else table_page
    return Result(seen=tuple(seen), measured=count(total, "Textblock", "Textblöcke"), person=total > 1, nothing=total < 2)  # noqa: PLR2004 - one block has no order


def _text(file: PdfFile, block: Block) -> str:
    return shortened(file.words(block.element), 40)


def _jumps(before: Area, after: Area) -> bool:
    """Whether a block stands above the one that is read before it, in the same column."""
    shared = min(before.right, after.right) - max(before.left, after.left)
    narrow = min(before.width, after.width)
    return after.bottom - before.top > _JUMP and shared > narrow / 2


CHECK = Check("reading-order", _judge, (ORDER,))
