"""Whole paragraphs: where a justified line ends is decided with the lines that follow in view.

WeasyPrint puts into each line what fits, and a long word that does not leaves wide spaces behind. Here a paragraph is shaped
once (``shaping``), its best breaks are found in numbers (``total_fit``), and each line is then set by WeasyPrint with a limit
that makes it end where it should. Where WeasyPrint ends it elsewhere, the rest is broken anew from there.

Lines that were set once are kept: WeasyPrint sets them again for each page that it tries to put them on.

A text that is flush left has no spaces to fill, but its lines are chosen together as well (``ragged_fit``): as many as before.

A paragraph that holds more than text, such as a float or a picture, and one beside a float are set as before.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from weasyprint.formatting_structure.boxes import InlineBox, LineBox, ParentBox, TextBox
from weasyprint.layout.inline import count_expandable_spaces
from weasyprint.text.line_break import create_layout

from kursbuch_press.pages.engine import originals
from kursbuch_press.pages.line_breaks import NARROW, next_line_without_ladder
from kursbuch_press.pages.ragged_fit import Manner, break_ragged
from kursbuch_press.pages.shaping import Shaped, shape, space_of
from kursbuch_press.pages.total_fit import Break, Measure, Spread, break_lines, spread

# WeasyPrint's boxes, contexts and results carry no types; they stay inside this file.
Box = Any
Context = Any
Place = Any

# Words that would stand farther apart than this, in natural spaces, stay together, and the line ends before the edge.
_RAGGED = 5.0

# Shaping a line by itself may move its last letter by so much, in WeasyPrint's pixels.
_HAIR = 1.2

# The lines of these are about as long: tags and classes.
_HEADINGS = frozenset({"h1", "h2", "h3", "h4"})
_TITLES = frozenset({"title", "claim", "motto"})
_FLUSH_LEFT = ("start", "left")


@dataclass(slots=True)
class _Trial:
    """The line that is set for trial, not justified yet, and how wide it may be, which can be more than its measure."""

    box: Box = None
    limit: float | None = None


trial = _Trial()


@dataclass(slots=True)
class _Line:
    """A line that was set; ``offset`` is where it stands if it is neither flush left nor justified."""

    start: Place
    box: Box = field(repr=False)
    end: Place
    offset: float = 0
    placed: bool = False


@dataclass(slots=True)
class _Plan:
    """How a text is broken in a measure: its lines by the places where they start."""

    measure: float
    style: Place
    children: Place
    lines: dict[str, _Line] = field(default_factory=dict)

    def holds(self, box: Box, parent: Box) -> bool:
        """Tell whether nothing has changed since the lines were set."""
        return self.measure == parent.width and self.style is box.style and self.children is box.children


def next_line(context: Context, box: Box, position_y: float, *rest: Place) -> Place:
    """Give the next line of a text and the place where the one after it starts."""
    _, start, parent, _, _, first_letter_style, first_line_style = rest
    if context.excluded_shapes or first_letter_style or first_line_style or not _holds_only_text(box):
        return next_line_without_ladder(context, box, position_y, *rest)
    plan = box.__dict__.get("plan")
    if plan is None or not plan.holds(box, parent):
        plan = box.plan = _Plan(parent.width, box.style, box.children)
    line = plan.lines.get(str(start))
    if line is None:
        paragraph = _Paragraph(context, box, position_y, rest)
        plan.lines |= {str(each.start): each for each in paragraph.lines()}
        line = plan.lines[str(start)]
    if line.box is None:
        return None, None
    if line.placed:
        line.box = _copy(line.box)
    line.placed = True
    line.box.translate(parent.content_box_x() + line.offset - line.box.position_x, position_y - line.box.position_y)
    line.box.position_y = position_y
    return line.box, line.end


def _copy(box: Box) -> Box:
    copy = box.copy()
    if isinstance(copy, ParentBox):
        copy.children = tuple(map(_copy, copy.children))
    return copy


def _holds_only_text(box: Box) -> bool:
    known = box.__dict__.get("holds_only_text")
    if known is None:
        known = box.holds_only_text = box.style["direction"] == "ltr" and _only_text(box)
    return bool(known)


def _only_text(box: Box) -> bool:
    if not box.is_in_normal_flow() or box.is_leader or box.style["white_space"] not in ("normal", "nowrap"):
        return False
    return isinstance(box, TextBox) or (isinstance(box, ParentBox) and all(map(_only_inside, box.children)))


def _only_inside(box: Box) -> bool:
    return isinstance(box, TextBox | InlineBox) and _only_text(box)


class _Paragraph:
    """A paragraph, or the rest of it, that is broken into lines."""

    def __init__(self, context: Context, box: Box, position_y: float, rest: Place) -> None:
        self._context, self._box, self._y = context, box, position_y
        self._bottom, self._start, self._parent = rest[:3]
        self._indent = box.text_indent

    def lines(self) -> list[_Line]:
        """Break the text line by line, and a justified one as a whole."""
        if self._box.style["text_align_all"] == "justify":
            try:
                return list(self._justified())
            finally:
                self._box.text_indent = self._indent
        made, end = next_line_without_ladder(*self._call(self._start))
        first = _Line(self._start, made, end, made.position_x - self._parent.content_box_x() if made else 0)
        if end is None or made is None or self._box.style["text_align_all"] not in _FLUSH_LEFT:
            return [first]
        try:
            return list(self._ragged()) or [first]
        finally:
            self._box.text_indent = self._indent

    def _ragged(self) -> Iterator[_Line]:
        """Break a text that is flush left as a whole; after a line that ends elsewhere, anew."""
        shaped = shape(self._context, self._box)
        measure = self._measure()
        start: Place = self._start
        for end in list(_ragged_ends(shaped, start, measure, even=_is_title(self._box.element))):
            line = self._set(start, shaped, end, measure)
            if line.box is None or line.box.width > measure.width + _HAIR:
                return
            yield line
            start = line.end
            if start is None or shaped.sign_at(start) != end.sign:
                return

    def _measure(self) -> Measure:
        style = self._box.style
        return Measure(self._parent.width, self._indent, style["font_size"], space_of(self._context, style))

    def _justified(self) -> Iterator[_Line]:
        shaped = shape(self._context, self._box)
        measure = self._measure()
        start: Place = self._start
        while True:
            # Where no way leads to the end, a word is wider than the measure: that line is set as one that is not justified.
            for end in list(_ends(self._box, shaped, start, measure)) or [_End(-1, ())]:
                line = self._set(start, shaped, end, measure)
                yield line
                start = line.end
                if start is None or shaped.sign_at(start) != end.sign:
                    break
            if start is None:
                return

    def _set(self, start: Place, shaped: Shaped, end: _End, measure: Measure) -> _Line:
        """Set a line that should end at a place, and fill its measure; where no limit leads there, as WeasyPrint would."""
        indent = self._indent if start == self._start else 0
        self._box.text_indent = indent
        made, resume_at = None, None
        for limit in end.limits:
            made, resume_at = self._limited(start, limit + indent)
            if made is None or (len(shaped.text) if resume_at is None else shaped.sign_at(resume_at)) == end.sign:
                break
        else:
            made, resume_at = self._limited(start, None)
        if made is None:
            return _Line(start, None, None)
        if self._box.style["text_align_all"] != "justify":
            return _Line(start, made, resume_at)
        missing = measure.width - made.width
        filling = spread(missing, count_expandable_spaces(made), _signs(made), measure)
        if (resume_at is not None and filling.ratio <= _RAGGED) or missing < 0:
            _fill(self._context, made, filling)
        return _Line(start, made, resume_at)

    def _limited(self, start: Place, limit: float | None) -> Place:
        trial.box, trial.limit = self._box, limit
        try:
            if limit is None:
                return next_line_without_ladder(*self._call(start))
            return originals.get_next_linebox(*self._call(start))
        finally:
            trial.box = None

    def _call(self, start: Place) -> Place:
        return self._context, self._box, self._y, self._bottom, start, self._parent, [], [], None, None


@dataclass(frozen=True, slots=True)
class _End:
    """Where a line should end: before which sign of the paragraph, and which limits may make WeasyPrint end it there."""

    sign: int
    limits: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class _Rest:
    """What is left of a paragraph from a sign on: its breaks, their numbers in the whole, and what it is set in."""

    shaped: Shaped
    sign: int
    behind: tuple[int, ...]
    breaks: tuple[Break, ...]
    measure: Measure

    def limited(self, ends: Sequence[int]) -> Iterator[_End]:
        """Give lines limits that make WeasyPrint end them at breaks."""
        breaks, begin = self.breaks, 0.0
        for at in ends:
            own = breaks[at].end + breaks[at].hyphen - begin
            after = [each.end + each.hyphen - begin for each in breaks[at + 1 : at + 12]]
            room = min((each - own for each in after if each > own), default=_HAIR)
            place = self.shaped.places[self.behind[at]]
            if at == len(breaks) - 1:
                yield _End(place, (own + self.measure.width,))
            else:
                # A space at the end of the line counts until the line is made, so that the first limit leaves room for it.
                yield _End(place, (own + 0.6 * room, own + min(_HAIR, 0.6 * room), own + 0.9 * room))
            begin = breaks[at].start


def _rest(shaped: Shaped, start: Place, measure: Measure) -> _Rest:
    sign = shaped.sign_at(start) if start is not None else 0
    behind = tuple(at for at, place in enumerate(shaped.places) if place > sign)
    first = shaped.first(sign)
    if sign:
        measure = Measure(measure.width, 0, measure.size, measure.space)
    return _Rest(shaped, sign, behind, tuple(shaped.breaks[at].since(first) for at in behind), measure)


def _ends(box: Box, shaped: Shaped, start: Place, measure: Measure) -> Iterator[_End]:
    """Find the best ends for the lines from a place on; of whole paragraphs, the composer may want another number of lines."""
    wanted, no_hyphen = (box.__dict__.get(name) if start is None else None for name in ("wanted_lines", "no_hyphen"))
    rest = _rest(shaped, start, measure)
    broken = break_lines(rest.breaks, rest.measure, wanted, no_hyphen)
    if not rest.sign:
        box.prices = broken.prices
    yield from rest.limited(broken.ends)


def _ragged_ends(shaped: Shaped, start: Place, measure: Measure, *, even: bool) -> Iterator[_End]:
    """Find the best ends for the lines of a text that is flush left; ``even`` ones for those of a title."""
    rest = _rest(shaped, start, measure)
    doubts = [shaped.doubts[at] for at in rest.behind]
    manner = Manner(ladders=measure.width < NARROW * measure.size, even=even)
    yield from rest.limited(break_ragged(rest.breaks, doubts, rest.measure, manner))


def _is_title(element: Place) -> bool:
    return element is not None and (element.tag in _HEADINGS or not _TITLES.isdisjoint(element.get("class", "").split()))


def _signs(box: Box) -> int:
    if isinstance(box, TextBox):
        return len(box.text)
    return sum(_signs(child) for child in box.children) if isinstance(box, ParentBox) else 0


def _fill(context: Context, box: Box, filling: Spread, x: float = 0.0) -> float:
    """Widen the spaces and letters of a line; ``x`` is how far its parts before have moved."""
    if isinstance(box, TextBox):
        box.position_x += x
        spaces = count_expandable_spaces(box)
        box.justification_spacing = filling.space
        if spaces:
            layout = create_layout(box.text, box.style, context, None, filling.space)
            layout.deactivate()
            box.pango_layout = layout
        box.pango_layout.tracking = filling.tracking
        added = filling.space * spaces + filling.tracking * len(box.text)
        box.width += added
        return float(x + added)
    before = x
    if isinstance(box, LineBox | InlineBox):
        box.position_x += x
        for child in box.children:
            if child.is_in_normal_flow():
                x = _fill(context, child, filling, x)
        box.width += x - before
    return x
