"""Galleys first, then pages: a document is set on endless pages, composed, and set again with the breaks that were found.

Where the pages that are made differ from those that were composed, nothing of that stretch is kept: it is broken as WeasyPrint
breaks it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from math import ceil, inf
from typing import Any

from weasyprint.layout import initialize_page_maker

from kursbuch_press.pages.composer import Composition, Room, compose_pages, unchanged
from kursbuch_press.pages.engine import originals
from kursbuch_press.pages.filling import parts_of
from kursbuch_press.pages.galley import Breaks, Galley, first_block

# WeasyPrint's boxes and contexts carry no types; they stay inside this file.
Box = Any
Context = Any


@dataclass(frozen=True, slots=True)
class _Stretch:
    """A stretch of a document between forced breaks: its number of pages, and how it was composed, if it was."""

    pages: int
    galley: Galley | None = field(default=None, repr=False)
    order: tuple[int, ...] = ()
    composition: Composition | None = None

    @property
    def first_blocks(self) -> tuple[int, ...]:
        """Where the block that each page should begin with stands among the children of the body."""
        if self.galley is None or self.composition is None:
            return ()
        pieces = list(self.galley.pieces(self.order))
        return tuple(self.galley.place(pieces[page.first].block) for page in self.composition.pages)


@dataclass(frozen=True, slots=True)
class _Freedom:
    """What may be done for better pages: move blocks, set paragraphs in a line more or less."""

    moves: bool
    changes: bool


# Says on the root of a document on which side its last page should be.
_ENDS = "data-ends"

# A page that ends so many lines above its foot is bad: then so many orders of a galley are kept in view, if they cost no more
# than this above the best.
_BAD, _KEPT, _NEAR = 4, 10, 40.0
# Heights are sums of rounded numbers.
_SLACK = 0.002

_Compose = Callable[..., Composition | None]

# A block that moves may change the indent of a paragraph, and with it the number of its lines.
_FREEDOMS = (_Freedom(moves=True, changes=True), _Freedom(moves=True, changes=False), _Freedom(moves=False, changes=False))


class Composing:
    """The composition of one document."""

    def __init__(self, context: Context, root: Box, html: Context) -> None:
        """Know what is to be composed; nothing is done yet."""
        self._context, self._root, self._html = context, root, html
        self.composed: frozenset[int] = frozenset()

    def pages(self) -> list[Box]:
        """Give the pages, without their margins: the boldest composition that comes out as it was meant."""
        notes = list(self._context.footnotes)
        galleys = self._galleys()
        for freedom in _FREEDOMS:
            self._begin_again(notes)
            breaks = Breaks(self._root.children[0], self._context.grid)
            stretches = list(self._stretches(galleys, freedom))
            for stretch in stretches:
                if stretch.galley is not None and stretch.composition is not None:
                    breaks.write(stretch.galley, stretch.order, stretch.composition.pages)
            made = self._make(composed=True)
            if _as_composed(made, stretches):
                self.composed = frozenset(_composed_pages(stretches))
                return made
            breaks.take_out()
        self._begin_again(notes)
        return self._make()

    def _make(self, *, composed: bool = False) -> list[Box]:
        self._context.composed = composed
        return list(originals.make_all_pages(self._context, self._root, self._html, []))

    def _galleys(self) -> list[Box]:
        self._context.galley = True
        try:
            return self._make()
        finally:
            self._context.galley = False

    def _begin_again(self, notes: list[Box]) -> None:
        self._context.footnotes[:] = notes
        self._context.reported_footnotes.clear()
        initialize_page_maker(self._context, self._root)

    def _stretches(self, galleys: list[Box], freedom: _Freedom) -> Iterator[_Stretch]:
        left, ends = galleys[0].page_type.side == "left", self._root.element.get(_ENDS)
        for number, page in enumerate(galleys, start=1):
            stretch = _Stretch(_filled_pages(page))
            if not (page.page_type.name or page.page_type.blank):
                galley = Galley(page, self._context.grid)
                if galley.composable:
                    last_is_left = ends == "left" if ends and number == len(galleys) else None
                    stretch = _composed(galley, Room(galley.lines, left, last_is_left=last_is_left), freedom)
            yield stretch
            left = left != bool(stretch.pages % 2)


def _composed(galley: Galley, room: Room, freedom: _Freedom) -> _Stretch:
    """Compose a galley; tables, figures and boxes may go past paragraphs, where they fit better."""
    known: dict[tuple[int, ...], tuple[float, Composition | None]] = {}

    def compose(order: tuple[int, ...], most: float = inf) -> Composition | None:
        """Compose an order, once: what was found for it holds again, and that nothing was found for as much or more."""
        asked, found = known.get(order, (-inf, None))
        if found is None and asked < most:
            parts = [piece.part for piece in galley.pieces(order)]
            found = compose_pages(parts if freedom.changes else [unchanged(part) for part in parts], room, most)
            known[order] = most, found
        return found if found is None or found.cost <= most else None

    first = compose(galley.order)
    if first is None:
        return _Stretch(1)
    best = Arranged(first.cost + galley.misplaced(galley.order), galley.order, first)
    if freedom.moves:
        best = arranged(galley, best, compose)
        if _has_holes(galley, best):
            best = arranged(galley, best, compose, _KEPT)
    return _Stretch(len(best.composition.pages), galley, best.order, best.composition)


@dataclass(frozen=True, slots=True)
class Arranged:
    """An order of the blocks of a galley, how it is composed, and what that and all moves cost together."""

    cost: float
    order: tuple[int, ...]
    composition: Composition = field(repr=False)


def arranged(galley: Galley, start: Arranged, compose: _Compose, kept: int = 1) -> Arranged:
    """Try all moves, with some of the best orders in view: what does not help alone may help with what moves after it."""
    best = [start]
    # What was tried first may fit better once others have moved.
    for number in (*galley.order, *galley.order):
        for begun in tuple(best):
            for price, moved in galley.moved(begun.order, number):
                misplaced = galley.misplaced(moved) - galley.misplaced(begun.order)
                spent = begun.cost - begun.composition.cost + price + misplaced
                most = best[-1].cost if len(best) == kept else best[0].cost + _NEAR
                found = compose(moved, most - spent)
                if found is not None and all(moved != each.order for each in best):
                    best = sorted([*best, Arranged(found.cost + spent, moved, found)], key=lambda each: each.cost)[:kept]
    return best[0]


def _has_holes(galley: Galley, found: Arranged) -> bool:
    """Tell whether a page ends far above its foot, other than where a row or an item did not fit."""
    pieces = list(galley.pieces(found.order))
    pages = found.composition.pages[:-1]
    return any(page.short >= _BAD and not pieces[page.end].part.natural for page in pages)


def _as_composed(made: list[Box], stretches: list[_Stretch]) -> bool:
    """Tell whether the pages begin as they should; what was not composed may have any number of pages, if nothing follows."""
    at = 0
    for stretch in stretches:
        wanted = stretch.first_blocks
        if not wanted:
            at += stretch.pages
            continue
        begun = tuple(first_block(page) for page in made[at : at + len(wanted)])
        if begun != wanted:
            return False
        at += len(wanted)
    return at == len(made) or (not stretches[-1].first_blocks and at <= len(made))


def _filled_pages(page: Box) -> int:
    """Count the pages that fill what stands on an endless one, such as what opens a chapter; where that is wrong, it shows."""
    parts = parts_of(page)
    if not parts:
        return 1
    height = float(parts[-1].border_box_y() + parts[-1].border_height() - page.content_box_y())
    return max(1, ceil(height / float(page.height) - _SLACK))


def _composed_pages(stretches: list[_Stretch]) -> Iterator[int]:
    at = 0
    for stretch in stretches:
        if stretch.composition is not None:
            yield from range(at, at + stretch.pages)
        at += stretch.pages
