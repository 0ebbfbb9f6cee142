"""Laid-out pages in, PDF bytes out. Draw in a forked process: drawing one layout twice changes the second file's bytes."""

from __future__ import annotations

from kursbuch_press.pages.handouts import HandoutDocument
from kursbuch_press.pages.layout import Document, heard
from kursbuch_press.pages.typesetting import SetBook

# Only what WeasyPrint must know while it draws; the rest of each standard is written by finishing.
TAGGED = {"pdf_variant": "pdf/a-2a", "pdf_tags": True}


def joined(book: SetBook) -> Document:
    """Join the chapters and the intended blanks into one document; metadata are those of the first chapter."""
    return book.chapters[0].document.copy(book.pages)


def draw_print(book: SetBook) -> bytes:
    """Draw the pages plainly: sRGB, no tags, no variant (design rule 4); MediaBox with bleed, TrimBox without."""
    return _drawn(joined(book))


def draw_screen(book: SetBook) -> bytes:
    """Draw the pages with tags, links, bookmarks and metadata."""
    return _drawn(joined(book), **TAGGED)


def draw_handout(handout: HandoutDocument) -> bytes:
    """Draw a handout with tags."""
    return _drawn(handout.document, **TAGGED)


def _drawn(document: Document, **options: object) -> bytes:
    with heard("layouts"):
        content = document.write_pdf(**options)
    assert isinstance(content, bytes)
    return content
