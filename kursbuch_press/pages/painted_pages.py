"""What painting a page gives, kept: a page that is as it was before is not painted again.

Kept are the operators of a page, the groups, patterns and states that they name, its bitmaps, which glyphs of which faces it
shows, and which boxes it marks. So each page has resources of its own, under names that no other page has a say in; one subset
of each face and the bitmaps are shared as before. A page is always put in from what is kept or would be, whether it was painted
just now or long ago: so both give the same bytes.
"""

from __future__ import annotations

import io
import pickle
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

import pydyf
from weasyprint.pdf import _reference_resources

from kursbuch_press.disk.cache import Cache
from kursbuch_press.pages.kept_pages import UNREADABLE

# WeasyPrint's pages, boxes, streams and fonts, and pydyf's objects carry no types; they stay inside this room.
Page = Any
Box = Any
Stream = Any
Font = Any
Object = Any

Glyphs = dict[int, int]
Letters = dict[int, str]


@dataclass(frozen=True, slots=True)
class PageToPaint:
    """A page to be painted: its name, empty if nothing is to be kept, and the boxes that it may mark; None marks nothing."""

    page: Page
    name: str
    boxes: Sequence[Box] | None = None


@dataclass(slots=True)
class _Painted:
    """One page: ``fonts`` has widths and letters of its glyphs by face, ``boxes`` what is marked, by its place in a list."""

    operators: list[Any]
    resources: Object
    images: dict[str, Object]
    fonts: dict[int, tuple[Glyphs, Letters]]
    boxes: tuple[int, ...] = ()
    whole: bool = True


@dataclass(slots=True)
class Painter:
    """Paints the pages of one document, in their order, or puts in what was kept of them under their names."""

    kind: str
    shelf: Cache | None = None
    _images: dict[str, Any] = field(default_factory=dict)
    _resources: list[Object] = field(default_factory=list)
    _new: dict[str, bytes] = field(default_factory=dict)

    def paint(self, named: PageToPaint, stream: Stream, scale: float) -> list[Box]:
        """Paint a page into its stream, and give the boxes that it marks in their order."""
        key, boxes = self._key(named.name, stream), named.boxes or ()
        painted = self._kept(key)
        if painted is None or not _can_be_put(stream, painted, len(boxes)):
            painted = _paint(named, stream, scale)
            if key and painted.whole:
                self._new[key] = _written(painted)
        if not (painted.whole and _agrees(stream, painted)):
            painted = _paint(named, stream, scale, apart=False)
        self._put(stream, painted)
        return [boxes[at] for at in painted.boxes]

    def finish(self, pdf: Object) -> None:
        """Give each page its resources, once the subsets of the faces are there."""
        for number, resources in enumerate(self._resources):
            page = pdf.objects[pdf.pages["Kids"][3 * number]]
            shared = pdf.objects[int(page["Resources"].split()[0])]
            resources["Font"] = None
            page["Resources"] = _reference_resources(pdf, resources, self._images, shared["Font"], {})

    def keep(self) -> None:
        """Keep what was painted; not before it is known that nothing was wrong with it."""
        for key, content in self._new.items():
            assert self.shelf is not None, "pages have names only where there is a shelf"
            self.shelf.put(key, content)

    def _key(self, name: str, stream: Stream) -> str:
        if self.shelf is None or not name:
            return ""
        space = stream._default_color_space  # noqa: SLF001 - streams have no public door
        said = space if isinstance(space, str) else space.data
        return self.shelf.key("painted", self.kind, name, said, stream._resources["ColorSpace"])  # noqa: SLF001 - as above

    def _kept(self, key: str) -> _Painted | None:
        content = self.shelf.get(key) if self.shelf is not None and key else None
        return None if content is None else _read(content)

    def _put(self, stream: Stream, painted: _Painted) -> None:
        stream.stream.extend(painted.operators)
        for name, drawn in painted.images.items():
            self._images.setdefault(name, {"x_object": None, "image": _Bitmap(drawn), "interpolate": False, "dpi_ratios": {1}})
        for key, (widths, letters) in painted.fonts.items():
            font = stream._fonts[key]  # noqa: SLF001 - streams have no public door
            for glyph, width in widths.items():
                font.widths.setdefault(glyph, width)
            for glyph, said in letters.items():
                font.to_unicode.setdefault(glyph, said)
        self._resources.append(painted.resources)


class Painting:
    """How a tagged document is painted: the names of its pages, if there are any, and its painter."""

    def __init__(self, names: Sequence[str] = (), shelf: Cache | None = None) -> None:
        """Nothing is painted yet."""
        self.names = names
        self.painter = Painter("tagged", shelf)

    def name(self, page: int) -> str:
        """Give the name of a page; empty for one that is not kept."""
        return self.names[page] if self.names else ""


