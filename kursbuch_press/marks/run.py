"""One page being read: its state, the path under the pen, and the marks that were made so far."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

import pikepdf
from pikepdf import Object

from kursbuch_press.marks.geometry import Area, Matrix
from kursbuch_press.marks.graphics import Graphics
from kursbuch_press.marks.library import Library, Resources
from kursbuch_press.marks.marks import Mark, Paint, Where
from kursbuch_press.marks.spaces import Colour, Space
from kursbuch_press.marks.tokens import CUT_OFF, KNOWN, Operand, Operation

_AT_ONCE = 1000
DEEPEST = 24
"""Forms inside forms; a form that contains itself would never end."""


class LackingError(LookupError):
    """An operator does not have the numbers or the name that it needs."""


FAULTS = (ArithmeticError, AttributeError, LookupError, TypeError, ValueError, pikepdf.PdfError, RuntimeError)
"""What an operator raises that was given something else than it needs; the operator is then not done, as in viewers."""


@dataclass(slots=True)
class Path:
    """The path under construction: the area of each part, and whether it cuts what follows."""

    parts: list[list[float]] = field(default_factory=list)
    clips: bool = False
    start: tuple[float, float] | None = None


@dataclass(slots=True)
class Run:
    """Reads content streams one inside the other, and keeps what they paint."""

    library: Library
    operators: Mapping[bytes, Callable[[Run, list[Operand]], None]]
    resources: Resources
    state: Graphics
    base: Matrix
    where: Where = Where.PAGE
    marks: list[Mark] = field(default_factory=list)
    masks: list[Mark] = field(default_factory=list)
    effects: set[str] = field(default_factory=set)
    unread: list[str] = field(default_factory=list)
    missing: list[str] = field(default_factory=list)
    unknown: list[str] = field(default_factory=list)
    lacking: list[str] = field(default_factory=list)
    inline: list[Object] = field(default_factory=list)
    cut_off: bool = False
    text_is_open: bool = False
    path: Path = field(default_factory=Path)
    line: Matrix = field(default=Matrix(1, 0, 0, 1, 0, 0))
    text: Matrix = field(default=Matrix(1, 0, 0, 1, 0, 0))
    colourless: bool = False
    inside: tuple[str, ...] = ()
    seen: set[str] = field(default_factory=set)

    def execute(self, content: Iterable[Operation]) -> None:
        """Do what a content stream says; operators that are not known or lack a number are passed over.

        Its end is whole if nothing waits for an operator there and no text object is left open.
        """
        saved: list[Graphics] = []
        operators = self.operators
        count = 0
        spend = self.library.budget.spend
        for operator, operands in content:
            count += 1
            if not count % _AT_ONCE:
                spend(_AT_ONCE)
            if operator == b"q":
                saved.append(self.state.copy())
            elif operator == b"Q":
                if saved:
                    self.state = saved.pop()
                else:
                    self.unread.append("Q")
            else:
                do = operators.get(operator)
                if do is not None:
                    try:
                        do(self, operands)
                    except (LackingError, IndexError):
                        self.lacking.append(operator.decode("latin-1"))
                    except FAULTS:
                        (self.unread if operands else self.lacking).append(operator.decode("latin-1"))
                elif operator not in KNOWN:
                    self._pass_over(operator)
        spend(count % _AT_ONCE)
        self.cut_off = self.cut_off or self.text_is_open
        self.text_is_open = False

    def _pass_over(self, operator: bytes) -> None:
        if operator == CUT_OFF:
            self.cut_off = True
        else:
            self.unknown.append(operator.decode("latin-1").encode("unicode_escape").decode())

    def nested(self, content: Iterable[Operation], scope: Scope) -> None:
        """Do what a form, pattern or glyph says, and take every change of the state back."""
        if scope.key in self.inside or len(self.inside) >= DEEPEST:
            self.unread.append(scope.key)
            return
        kept = self.state, self.resources, self.where, self.path, self.line, self.text, self.base, self.inside
        text_is_open, self.text_is_open = self.text_is_open, False
        self.state, self.where, self.path = scope.state, scope.where, Path()
        self.resources = scope.resources or self.resources
        self.base, self.inside = scope.state.ctm, (*self.inside, scope.key)
        self.execute(content)
        self.state, self.resources, self.where, self.path, self.line, self.text, self.base, self.inside = kept
        self.text_is_open = text_is_open

    def set_colour(self, *, stroke: bool, colour: Colour) -> None:
        """Choose a colour, unless the stream is a glyph or pattern without colours of its own."""
        if self.colourless:
            return
        if stroke:
            self.state.stroke = colour
        else:
            self.state.fill = colour

    def paint(self, *, fill: bool, stroke: bool) -> Paint:
        """Give how the state paints an area, its outline, or both."""
        state = self.state
        opacities = ([state.fill_opacity] if fill else []) + ([state.stroke_opacity] if stroke else [])
        return Paint(
            state.fill if fill else None,
            state.stroke if stroke else None,
            min(opacities, default=1.0),
            (fill and state.fill_overprint) or (stroke and state.stroke_overprint),
            self.where,
        )

    def hide(self, text: str) -> None:
        """Take in a text that is set and not shown, as under a scan; only readers aloud are told of it."""

    def seen_part(self, area: Area) -> Area | None:
        """Give what clipping leaves of an area, None for nothing."""
        left = area.cut(self.state.clip)
        return left if left.width >= 0 and left.height >= 0 else None


@dataclass(frozen=True, slots=True)
class Scope:
    """What holds inside a nested content stream; without resources of its own it uses those around it."""

    key: str
    state: Graphics
    where: Where
    resources: Resources | None


def space_colour(space: Space, operands: list[Operand]) -> Colour:
    """Give a colour from the numbers before an operator."""
    return Colour(space, tuple(value for value in operands if isinstance(value, float)))
