"""The pages of a chapter are composed as a whole, and end on their last line: WeasyPrint fills page after page.

A document whose root says ``data-galley`` is composed. Backgrounds are laid out after this, where the parts of a page are then.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from weasyprint import layout

from kursbuch_press.pages.composing import Composing
from kursbuch_press.pages.engine import originals
from kursbuch_press.pages.engine.replacing import Replacement
from kursbuch_press.pages.filling import fill_pages
from kursbuch_press.pages.list_numbers import align_numbers
from kursbuch_press.pages.parts import line_of

# WeasyPrint's boxes and contexts carry no types; they stay inside this file.
Box = Any
Context = Any

_WANTED = "data-galley"


def _composed(context: Context, root: Box, html: Context, pages: Sequence[Box]) -> Iterator[Box]:
    context.grid = line_of(root)
    if not pages and root.element.get(_WANTED) is not None:
        context.composing = Composing(context, root, html)
        made = context.composing.pages()
    else:
        made = list(originals.make_all_pages(context, root, html, pages))
    composed = context.__dict__.get("composing")
    fill_pages(made, composed.composed if composed is not None else frozenset())
    align_numbers(made)
    return iter(made)


REPLACEMENT = Replacement(layout, "make_all_pages", originals.make_all_pages, _composed, "b5e4034894841caa")
