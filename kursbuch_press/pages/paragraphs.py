"""Whole paragraphs: where a justified line ends is decided with the lines that follow in view.

WeasyPrint puts into each line what fits, and a long word that does not leaves wide spaces behind. Here a paragraph is
set in this way first. If one of its lines is wide, or its last one very short, all the ways to break it that could be
better are compared, as Knuth and Plass taught: some lines give their last word or syllable to the next one, and some
take one more, for which their spaces are narrowed a little, so that the spaces of all lines are as even as they can be.

Lines that were set once are kept: WeasyPrint sets them again for each page that it tries to put them on.

A paragraph that holds more than text, such as a float or a picture, and one beside a float are set as before.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from heapq import heappop, heappush
from itertools import count
from typing import Any

from weasyprint.formatting_structure.boxes import InlineBox, ParentBox, TextBox
from weasyprint.layout import inline
from weasyprint.text.line_break import split_first_line

from kursbuch_press.pages.engine import originals
from kursbuch_press.pages.line_breaks import LADDER, hyphenated, last_box, next_line_without_ladder

# WeasyPrint's boxes, contexts and results carry no types; they stay inside this file.
Box = Any
Context = Any
Place = Any

WIDE = 1.4
"""A line is wide if its spaces are stretched by more than this many times their own width."""

TIGHT = 0.15
"""No space is narrowed by more than this part of its own width."""

# What a break costs, in the measure of a line whose spaces are stretched by their own width.
_HYPHEN, _TWO_HYPHENS, _LATE_HYPHEN, _SLASH, _SHORT_END, _OTHER_LINES = 0.3, 1.0, 2.5, 2.0, 4.0, 8.0
# A last line is short if it is not longer than the indent of the next paragraph and a little more, in ems.
_SHORT = 2.4
# What a line costs whose spaces are as narrow as they may be.
_TIGHT_LINE = 0.8
# A line has hardly more spaces than these.
_SPACES = 10
# So much narrower is a line set to give its last syllable to the next, in WeasyPrint's pixels.
_LESS = 0.5
# So many lines are set at most to find the best ones, for each line of the paragraph.
_TRIALS = 12
# A beginning is the more promising the longer it is: each of its lines may cost this part of what one costs at first.
_FAIR = 0.5


@dataclass(slots=True)
class _Trial:
    """The line that is set for trial, not justified yet, and how wide it may be, which can be more than its measure."""

    box: Box = None
    limit: float | None = None


trial = _Trial()


@dataclass(slots=True)
class _Line:
    """A line that was set for trial; ``own`` is its width before it was justified, ``stretch`` how wide its spaces are.

    ``offset`` is where it stands if it is neither flush left nor justified.
    """

    start: Place
    box: Box = field(repr=False)
    end: Place
    own: float = 0
    stretch: float = 0
    hyphen: bool = False
    slash: bool = False
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
        self._measure = self._parent.width
        self._space = 0.0
        self._tried: dict[str, list[_Line]] = {}
        self._left = 0

    def lines(self) -> list[_Line]:
        """Break the text line by line, and a justified one as a whole if that can be better."""
        call = self._call(self._start)
        if self._box.style["text_align_all"] != "justify":
            made, end = next_line_without_ladder(*call)
            return [_Line(self._start, made, end, offset=made.position_x - self._parent.content_box_x() if made else 0)]
        self._space = _space(self._context, self._box.style)
        lines = list(self._one_by_one())
        if any(line.stretch > WIDE for line in lines) or self._is_short(lines[-1]):
            self._left = _TRIALS * len(lines)
            lines = self._best(lines)
        for line in lines:
            if line.box is not None and (line.end is not None or line.stretch < 0):
                inline.justify_line(self._context, line.box, self._measure - line.own)
        self._box.text_indent = self._indent
        return lines

    def _one_by_one(self) -> Iterator[_Line]:
        start = self._start
        while True:
            line = self._line(start)
            yield line
            start = line.end
            if start is None:
                return

    def _line(self, start: Place, limit: float | None = None) -> _Line:
        self._box.text_indent = self._indent if start == self._start else 0
        call = self._call(start)
        trial.box, trial.limit = self._box, limit
        try:
            made, end = next_line_without_ladder(*call) if limit is None else originals.get_next_linebox(*call)
        finally:
            trial.box = None
        line = _Line(start, made, end)
        if made is None:
            return line
        line.own = made.width
        missing = self._measure - made.width
        if end is not None or missing < 0:
            # A line of one word has no space that could be stretched.
            line.stretch = missing / (inline.count_expandable_spaces(made) or 1) / self._space
            line.hyphen = end is not None and hyphenated(made)
            line.slash = end is not None and getattr(last_box(made), "text", "").endswith("/")
        return line

    def _call(self, start: Place) -> Place:
        return self._context, self._box, self._y, self._bottom, start, self._parent, [], [], None, None

    def _narrower(self, line: _Line) -> _Line | None:
        """Set a line again that ends earlier; None if there is none."""
        if line.box is None or self._left <= 0:
            return None
        self._left -= 1
        limit = line.own - _LESS
        less = self._line(line.start, limit)
        return less if less.box is not None and less.end is not None and 0 < less.own <= limit else None

    def _best(self, first: list[_Line]) -> list[_Line]:
        """Find the lines that cost least, promising beginnings first; none may cost more than the first ones."""
        dearest = self._cost(first)
        fair = _FAIR * dearest / len(first)
        order = count()
        open_: list[tuple[float, int, float, list[_Line], int]] = [(0.0, next(order), 0.0, [], 0)]
        seen = set()
        while open_:
            _, _, cost, lines, rungs = heappop(open_)
            start = lines[-1].end if lines else self._start
            if lines and start is None:
                return lines
            state = (str(start), rungs, len(lines))
            if state in seen:
                continue
            seen.add(state)
            # What is still to come costs something, too.
            most = dearest - fair * max(0, len(first) - len(lines) - 1)
            for line in self._trials(start, most - cost):
                if line.stretch < -TIGHT or (line.hyphen and rungs >= LADDER):
                    continue
                whole = [*lines, line]
                total = cost + self._added(whole, len(first))
                if total < most:
                    promise = total - fair * len(whole)
                    heappush(open_, (promise, next(order), total, whole, rungs + 1 if line.hyphen else 0))
        return first

    def _trials(self, start: Place, most: float) -> Iterator[_Line]:
        """Give the lines that may start here, the fullest first, as long as their spaces cost less than ``most``."""
        tried = self._tried.setdefault(str(start), [])
        if not tried:
            tried.append(self._line(start, self._measure + TIGHT * self._space * _SPACES))
        for at in count():
            if at == len(tried):
                less = self._narrower(tried[-1])
                if less is None:
                    return
                tried.append(less)
            if tried[at].stretch ** 3 >= most:
                return
            yield tried[at]

    def _cost(self, lines: list[_Line]) -> float:
        return sum(self._added(lines[: at + 1], len(lines)) for at in range(len(lines)))

    def _added(self, lines: list[_Line], usual: int) -> float:
        """Give what the last of some lines costs."""
        line = lines[-1]
        after_hyphen = len(lines) > 1 and lines[-2].hyphen
        if line.end is None:
            cost = _LATE_HYPHEN * after_hyphen + _SHORT_END * self._is_short(line)
            return cost + _OTHER_LINES * abs(len(lines) - usual) + self._tightness(line)
        return float(
            max(0, line.stretch) ** 3
            + self._tightness(line)
            + (_HYPHEN + _TWO_HYPHENS * after_hyphen) * line.hyphen
            + _SLASH * line.slash
        )

    def _tightness(self, line: _Line) -> float:
        return _TIGHT_LINE * float(max(0, -line.stretch) / TIGHT) ** 3

    def _is_short(self, line: _Line) -> bool:
        return bool(line.end is None and line.start != self._start and line.own < _SHORT * self._box.style["font_size"])


def _space(context: Context, style: Place) -> float:
    """Give the width of the space of a typeface."""
    known = context.__dict__.setdefault("own_spaces", {})
    key = (style["font_family"], style["font_size"], style["font_weight"], style["font_style"])
    if key not in known:
        known[key] = split_first_line(" ", style, context, None, 0)[3]
    return float(known[key])
