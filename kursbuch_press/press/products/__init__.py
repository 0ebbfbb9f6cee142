"""The products: a new one is one file here, which makes it, and one line in PRODUCTS."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from kursbuch_press.compose.manuscript import Manuscript
from kursbuch_press.pages.handouts.names import handout_ids
from kursbuch_press.press.composing import numbered_fields
from kursbuch_press.press.jobs import Product

WHOLE_DRAFT = "word/kursbuch.docx"


def one(path: str) -> Callable[[Manuscript], Iterable[str]]:
    """Say that a product is one file."""

    def paths(composed: Manuscript) -> tuple[str, ...]:
        del composed
        return (path,)

    return paths


def _handouts(composed: Manuscript) -> Iterator[str]:
    yield from (f"handouts/{stem}.pdf" for stem, _ in handout_ids(composed))


def _drafts(composed: Manuscript) -> Iterator[str]:
    yield WHOLE_DRAFT
    yield from (f"word/{stem}.docx" for stem, _ in numbered_fields(composed))


INTERIOR = "print/kursbuch-innenteil.pdf"

PRODUCTS: tuple[Product, ...] = (
    Product("screen", "Bildschirmausgabe (PDF)", "screen", one("screen/kursbuch.pdf")),
    Product("print", "Druckausgabe, Innenteil (PDF)", "print_interior", one(INTERIOR)),
    Product(
        "booklet",
        "Broschüre für den Bürodrucker (PDF)",
        "booklet",
        one("office/kursbuch-broschuere.pdf"),
        needs=("screen",),
    ),
    Product("cover", "Druckausgabe, Umschlag (PDF)", "print_cover", one("print/kursbuch-umschlag.pdf")),
    Product("handouts", "Handreichungen für alle (PDF)", "handouts", _handouts),
    Product("word", "Word-Dateien für die Mitautoren", "word_files", _drafts),
    Product(
        "folder",
        "Mappe für die Veranstaltung (ZIP)",
        "folder",
        one("handouts/mappe.zip"),
        needs=("handouts", "screen"),
    ),
    Product(
        "printout",
        "Handreichungen für den Bürodrucker (PDF)",
        "printout",
        one("office/ausdruck.pdf"),
        needs=("handouts",),
    ),
)
"""Every product in the order in which they are made: long jobs first, so that all cores stay busy to the end."""
