"""The operators of paths, lines and colours (ISO 32000-1, 8.4 to 8.6)."""

from __future__ import annotations

from collections.abc import Callable

from kursbuch_press.marks.geometry import Area, Matrix
from kursbuch_press.marks.library import key_of
from kursbuch_press.marks.marks import PathMark
from kursbuch_press.marks.operators.patterns import paint_with_patterns
from kursbuch_press.marks.run import LackingError, Path, Run, space_colour
from kursbuch_press.marks.spaces import CMYK, DEVICE, GREY, PATTERN, RGB, Colour, Family, Space
from kursbuch_press.marks.tokens import Operand

Operands = list[Operand]
Operator = Callable[[Run, Operands], None]

_LINE_SHAPE = 3
"""A filled part is a rule when it is so many times longer than thick."""
_ROUNDED = 0.001
"""Points: numbers in a file are rounded, so an edge that lies on that of a clip may stand out by less."""


def floats(operands: Operands, count: int) -> list[float]:
    """Give the last numbers before an operator; fewer, or something else, is an error of the file."""
    found = operands[-count:]
    if len(found) < count or not all(isinstance(value, float) for value in found):
        raise LackingError(count)
    return [value for value in found if isinstance(value, float)]


def _transform(run: Run, operands: Operands) -> None:
    run.state.ctm = run.state.ctm.after(Matrix(*floats(operands, 6)))


def _line_width(run: Run, operands: Operands) -> None:
    run.state.line_width = abs(floats(operands, 1)[0])


def _move(run: Run, operands: Operands) -> None:
    x, y = floats(operands, 2)
    run.path.start = (x, y)  # a point from which nothing is drawn is no part of the path (8.5.2.1)


def _extender(count: int) -> Operator:
    def extend(run: Run, operands: Operands) -> None:
        """Take the points of a line or curve into the last part; a curve lies inside the hull of its points."""
        points = floats(operands, count)
        if run.path.start is not None or not run.path.parts:
            x, y = run.path.start or (points[0], points[1])
            run.path.parts.append([x, y, x, y])
            run.path.start = None
        part = run.path.parts[-1]
        for x, y in zip(points[::2], points[1::2], strict=True):
            part[0], part[1] = min(part[0], x), min(part[1], y)
            part[2], part[3] = max(part[2], x), max(part[3], y)

    return extend


def _rectangle(run: Run, operands: Operands) -> None:
    x, y, width, height = floats(operands, 4)
    run.path.parts.append([min(x, x + width), min(y, y + height), max(x, x + width), max(y, y + height)])


def _clip(run: Run, operands: Operands) -> None:
    del operands
    run.path.clips = True


def _painter(*, fill: bool, stroke: bool) -> Operator:
    def paint(run: Run, operands: Operands) -> None:
        del operands
        path, run.path = run.path, Path()
        if not path.parts:
            return
        parts = [run.state.ctm.area(Area(*part)) for part in path.parts]
        whole = parts[0]
        for part in parts[1:]:
            whole = whole.join(part)
        if fill or stroke:
            _mark(run, whole, parts, (fill, stroke))
        if path.clips:
            run.state.clip = whole.cut(run.state.clip)

    return paint


def _mark(run: Run, whole: Area, parts: list[Area], how: tuple[bool, bool]) -> None:
    fill, stroke = how
    line = run.state.line_width * run.state.ctm.thinnest if stroke else None
    area = run.seen_part(whole.grow(line / 2) if line else whole)
    if area is None:
        return
    paint = run.paint(fill=fill, stroke=stroke)
    thinnest = _thinnest(run, parts) if fill and not stroke else None
    run.marks.append(PathMark(area, paint, line, thinnest))
    paint_with_patterns(run, area, paint)


def _thinnest(run: Run, parts: list[Area]) -> float | None:
    """Give the thickness of the thinnest filled part in the shape of a rule; dots and areas have none."""
    found: float | None = None
    for part in parts:
        seen = run.seen_part(part)
        if seen is None:
            continue
        thin, long = sorted((seen.width, seen.height))
        if (thin < _ROUNDED < min(part.width, part.height)) or (not thin and len(parts) > 1):
            continue  # only its edge is left by clipping, or it is the empty inside of a frame
        if long > _LINE_SHAPE * thin and (found is None or thin < found):
            found = thin
    return found


def _device(space: Space, *, stroke: bool) -> Operator:
    def choose(run: Run, operands: Operands) -> None:
        run.set_colour(stroke=stroke, colour=Colour(space, tuple(floats(operands, space.components))))

    return choose


def _choose_space(*, stroke: bool) -> Operator:
    def choose(run: Run, operands: Operands) -> None:
        name = name_of(operands[-1])
        space = run.resources.space(name)
        if name not in DEVICE and run.resources.find("/ColorSpace", name) is None:
            run.missing.append(name)
        run.set_colour(stroke=stroke, colour=Colour(space, space.start()))

    return choose


def _choose_colour(*, stroke: bool) -> Operator:
    def choose(run: Run, operands: Operands) -> None:
        space = (run.state.stroke if stroke else run.state.fill).space
        if operands and isinstance(operands[-1], bytes) and operands[-1].startswith(b"/"):
            colour = _pattern(run, space, operands)
        else:
            colour = space_colour(space, operands)
        run.set_colour(stroke=stroke, colour=colour)

    return choose


def _pattern(run: Run, space: Space, operands: Operands) -> Colour:
    found = run.resources.find("/Pattern", name_of(operands[-1]))
    if found is None:
        run.missing.append(name_of(operands[-1]))
        return Colour(PATTERN, ())
    key = key_of(found)
    run.library.objects[key] = found
    space = space if space.family is Family.PATTERN else PATTERN
    return Colour(space, tuple(value for value in operands if isinstance(value, float)), key)


def name_of(operand: Operand) -> str:
    """Give a name as pikepdf writes it."""
    if not isinstance(operand, bytes) or not operand.startswith(b"/"):
        raise LackingError(operand)
    return operand.decode("utf-8", "surrogateescape")


def _end(run: Run, operands: Operands) -> None:
    _painter(fill=False, stroke=False)(run, operands)


OPERATORS: dict[bytes, Operator] = {
    b"cm": _transform,
    b"w": _line_width,
    b"m": _move,
    b"l": _extender(2),
    b"c": _extender(6),
    b"v": _extender(4),
    b"y": _extender(4),
    b"re": _rectangle,
    b"W": _clip,
    b"W*": _clip,
    b"n": _end,
    b"f": _painter(fill=True, stroke=False),
    b"F": _painter(fill=True, stroke=False),
    b"f*": _painter(fill=True, stroke=False),
    b"S": _painter(fill=False, stroke=True),
    b"s": _painter(fill=False, stroke=True),
    b"B": _painter(fill=True, stroke=True),
    b"B*": _painter(fill=True, stroke=True),
    b"b": _painter(fill=True, stroke=True),
    b"b*": _painter(fill=True, stroke=True),
    b"g": _device(GREY, stroke=False),
    b"G": _device(GREY, stroke=True),
    b"rg": _device(RGB, stroke=False),
    b"RG": _device(RGB, stroke=True),
    b"k": _device(CMYK, stroke=False),
    b"K": _device(CMYK, stroke=True),
    b"cs": _choose_space(stroke=False),
    b"CS": _choose_space(stroke=True),
    b"sc": _choose_colour(stroke=False),
    b"scn": _choose_colour(stroke=False),
    b"SC": _choose_colour(stroke=True),
    b"SCN": _choose_colour(stroke=True),
}
