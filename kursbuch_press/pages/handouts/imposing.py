"""One sheet of four pages: two sides of A4 that are folded once, for the print shop with bleed."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO

import pikepdf
from pikepdf import Array, Dictionary, Object, Page, Pdf, Stream

from kursbuch_press.compose.laid_out import LaidOut, Rectangle
from kursbuch_press.pages.gradients import mend_gradients

MM = 72 / 25.4
SHEET = (297.0, 210.0)
"""The trimmed sheet in mm, before it is folded."""

_A4_WIDTH = 210.0
"""The width in mm of a page before it is scaled to half of the sheet; both have one shape."""

Box = tuple[float, float, float, float]


def sides(*, to_the_left: bool) -> tuple[tuple[int, int], tuple[int, int]]:
    """Give the pages (from 0) that stand left and right outside and inside; a sheet that is read to the left opens there."""
    outside, inside = (3, 0), (1, 2)
    return (outside[::-1], inside[::-1]) if to_the_left else (outside, inside)


def sheet_for_print(drawn: bytes, bleed: float, *, to_the_left: bool = False) -> bytes:
    """Put four drawn pages on the two sides of a sheet, each scaled to half of it, with ``bleed`` mm around the sheet.

    Nothing runs over the fold from one page onto the other: each page is cut there at its trim.
    """
    with pikepdf.open(BytesIO(drawn)) as source, pikepdf.new() as made:
        mend_gradients(source)
        for left, right in sides(to_the_left=to_the_left):
            _add_side(made, source.pages[left], source.pages[right], bleed)
        made.trailer.Info = made.make_indirect(Dictionary(Title=str(source.docinfo.get("/Title", ""))))
        file = BytesIO()
        made.save(file, static_id=True, compress_streams=False)
        return file.getvalue()


def places_on_sheet(laid_out: LaidOut, *, to_the_left: bool = False) -> LaidOut:
    """Say where on the two sides of a sheet the lines of its four pages stand, in mm from the upper left corner."""
    pages = laid_out.pages
    scale = SHEET[0] / 2 / _A4_WIDTH
    found = []
    for number, halves in enumerate(sides(to_the_left=to_the_left), start=1):
        lines = [
            replace(line, place=_moved(line.place, scale, at * SHEET[0] / 2))
            for at, half in enumerate(halves)
            for line in pages[half].lines
        ]
        found.append(replace(pages[halves[0]], number=number, folio=str(number), lines=tuple(lines)))
    return LaidOut(tuple(found))


def _moved(place: Rectangle, scale: float, right: float) -> Rectangle:
    return Rectangle(place.left * scale + right, place.top * scale, place.width * scale, place.height * scale)


def _add_side(made: Pdf, left: Page, right: Page, bleed: float) -> None:
    width, height, edge = SHEET[0] * MM, SHEET[1] * MM, bleed * MM
    made.add_blank_page(page_size=(round(width + 2 * edge, 4), round(height + 2 * edge, 4)))
    page = made.pages[-1].obj
    page.MediaBox = _array((-edge, -edge, width + edge, height + edge))
    page.TrimBox = _array((0, 0, width, height))
    forms, content = Dictionary(), b""
    for number, (half, is_left) in enumerate(((left, True), (right, False))):
        trim = _box(half.trimbox)
        scale = width / 2 / (trim[2] - trim[0])
        over = edge / scale
        cut = (
            trim[0] - (over if is_left else 0),
            trim[1] - over,
            trim[2] + (0 if is_left else over),
            trim[3] + over,
        )
        forms[f"/Page{number}"] = _form(made, half, cut)
        x = (0 if is_left else width / 2) - trim[0] * scale
        y = (height - (trim[3] - trim[1]) * scale) / 2 - trim[1] * scale
        content += f"q {scale:.6f} 0 0 {scale:.6f} {x:.4f} {y:.4f} cm /Page{number} Do Q\n".encode()
    page.Resources = Dictionary(XObject=forms)
    page.Contents = Stream(made, content)


def _form(made: Pdf, page: Page, cut: Box) -> Object:
    """Give a page as a form that shows what is inside a box of it."""
    form = made.copy_foreign(page.as_form_xobject())
    form.BBox = _array(cut)
    return form


def _box(array: Array) -> Box:
    left, bottom, right, top = (float(value) for value in array.as_list())
    return left, bottom, right, top


def _array(box: Box) -> Array:
    return Array([round(value, 4) for value in box])
