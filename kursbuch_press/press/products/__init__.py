"""The products, in the order in which they are made: a new one is one file here and one line in the list."""

from __future__ import annotations

from kursbuch_press.press.jobs import Product
from kursbuch_press.press.products.booklet import BOOKLET
from kursbuch_press.press.products.handouts import HANDOUTS
from kursbuch_press.press.products.print_cover import COVER
from kursbuch_press.press.products.print_interior import PRINT
from kursbuch_press.press.products.screen import SCREEN
from kursbuch_press.press.products.word_files import WORD

PRODUCTS: tuple[Product, ...] = (
    SCREEN,
    PRINT,
    BOOKLET,
    COVER,
    HANDOUTS,
    WORD,
)
"""Long jobs come first, so that both cores stay busy to the end."""
