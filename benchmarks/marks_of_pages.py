"""Reads a tagged PDF as lines and pieces with their tags, by PDFium and pikepdf alone: for benchmarks/spreads.py."""

from __future__ import annotations

import ctypes
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path
from typing import Any

import pikepdf
import pypdfium2
import pypdfium2.raw as pdfium

# PDFium's handles and pikepdf's objects carry no types that help here.
Thing = Any

_GAP = 0.12
"""In ems: a wider gap between two signs is a word space."""


@dataclass(frozen=True, slots=True)
class Tag:
    """A place in the tree of tags: its kind, its number in the order of the document, and what it stands in."""

    kind: str
    number: int
    above: Tag | None = field(repr=False)
    has_head: bool = False

    def within(self, *kinds: str) -> Tag | None:
        """Give the nearest tag of some kinds that holds this one, or itself."""
        at: Tag | None = self
        while at is not None and at.kind not in kinds:
            at = at.above
        return at


@dataclass(slots=True)
class Sign:
    """A sign on a page: its box of advance and height in points, from the upper left corner."""

    text: str
    face: str
    size: float
    left: float
    right: float
    baseline: float
    tag: Tag | None


@dataclass(slots=True)
class Line:
    """Signs on one baseline that belong to one block."""

    page: int
    signs: list[Sign]
    block: Tag

    @property
    def left(self) -> float:
        """Where it begins."""
        return self.signs[0].left

    @property
    def right(self) -> float:
        """Where it ends."""
        return self.signs[-1].right

    @property
    def baseline(self) -> float:
        """Its most common base line: calls of notes stand higher."""
        return Counter(round(sign.baseline, 1) for sign in self.signs).most_common(1)[0][0]

    @property
    def size(self) -> float:
        """The size of most of its signs."""
        return Counter(sign.size for sign in self.signs).most_common(1)[0][0]

    @property
    def face(self) -> str:
        """The face of most of its signs."""
        return Counter(sign.face for sign in self.signs).most_common(1)[0][0]

    @property
    def text(self) -> str:
        """The words."""
        words = self.signs[0].text
        for before, after in pairwise(self.signs):
            words += (" " if after.left - before.right > _GAP * before.size else "") + after.text
        return words

    @property
    def spaces(self) -> list[float]:
        """The widths of its word spaces in points, from word to word."""
        gaps = (after.left - before.right for before, after in pairwise(self.signs))
        return [gap for gap, sign in zip(gaps, self.signs, strict=False) if gap > _GAP * sign.size]


@dataclass(slots=True)
class Page:
    """A page: its lines in order, its pictures as tag, top and bottom, and its size."""

    number: int
    width: float
    height: float
    lines: list[Line] = field(default_factory=list)
    pictures: list[tuple[Tag, float, float]] = field(default_factory=list)


@dataclass(slots=True)
class Read:
    """A whole PDF: pages, the pages on which the entries of its outline begin, and the natural word space by face."""

    pages: list[Page]
    starts: list[int]
    natural: dict[tuple[str, float], float]


_BLOCKS = ("P", "H1", "H2", "H3", "H4", "LBody", "Lbl", "LI", "TD", "TH", "Caption", "TOCI", "Note", "Figure")


def read(path: Path) -> Read:
    """Read a tagged PDF."""
    with pikepdf.open(path) as pdf:
        tags = _tags(pdf)
        starts = sorted(_starts(pdf))
    natural: dict[tuple[str, float], Counter[float]] = defaultdict(Counter)
    with pypdfium2.PdfDocument(path) as document:
        pages = [_page(page, number, tags, natural) for number, page in enumerate(document)]
    return Read(pages, starts, {key: widths.most_common(1)[0][0] for key, widths in natural.items()})


