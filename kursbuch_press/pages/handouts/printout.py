"""One file for the office duplex printer: all handouts in order, each beginning on a front page, folded ones as a sheet."""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, OutlineItem, Page, Pdf

from kursbuch_press.compose.manuscript import Manuscript
from kursbuch_press.pages.handouts.imposing import sides
from kursbuch_press.pages.handouts.titles import without_book
from kursbuch_press.pages.said_title import said_title

A4 = (595.276, 841.89)
"""A4 in points."""

_FOLDED = 4
"""Pages of a folded sheet."""


@dataclass(frozen=True, slots=True)
class Printed:
    """A finished handout, and how it goes onto paper: as a sheet that is folded, and one that opens to the left."""

    content: bytes
    folded: bool = False
    to_the_left: bool = False


Matrix = tuple[float, float, float, float, float, float]
Placed = tuple[Object, Matrix]


def printout(files: Mapping[str, Printed], manuscript: Manuscript) -> bytes:
    """Join finished PDFs in the order given, with a blank page after an odd number of pages.

    A folded sheet is two sides of A4 with two pages each, turned so that the whole file is printed on both sides over the long
    edge. Other pages that are not A4 are fitted onto it. Links and tags are left out: nobody reads this file on a screen, and
    its title says so.
    """
    edition, words = manuscript.edition, manuscript.words.folder
    with Pdf.new() as joined:
        starts = [_append(joined, each) for each in files.values()]
        title = words.paper_only.format(title=words.printout.format(title=edition.title))
        with joined.open_outline() as outline:
            outline.root.extend(OutlineItem(without_book(name, edition.title), page) for name, page in starts)
        with joined.open_metadata(set_pikepdf_as_editor=False) as metadata:
            metadata["dc:title"] = title
            metadata["dc:language"] = [edition.language]
        joined.docinfo["/Title"] = title
        joined.Root.Lang = edition.language
        joined.Root.ViewerPreferences = Dictionary(DisplayDocTitle=True, Duplex=Name.DuplexFlipLongEdge)
        saved = io.BytesIO()
        joined.save(saved, deterministic_id=True, min_version="1.7")
    return saved.getvalue()


def pages_of(pdf: bytes) -> int:
    """Count the pages of a finished PDF."""
    with Pdf.open(io.BytesIO(pdf)) as opened:
        return len(opened.pages)


def _append(joined: Pdf, printed: Printed) -> tuple[str, int]:
    """Append a file from the next front page on; give its title and the number of its first page, from 0."""
    if len(joined.pages) % 2:
        joined.add_blank_page(page_size=A4)
    first = len(joined.pages)
    with pikepdf.open(io.BytesIO(printed.content)) as pdf:
        title = said_title(pdf)
        forms = [joined.copy_foreign(page.as_form_xobject()) for page in pdf.pages]
        boxes = [_box(page) for page in pdf.pages]
    if printed.folded and len(forms) == _FOLDED:
        for number, (left, right) in enumerate(sides(to_the_left=printed.to_the_left)):
            halves = ((forms[left], boxes[left], True), (forms[right], boxes[right], False))
            _page(joined, [(form, _on_half(box, is_left=is_left, front=number == 0)) for form, box, is_left in halves])
    else:
        for form, box in zip(forms, boxes, strict=True):
            _page(joined, [(form, _fitted(box, A4))])
    return title, first


def _page(joined: Pdf, placed: list[Placed]) -> None:
    page = joined.add_blank_page(page_size=A4)
    page.Resources = Dictionary(XObject=Dictionary({f"/Sheet{at}": form for at, (form, _) in enumerate(placed)}))
    page.Contents = joined.make_stream("".join(_paint(placed)).encode())
    page.mediabox = Array([0, 0, *A4])


def _paint(placed: list[Placed]) -> Iterator[str]:
    for at, (_, matrix) in enumerate(placed):
        yield f"q {' '.join(f'{value:.5f}' for value in matrix)} cm /Sheet{at} Do Q\n"


def _on_half(box: tuple[float, float, float, float], *, is_left: bool, front: bool) -> Matrix:
    """Place a page on half of an A4 that lies across, and turn that: the front to the left, the back to the right."""
    width, height = A4[1], A4[0]
    scale, _, _, _, x, y = _fitted(box, (width / 2, height))
    x += 0 if is_left else width / 2
    if front:
        return 0, scale, -scale, 0, height - y, x
    return 0, -scale, scale, 0, y, width - x


def _fitted(box: tuple[float, float, float, float], room: tuple[float, float]) -> Matrix:
    left, bottom, right, top = box
    scale = min(room[0] / (right - left), room[1] / (top - bottom))
    x = (room[0] - (right - left) * scale) / 2 - left * scale
    y = (room[1] - (top - bottom) * scale) / 2 - bottom * scale
    return scale, 0, 0, scale, x, y


def _box(page: Page) -> tuple[float, float, float, float]:
    left, bottom, right, top = (float(value) for value in page.trimbox.as_list())
    return left, bottom, right, top
