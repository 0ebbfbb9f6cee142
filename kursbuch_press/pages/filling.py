"""Pages that end on their last line: what is left at the foot goes between the parts of the page, in whole lines.

A compositor does the same by hand: a heading, a table or a card that did not fit leaves lines empty, and a little
more white above the headings of that page is less to see than a hole at its foot. All text stays on the grid.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from itertools import groupby, pairwise
from typing import Any

from weasyprint.formatting_structure.boxes import BlockLevelBox, FootnoteAreaBox, LineBox, TableBox

from kursbuch_press.pages.composer import WHOLE_LINE
from kursbuch_press.pages.galley_parts import body_rows
from kursbuch_press.pages.parts import is_of_class, line_of, white_between

# WeasyPrint's boxes and contexts carry no types; they stay inside this file.
Box = Any

# Sums of rounded numbers miss a line by a hair.
_SLACK = 0.02
# A hole that is larger than this, after all that may be added, was meant or cannot be mended.
_LEFT = 5

_HEADINGS = {"h1", "h2", "h3", "h4"}
_SECTIONS = {"h1", "h2"}
_CARD = "measure"
# Three lines of white look like a hole: a heading of a section moves up towards what stands above it, by this much of a line at
# most. Its words leave the grid of lines for it; running text, that of cards as well, never does.
HOLE, NEARER = 2.8, 0.7
# A drawing has about so many lines of white above its first words.
_IN_FIGURE = 1.0
# How many lines may be added above what.
_ABOVE_SECTION, _ABOVE_CARD, _ABOVE_PART, _ABOVE_TEXT = 3, 3, 2, 1
_TEXT = {"p", "h3", "h4", "ul", "ol"}
_ENTRIES = "literature"
_LISTS, _AT_FOOT = {"ul", "ol"}, "at-foot"
# How far below the edge of the page its block begins, to the nearest line, on every opening: 38.5 mm in WeasyPrint's pixels.
_BEGINS = 38.5 * 96 / 25.4
# A card or table of so many rows takes the rest of a line between them; that of a list is higher by its foot.
_ROWS, _LIST_REST, _HANGS = 4, 1.6, 3
# So much of what brings a card to the grid stands between its text and its facts; the rest is shared out between its rows.
_ABOVE_FACTS = 0.4


def fill_pages(pages: Sequence[Box], composed: Collection[int] = ()) -> None:
    """Fill the pages of one round of layout, except the last; those that were composed get what the composer gave them."""
    reached: Counter[Any] = Counter()
    for number, page in enumerate(pages):
        if number in composed and not page.page_type.name:
            reached.update(part.element for part in parts_of(page))
        if page.page_type.blank or "filled" in page.__dict__:
            continue
        page.filled = True
        if page.page_type.name:
            _put_at_foot(page)
        elif number in composed:
            _move_down(page, reached)
        elif number < len(pages) - 1:
            _fill(page)


def _put_at_foot(page: Box) -> None:
    """Let a block of class ``at-foot`` that stands alone on its page begin at one height; a longer one ends with the page."""
    parts = parts_of(page)
    if len(parts) == 1 and is_of_class(parts[0], _AT_FOOT):
        line, top = line_of(page.children[0]), float(parts[0].border_box_y())
        end = top + float(parts[0].border_height())
        down = round((_BEGINS - top) / line) * line
        parts[0].translate(dy=max(0.0, min(down, _foot(page) - end)))


def _move_down(page: Box, reached: Mapping[Any, int]) -> None:
    """Add the white that the composer wanted above some parts and within them, as far as the page really has it.

    ``reached`` says how many pages each part has reached, this one among them.
    """
    line, down = line_of(page.children[0]), 0.0
    parts = parts_of(page)
    if not parts:
        return
    free = _free(page, parts[-1], line)
    if parts[0].element_tag in _LISTS:
        parts[0].translate(dy=-parts[0].padding_top)  # the page begins with words, and not with the white above them
    added: list[tuple[int, int]] = []
    for part in parts:
        # What goes on from the page before has its white there.
        above = min(part.__dict__.get("added_lines", 0), free) if part is not parts[0] else 0
        inner = min(_inner(part, reached[part.element]), free - above)
        free -= above + inner
        added.append((above, inner))
    within = _within(parts, [inner for _, inner in added], line)
    for part, (above, _), more in zip(parts, added, within, strict=True):
        down += above * line
        if down:
            part.translate(dy=down)
        down += more - surplus_of(part)
        _take_up(part, more, line, below=part is not parts[-1])
    for before, part in pairwise(parts):
        if part.element_tag in _SECTIONS:
            part.translate(dy=-min(max(0.0, white_between(before, part) - HOLE * line), NEARER * line))
    _hang(page, parts, free, line)


def _within(parts: Sequence[Box], added: Sequence[int], line: float) -> list[float]:
    """Say what each part takes up within it: what brings it to the grid, and lines ``added``; in WeasyPrint's pixels.

    Cards that follow each other share the lines of all: their rows stand about as far apart, and their words on the grid.
    """
    within = [surplus_of(part) + lines * line for part, lines in zip(parts, added, strict=True)]
    for _, run in groupby(range(len(parts)), key=lambda at: at if not _is_measure(parts[at]) else -1):
        cards = list(run)
        if len(cards) > 1:
            within[cards[0] : cards[-1] + 1] = [surplus_of(parts[at]) for at in cards]
            for _ in range(sum(added[at] for at in cards)):
                within[min(cards, key=lambda at: (within[at] + line / 2) / len(body_rows(parts[at])))] += line
    return within


def surplus_of(part: Box) -> float:
    """Give what was added to a card, a table or a box to bring it to the grid: it stands within it, and not below."""
    settles = len(body_rows(part)) >= _ROWS or _has_title(part)
    return float(part.__dict__.get("surplus", 0.0)) if settles else 0.0


def _take_up(part: Box, more: float, line: float, *, below: bool) -> None:
    """Share out white within a part: in a card half of it between text and facts, as far as that is well, else between rows.

    In a box it stands about the title, in a list between the items and, with ``below``, as much below them.
    """
    if surplus := surplus_of(part):
        part.height -= surplus
        part.surplus = 0.0
    down, under = min(_ABOVE_FACTS * line, more / 2) if _is_measure(part) else 0.0, False
    for child in part.children if down else ():
        under = under or bool(body_rows(child))
        if under:
            child.translate(dy=down)
    part.height += down
    if more - down:
        _stretch(part, more - down, below=below)


def _is_measure(part: Box) -> bool:
    return is_of_class(part, _CARD) and len(body_rows(part)) >= _ROWS


def _has_title(part: Box) -> bool:
    return is_of_class(part, "box") and any(is_of_class(child, "title") for child in part.children[1:2])


def _inner(part: Box, pages: int) -> int:
    """Give how many lines the composer wanted within a part on the last of the pages that it has reached."""
    wanted = part.__dict__.get("inner_lines", ())
    return int(wanted[pages - 1]) if pages <= len(wanted) else 0


def _hang(page: Box, parts: Sequence[Box], free: int, line: float) -> None:
    """Let what ends a page stand ``free`` lines above its foot: the rest of a line goes above it or between rows."""
    last = parts[-1]
    padding = float(last.padding_bottom) if last.element_tag in _LISTS else 0.0
    surplus = float(last.__dict__.get("surplus", 0.0))
    rest = _foot(page) - last.border_box_y() - last.border_height() + surplus + padding - free * line
    small = _SLACK * line < rest < _LIST_REST * line
    if free > _HANGS or not small or not is_of_class(last, "on-grid"):
        return
    if len(body_rows(last)) >= _ROWS:
        last.height -= surplus
        _stretch(last, rest)
    elif last.element_tag in _LISTS and len(last.children) > 1:
        _stretch_text(last, rest - _lowered(parts, rest, line))
    elif len(parts) > 1:
        most = HOLE - _IN_FIGURE * (last.element_tag == "figure")
        down = max(0.0, min(rest, most * line - white_between(parts[-2], last)))
        # What was added to bring it to the grid is white above it now, and not below its words.
        last.height -= surplus
        last.translate(dy=down)
        if is_of_class(last, "box") and len(last.children) > 1 and rest - down > _SLACK * line:
            _stretch_text(last, rest - down)
        elif last.element_tag == "figure" and len(last.children) > 1:
            # The words below a drawing stand on the last line.
            last.children[-1].translate(dy=min(rest - down, line))
            last.height += rest - down


def _lowered(parts: Sequence[Box], rest: float, line: float) -> float:
    """Let a list that ends a page stand lower with its heading, as far as that has no hole above it; say by how much."""
    if len(parts) <= 2 or parts[-2].element_tag not in _HEADINGS:  # noqa: PLR2004 - what stands above heading and list
        return 0.0
    *_, before, heading, last = parts
    down = max(0.0, min(rest, HOLE * line - white_between(before, heading)))
    for part in (heading, last):
        part.translate(dy=down)
    return down


def free_at_foot(page: Box) -> int:
    """Count the lines that are free at the foot of a page; 0 where nothing stands on it."""
    parts = parts_of(page)
    return _free(page, parts[-1], line_of(page.children[0])) if parts else 0


def _free(page: Box, last: Box, line: float) -> int:
    """Count the lines that are free below the last part of a page, or below the last line of one that goes on overleaf."""
    lines = [child for child in last.children if isinstance(child, LineBox)]
    end = lines[-1].position_y + lines[-1].height if lines else last.border_box_y() + last.border_height()
    return max(0, int((_foot(page) - end) / line + WHOLE_LINE))


def _stretch(part: Box, more: float, *, below: bool = False) -> None:
    """Share white out in a part: in the rows of a card or table, about the title of a box, between the items of a list.

    With ``below``, a list has as much more white below it.
    """
    rows, tables = body_rows(part), [box for box in part.descendants() if isinstance(box, TableBox)]
    if not rows:
        _stretch_text(part, more, below=below)
        return
    each, down = more / len(rows), 0.0
    for table in tables:
        for group in table.children:
            group.translate(dy=down) if group.is_header else None
            for row in () if group.is_header else group.children:
                row.translate(dy=down)
                row.height += each
                # Above and below the words of each row alike: they stand as far from the rules in the last as in the first.
                for cell in row.children:
                    cell.height += each
                    for child in cell.children:
                        child.translate(dy=each / 2)
                down += each
            group.height += 0 if group.is_header else each * len(group.children)
        table.height += down
    _make_room(part, more)


def _stretch_text(part: Box, more: float, *, below: bool = False) -> None:
    """Share white out between the items of a list, and below it as well, or above and below the title of a box."""
    each = more / max(1, len(part.children) - 1 + below)
    for at, child in enumerate(part.children):
        if part.element_tag in _LISTS:
            child.translate(dy=each * at)
        elif at:
            child.translate(dy=more / 2 if at == 1 else more)
    part.height += more


def _make_room(block: Box, more: float) -> None:
    """Make a block higher by what its table has become, and move what stands below the table in it."""
    block.height += more
    below = False
    for child in block.children:
        if below:
            child.translate(dy=more)
        elif not isinstance(child, TableBox) and any(isinstance(box, TableBox) for box in child.descendants()):
            _make_room(child, more)
            below = True
        elif isinstance(child, TableBox):
            below = True


def _fill(page: Box) -> None:
    parts = parts_of(page)
    if not parts:
        return
    line = line_of(page.children[0])
    if is_of_class(parts[-1], _ENTRIES):
        _feather(parts[-1], _foot(page), _LEFT * line)
        return
    free = int((_foot(page) - parts[-1].border_box_y() - parts[-1].border_height()) / line + _SLACK)
    room = [_room(above, below, line) for above, below in pairwise(parts)]
    if not 0 < free <= sum(room) + _LEFT:
        return
    down = 0.0
    for part, lines in zip(parts[1:], _shared(free, room), strict=True):
        down += lines * line
        if down:
            part.translate(dy=down)


def _feather(entries: Box, foot: float, most: float) -> None:
    """Let the words of the last of some entries, which have no grid of lines, stand on the foot of their page."""
    each = [box for box in entries.descendants() if box.element_tag == "p" and isinstance(box, BlockLevelBox)]
    rest = foot - each[-1].content_box_y() - each[-1].height if each else 0.0
    if 0 < rest <= most and len(each) > 1:
        for at, entry in enumerate(each):
            entry.translate(dy=rest * at / (len(each) - 1))
        entries.height += rest


def parts_of(page: Box) -> list[Box]:
    """Give what stands below each other on a page: the children of the body."""
    html = page.children[0]
    body = html.children[0] if html.children else None
    children = body.children if body is not None else ()
    return [child for child in children if isinstance(child, BlockLevelBox) and child.is_in_normal_flow()]


def _foot(page: Box) -> float:
    bottom = page.content_box_y() + page.height
    notes = [child for child in page.children if isinstance(child, FootnoteAreaBox) and child.children]
    return float(min([bottom, *(note.position_y for note in notes)]))


def _room(above: Box, below: Box, line: float) -> int:
    """Tell how many lines may be added between two parts: none where they belong together."""
    distance = below.border_box_y() - above.border_box_y() - above.border_height()
    if above.element_tag in _HEADINGS or distance < (1 - _SLACK) * line:
        return 0
    if below.element_tag in {"h1", "h2"}:
        return _ABOVE_SECTION
    if _is_card(above) and _is_card(below):
        return _ABOVE_CARD
    return _ABOVE_TEXT if {above.element_tag, below.element_tag} <= _TEXT else _ABOVE_PART


def _is_card(box: Box) -> bool:
    return "card" in (box.element.get("class") or "").split()


def _shared(free: int, room: Sequence[int]) -> list[int]:
    """Share lines out one by one, so that no place gets two before each has one."""
    shares = [0] * len(room)
    while free and any(share < most for share, most in zip(shares, room, strict=True)):
        for at, most in enumerate(room):
            if free and shares[at] < most:
                shares[at] += 1
                free -= 1
    return shares
