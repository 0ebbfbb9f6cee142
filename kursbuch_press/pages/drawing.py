"""Laid-out pages in, PDF bytes out; one layout may be drawn as often as one likes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO
from typing import Any

import pikepdf

from kursbuch_press.book.edition import ScreenStandard
from kursbuch_press.compose.manuscript import Manuscript
from kursbuch_press.disk.cache import Cache
from kursbuch_press.pages.gradients import mend_gradients
from kursbuch_press.pages.handouts.setting import HandoutDocument
from kursbuch_press.pages.layout import Document, Page, heard
from kursbuch_press.pages.painted_pages import PageToPaint, Painter, Painting
from kursbuch_press.pages.tagging import ScreenFinish, draw_tagged, finish_screen
from kursbuch_press.pages.typesetting import SetBook


def draw_print(book: SetBook, pages: int, shelf: Cache | None = None) -> bytes:
    """Draw the interior plainly: sRGB, no tags, no variant (design rule 4); MediaBox with bleed, TrimBox without.

    ``pages`` is how many the printer wants; what the book lacks is filled with intended blanks at its end. What is on the
    shelf is not painted again.
    """
    own = book.named_pages
    filled = [*own, *((page, "") for page in book.filler.pages[:1] * (pages - len(own)))]
    painter = Painter("print", shelf)
    painted = [_PaintedPage(page, name, painter) for page, name in filled]
    with heard("layouts/page"):
        # Finishing compresses, which need not be done twice.
        content = _joined(book, painted).write_pdf(uncompressed_pdf=True, finisher=lambda _, pdf: painter.finish(pdf))
    painter.keep()
    assert isinstance(content, bytes)
    return content


@dataclass(frozen=True, slots=True)
class _PaintedPage:
    """A page that is painted once; everything else is left to WeasyPrint's page."""

    page: Page
    name: str
    painter: Painter

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 - stands in for an untyped page
        """Give what WeasyPrint asks of a page."""
        return getattr(self.page, name)

    def paint(self, stream: Any, scale: float = 1) -> None:  # noqa: ANN401 - WeasyPrint's streams carry no types
        """Paint the page, or put in what was kept of it."""
        self.painter.paint(PageToPaint(self.page, self.name), stream, scale)


def draw_screen(book: SetBook, cover: tuple[Page, Page], manuscript: Manuscript, shelf: Cache | None = None) -> bytes:
    """Draw and finish the screen edition: from the front of the cover to its back, tagged, cropped to the trim.

    Its page labels are the folios of the book, and a word for the cover. What is on the shelf is not painted again.
    """
    own = book.named_pages
    folios = (str(number) for number in range(1, len(own) + 1))
    edition, name = manuscript.edition, manuscript.words.cover.name
    labels = (name, *folios, name)
    pages, names = [cover[0], *(page for page, _ in own), cover[1]], ["", *(name for _, name in own), ""]
    finish = ScreenFinish(edition.title, edition.language, labels, spreads=True, standard=edition.screen_standard)
    return _read_aloud(_joined(book, pages), finish, Painting(names, shelf))


def draw_plain(document: Document) -> bytes:
    """Draw a document for paper: sRGB, no tags, no variant; MediaBox with bleed, TrimBox without."""
    with heard("layouts"):
        drawn: bytes = document.write_pdf(uncompressed_pdf=True)
    return drawn


def draw_handout(handout: HandoutDocument, standard: ScreenStandard) -> bytes:
    """Draw and finish a handout."""
    labels = tuple(str(number) for number in range(1, len(handout.document.pages) + 1))
    return _read_aloud(handout.document, ScreenFinish(handout.title, handout.language, labels, standard=standard))


def _joined(book: SetBook, pages: Sequence[object]) -> Document:
    """Join pages of all chapters into one document; metadata are those of the first chapter.

    Its colour profiles are its own: WeasyPrint adds that of PDF/A to the document when it draws, and copies share one dict,
    so the drawing that came next had it too.
    """
    joined = book.chapters[0].document.copy(list(pages))
    joined.color_profiles = dict(joined.color_profiles)
    return joined


def _read_aloud(document: Document, finish: ScreenFinish, painting: Painting | None = None) -> bytes:
    painting = painting or Painting()
    with heard("layouts"):
        raw = draw_tagged(document, finish.labels, finish.standard, painting)
    painting.painter.keep()
    return finish_screen(_with_mended_drawings(raw), finish)


# Dictionaries of streams are never packed, so these words stand in the file if any drawing needs it.
_NEEDS_MENDING = (b"/PatternType 1", b"/Interpolate true")


def _with_mended_drawings(raw: bytes) -> bytes:
    """Mend the gradients of drawings, and what PDF/A forbids of bitmaps inside them (ISO 19005-2, 6.2.8)."""
    if not any(words in raw for words in _NEEDS_MENDING):
        return raw
    with pikepdf.open(BytesIO(raw)) as pdf:
        mend_gradients(pdf)
        for thing in pdf.objects:
            if isinstance(thing, pikepdf.Stream) and "/Interpolate" in thing:
                del thing["/Interpolate"]
        mended = BytesIO()
        # The id is made from the content when the file is finished.
        pdf.save(mended, static_id=True)
    return mended.getvalue()
