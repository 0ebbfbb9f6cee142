"""Imposition: two pages on a sheet, in the order in which an office printer makes a booklet of them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, Page, Pdf, Stream

from kursbuch_press.pages.gradients import mend_gradients
from kursbuch_press.pages.said_title import said_title

MM = 72 / 25.4
TITLE_NOTE = "Nur zum Ausdrucken"
_LEAF = 4  # pages on a folded sheet


@dataclass(frozen=True, slots=True)
class Paper:
    """A sheet in landscape, in mm."""

    width: float
    height: float


A4 = Paper(297, 210)


def order(pages: int, signature: int) -> list[tuple[int | None, int | None]]:
    """Give the pages (from 0, None for an empty one) that stand left and right on each side of each sheet.

    Sheets are printed on both sides, turned over the short edge, and folded. ``signature`` is the number of
    pages that are folded into each other, a multiple of four; 0 folds the whole book at once. The last
    signature takes what is left, and no more empty pages than its last sheet needs.
    """
    if signature < 0 or signature % _LEAF:
        raise ValueError(f"a signature of {signature} pages cannot be folded")
    sides: list[tuple[int | None, int | None]] = []
    for start in range(0, pages, signature or max(pages, 1)):
        count = min(signature or pages, pages - start)
        sides.extend(_folded(start, count, pages))
    return sides


def _folded(start: int, count: int, pages: int) -> Iterator[tuple[int | None, int | None]]:
    full = count + -count % _LEAF

    def page(number: int) -> int | None:
        return start + number if start + number < pages else None

    for outer in range(0, full // 2, 2):
        yield page(full - 1 - outer), page(outer)
        yield page(outer + 1), page(full - 2 - outer)


def in_cover(pages: int) -> tuple[int | None, ...]:
    """Give the pages of a booklet whose first and last page are front and back of its cover (from 0, None for an empty one).

    The cover has insides, or the first page of the book would stand on a left-hand page and all thumb tabs at the fold. What
    fills the last sheet stands before the back, which stays outside.
    """
    inside = range(1, pages - 1)
    filled = -len(inside) % _LEAF
    return (0, None, *inside, *[None] * filled, None, pages - 1)


def impose(drawn: bytes, sheet: Paper, signature: int, *, covered: bool = False) -> bytes:
    """Give the booklet: each page is cut to its trim and placed as it was drawn, fonts and vectors included.

    ``covered`` says that the first and the last page are a cover (``in_cover``).

    Two A5 pages are 1 mm narrower than A4, so they stay at full size, with the fold in the middle of the
    sheet; larger pages are made smaller. Links, outline and tags are left out: they belong to a file that is
    read, not to one that is folded, and the title says so.
    """
    with pikepdf.open(BytesIO(drawn)) as source, pikepdf.new() as made:
        mend_gradients(source)
        forms = [made.copy_foreign(_form(page)) for page in source.pages]
        sizes = [_trim(page) for page in source.pages]
        leaves = in_cover(len(forms)) if covered else range(len(forms))
        for sides in order(len(leaves), signature):
            shown = [leaves[place] if place is not None else None for place in sides]
            _add_side(made, sheet, [(forms[n], sizes[n]) if n is not None else None for n in shown])
        _name(made, source)
        file = BytesIO()
        made.save(file, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.generate)
        return file.getvalue()


def _form(page: Page) -> Object:
    """Give what the trim shows of a page as a form; links and other annotations stay behind."""
    page.obj.MediaBox = Array([round(float(value), 6) for value in page.trimbox.as_list()])
    for key in ("/TrimBox", "/BleedBox", "/CropBox", "/ArtBox"):
        if key in page.obj:
            del page.obj[key]
    return page.as_form_xobject()


def _trim(page: Page) -> tuple[float, float, float, float]:
    left, bottom, right, top = (float(value) for value in page.trimbox.as_list())
    return left, bottom, right, top


def _add_side(
    made: Pdf,
    sheet: Paper,
    sides: list[tuple[Object, tuple[float, float, float, float]] | None],
) -> None:
    width, height = sheet.width * MM, sheet.height * MM
    resources = Dictionary()
    content = b""
    for number, side in enumerate(sides):
        if side is None:
            continue
        form, (left, bottom, right, top) = side
        scale = min(1.0, width / 2 / (right - left), height / (top - bottom))
        # Towards the fold, which is in the middle of the sheet.
        x = width / 2 - ((right - left) * scale if number == 0 else 0)
        y = (height - (top - bottom) * scale) / 2
        resources[f"/Page{number}"] = form
        move = x - left * scale, y - bottom * scale
        content += f"q {scale:.6g} 0 0 {scale:.6g} {move[0]:.4f} {move[1]:.4f} cm /Page{number} Do Q\n".encode()
    made.add_blank_page(page_size=(round(width, 3), round(height, 3)))
    page = made.pages[-1].obj
    page.Contents = Stream(made, content)
    page.Resources = Dictionary(XObject=resources)


def _name(made: Pdf, source: Pdf) -> None:
    title = said_title(source)
    info = {key: str(source.docinfo[key]) for key in ("/Author", "/CreationDate", "/ModDate") if key in source.docinfo}
    info["/Title"] = f"{title} – {TITLE_NOTE}" if title else TITLE_NOTE
    info["/Producer"] = "kursbuch-press"
    made.trailer.Info = made.make_indirect(Dictionary(info))
    made.Root.Lang = source.Root.get("/Lang", "de")
    made.Root.PageLayout = Name.SinglePage
    # What the dialogue of a printer is set to: over the short edge, not scaled (ISO 32000-1, table 150).
    made.Root.ViewerPreferences = Dictionary(
        DisplayDocTitle=True,
        PrintScaling=Name("/None"),
        Duplex=Name.DuplexFlipShortEdge,
    )
