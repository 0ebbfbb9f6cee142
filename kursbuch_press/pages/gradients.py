"""Gradients of SVG drawings as WeasyPrint writes them, mended so that every reader shows them.

WeasyPrint 70 paints such a gradient as a tiling pattern whose tile is 1 x 1 and holds a group with the
shading. Poppler (Evince, Okular, print servers) draws that tile one pixel wide: the gradient is gone.
And where a tile is drawn at its full size, the next one shows as a hairline at the right edge.
"""

from __future__ import annotations

import re

from pikepdf import Array, Dictionary, Name, Object, Pdf, Stream

_TILE = re.compile(rb"\s*/a1(?:\.0)? gs\s+/(\S+) Do\s*")
_GROUP = re.compile(rb"\s*(?:/(\S+) gs\s+)?/(\S+) sh\s*")
_TILING = 1
_ENLARGED = 1000.0  # what poppler draws a tile of 1 x 1 as
_MARGIN = 2.0  # times the larger side of the tile, or the way of the gradient


def mend_gradients(pdf: Pdf) -> int:
    """Turn the tiles into plain shadings, or where one fades out, into tiles without neighbours; count them.

    Patterns and gradients that are meant to repeat (SVG ``pattern``, CSS ``background-size``) are written in
    another way and left alone.
    """
    mended = 0
    for resources in pdf.objects:
        patterns = resources.get("/Pattern") if isinstance(resources, Dictionary) else None
        if not isinstance(patterns, Dictionary):
            continue
        for name, pattern in patterns.items():
            made = _mended(pdf, pattern)
            if made is not None:
                patterns[name] = made
                mended += 1
    return mended


def _mended(pdf: Pdf, pattern: Object) -> Object | None:
    if not isinstance(pattern, Stream) or int(pattern.PatternType) != _TILING:
        return None
    tile = _TILE.fullmatch(pattern.read_bytes())
    group = _named(pattern, "/XObject", tile[1]) if tile else None
    inside = _GROUP.fullmatch(group.read_bytes()) if group is not None else None
    if group is None or inside is None:
        return None
    if inside[1] is not None:
        return _alone(pattern, group, inside)
    shading = _named(group, "/Shading", inside[2])
    return pdf.make_indirect(
        Dictionary(Type=Name.Pattern, PatternType=2, Matrix=pattern.Matrix, Shading=shading),
    )


def _named(stream: Object, kind: str, name: bytes) -> Object:
    return stream.Resources[kind][f"/{name.decode()}"]


def _alone(pattern: Stream, group: Object, inside: re.Match[bytes]) -> Stream:
    """Enlarge a tile and what it holds beyond its edges, so that none of its neighbours comes into sight.

    WeasyPrint turns only two corners of the tile when a gradient is turned, so the tile may even be a line.
    """
    state, shading = _named(group, "/ExtGState", inside[1]), _named(group, "/Shading", inside[2])
    box = _wider(group.BBox, shading.Coords)
    group.BBox = box
    if "/SMask" in state:
        state.SMask.G.BBox = box
    pattern.BBox = _scaled(box, _ENLARGED)
    pattern.XStep = (float(box[2]) - float(box[0])) * _ENLARGED
    pattern.YStep = (float(box[3]) - float(box[1])) * _ENLARGED
    a, b, c, d, e, f = (float(value) for value in pattern.Matrix)
    pattern.Matrix = Array(
        [a / _ENLARGED, b / _ENLARGED, c / _ENLARGED, d / _ENLARGED, e, f],
    )
    pattern.write(b"%g 0 0 %g 0 0 cm\n" % (_ENLARGED, _ENLARGED) + pattern.read_bytes())
    return pattern


def _wider(box: Object, coords: Object) -> Array:
    left, bottom, right, top = (float(value) for value in box)
    way = [float(value) for value in coords]
    margin = _MARGIN * max(right - left, top - bottom, max(way) - min(way))
    return Array([left - margin, bottom - margin, right + margin, top + margin])


def _scaled(box: Object, factor: float) -> Array:
    return Array([float(value) * factor for value in box])
