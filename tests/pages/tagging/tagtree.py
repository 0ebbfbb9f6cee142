"""The tag tree of a PDF as pypdf sees it: a library that has not written it, and that knows nothing of HTML.

The text of marked content is decoded here from the operators of the pages and the fonts' ToUnicode maps; where a mark
inside says other words in place of its glyphs (ActualText), those are taken.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

from pypdf import PdfReader
from pypdf.generic import ContentStream

# pypdf's objects are dictionaries and lists of one another.
Object = Any

_MAPPED = re.compile(rb"<([0-9a-fA-F]{4})> *<([0-9a-fA-F]*)>")
SOFT_HYPHEN = "\u00ad"


@dataclass
class Mark:
    """One marked-content sequence of a page: its tag, its properties, its text."""

    page: int
    tag: str
    properties: dict[str, Object]
    text: str = ""
    painted: bool = False


@dataclass
class Link:
    """An annotation that belongs to a tag."""

    page: int
    entries: dict[str, Object]

    @property
    def says(self) -> str:
        return str(self.entries["/Contents"])


@dataclass
class Node:
    """A structure element."""

    kind: str
    entries: dict[str, Object]
    kids: list[Node | Mark | Link] = field(default_factory=list)

    def walk(self) -> Iterator[Node]:
        yield self
        for kid in self.kids:
            if isinstance(kid, Node):
                yield from kid.walk()

    def all(self, kind: str) -> list[Node]:
        return [node for node in self.walk() if node.kind == kind]

    def one(self, kind: str) -> Node:
        (node,) = self.all(kind)
        return node

    def marks(self) -> Iterator[Mark]:
        for kid in self.kids:
            if isinstance(kid, Node):
                yield from kid.marks()
            elif isinstance(kid, Mark):
                yield kid

    def links(self) -> list[Link]:
        return [kid for node in self.walk() for kid in node.kids if isinstance(kid, Link)]

    @property
    def pages(self) -> set[int]:
        return {mark.page for mark in self.marks()}

    @property
    def raw(self) -> str:
        """All text below, as the file has it."""
        return "".join(mark.text for mark in self.marks())

    @property
    def text(self) -> str:
        """All text below, without hyphens of line ends and with single spaces."""
        return plain(self.raw)

    @property
    def shape(self) -> object:
        """The kinds of tags below, as nested lists: ["P", "Link"] for a paragraph with a link."""
        inner = [kid.shape for kid in self.kids if isinstance(kid, Node)]
        return [self.kind, *inner] if inner else self.kind

    def attribute(self, name: str) -> Object:
        return self.entries.get("/A", {}).get(name)


def plain(text: str) -> str:
    """Normalise white space and line-end hyphens."""
    return " ".join(text.replace(SOFT_HYPHEN, "").split())


class TaggedPdf:
    """A tagged PDF."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.reader = PdfReader(path)
        self.catalog: Object = self.reader.trailer["/Root"]
        pages: Object = self.reader.pages
        self.pages = {page.indirect_reference.idnum: at for at, page in enumerate(pages)}

    @cached_property
    def marks(self) -> list[list[Mark]]:
        """Every outermost marked-content sequence, page by page, in the order of painting."""
        fonts: dict[int, dict[int, str]] = {}
        return [list(_marks(self.reader, at, fonts)) for at in range(len(self.reader.pages))]

    @cached_property
    def by_number(self) -> list[dict[int, Mark]]:
        return [{mark.properties["/MCID"]: mark for mark in page if "/MCID" in mark.properties} for page in self.marks]

    @cached_property
    def root(self) -> Object:
        return self.catalog["/StructTreeRoot"]

    @cached_property
    def document(self) -> Node:
        """The tree below its one root."""
        top = self.root["/K"]
        return self._node(top[0] if isinstance(top, list) else top)

    def artifacts(self, page: int) -> list[Mark]:
        return [mark for mark in self.marks[page] if mark.tag == "/Artifact"]

    def _node(self, element: Object) -> Node:
        element = element.get_object()
        structure = {"/K", "/P", "/S", "/Pg"}
        entries = {key: _plain(value) for key, value in element.items() if key not in structure}
        node = Node(str(element["/S"])[1:], entries)
        kids = element.get("/K", [])
        page = element.get("/Pg")
        for kid in kids if isinstance(kids, list) else [kids]:
            node.kids.append(self._kid(kid, page))
        return node

    def _kid(self, kid: Object, page: Object) -> Node | Mark | Link:
        kid = kid.get_object()
        if isinstance(kid, int):
            return self.by_number[self._page(page)][kid]
        if kid.get("/Type") == "/MCR":
            return self.by_number[self._page(kid.raw_get("/Pg"))][kid["/MCID"]]
        if kid.get("/Type") == "/OBJR":
            return Link(self._page(kid.raw_get("/Pg")), dict(kid["/Obj"]))
        return self._node(kid)

    def _page(self, page: Object) -> int:
        reference = getattr(page, "indirect_reference", None) or page
        return self.pages[reference.idnum]


def _plain(value: Object) -> Object:
    value = value.get_object()
    return str(value) if isinstance(value, str) else value


def _marks(reader: PdfReader, number: int, fonts: dict[int, dict[int, str]]) -> Iterator[Mark]:
    page = reader.pages[number]
    maps = {name: _letters(font, fonts) for name, font in page["/Resources"]["/Font"].items()}  # type: ignore[index]
    letters: dict[int, str] = {}
    open_marks: list[Mark] = []
    for operands, operator in ContentStream(page.get_contents(), reader).operations:
        match operator:
            case b"BDC" | b"BMC":
                properties = operands[1] if operator == b"BDC" else {}
                open_marks.append(Mark(number, str(operands[0]), dict(properties)))
            case b"EMC":
                mark = open_marks.pop()
                if not open_marks:
                    yield mark
                elif "/ActualText" in mark.properties:
                    open_marks[0].text += str(mark.properties["/ActualText"])
            case b"Tf":
                letters = maps[operands[0]]
            case b"TJ" | b"Tj":
                assert open_marks, f"text without a mark on page {number + 1}"
                parts = operands[0] if operator == b"TJ" else operands
                if not any("/ActualText" in mark.properties for mark in open_marks[1:]):
                    open_marks[0].text += "".join(_decoded(part, letters) for part in parts)
                open_marks[0].painted = True
            case b"Do" | b"f" | b"f*" | b"S" | b"B" | b"sh":
                assert open_marks, f"{operator!r} without a mark on page {number + 1}"
                open_marks[0].painted = True
            case _:
                pass


def _letters(font: Object, known: dict[int, dict[int, str]]) -> dict[int, str]:
    """Read the ToUnicode map of a font."""
    font = font.get_object()
    stream = font["/ToUnicode"]
    key = stream.indirect_reference.idnum
    if key not in known:
        pairs = _MAPPED.findall(stream.get_data().partition(b"endcodespacerange")[2])
        known[key] = {int(code, 16): bytes.fromhex(text.decode()).decode("utf-16-be") for code, text in pairs}
    return known[key]


def _decoded(part: Object, letters: dict[int, str]) -> str:
    if isinstance(part, int | float):
        return ""
    content = part.original_bytes
    return "".join(letters[int.from_bytes(content[at : at + 2], "big")] for at in range(0, len(content), 2))
