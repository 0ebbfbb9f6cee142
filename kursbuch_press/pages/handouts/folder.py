"""The folder of the day: all handouts and the screen edition in one zip file, with an index page."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass

import pikepdf

from kursbuch_press.book.edition import ScreenStandard
from kursbuch_press.compose.manuscript import Manuscript
from kursbuch_press.pages.design import Design
from kursbuch_press.pages.handouts.titles import without_book
from kursbuch_press.pages.said_title import said_title

INDEX = "index.html"
_STANDARDS = {ScreenStandard.UA_1: "ISO 14289-1 (PDF/UA-1)", ScreenStandard.UA_2: "ISO 14289-2 (PDF/UA-2)"}


@dataclass(frozen=True, slots=True)
class Offer:
    """A file as the index page names it: what it is before one opens it."""

    name: str
    title: str
    pages: int
    kilobytes: int
    language: str = ""


def folder_zip(files: Mapping[str, bytes], manuscript: Manuscript, design: Design) -> bytes:
    """Pack finished PDFs in the order given; the same files give the same bytes.

    Nothing is compressed: PDFs are already, and so the bytes do not depend on the zlib of the machine.
    """
    edition = manuscript.edition
    page = index_page(tuple(_offer(name, content, edition.title) for name, content in files.items()), manuscript, design)
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_STORED) as folder:
        for name, content in {INDEX: page, **files}.items():
            entry = zipfile.ZipInfo(name, (edition.date.year, edition.date.month, edition.date.day, 0, 0, 0))
            entry.create_system = 3  # Unix, whatever packs it
            entry.external_attr = 0o100644 << 16
            folder.writestr(entry, content)
    return packed.getvalue()


def index_page(offers: tuple[Offer, ...], manuscript: Manuscript, design: Design) -> bytes:
    """Write the page that names the files; mistakes in its template are raised as BookError."""
    edition = manuscript.edition
    values = {
        "edition": edition,
        "imprint": manuscript.imprint,
        "words": manuscript.words,
        "offers": offers,
        "standard": _STANDARDS[edition.screen_standard],
    }
    return design.palette.insert(design.templates.render("index.html.j2", values)).encode()


def _offer(name: str, content: bytes, book: str) -> Offer:
    """Name a file by its title; the page says of which book they all are."""
    with pikepdf.open(io.BytesIO(content)) as pdf:
        title = without_book(said_title(pdf) or name, book)
        language = str(pdf.Root.get("/Lang", ""))
        return Offer(name, title, len(pdf.pages), max(1, round(len(content) / 1000)), language)
