"""Whether the data of a mesh is whole: vertex after vertex, or patch after patch (ISO 32000-1, 8.7.4.5.5 to 8.7.4.5.8)."""

from __future__ import annotations

from pikepdf import Object

from kursbuch_press.marks import objects

_FREE, _LATTICE, _COONS = 4, 5, 6
_CORNERS = 3
_LEFT_OVER = 2  # bytes at the end that may be an end of line
_POINTS = {6: (12, 8), 7: (16, 12)}
_COLOURS = 4, 2


def is_whole_mesh(shading: Object, content: bytes, channels: int) -> bool:
    """Whether the data has at least one triangle, two rows or one patch, and does not end in the middle of one."""
    kind, flag, coordinate, component = (
        objects.whole(shading.get(key)) or 0
        for key in ("/ShadingType", "/BitsPerFlag", "/BitsPerCoordinate", "/BitsPerComponent")
    )
    colour = component * (1 if shading.get("/Function") is not None else channels)
    if not coordinate or not colour:
        return True
    if kind >= _COONS:
        return _patches(content, flag, tuple(points * 2 * coordinate for points in _POINTS[kind]), colour)
    vertex = ((flag if kind == _FREE else 0) + 2 * coordinate + colour + 7) // 8
    least = _CORNERS if kind == _FREE else 2 * (objects.whole(shading.get("/VerticesPerRow")) or 1)
    return len(content) >= least * vertex and len(content) % vertex <= _LEFT_OVER


def _patches(content: bytes, flag: int, points: tuple[int, ...], colour: int) -> bool:
    """A patch that goes on from the edge of the one before has fewer points and colours."""
    first, further = ((flag + points[n] + _COLOURS[n] * colour + 7) // 8 for n in (0, 1))
    at = 0
    while at < len(content) - _LEFT_OVER:
        is_first = not flag or not (content[at] >> (8 - min(flag, 8))) & 3
        at += first if is_first else further
    return bool(content) and at <= len(content)
