"""Functions of PDF, as far as gradients need them: where they start, turn and end (ISO 32000-1, 7.10)."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import pikepdf
from pikepdf import Array, Object, Stream

from kursbuch_press.limits import Budget
from kursbuch_press.marks.streams import read_stream

DEPTH = 4
MOST_SAMPLES = 4096


def turning_values(written: Object | None, budget: Budget, depth: int = 0) -> tuple[tuple[float, ...], ...]:
    """Give the values between which a function of one variable runs; empty for PostScript.

    An exponential function is monotonic in each component and a sampled one is linear between its samples, so
    no value lies outside these.
    """
    budget.spend()
    if written is None or depth > DEPTH:
        return ()
    try:
        if isinstance(written, Array):  # one function for each component
            parts = [turning_values(each, budget, depth + 1) for each in written]
            return _side_by_side(parts)
        kind = int(written.FunctionType)
        if kind == 2:  # noqa: PLR2004 - ISO 32000-1, table 38: exponential
            return _floats(written.get("/C0", [0.0])), _floats(written.get("/C1", [1.0]))
        if kind == 3:  # noqa: PLR2004 - stitched
            inner = [turning_values(each, budget, depth + 1) for each in written.Functions]
            return tuple(value for values in inner for value in values) if all(inner) else ()
        return _samples(written, budget) if kind == 0 else ()
    except (AttributeError, KeyError, TypeError, ValueError, pikepdf.PdfError):
        return ()


def outputs(written: Object | None, depth: int = 0) -> int:
    """Count the values that a function gives; 0 where that cannot be told."""
    if written is None or depth > DEPTH:
        return 0
    try:
        if isinstance(written, Array):
            return len(written)
        if "/Range" in written:
            return len(_floats(written.Range)) // 2
        if "/Functions" in written:
            return outputs(written.Functions[0], depth + 1)
        return len(_floats(written.get("/C0", [0.0])))
    except (AttributeError, IndexError, KeyError, TypeError, ValueError, pikepdf.PdfError):
        return 0


def _side_by_side(parts: list[tuple[tuple[float, ...], ...]]) -> tuple[tuple[float, ...], ...]:
    if not all(parts):
        return ()
    if len({len(part) for part in parts}) == 1:
        return tuple(tuple(value[0] for value in values) for values in zip(*parts, strict=True))
    highest = tuple(max(value[0] for value in part) for part in parts)
    lowest = tuple(min(value[0] for value in part) for part in parts)
    return lowest, highest


def _samples(written: Object, budget: Budget) -> tuple[tuple[float, ...], ...]:
    ranges = _floats(written.Range)
    components = len(ranges) // 2
    if int(written.BitsPerSample) != 8 or not isinstance(written, Stream):  # noqa: PLR2004 - other depths are rare
        return ()
    table = read_stream(written, budget)[: MOST_SAMPLES * components]
    decode = _floats(written.get("/Decode", written.Range))
    lows, highs = decode[::2], decode[1::2]
    return tuple(
        tuple(lows[n] + table[at + n] / 255 * (highs[n] - lows[n]) for n in range(components))
        for at in range(0, len(table) - components + 1, components)
    )


def _floats(written: Iterable[Any] | Object) -> tuple[float, ...]:
    return tuple(float(value) for value in written)
