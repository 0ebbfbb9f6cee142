"""Laid-out pages as bytes, and bytes as pages again that draw exactly as before: so a chapter is laid out once.

What a page needs beyond itself (fonts, pictures) is not kept but put in again. The bytes may lie where others can write:
reading them makes nothing but boxes, styles and values, and calls nothing of anybody else's choice.
"""

from __future__ import annotations

import io
import pickle
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any
from xml.etree import ElementTree as ET

from weasyprint import DEFAULT_OPTIONS
from weasyprint.css.counters import CounterStyle
from weasyprint.css.validation import expanders
from weasyprint.document import Document as WeasyDocument
from weasyprint.document import DocumentMetadata
from weasyprint.formatting_structure.boxes import Box
from weasyprint.images import LazyImage, LazyLocalImage, RasterImage, SVGImage, get_image_from_uri
from weasyprint.layout import LayoutContext
from weasyprint.layout.absolute import AbsolutePlaceholder
from weasyprint.text.fonts import FontConfiguration
from weasyprint.text.line_break import Layout
from weasyprint.urls import FatalURLFetchingError, URLFetcher

# WeasyPrint's documents, images and layouts carry no types; they stay inside this file.
Document = Any

_FONTS, _PICTURES, _DRAWING = "fonts", "pictures", "drawing"

_MODULES = frozenset(
    {
        "tinycss2.ast",
        "tinycss2.color4",
        "tinycss2.color5",
        "weasyprint.css",
        "weasyprint.css.functions",
        "weasyprint.css.properties",
        "weasyprint.css.tokens",
        "weasyprint.css.validation",
        "weasyprint.css.validation.expanders",
        "weasyprint.css.validation.properties",
        "weasyprint.document",
        "weasyprint.formatting_structure.boxes",
        "weasyprint.images",
        "weasyprint.layout.absolute",
        "weasyprint.layout.background",
        "weasyprint.layout.page",
        "weasyprint.matrix",
        "weasyprint.text.line_break",
    }
)
"""Modules of which classes may be made: boxes, styles, values. None of them reads, writes or runs anything when it is made."""

_OTHERS = frozenset(
    {("xml.etree.ElementTree", "Element"), ("collections", "deque"), ("collections", "defaultdict")}
    | {("builtins", name) for name in ("set", "frozenset", "list", "dict", "slice")}
)
_NEVER = frozenset({LazyLocalImage})


class UnreadableError(ValueError):
    """The bytes are not pages that this press has written."""


@dataclass(frozen=True, slots=True)
class Outside:
    """What pages are drawn with and do not hold themselves: the fonts of their design, and the pictures it knows."""

    fonts: FontConfiguration
    pictures: URLFetcher


UNREADABLE = (
    pickle.UnpicklingError,
    ValueError,
    TypeError,
    LookupError,
    AttributeError,
    EOFError,
    ImportError,
    OverflowError,
    RecursionError,
    MemoryError,
    AssertionError,
    FatalURLFetchingError,
    ET.ParseError,
)
"""What the standard library's reader raises for bytes that nobody has written (its documentation: „many other exceptions“)."""


def write_pages(document: Document) -> bytes:
    """Give the pages of a document, and its metadata, as bytes."""
    into = io.BytesIO()
    _Writer(into, protocol=5).dump((document.pages, vars(document.metadata)))
    return into.getvalue()


def read_pages(content: bytes, outside: Outside) -> Document:
    """Give the document again; raises UnreadableError for bytes that are something else."""
    try:
        pages, metadata = _Reader(content, outside).load()
        return WeasyDocument(pages, DocumentMetadata(**metadata), outside.pictures, outside.fonts, {}, None)
    except UNREADABLE as error:
        raise UnreadableError(str(error)) from error


_OF_THE_LAYOUT = ("get_cells", "is_floated", "plan", "prices", "rungs")
"""What boxes carry for the layout alone."""


class _Writer(pickle.Pickler):
    """Leaves out what is put in again, and what nobody needs once a page is laid out."""

    def reducer_override(self, thing: Any) -> Any:  # noqa: ANN401 - as the standard library has it
        """Name what pages share with others: their fonts, and pictures that are drawn anew from their source.

        A library's own memory is left out, and functions that were of use to the layout alone. ``persistent_id`` would be
        asked about every single thing, which took half of the time.
        """
        for kind, reduce in _REDUCED.items():
            if isinstance(thing, kind):
                return reduce(thing)
        return NotImplemented


