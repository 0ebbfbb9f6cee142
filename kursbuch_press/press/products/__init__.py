"""The products: a new one is one file here and one line in MODULES."""

from __future__ import annotations

from importlib import import_module

from kursbuch_press.press.jobs import Product

MODULES = (
    "screen",
    "print_interior",
    "booklet",
    "print_cover",
    "handouts",
    "word_files",
    "folder",
    "printout",
)
"""The files of this folder in the order in which they are made: long jobs first, so that all cores stay busy to the end."""

PRODUCTS: tuple[Product, ...] = tuple(import_module(f"{__name__}.{name}").PRODUCT for name in MODULES)
"""Every product; each file of MODULES holds one under the name PRODUCT."""
