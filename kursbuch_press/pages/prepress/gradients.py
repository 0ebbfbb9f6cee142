"""Shadings: their functions give sRGB, and must give ink."""

from __future__ import annotations

from pikepdf import Array, Dictionary, Name, Object, Pdf, Stream

from kursbuch_press.pages.prepress import wording
from kursbuch_press.pages.prepress.plates import Target, Values
from kursbuch_press.pages.prepress.spaces import Family, family
from kursbuch_press.problems import PressError

_AXIAL, _RADIAL = 2, 3
_STEPS = 64  # over 210 mm of a page each step is 3 mm, and readers interpolate between them


def convert_shading(pdf: Pdf, shading: Object, target: Target) -> Dictionary:
    """Give a copy of a shading that paints in the space of the target, if it is one that WeasyPrint draws."""
    if int(shading.ShadingType) not in {_AXIAL, _RADIAL}:
        raise PressError(wording.NO_GRADIENT)
    kind = family(shading.ColorSpace)
    copied = Dictionary({key: value for key, value in shading.items() if key != "/Background"})
    copied.ColorSpace = Name(target.space)
    copied.Function = _converted(pdf, shading.Function, kind, target)
    return copied


def _converted(pdf: Pdf, function: Object, kind: Family, target: Target) -> Object:
    if isinstance(function, Array) and len(function) == 1:
        return _converted(pdf, function[0], kind, target)
    match int(function.FunctionType) if isinstance(function, Dictionary) else None:
        case 3:
            copied = Dictionary(dict(function.items()))
            copied.Functions = Array([_converted(pdf, each, kind, target) for each in function.Functions])
            return copied
        case 2:
            return _sampled(pdf, function, kind, target)
        case _:
            raise PressError(wording.NO_GRADIENT_COLOURS)


def _sampled(pdf: Pdf, function: Object, kind: Family, target: Target) -> Object:
    """Give a table of inks (ISO 32000-1, 7.10.2): conversion bends the straight line in sRGB."""
    ends = _numbers(function.get("/C0", Array([0]))), _numbers(function.get("/C1", Array([1])))
    low, high = _numbers(function.Domain)
    power = float(function.N)
    if ends[0] == ends[1]:
        ink = _array(target.of(kind, ends[0]))
        return Dictionary(FunctionType=2, Domain=_array((low, high)), C0=ink, C1=ink, N=1)
    inputs = (low + (high - low) * step / _STEPS for step in range(_STEPS + 1))
    inks = target.ramp(kind, ends, [max(0.0, value) ** power for value in inputs])
    table = Stream(pdf, b"".join(round(value * 65535).to_bytes(2, "big") for ink in inks for value in ink))
    table.FunctionType = 0
    table.Domain = _array((low, high))
    table.Range = Array([0, 1] * target.components)
    table.Size = Array([_STEPS + 1])
    table.BitsPerSample = 16
    return pdf.make_indirect(table)


def _numbers(array: Object) -> Values:
    return tuple(float(value) for value in array)


def _array(values: Values) -> Array:
    return Array([round(value, 6) + 0.0 for value in values])
