"""Reading entries of a PDF that may hold anything: a value of the wrong type is as good as none."""

from __future__ import annotations

from collections.abc import Iterator

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, Stream, String

from kursbuch_press.marks.geometry import Area

_FOUR = 4
_MOST_NODES = 100_000
_ANCESTORS = 50


def entry(of: object, *keys: str) -> Object | None:
    """Follow keys down through dictionaries."""
    for key in keys:
        if not isinstance(of, (Dictionary, Stream)):
            return None
        of = of.get(key)
    return of  # type: ignore[return-value]  # pikepdf gives numbers and truth values as Python's own


def members(of: object) -> list[Object]:
    """Give the members of an array; one thing alone counts as an array of one (ISO 32000-1, 7.3.6)."""
    if of is None:
        return []
    return list(of) if isinstance(of, Array) else [of]  # type: ignore[list-item]  # the types of pikepdf name no elements


def text(of: object) -> str | None:
    """Give a text string, None for anything else."""
    return str(of).replace("\0", "") if isinstance(of, String) else None


def name(of: object) -> str:
    """Give a name without its slash."""
    if not isinstance(of, Name):
        return ""
    try:
        return str(of).removeprefix("/")
    except UnicodeDecodeError:  # names are bytes; older programs did not write them in UTF-8
        return of.unparse().decode("latin-1").removeprefix("/")


def pairs(of: object) -> list[tuple[str, Object]]:
    """Give the entries of a dictionary, without those whose names cannot be read."""
    if not isinstance(of, (Dictionary, Stream)):
        return []
    try:
        return [(key.removeprefix("/"), value) for key, value in of.items()]
    except UnicodeDecodeError:
        return []


def whole(of: object) -> int | None:
    """Give a whole number."""
    return of if isinstance(of, int) and not isinstance(of, bool) else None


def true(of: object) -> bool:
    """Whether an entry is true."""
    return of is True


def area(of: object) -> Area | None:
    """Give a rectangle such as /Rect or /BBox."""
    if not isinstance(of, Array) or len(of) != _FOUR:
        return None
    try:
        x0, y0, x1, y1 = (float(value) for value in of)
    except (TypeError, ValueError, pikepdf.PdfError):
        return None
    return Area(min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1))


def number_tree(root: object) -> dict[int, Object]:
    """Read a number tree (ISO 32000-1, 7.9.7)."""
    numbered = ((whole(key), value) for key, value in _pairs(root, "/Nums"))
    return {key: value for key, value in numbered if key is not None}


def name_tree(root: object) -> dict[str, Object]:
    """Read a name tree (ISO 32000-1, 7.9.6)."""
    return {str(key): value for key, value in _pairs(root, "/Names") if isinstance(key, String)}


def _pairs(root: object, leaves: str) -> Iterator[tuple[Object, Object]]:
    waiting, met = [root], 0
    while waiting and met < _MOST_NODES:
        node = waiting.pop()
        met += 1
        found = members(entry(node, leaves))
        yield from zip(found[::2], found[1::2], strict=False)
        waiting.extend(reversed(members(entry(node, "/Kids"))))


def inherited(page: Object, key: str) -> Object | None:
    """Give an entry of a page, or of the page tree above it (ISO 32000-1, 7.7.3.4)."""
    node: Object | None = page
    for _ in range(_ANCESTORS):
        if not isinstance(node, Dictionary):
            return None
        if key in node:
            return node.get(key)
        node = node.get("/Parent")
    return None


def number_of(written: object, usual: float) -> float:
    """Give a number, or the usual one where there is none."""
    try:
        return float(written)  # type: ignore[arg-type]  # what is no number raises
    except (TypeError, ValueError, pikepdf.PdfError):
        return usual


def string_of(written: Object | None) -> str:
    """Give a name or text of a PDF as text."""
    if written is None:
        return ""
    return str(written).removeprefix("/") if isinstance(written, Name) else str(written)