def _plain(thing: Any, *, without: tuple[str, ...] = (), **changed: object) -> tuple[Any, ...]:  # noqa: ANN401 - any of WeasyPrint's
    state = {name: value for name, value in vars(thing).items() if name not in without}
    return thing.__reduce_ex__(2)[0], (type(thing),), {**state, **changed}


def _placeholder(box: Box, laid_out: bool) -> AbsolutePlaceholder:  # noqa: FBT001 - called by the reader
    """Make what stands where a box was taken out of the flow; what it is given afterwards it would hand on to its box."""
    made = AbsolutePlaceholder(box)
    if laid_out:
        made.set_laid_out_box(box)
    return made


def _outside(kind: str, address: str = "") -> None:
    """Stand for what is put in again by the reader, which has a function of its own for this name."""
    raise UnreadableError(kind + address)


def _expander(function: Any, given: tuple[object, ...], named: dict[str, object]) -> partial[object]:  # noqa: ANN401 - a function
    """Make what WeasyPrint keeps of a shorthand such as ``border`` whose value is not known before the box is."""
    if getattr(function, "__module__", "") != expanders.__name__:
        raise UnreadableError(repr(function))
    return partial(function, *given, **named)


_REDUCED: Mapping[Any, Callable[[Any], tuple[Any, ...]]] = {
    Box: lambda box: _plain(box, without=_OF_THE_LAYOUT),
    Layout: lambda layout: _plain(layout, without=("layout", "language", "style")),
    AbsolutePlaceholder: lambda place: (_placeholder, (place._box, place._layout_done)),  # noqa: SLF001 - for all else it is its box
    SVGImage: lambda image: (_outside, (_DRAWING, image._base_url)),  # noqa: SLF001 - its address is kept nowhere else
    FontConfiguration: lambda _: (_outside, (_FONTS,)),
    URLFetcher: lambda _: (_outside, (_PICTURES,)),
    partial: lambda made: (_expander, (made.func, made.args, made.keywords)),
    RasterImage: lambda image: _plain(image, _cache={}),
    LazyImage: lambda image: _plain(image, _cache={image._key: image.data}),  # noqa: SLF001 - the only door to its content
}
_OUTSIDE = "_outside"
_OURS = {each.__name__: each for each in (_placeholder, _expander)}


class _Reader(pickle.Unpickler):
    """Makes nothing but what pages consist of."""

    def __init__(self, content: bytes, outside: Outside) -> None:
        super().__init__(io.BytesIO(content))
        self._outside = outside
        self._drawings: dict[str, SVGImage] = {}
        fetch = partial(get_image_from_uri, {}, outside.pictures, DEFAULT_OPTIONS)
        self._context = LayoutContext(None, fetch, outside.fonts, CounterStyle(), None)

    def _put_in(self, kind: object, address: object = "") -> Any:  # noqa: ANN401 - any of WeasyPrint's
        """Put in fonts and pictures."""
        match kind:
            case "fonts":
                return self._outside.fonts
            case "pictures":
                return self._outside.pictures
            case "drawing" if isinstance(address, str):
                return self._drawing(address)
        raise UnreadableError(kind)

    def _drawing(self, address: str) -> SVGImage:
        if address not in self._drawings:
            source = ET.fromstring(self._outside.pictures.fetch(address).read())  # noqa: S314 - the press has read and checked it
            self._drawings[address] = SVGImage(source, address, self._outside.pictures, self._context)
        return self._drawings[address]

    def find_class(self, module: str, name: str) -> Any:  # noqa: ANN401 - as the standard library has it
        """Give a class of the few modules whose classes are boxes, styles and values; nothing else can be called."""
        if module == __name__ and name == _OUTSIDE:
            return self._put_in
        if module == __name__ and name in _OURS:
            return _OURS[name]
        if (module, name) in _OTHERS or (module in _MODULES and "." not in name):
            found = super().find_class(module, name)
            wanted = isinstance(found, type) or module == expanders.__name__
            if wanted and found.__module__ == module and found not in _NEVER:
                return found
        raise UnreadableError(f"{module}.{name}")
