"""The order of a page's content: what is tagged is written in the order in which it is read.

Viewers that ignore tags (Chrome by default, MuPDF, and whoever copies text) take the words of a page as they stand in
its content stream. WeasyPrint paints boxes with a stacking context of their own, list signs and floats after all else.
Here the marked sequences of such a page are cut out of the stream and written behind everything that is not tagged,
in the order of the tags, each with the state of graphics (ISO 32000-1, 8.4) in which it was painted before.
Tints, rules and decoration stay where they are, so text lies on its ground as before.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

# Operators as WeasyPrint writes them: one entry each, whose last word is the operator; only marks without a number
# are written in several entries (tag, property list, operator).
Operators = list[Any]
# Graphics state by kind of parameter, and the operators that set it, in order.
State = dict[str, tuple[bytes, ...]]

_PIECE = re.compile(rb"^/(?:Span|Figure) <</MCID (\d+)>> BDC$")
_FILL = {b"rg", b"g", b"k", b"cs"}
_STROKE = {b"RG", b"G", b"K", b"CS"}
_FILL_MORE = {b"sc", b"scn"}
_STROKE_MORE = {b"SC", b"SCN"}
_ALONE = {b"w", b"J", b"j", b"M", b"d", b"ri", b"i", b"Tf", b"Tr", b"Tc", b"Tw", b"Tz", b"Ts", b"TL"}
_PATH = {b"m", b"l", b"c", b"v", b"y", b"h", b"re", b"W", b"W*"}
_CLIPS = {b"W", b"W*"}


@dataclass(slots=True)
class _Level:
    """What is set between a q and its Q: transformations and clips in ``geometry``, all else in ``state``."""

    geometry: tuple[bytes, ...] = ()
    state: State = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _Sequence:
    """A marked sequence with the geometry and the state at its beginning; levels of geometry, outermost first."""

    operators: Operators
    geometry: tuple[tuple[bytes, ...], ...]
    state: State


class _Graphics:
    """Follows the state of graphics through operators."""

    def __init__(self) -> None:
        self.levels = [_Level()]
        self._path: Operators = []

    @property
    def geometry(self) -> tuple[tuple[bytes, ...], ...]:
        return tuple(level.geometry for level in self.levels)

    @property
    def state(self) -> State:
        return dict(self.levels[-1].state)

    def take(self, operator: bytes) -> None:
        name = operator.rpartition(b" ")[2]
        top = self.levels[-1]
        if name == b"q":
            self.levels.append(_Level(state=dict(top.state)))
        elif name == b"Q":
            self.levels.pop()
        elif name == b"cm":
            top.geometry += (operator,)
        elif name in _PATH:
            self._path.append(operator)
        elif self._path:
            if any(part in _CLIPS for part in self._path):
                top.geometry += (*self._path, b"n")
            self._path = []
        else:
            _set(top.state, name, operator)


def _set(state: State, name: bytes, operator: bytes) -> None:
    """Note what an operator sets; a colour may be set by two, its space and its value."""
    if name in _FILL or name in _STROKE:
        state["fill" if name in _FILL else "stroke"] = (operator,)
    elif name in _FILL_MORE or name in _STROKE_MORE:
        kind = "fill" if name in _FILL_MORE else "stroke"
        state[kind] = (*(part for part in state.get(kind, ()) if part[-2:].lower() == b"cs"), operator)
    elif name == b"gs":
        # Dictionaries of states may set different parameters: all stay, each once, the last one last.
        state["gs"] = (*(part for part in state.get("gs", ()) if part != operator), operator)
    elif name in _ALONE:
        state[name.decode()] = (operator,)


def in_order(operators: Operators, order: Sequence[int]) -> Operators:
    """Give the operators of a page with its marked sequences in an order; ``order`` names their MCIDs.

    A page that is in order stays as it is, and so does one whose sequences change the coordinates for what follows.
    """
    if list(order) == sorted(order):
        return operators
    kept, sequences, graphics = _cut(operators)
    base = graphics.geometry[:1]
    if graphics.levels[1:] or sorted(sequences) != sorted(order):
        return operators
    below = graphics.state.keys()
    if any(sequence.geometry[:1] != base or not below <= sequence.state.keys() for sequence in sequences.values()):
        return operators
    return [*kept, *_written([sequences[number] for number in order])]


def _cut(operators: Operators) -> tuple[Operators, dict[int, _Sequence], _Graphics]:
    """Cut marked sequences out; what they set for later operators stays in their place."""
    graphics = _Graphics()
    kept: Operators = []
    sequences: dict[int, _Sequence] = {}
    at = 0
    while at < len(operators):
        operator = operators[at]
        match = _PIECE.match(operator) if type(operator) is bytes else None
        if match is None:
            if type(operator) is bytes:
                graphics.take(operator)
            kept.append(operator)
            at += 1
            continue
        end = _end(operators, at)
        before = _Sequence(operators[at : end + 1], graphics.geometry, graphics.state)
        for operator in before.operators:
            graphics.take(operator)
        kept += _difference(before.state, graphics.state)
        sequences[int(match[1])] = before
        at = end + 1
    return kept, sequences, graphics


def _end(operators: Operators, begin: int) -> int:
    """Find the EMC that closes the sequence which begins at ``begin``."""
    depth = 0
    for at in range(begin, len(operators)):
        if operators[at].endswith((b"BDC", b"BMC")):
            depth += 1
        elif operators[at] == b"EMC":
            depth -= 1
            if depth == 0:
                return at
    raise LookupError(begin)


def _difference(before: State, after: State) -> Operators:
    return [part for kind, parts in after.items() if before.get(kind) != parts for part in parts]


def _written(sequences: Iterable[_Sequence]) -> Operators:
    """Write sequences one behind the other; a state of graphics is opened anew only where it has to be."""
    done: Operators = []
    geometry: tuple[tuple[bytes, ...], ...] | None = None
    state: State = {}
    for sequence in sequences:
        if sequence.geometry != geometry or not state.keys() <= sequence.state.keys():
            done += [b"Q"] if geometry is not None else []
            done += [b"q", *(part for level in sequence.geometry[1:] for part in level)]
            geometry, state = sequence.geometry, {}
        done += _difference(state, sequence.state)
        done += sequence.operators
        after = _Graphics()
        after.levels[-1].state = dict(sequence.state)
        for operator in sequence.operators:
            after.take(operator)
        state = after.state
    return [*done, b"Q"] if geometry is not None else done
