"""Pages named after all that they paint: two pages of one name look alike, in whatever file they stand."""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import sha256

from pikepdf import Array, Dictionary, Object, Page, Pdf, Stream

from kursbuch_press.marks.objects import inherited

_INHERITED = ("/Resources", "/MediaBox", "/CropBox", "/Rotate")
_NO_PAINT = frozenset({"/Parent", "/StructParents", "/StructParent", "/Tabs", "/PieceInfo", "/LastModified", "/Metadata"})
"""Keys of which nothing is painted."""
_NO_PAINT_OF_FILES = frozenset(
    {
        *("/Type", "/Version", "/Pages", "/PageLabels", "/Names", "/Dests", "/ViewerPreferences", "/PageLayout", "/PageMode"),
        *("/Outlines", "/OpenAction", "/StructTreeRoot", "/MarkInfo", "/Lang", "/Metadata"),
    }
)
"""The same for the catalog of a file."""
_DEEPEST = 40


class _UnnamedError(Exception):
    """Things that hold each other, or too deep in each other, have no name of their own."""


def page_names(pdf: Pdf) -> tuple[str, ...]:
    """Name each page of a file; a page whose things hold each other in a ring has no name, and is never taken for another."""
    naming = _Naming()
    try:
        file = b"".join(naming.entries({key: found for key, found in pdf.Root.items() if key not in _NO_PAINT_OF_FILES}))
    except _UnnamedError:
        return ("",) * len(pdf.pages)
    return tuple(naming.name(page, file) for page in pdf.pages)


class _Naming:
    """Names the things of one file, each once."""

    def __init__(self) -> None:
        self._known: dict[tuple[int, int], bytes] = {}
        self._inside: list[tuple[int, int]] = []

    def name(self, page: Page, file: bytes) -> str:
        found = {key: value for key in _INHERITED if (value := inherited(page.obj, key)) is not None}
        try:
            return sha256(file + b"".join(self.entries({**dict(page.obj.items()), **found}))).hexdigest()
        except _UnnamedError:
            self._inside.clear()
            return ""

    def entries(self, entries: dict[str, object]) -> Iterator[bytes]:
        for key in sorted(entries.keys() - _NO_PAINT):
            yield sha256(key.encode()).digest() + self._digest(entries[key])

    def _digest(self, thing: object) -> bytes:
        if not isinstance(thing, Object):
            return sha256(f"{type(thing).__name__} {thing!r}".encode()).digest()
        if not thing.is_indirect:
            return self._of(thing)
        key = thing.objgen
        if key in self._inside or len(self._inside) > _DEEPEST:
            raise _UnnamedError
        if key not in self._known:
            self._inside.append(key)
            self._known[key] = self._of(thing)
            self._inside.pop()
        return self._known[key]

    def _of(self, thing: Object) -> bytes:
        if isinstance(thing, Stream):
            return sha256(b"stream" + thing.read_raw_bytes() + b"".join(self.entries(dict(thing.items())))).digest()
        if isinstance(thing, Dictionary):
            return sha256(b"dictionary" + b"".join(self.entries(dict(thing.items())))).digest()
        if isinstance(thing, Array):
            return sha256(b"array" + b"".join(map(self._digest, thing))).digest()
        return sha256(b"plain" + thing.unparse()).digest()
