"""The products: a new one is one file here, which makes it, and one line in PRODUCTS."""

from __future__ import annotations

from kursbuch_press.press.jobs import Product

INTERIOR = "print/kursbuch-innenteil.pdf"
COVER = "print/kursbuch-umschlag.pdf"
SHEETS = "print/handreichungen/{sheet}.pdf"

PRODUCTS: tuple[Product, ...] = (
    Product("screen", "Bildschirmausgabe (PDF)", "screen", ("screen/kursbuch.pdf",)),
    Product("print", "Druckausgabe, Innenteil (PDF)", "print_interior", (INTERIOR,)),
    Product(
        "booklet",
        "Broschüre für den Bürodrucker (PDF)",
        "booklet",
        ("office/kursbuch-broschuere.pdf",),
        needs=("screen",),
    ),
    Product("cover", "Druckausgabe, Umschlag (PDF)", "print_cover", (COVER,)),
    Product("handouts", "Handreichungen für alle (PDF)", "handouts", ("handouts/{handout}.pdf",)),
    Product("handout-sheets", "Druckausgabe, Handreichungen (PDF)", "print_handouts", (SHEETS,)),
    Product("word", "Word-Dateien für die Mitautoren", "word_files", ("word/kursbuch.docx", "word/{field}.docx")),
    Product(
        "folder",
        "Mappe für die Veranstaltung (ZIP)",
        "folder",
        ("handouts/mappe.zip",),
        needs=("handouts", "screen"),
        asks="readable",
    ),
    Product(
        "printout",
        "Handreichungen für den Bürodrucker (PDF)",
        "printout",
        ("office/ausdruck.pdf",),
        needs=("handouts",),
    ),
)
"""Every product in the order in which they are made: long jobs first, so that all cores stay busy to the end."""
