"""Painting with a pattern: a tile is read once for each page, a gradient is a mark of its own."""

from __future__ import annotations

from dataclasses import replace

from kursbuch_press.marks.geometry import IDENTITY, Area, Matrix
from kursbuch_press.marks.graphics import Graphics
from kursbuch_press.marks.library import Resources, is_stream, matrix_entries
from kursbuch_press.marks.marks import Paint, ShadingMark, Where
from kursbuch_press.marks.run import Run, Scope
from kursbuch_press.marks.spaces import Colour

_SIX = 6


def matrix_of(run_object: object) -> Matrix:
    """Give the /Matrix of a form or pattern, the identity where there is none."""
    entries = matrix_entries(run_object, "/Matrix")  # type: ignore[arg-type]  # the caller has asked for its kind
    return Matrix(*entries) if len(entries) == _SIX else IDENTITY


def paint_with_patterns(run: Run, area: Area, paint: Paint) -> None:
    """Add what the patterns among the colours of a mark paint inside its area."""
    for colour in paint.colours:
        if not colour.pattern:
            continue
        written = run.library.objects[colour.pattern]
        if int(written.get("/PatternType", 1)) == 2:  # noqa: PLR2004 - a shading pattern
            shading = written.get("/Shading")
            if shading is not None:
                add_gradient(run, area, paint, shading)
        elif is_stream(written):
            _paint_tile(run, area, colour)


def add_gradient(run: Run, area: Area, paint: Paint, shading: object) -> None:
    """Add a gradient that fills an area."""
    gradient = run.resources.gradient(shading)  # type: ignore[arg-type]  # the caller has asked for its kind
    run.marks.append(ShadingMark(area, paint, gradient.space, gradient.kind, gradient.ends, gradient.values))


def _paint_tile(run: Run, area: Area, colour: Colour) -> None:
    written = run.library.objects[colour.pattern]
    own_colours = int(written.get("/PaintType", 1)) == 1
    key = f"tile {colour.pattern} {colour.values}"
    if key in run.seen:
        return
    run.seen.add(key)
    state = Graphics(ctm=run.base.after(matrix_of(written)))
    if not own_colours and colour.space.below is not None:
        state.fill = state.stroke = Colour(colour.space.below, colour.values)
    marks, run.marks = run.marks, []
    kept, run.colourless = run.colourless, not own_colours
    scope = Scope(key, state, Where.PATTERN, Resources(written.get("/Resources"), run.library))
    run.nested(run.library.content(written), scope)
    run.colourless = kept
    # A tile is repeated all over what it fills; that is its place.
    marks.extend(replace(mark, area=area) for mark in run.marks)
    run.marks = marks