@dataclass(frozen=True, slots=True)
class _Bitmap:
    """A bitmap that is an object of the PDF already."""

    drawn: Object

    def get_x_object(self, interpolate: bool, ratio: float) -> Object:  # noqa: FBT001 - WeasyPrint's own
        """Give it as WeasyPrint asks for bitmaps."""
        del interpolate, ratio
        return self.drawn


def _paint(named: PageToPaint, stream: Stream, scale: float, *, apart: bool = True) -> _Painted:
    """Paint a page with names of its own, and, if ``apart``, as if no glyph had been met before."""
    fonts = stream._fonts  # noqa: SLF001 - streams have no public door
    before = {key: (font.widths, font.to_unicode, font.missing) for key, font in fonts.items()} if apart else {}
    for key in before:
        fonts[key].widths, fonts[key].to_unicode, fonts[key].missing = {}, {}, {}
    marks: dict[Box, object] | None = None if named.boxes is None else {}
    own = stream.clone(resources=_resources(stream), images={}, tags=marks)
    own._ctm_stack = [stream.ctm]  # noqa: SLF001 - as above
    named.page.paint(own, scale)
    met = {key: (font.widths, font.to_unicode) for key, font in fonts.items() if font.widths or font.to_unicode}
    whole = apart and not any(font.missing for font in fonts.values())
    for key, font in fonts.items() if apart else ():
        font.widths, font.to_unicode, font.missing = before.get(key, ({}, {}, {}))
    places = {box: at for at, box in enumerate(named.boxes or ())}
    images = {name: _drawn(each) for name, each in own._images.items()}  # noqa: SLF001 - as above
    painted = tuple(places[box] for box in marks or ())
    return _Painted(own.stream, own._resources, images, met if apart else {}, painted, whole)  # noqa: SLF001 - as above


def _drawn(known: dict[str, Any]) -> Object:
    """Give a bitmap as an object of the PDF, with its pixels instead of what would read them later."""
    drawn = known["image"].get_x_object(known["interpolate"], max(known["dpi_ratios"]))
    for each in (drawn, drawn.extra.get("SMask")):
        if each is not None:
            each.stream = [part if isinstance(part, bytes) else part.data for part in each.stream]
    return drawn


def _resources(stream: Stream) -> Object:
    named = {kind: pydyf.Dictionary() for kind in ("ExtGState", "XObject", "Pattern", "Shading")}
    return pydyf.Dictionary({**named, "ColorSpace": stream._resources["ColorSpace"]})  # noqa: SLF001 - as above


def _can_be_put(stream: Stream, painted: _Painted, boxes: int) -> bool:
    """Whether all faces of a kept page are there already; each comes from a page that is painted."""
    return painted.fonts.keys() <= stream._fonts.keys() and all(0 <= at < boxes for at in painted.boxes)  # noqa: SLF001 - as above


def _agrees(stream: Stream, painted: _Painted) -> bool:
    """Whether all glyphs are as wide as on the pages before: a width is rounded where a glyph is met, and spaces follow it."""
    known = {key: stream._fonts[key].widths for key in painted.fonts}  # noqa: SLF001 - as above
    return all(
        known[key].get(glyph, width) == width for key, (widths, _) in painted.fonts.items() for glyph, width in widths.items()
    )


class _Writer(pickle.Pickler):
    """Writes streams as what they are in a file: operators and a dictionary."""

    def reducer_override(self, thing: Any) -> Any:  # noqa: ANN401 - as the standard library has it
        """Leave out what a stream needs while something is painted into it."""
        if not isinstance(thing, pydyf.Stream):
            return NotImplemented
        state = {"stream": thing.stream, "extra": thing.extra, "compress": thing.compress}
        return pydyf.Stream, (), {**state, "id": getattr(thing, "id", "")}


class _Reader(pickle.Unpickler):
    """Makes nothing but objects of a PDF."""

    def find_class(self, module: str, name: str) -> Any:  # noqa: ANN401 - as the standard library has it
        """Give one of pydyf's four kinds of objects."""
        if module == "pydyf" and name in {"Dictionary", "Array", "Stream", "String"}:
            return getattr(pydyf, name)
        raise pickle.UnpicklingError(f"{module}.{name}")


_KINDS = (list, pydyf.Dictionary, dict, dict, tuple)


def _written(painted: _Painted) -> bytes:
    into = io.BytesIO()
    _Writer(into, protocol=5).dump((painted.operators, painted.resources, painted.images, painted.fonts, painted.boxes))
    return into.getvalue()


def _read(content: bytes) -> _Painted | None:
    """Read what was written; None for anything else."""
    try:
        parts = _Reader(io.BytesIO(content)).load()
        fits = len(parts) == len(_KINDS) and all(isinstance(part, kind) for part, kind in zip(parts, _KINDS, strict=True))
    except UNREADABLE:
        return None
    return _Painted(*parts) if fits else None
