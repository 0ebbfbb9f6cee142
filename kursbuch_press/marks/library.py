"""What content streams name: fonts, colour spaces, pictures, forms, patterns; each is read once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, Pdf, Stream

from kursbuch_press.limits import Budget
from kursbuch_press.marks.functions import outputs, turning_values
from kursbuch_press.marks.marks import Picture
from kursbuch_press.marks.spaces import GREY, UNKNOWN, Colour, Space, read_space
from kursbuch_press.marks.streams import filters_of, read_stream
from kursbuch_press.marks.tokens import Operation, operations
from kursbuch_press.marks.typefaces import UNKNOWN_FACE, Face, read_face

_AT_ONCE = 1000


@dataclass(frozen=True, slots=True)
class Gradient:
    """A gradient: its kind (ISO 32000-1, table 78), space and the colours between which it runs."""

    kind: int
    space: Space
    ends: tuple[Colour, ...]
    values: int = 0


@dataclass(slots=True)
class Library:
    """Caches of one file, under the number of each object; and what reading it may still cost.

    ``inline`` are the digests of pictures within contents that were met, and ``shelf`` is the file in which these are kept.
    """

    budget: Budget = field(default_factory=Budget)
    faces: dict[str, Face] = field(default_factory=dict)
    spaces: dict[str, Space] = field(default_factory=dict)
    pictures: dict[str, Picture] = field(default_factory=dict)
    gradients: dict[str, Gradient] = field(default_factory=dict)
    contents: dict[str, tuple[Operation, ...]] = field(default_factory=dict)
    objects: dict[str, Object] = field(default_factory=dict)
    inline: set[bytes] = field(default_factory=set)
    shelf: Pdf = field(default_factory=pikepdf.new)

    def content(self, stream: Object) -> tuple[Operation, ...]:
        """Give the operators of a form, a pattern or a glyph."""
        key = key_of(stream)
        if key not in self.contents:
            self.contents[key] = tuple(counted(operations(read_stream(stream, self.budget)), self.budget))
        return self.contents[key]


def counted(content: Iterable[Operation], budget: Budget) -> Iterator[Operation]:
    """Take operators from the budget while they are read, so that none of them fills the memory first."""
    for count, operation in enumerate(content, start=1):
        if not count % _AT_ONCE:
            budget.spend(_AT_ONCE)
        yield operation


def key_of(written: object) -> str:
    """Give the number of an object, or what is written there where it has none; numbers and truth values have none."""
    if not isinstance(written, Object):
        return repr(written)
    number, generation = written.objgen
    return f"{number}.{generation}" if number else written.unparse().decode("latin-1")


class Resources:
    """The names that one content stream may use."""

    def __init__(self, written: Object | None, library: Library) -> None:
        """Know the dictionary; nothing is read yet."""
        self.written: Object = written if isinstance(written, Dictionary) else Dictionary()
        self.library = library
        self._spaces: dict[str, Space] = {}
        self._faces: dict[str, Face] = {}
        self._found: dict[tuple[str, str], Object | None] = {}

    def find(self, kind: str, name: str) -> Object | None:
        """Give what a name of one kind stands for, such as ``/XObject`` ``/Im1``."""
        if (kind, name) not in self._found:
            entries = self.written.get(kind)
            found = entries.get(name) if isinstance(entries, Dictionary) else None
            self._found[kind, name] = found
        return self._found[kind, name]

    def face(self, name: str) -> Face:
        """Give a font."""
        if name not in self._faces:
            self._faces[name] = self.face_of(self.find("/Font", name))
        return self._faces[name]

    def face_of(self, written: Object | None) -> Face:
        """Give a font that is named directly."""
        if not isinstance(written, Dictionary):
            return UNKNOWN_FACE
        key = key_of(written)
        if key not in self.library.faces:
            self.library.faces[key] = read_face(written, self.library.budget)
        return self.library.faces[key]

    def space(self, name: str) -> Space:
        """Give a colour space by the name that an operator uses."""
        if name not in self._spaces:
            found = self.find("/ColorSpace", name)
            self._spaces[name] = self.space_of(found if found is not None else Name(name))
        return self._spaces[name]

    def space_of(self, written: Object | None) -> Space:
        """Give a colour space that a picture or gradient names."""
        if written is None:
            return UNKNOWN
        if isinstance(written, Name):
            named = self.find("/ColorSpace", str(written))
            return read_space(named if named is not None else written, self.library.budget)
        key = key_of(written)
        if key not in self.library.spaces:
            self.library.spaces[key] = read_space(written, self.library.budget)
        return self.library.spaces[key]

    def picture(self, written: Object) -> Picture:
        """Give a picture."""
        key = key_of(written)
        if key not in self.library.pictures:
            self.library.pictures[key] = self._read_picture(written, key)
            self.library.objects[key] = written
        return self.library.pictures[key]

    def _read_picture(self, written: Object, key: str) -> Picture:
        stencil = bool(written.get("/ImageMask", False))
        filters = tuple(filters_of(written))
        space = GREY if stencil else self.space_of(written.get("/ColorSpace"))
        return Picture(
            key=key,
            width=int(written.get("/Width", 0)),
            height=int(written.get("/Height", 0)),
            bits=1 if stencil else int(written.get("/BitsPerComponent", 8)),
            space=space,
            stencil=stencil,
            interpolate=bool(written.get("/Interpolate", False)),
            mask="/Mask" in written,
            soft_mask="/SMask" in written,
            filters=filters,
        )

    def gradient(self, written: Object) -> Gradient:
        """Give a gradient."""
        key = key_of(written)
        if key not in self.library.gradients:
            space = self.space_of(written.get("/ColorSpace"))
            function = written.get("/Function")
            turns = turning_values(function, self.library.budget)
            ends = tuple(Colour(space, value) for value in turns if len(value) == space.components)
            kind = int(written.get("/ShadingType", 0))
            self.library.gradients[key] = Gradient(kind, space, ends, outputs(function))
        return self.library.gradients[key]


def is_stream(written: Object | None) -> bool:
    """Whether an object has content; what is named but missing has none."""
    return isinstance(written, Stream)


def matrix_entries(written: Object, key: str) -> tuple[float, ...]:
    """Give the numbers of an array such as /Matrix or /BBox; empty where there are none."""
    found = written.get(key)
    if not isinstance(found, Array):
        return ()
    try:
        return tuple(float(value) for value in found)
    except (TypeError, ValueError, pikepdf.PdfError):
        return ()
