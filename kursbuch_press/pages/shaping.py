"""The text of a paragraph as widths: shaped once, with every place where a line may end (``total_fit.Break``).

WeasyPrint sets lines and shapes their text again for each trial. Here Pango shapes each piece of a paragraph once.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import pyphen
from weasyprint.formatting_structure.boxes import InlineBox, TextBox
from weasyprint.text.ffi import FROM_UNITS, ffi
from weasyprint.text.line_break import create_layout, get_log_attrs, split_first_line

from kursbuch_press.pages.hyphenation import doubt, is_beside_joint
from kursbuch_press.pages.total_fit import Break

# WeasyPrint's boxes, contexts, styles and places carry no types; they stay inside this file.
Box = Any
Context = Any
Style = Any
Place = Any

_SOFT = "\u00ad"
_SPACES = " \u00a0"
# A slash may end a line, but a reader stumbles; a statute stays with the number before it, a number with its sign. A compound
# that has a joint is better broken there.
_SLASH, _COUNTED, _BESIDE_JOINT, _OFF_JOINT, _TORN = 1.5, 1.5, 2.5, 2.0, 40.0
# A number and what is counted: 60 Stunden, drei Monate, but not a year; a date and its year.
_COUNT = re.compile(r"(?<![\w.,\u00a0])(?:\d{1,3}(?:[.,]\d+)?|(?i:zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|zwölf)) $")
_PAGE = re.compile(r"Seite[ \u00a0]\d")
_DATE = re.compile(r"\d\.[ \u00a0][A-ZÄÖÜ][a-zäöü]+ $")
_SIGN = re.compile(r"(?:§|§§|Art\.|Abs\.|Nr\.|Satz|Ziff\.)[ \u00a0]*$")
_NUMBERS = r"\d+[a-z]?(?:(?:,|[ \u00a0](?:und|oder|bis))[ \u00a0]\d+[a-z]?)*"
_LAW = re.compile(rf"(?:§|§§|Art\.|Abs\.|Nr\.|Satz)[ \u00a0]?{_NUMBERS}[ \u00a0]*$")
_NAME = re.compile(r"\w*[A-ZÄÖÜ]{2}|\w+[a-zäöü][A-ZÄÖÜ]\b|SGB|der |des ")


@dataclass(frozen=True, slots=True)
class _Leaf:
    """A text box of a paragraph: where it stands in the boxes, its text from ``first`` on, what it may not be broken within."""

    box: Box = field(repr=False)
    path: tuple[int, ...]
    first: int
    held: int | None
    lead: float
    trail: float


_Found = tuple[Box, tuple[int, ...], int | None, float, float]
"""A text box, its path, what holds it together, and what stands before and behind it."""

_Widths = tuple[list[float], list[float], list[int]]
"""For each sign, where it starts, where it ends, and the number of glyphs up to its end."""


@dataclass(frozen=True, slots=True)
class Shaped:
    """A paragraph in widths: where lines may end, by the same number in ``breaks`` and ``places`` (signs of its text).

    ``doubts`` says how doubtful it is that a hyphen there stands between the parts of a compound.
    """

    text: str
    breaks: tuple[Break, ...]
    places: tuple[int, ...]
    doubts: tuple[float, ...]
    leaves: tuple[_Leaf, ...] = field(repr=False)
    widths: _Widths = field(repr=False)

    def first(self, sign: int) -> Break:
        """Give what stands before a sign, as the break that it begins behind."""
        return _break(self.text, (sign, 0.0, 0.0), self.widths)

    def sign_at(self, place: Place) -> int:
        """Give the number of the sign that a place of WeasyPrint means (its nested ``skip_stack``)."""
        path: list[int] = []
        while place is not None:
            ((index, place),) = place.items()
            path.append(index)
        for leaf in self.leaves:
            depth = len(leaf.path)
            if tuple(path[:depth]) == leaf.path:
                inside = path[depth] if len(path) > depth else 0
                return leaf.first + len(leaf.box.text.encode()[:inside].decode(errors="ignore"))
            if leaf.path > tuple(path):
                return leaf.first
        return len(self.text)


def shape(context: Context, box: Box) -> Shaped:
    """Shape a paragraph that holds only text."""
    leaves = tuple(_leaves(box))
    text = "".join(leaf.box.text for leaf in leaves)
    widths = _widths(context, leaves, text)
    doubts: dict[int, float] = {}
    marks = _places(context, leaves, text, doubts)
    breaks = tuple(_break(text, mark, widths) for mark in marks)
    places = tuple(at for at, _, _ in marks)
    return Shaped(text, breaks, places, tuple(doubts.get(at, 0.0) for at in places), leaves, widths)


def _leaves(box: Box) -> Iterator[_Leaf]:
    first = 0

    def walk(
        parent: Box, path: tuple[int, ...], held: int | None
    ) -> Iterator[tuple[Box, tuple[int, ...], int | None, float, float]]:
        for index, child in enumerate(parent.children):
            own = held if held is not None or child.style["white_space"] != "nowrap" else id(child)
            if isinstance(child, TextBox):
                yield child, (*path, index), own, 0.0, 0.0
            elif isinstance(child, InlineBox):
                inside = list(walk(child, (*path, index), own))
                before = _around(child.style, "left")
                after = _around(child.style, "right")
                for at, (leaf, place, hold, lead, trail) in enumerate(inside):
                    last = at == len(inside) - 1
                    yield leaf, place, hold, lead + (before if at == 0 else 0), trail + (after if last else 0)

    for leaf, path, held, lead, trail in walk(box, (), None):
        yield _Leaf(leaf, path, first, held, lead, trail)
        first += len(leaf.text)


def _around(style: Style, side: str) -> float:
    """Give what stands beside the content of an inline box: margin, border and padding, where they are lengths."""
    lengths = (style[f"margin_{side}"], style[f"padding_{side}"])
    fixed = sum(float(each.value) for each in lengths if getattr(each, "unit", None) == "px")
    return fixed + float(style[f"border_{side}_width"])


def _widths(context: Context, leaves: tuple[_Leaf, ...], text: str) -> _Widths:
    """Give for each sign where it ends without and with what stands around its box, and the number of glyphs before its end."""
    ends: list[float] = []
    x, count = 0.0, 0
    starts: list[float] = []
    counts: list[int] = []
    for leaf in leaves:
        x += leaf.lead
        for width in _advances(context, leaf.box):
            starts.append(x)
            x += width
            count += width > 0
            ends.append(x)
            counts.append(count)
        x += leaf.trail
    assert len(ends) == len(text)
    return starts, ends, counts


def _advances(context: Context, box: Box) -> list[float]:
    """Give the width of each sign of a text box; those of a ligature are given to its first sign."""
    if not box.text:
        return []
    layout = create_layout(box.text, box.style, context, None, 0)
    line, _ = layout.get_first_line()
    by_byte: dict[int, float] = {}
    run = line.runs
    while run != ffi.NULL:
        item = ffi.cast("PangoGlyphItem *", run.data)
        glyphs = item.glyphs
        for at in range(glyphs.num_glyphs):
            byte = item.item.offset + glyphs.log_clusters[at]
            by_byte[byte] = by_byte.get(byte, 0.0) + glyphs.glyphs[at].geometry.width * FROM_UNITS
        run = run.next
    layout.deactivate()
    found, byte = [], 0
    for sign in box.text:
        found.append(by_byte.get(byte, 0.0))
        byte += len(sign.encode())
    return found


def _break(text: str, mark: tuple[int, float, float], widths: _Widths) -> Break:
    """Make a break: before which sign, the width of its hyphen, what speaks against it."""
    at, hyphen, cost = mark
    starts, ends, counts = widths
    last = at
    while last > 0 and text[last - 1] in (" ", _SOFT):
        last -= 1
    spaces = sum(text.count(each, 0, last) for each in _SPACES)
    after = sum(text.count(each, 0, at) for each in _SPACES)
    start = starts[at] if at < len(starts) else (ends[-1] if ends else 0.0)
    signs = counts[last - 1] if last else 0
    return Break(ends[last - 1] if last else 0.0, start, spaces, after, signs, hyphen, cost)


def _places(context: Context, leaves: tuple[_Leaf, ...], text: str, doubts: dict[int, float]) -> list[tuple[int, float, float]]:
    """Give all places where a line may end: before which sign, the width of an added hyphen, what speaks against it.

    How doubtful it is that a hyphen stands at the joint of a compound is put into ``doubts``.
    """
    found: dict[int, tuple[float, float]] = {}
    owner = [leaf for leaf in leaves for _ in leaf.box.text]
    lang = leaves[0].box.style["lang"] if leaves else None
    attributes = get_log_attrs(text, lang)
    for at in range(1, len(text)):
        if attributes[at].is_line_break and not _held(owner, at):
            found[at] = (0.0, _against(text, at))
    for leaf in leaves:
        hyphens = leaf.box.style["hyphens"]
        if leaf.held is not None or hyphens == "none":
            continue
        own = dict(_hyphens(leaf.box)) if hyphens == "auto" else {}
        own |= {at + 1: (0.0, 0.0) for at, sign in enumerate(leaf.box.text) if sign == _SOFT}
        marks = {leaf.first + at: each for at, each in own.items()}
        doubts |= {at: doubtful for at, (doubtful, _) in marks.items()}
        if marks:
            width = _hyphen(context, leaf.box.style)
            found.update({at: (width, against) for at, (_, against) in marks.items() if 0 < at < len(text)})
    found[len(text)] = (0.0, 0.0)
    return [(at, *found[at]) for at in sorted(found)]


def _held(owner: list[_Leaf], at: int) -> bool:
    before, after = owner[at - 1], owner[at]
    return before.held is not None and before.held == after.held


def _against(text: str, at: int) -> float:
    before = text[max(0, at - 24) : at]
    if before.endswith("/"):
        return _TORN if text[at : at + 2].isupper() else _SLASH  # FreizügG/EU
    torn = (_SIGN.search(before) and text[at : at + 1].isdigit()) or (_LAW.search(before) and _NAME.match(text, at))
    if torn:
        return _TORN
    counts = _COUNT.search(before) and text[at : at + 1].isupper()
    dated = _DATE.search(before) and text[at : at + 4].isdigit()
    pointed = before.endswith(" auf ") and _PAGE.match(text, at)
    return _COUNTED if counts or dated or pointed else 0.0


def _hyphens(box: Box) -> Iterator[tuple[int, tuple[float, float]]]:
    """Give where words of a text may be hyphenated: how doubtful it is that each place is a joint, what speaks against it."""
    total, left, right = box.style["hyphenate_limit_chars"]
    language = box.style["lang"] and pyphen.language_fallback(box.style["lang"])
    if not language or len(box.text) < total:
        return
    dictionary = pyphen.Pyphen(lang=language, left=left, right=right)
    attributes = get_log_attrs(box.text, box.style["lang"])
    start = 0
    for at in range(len(box.text) + 1):
        if attributes[at].is_word_start:
            start = at
        if attributes[at].is_word_end and at - start >= total and _SOFT not in box.text[start:at]:
            word = box.text[start:at]
            doubts = {place: doubt(dictionary.hd, word, place) for place in map(int, dictionary.positions(word))}
            joined = min(doubts.values(), default=1.0) < 1
            for place, doubtful in doubts.items():
                beside = is_beside_joint(dictionary.hd, word, place)
                against = _BESIDE_JOINT if beside else _OFF_JOINT if joined and doubtful == 1 else 0.0
                yield start + place, (doubtful, against)


def _hyphen(context: Context, style: Style) -> float:
    known = context.__dict__.setdefault("own_hyphens", {})
    key = _face(style)
    if key not in known:
        known[key] = float(split_first_line(style["hyphenate_character"], style, context, None, 0)[3])
    return float(known[key])


def space_of(context: Context, style: Style) -> float:
    """Give the width of the space of a typeface."""
    known = context.__dict__.setdefault("own_spaces", {})
    key = _face(style)
    if key not in known:
        known[key] = float(split_first_line(" ", style, context, None, 0)[3])
    return float(known[key])


def _face(style: Style) -> tuple[Any, ...]:
    return style["font_family"], style["font_size"], style["font_weight"], style["font_style"]