def _tags(pdf: pikepdf.Pdf) -> dict[tuple[int, int], Tag]:
    """Give the tag of each marked content by its page and number."""
    numbers = {page.objgen: number for number, page in enumerate(pdf.pages)}
    found: dict[tuple[int, int], Tag] = {}
    count = 0

    def kids(element: Thing) -> list[Thing]:
        inside = element.get("/K")
        return list(inside) if isinstance(inside, pikepdf.Array) else [] if inside is None else [inside]

    def walk(element: Thing, above: Tag | None, page: int | None) -> None:
        nonlocal count
        count += 1
        page = numbers[element.Pg.objgen] if "/Pg" in element else page
        head = any(isinstance(kid, pikepdf.Dictionary) and str(kid.get("/S", "")) == "/THead" for kid in kids(element))
        own = Tag(str(element.S)[1:], count, above, head)
        for kid in kids(element):
            if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
                walk(kid, own, page)
            elif isinstance(kid, pikepdf.Dictionary) and "/MCID" in kid:
                found[numbers[kid.Pg.objgen] if "/Pg" in kid else page or 0, int(kid.MCID)] = own
            elif not isinstance(kid, pikepdf.Dictionary):
                found[page or 0, int(kid)] = own

    for element in kids(pdf.Root.StructTreeRoot):
        walk(element, None, None)
    return found


def _starts(pdf: pikepdf.Pdf) -> Iterator[int]:
    numbers = {page.objgen: number for number, page in enumerate(pdf.pages)}
    with pdf.open_outline() as outline:
        for item in outline.root:
            place = item.destination if item.destination is not None else item.action.D
            yield numbers[place[0].objgen]


def _page(
    page: pypdfium2.PdfPage, number: int, tags: dict[tuple[int, int], Tag], natural: dict[tuple[str, float], Counter[float]]
) -> Page:
    width, height = page.get_size()
    read_page = Page(number, width, height)
    signs: list[Sign] = []
    for sign in _signs(page, number, height, tags):
        if sign.text == " ":
            natural[sign.face, sign.size][round(sign.right - sign.left, 3)] += 1
        elif sign.text.strip() and sign.tag is not None:
            signs.append(sign)
    read_page.lines = list(_lines(number, signs))
    for shape in page.get_objects([pdfium.FPDF_PAGEOBJ_IMAGE, pdfium.FPDF_PAGEOBJ_FORM], max_depth=1):
        tag = tags.get((number, pdfium.FPDFPageObj_GetMarkedContentID(shape.raw)))
        _, bottom, _, top = shape.get_bounds()
        if tag is not None and tag.within("Figure"):
            read_page.pictures.append((tag, height - top, height - bottom))
    return read_page


def _signs(page: pypdfium2.PdfPage, number: int, height: float, tags: dict[tuple[int, int], Tag]) -> Iterator[Sign]:
    text = page.get_textpage()
    name = ctypes.create_string_buffer(200)
    flags, x, y = ctypes.c_int(), ctypes.c_double(), ctypes.c_double()
    matrix = pdfium.FS_MATRIX()
    for at in range(text.count_chars()):
        sign = text.get_text_range(at, 1)
        made = pdfium.FPDFText_IsGenerated(text, at)
        if made or not sign or sign in "\r\n":
            continue
        box = text.get_charbox(at, loose=True)
        pdfium.FPDFText_GetFontInfo(text, at, name, 200, ctypes.byref(flags))
        pdfium.FPDFText_GetCharOrigin(text, at, ctypes.byref(x), ctypes.byref(y))
        pdfium.FPDFText_GetMatrix(text, at, ctypes.byref(matrix))
        size = round(pdfium.FPDFText_GetFontSize(text, at) * abs(matrix.d or matrix.b), 2)
        marked = pdfium.FPDFPageObj_GetMarkedContentID(pdfium.FPDFText_GetTextObject(text, at))
        face = name.value.decode().split("+")[-1]
        yield Sign(sign, face, size, box[0], box[2], height - y.value, tags.get((number, marked)))


def _lines(number: int, signs: list[Sign]) -> Iterator[Line]:
    """Join the signs of each block to lines, from its top to its foot; calls of notes stand with their line."""
    blocks: dict[int, list[Sign]] = defaultdict(list)
    own: dict[int, Tag] = {}
    for sign in signs:
        block = sign.tag.within(*_BLOCKS) if sign.tag else None
        if block is not None:
            blocks[block.number].append(sign)
            own[block.number] = block
    found: list[Line] = []
    for key, members in blocks.items():
        rows: list[list[Sign]] = []
        for sign in sorted(members, key=lambda each: (-each.size, each.baseline)):
            row = next((row for row in rows if abs(row[0].baseline - sign.baseline) < 0.55 * row[0].size), None)
            if row is None:
                rows.append([sign])
            else:
                row.append(sign)
        found += [Line(number, sorted(row, key=lambda each: each.left), own[key]) for row in rows]
    yield from sorted(found, key=lambda line: (line.baseline, line.left))
