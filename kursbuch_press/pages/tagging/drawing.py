"""Drawing a laid-out document with its tags."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from kursbuch_press.book.edition import ScreenStandard
from kursbuch_press.pages.painted_pages import Painting
from kursbuch_press.pages.tagging.boxes import Reader
from kursbuch_press.pages.tagging.links import Links
from kursbuch_press.pages.tagging.marking import MarkedPage
from kursbuch_press.pages.tagging.places import find_places
from kursbuch_press.pages.tagging.second_part import SecondPart, suit
from kursbuch_press.pages.tagging.tags import Tag
from kursbuch_press.pages.tagging.writing import Writer

# WeasyPrint's documents carry no types.
Document = Any


def draw_tagged(
    document: Document, labels: Sequence[str], standard: ScreenStandard = ScreenStandard.UA_1, painting: Painting | None = None
) -> bytes:
    """Draw a document with the tags of its HTML; ``labels`` are the printed folios, one for each page.

    Its pages may come from several layouts. WeasyPrint's own tags are not used: it builds them page by page,
    so that everything that runs over a page break falls apart. Here one element of HTML is one tag.
    The drawing is PDF/A-2b without labels and metadata of ours; ``finish_screen`` adds them.
    """
    reader = Reader(document.metadata.lang or "de")
    reader.read(document.pages)
    last = len(document.pages) - 1
    painting = painting or Painting()
    pages = [
        MarkedPage(page, number, reader.pieces[number], number == last, painting) for number, page in enumerate(document.pages)
    ]

    def tag(_: Document, pdf: Any) -> None:  # noqa: ANN401 - pydyf carries no types
        painting.painter.finish(pdf)
        places = find_places(reader.roots, document.pages, lambda element: element in reader.tree.notes)
        Links(reader, document.pages, places, labels).gather(pdf)
        reader.tree.settle()
        if standard is ScreenStandard.UA_2:
            suit(reader.tree.document)
        for page, order in zip(pages, _orders(reader.tree.document, len(pages)), strict=True):
            page.put_in_order(order)
        Writer(pdf, [(page.width, page.height) for page in document.pages]).write(reader.tree.document)
        if standard is ScreenStandard.UA_2:
            SecondPart(pdf, reader).write()

    # Finishing compresses, which need not be done twice.
    drawn: bytes = document.copy(pages).write_pdf(finisher=tag, pdf_variant="pdf/a-2b", uncompressed_pdf=True)
    return drawn


def _orders(document: Tag, pages: int) -> list[list[int]]:
    """Give the MCIDs of each page as they are read."""
    orders: list[list[int]] = [[] for _ in range(pages)]
    for piece in document.pieces():
        orders[piece.page].append(piece.mcid)
    return orders
