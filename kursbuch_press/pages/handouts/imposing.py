"""One sheet of four pages: two sides of A4 that are folded once, for the print shop with bleed."""

from __future__ import annotations

from io import BytesIO

import pikepdf
from pikepdf import Array, Dictionary, Object, Page, Pdf, Stream

from kursbuch_press.pages.gradients import mend_gradients

MM = 72 / 25.4
SHEET = (297.0, 210.0)
"""The trimmed sheet in mm, before it is folded."""

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
