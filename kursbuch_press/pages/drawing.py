"""Laid-out pages in, PDF bytes out. Draw in a forked process: drawing one layout twice changes the second file's bytes."""

from __future__ import annotations

from kursbuch_press.pages.layout import heard
from kursbuch_press.pages.typesetting import SetBook

# Only what WeasyPrint must know while it draws; the rest of each standard is written by finishing.
TAGGED = {"pdf_variant": "pdf/a-2a", "pdf_tags": True}


def draw_print(book: SetBook) -> bytes:
    """Draw the pages plainly: sRGB, no tags, no variant (design rule 4); MediaBox with bleed, TrimBox without."""
    return _drawn(book)


def draw_screen(book: SetBook) -> bytes:
    """Draw the pages with tags, links, bookmarks and metadata."""
    return _drawn(book, **TAGGED)


def _drawn(book: SetBook, **options: object) -> bytes:
    with heard("layouts"):
        content = book.chapters[0].document.copy(book.pages).write_pdf(**options)
    assert isinstance(content, bytes)
    return content
