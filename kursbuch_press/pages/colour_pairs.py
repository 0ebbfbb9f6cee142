"""Which colours a design puts on each other: text or a sign and the ground below it, on laid-out pages and in drawings."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from math import inf
from typing import Any
from xml.etree import ElementTree as ET

from weasyprint.formatting_structure.boxes import PageBox, ReplacedBox, TableCellBox, TextBox

from kursbuch_press.pages.layout import Box, Page

_POINTS = 0.75
_BOLD = 700
_THICK = 1.9
"""Points; a thicker line beside a box marks what it is."""
_PAPER = "#ffffff"
# The ground of an illustration is the full colour of its field, or the tint of it.
_ART = re.compile(r"press:illustration/[^/]+/(dark|light)/([a-z-]+)")
_SVG = "{http://www.w3.org/2000/svg}"
_MOVED = re.compile(r"translate\(\s*(-?[\d.]+)(?:[\s,]+(-?[\d.]+))?\s*\)")
_STEP = re.compile(r"([A-Za-z])([^A-Za-z]*)")
_NUMBER = re.compile(r"-?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?")
_RISE = 0.3  # of the type size: where the middle of a letter is above its base line


@dataclass(frozen=True, slots=True)
class Pair:
    """Text of a colour on a ground, both as #rrggbb, ``size`` in points; or a sign, a line, a part of a drawing."""

    text: str
    ground: str
    size: float
    bold: bool = False
    sign: bool = False


Pairs = dict[Pair, tuple[str, str]]
"""Each pair with where it stands first: a folio or the name of a drawing, and the words, or what a design calls a sign."""


def pairs_on(pages: Iterable[tuple[str, Page]], swatches: Mapping[str, str]) -> Pairs:
    """Give the pairs on laid-out pages; ``swatches`` are the colours by their names.

    Nothing is said of words on a picture: what colour lies below them is seen in the finished file alone.
    """
    found: Pairs = {}
    for folio, page in pages:
        whole = page._page_box  # noqa: SLF001 - boxes have no public door
        below = _Below(_PAPER, swatches, list(_pictures(whole)))
        for pair, words in _in_box(whole, below):
            found.setdefault(pair, (folio, words))
    return found


def _pictures(box: Box) -> Iterator[Box]:
    """Give the pictures in a box, those that have their place on the page as well."""
    box = getattr(box, "_box", box)  # what stands for a box that is placed
    if isinstance(box, ReplacedBox):
        yield box
    for child in getattr(box, "children", ()):
        yield from _pictures(child)


@dataclass(frozen=True, slots=True)
class _Below:
    """What lies below a box: a ground, the colours by their names, and the pictures of its page."""

    ground: str
    swatches: Mapping[str, str]
    pictures: Sequence[Box]

    def is_picture(self, box: Box) -> bool:
        """Whether the middle of a box lies on a picture, with nothing but paper between them."""
        x, y = box.position_x + box.width / 2, box.position_y + box.height / 2
        return self.ground == _PAPER and any(
            0 <= x - each.content_box_x() <= each.width and 0 <= y - each.content_box_y() <= each.height
            for each in self.pictures
        )


def _in_box(box: Box, below: _Below) -> Iterator[tuple[Pair, str]]:
    ground = below.ground
    if isinstance(box, TextBox):
        if box.text.strip() and box.style["visibility"] == "visible" and not below.is_picture(box):
            style = box.style
            size, bold = round(style["font_size"] * _POINTS, 1), style["font_weight"] >= _BOLD
            yield Pair(_hex(style["color"]) or _PAPER, ground, size, bold), box.text.strip()[:40]
        return
    own = _ground(box, below.swatches)
    signs = [] if _is_aid(box) else [*_seen_lines(box), *([own] if _is_empty(box) else [])]
    if visible := [each for each in signs if each and each != ground]:
        yield Pair(max(visible, key=lambda each: _distance(each, ground)), ground, 0.0, sign=True), _called(box)
    inside = replace(below, ground=own) if own else below
    for child in getattr(box, "children", ()):
        yield from _in_box(child, inside)


def _seen_lines(box: Box) -> Iterator[str]:
    """Give the colours of the lines around a box that mean something: thick ones, and all of one that is nothing but a sign."""
    if isinstance(box, (PageBox, ReplacedBox, TableCellBox)):
        return
    thinnest = 0.0 if _is_empty(box) else _THICK
    for side in ("top", "right", "bottom", "left"):
        wide = getattr(box, f"border_{side}_width", 0)
        if isinstance(wide, (int, float)) and wide * _POINTS > thinnest and box.style[f"border_{side}_style"] != "none":
            colour = box.style[f"border_{side}_color"]
            if colour != "currentcolor":
                yield _hex(colour)


def _is_empty(box: Box) -> bool:
    """Whether a box holds nothing, so that it can only be there to be seen, as a box to tick."""
    return not isinstance(box, (PageBox, ReplacedBox, TableCellBox)) and not getattr(box, "children", ())


def _is_aid(box: Box) -> bool:
    """Whether a box only leads the eye, as its class says; so do the aids of drawings."""
    element = getattr(box, "element", None)
    return element is not None and "aid" in (element.get("class") or "").split()


def _called(box: Box) -> str:
    """Name a box as a designer knows it."""
    element = getattr(box, "element", None)
    name = (element.get("class") or "").split() if element is not None else []
    tag, colons, part = str(box.element_tag).partition("::")
    return f"{tag}{''.join(f'.{each}' for each in name)}{colons}{part}"


