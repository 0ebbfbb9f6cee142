"""One file for the office duplex printer: all sheets in order, each beginning on a front page."""

from __future__ import annotations

import io
from collections.abc import Mapping

import pikepdf
from pikepdf import Array, Dictionary, Name, OutlineItem, Page, Pdf, Rectangle

from kursbuch_press.compose.manuscript import Manuscript

A4 = (595.276, 841.89)
"""A4 in points."""

TOLERANCE = 1
"""Points by which a page may differ from A4 and still be printed as it is."""


def printout(files: Mapping[str, bytes], manuscript: Manuscript) -> bytes:
    """Join finished PDFs in the order given, with a blank page after an odd number of pages.

    Pages that are not A4 are fitted onto it. Links and tags are left out: nobody reads this file on a
    screen, and its title says so.
    """
    edition, words = manuscript.edition, manuscript.words.folder
    with Pdf.new() as joined:
        starts = [_append(joined, content) for content in files.values()]
        title = words.paper_only.format(title=words.printout.format(title=edition.title))
        with joined.open_outline() as outline:
            outline.root.extend(OutlineItem(name, page) for name, page in starts)
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


def _append(joined: Pdf, content: bytes) -> tuple[str, int]:
    """Append a file from the next front page on; give its title and the number of its first page, from 0."""
    if len(joined.pages) % 2:
        joined.add_blank_page(page_size=A4)
    first = len(joined.pages)
    with pikepdf.open(io.BytesIO(content)) as pdf:
        title = str(pdf.docinfo.get("/Title", ""))
        for page in pdf.pages:
            _place(joined, page)
    return title, first


def _place(joined: Pdf, page: Page) -> None:
    width, height = (float(page.trimbox[at + 2]) - float(page.trimbox[at]) for at in (0, 1))
    if abs(width - A4[0]) < TOLERANCE and abs(height - A4[1]) < TOLERANCE:
        joined.pages.append(page)
        placed = joined.pages[-1]
    else:
        placed = joined.add_blank_page(page_size=A4)
        # Not add_overlay: it gives the page's form a random name, and so no two files would be the same.
        form = joined.copy_foreign(page.as_form_xobject())
        placed.Resources = Dictionary(XObject=Dictionary(Sheet=form))
        drawing = placed.calc_form_xobject_placement(
            form,
            Name.Sheet,
            Rectangle(0, 0, *A4),
            invert_transformations=True,
            allow_shrink=True,
            allow_expand=True,
        )
        placed.Contents = joined.make_stream(drawing)
    for key in (Name.Annots, Name.StructParents, Name.Tabs):
        if key in placed:
            del placed[key]
    placed.mediabox = Array([0, 0, *A4])