def _distance(one: str, other: str) -> int:
    """Say how far two colours are apart, to choose the stronger of two lines."""
    return sum(abs(a - b) for a, b in zip(bytes.fromhex(one[1:]), bytes.fromhex(other[1:]), strict=True))


def _ground(box: Box, swatches: Mapping[str, str]) -> str:
    """Give the colour that a box puts below what it holds, or nothing."""
    for kind, value in box.style["background_image"]:
        art = _ART.search(str(value)) if kind == "url" else None
        if art:
            return swatches.get(art[2] if art[1] == "dark" else f"{art[2]}-light", "")
    background = getattr(box, "background", None)
    return _hex(background.color) if background is not None else ""


def _hex(colour: Any) -> str:  # noqa: ANN401 - tinycss2 has no types
    """Write a colour of WeasyPrint as #rrggbb; nothing for one that lets all through."""
    parts = colour.to("srgb").coordinates
    return "#" + "".join(f"{round(255 * part):02x}" for part in parts) if colour.alpha else ""


@dataclass(frozen=True, slots=True)
class _Shape:
    """What is painted in a drawing; without ``fill`` a way that runs somewhere in it, so that nobody knows what lies below."""

    left: float
    top: float
    right: float
    bottom: float
    fill: str = ""


def pairs_in(svg: bytes, name: str) -> Pairs:
    """Give the pairs in a drawing of the press: each text with the last rectangle or circle that was painted below it.

    Nothing is said of words where a path may lie below them: that is seen in the finished file alone.
    """
    found: Pairs = {}
    painted: list[_Shape] = []
    for element, fill, (x, y), size in _walked(ET.fromstring(svg)):  # noqa: S314 - the press has drawn it
        if element.tag == f"{_SVG}text":
            words = " ".join("".join(element.itertext()).split())
            at = x + _number(element, "x"), y + _number(element, "y") - _RISE * size
            ground = next((each.fill for each in reversed(painted) if _within(at, each)), _PAPER)
            if words and ground and fill.startswith("#"):
                found.setdefault(Pair(fill, ground, size), (name, words[:40]))
        elif (shape := _shape(element, x, y, fill)) is not None:
            painted.append(shape)
    return found


_Walk = tuple[ET.Element, str, tuple[float, float], float]


def _walked(element: ET.Element, fill: str = "#000000", at: tuple[float, float] = (0, 0), size: float = 8.4) -> Iterator[_Walk]:
    fill = element.get("fill", fill)
    size = float(element.get("font-size", size))
    moved = _MOVED.search(element.get("transform", ""))
    if moved:
        at = at[0] + float(moved[1]), at[1] + float(moved[2] or 0)
    yield element, fill, at, size
    for child in element:
        yield from _walked(child, fill, at, size)


def _shape(element: ET.Element, x: float, y: float, fill: str) -> _Shape | None:
    if element.tag == f"{_SVG}path":
        return _way(element, x, y)
    if not fill.startswith("#"):
        return None
    if element.tag == f"{_SVG}rect":
        left, top = x + _number(element, "x"), y + _number(element, "y")
        return _Shape(left, top, left + _number(element, "width"), top + _number(element, "height"), fill)
    if element.tag == f"{_SVG}circle":
        left, top, radius = x + _number(element, "cx"), y + _number(element, "cy"), _number(element, "r")
        return _Shape(left - radius, top - radius, left + radius, top + radius, fill)
    return None


def _way(element: ET.Element, x: float, y: float) -> _Shape:
    """Give the room in which a path runs; all there is where it is written in steps from its last point."""
    steps = _STEP.findall(element.get("d", ""))
    if any(letter.islower() and letter != "z" for letter, _ in steps):
        return _Shape(-inf, -inf, inf, inf)
    across: list[float] = []
    down: list[float] = []
    for letter, written in steps:
        numbers = [float(each) for each in _NUMBER.findall(written)]
        if letter == "A":  # two radii, a turn and two flags stand before the point
            numbers = [each for at in range(0, len(numbers), 7) for each in numbers[at + 5 : at + 7]]
        across += numbers if letter == "H" else [] if letter == "V" else numbers[::2]
        down += numbers if letter == "V" else [] if letter == "H" else numbers[1::2]
    wide = _number(element, "stroke-width") if element.get("stroke", "none") != "none" else 0.0
    (left, right), (top, bottom) = ((min(each, default=0.0), max(each, default=0.0)) for each in (across, down))
    return _Shape(x + left - wide, y + top - wide, x + right + wide, y + bottom + wide)


def _number(element: ET.Element, name: str) -> float:
    try:
        return float(element.get(name, "0").partition(" ")[0])
    except ValueError:
        return 0.0


def _within(at: tuple[float, float], shape: _Shape) -> bool:
    return shape.left <= at[0] <= shape.right and shape.top <= at[1] <= shape.bottom


def without_aids(svg: bytes) -> bytes:
    """Take away what only helps the eye along and says nothing, such as the lines of years: the class ``aid`` in a template."""
    root = ET.fromstring(svg)  # noqa: S314 - the press has drawn it
    for parent in list(root.iter()):
        for child in list(parent):
            if "aid" in (child.get("class") or "").split():
                parent.remove(child)
    ET.register_namespace("", _SVG.strip("{}"))
    return ET.tostring(root)
