"""Pages end on their last line: WeasyPrint leaves at the foot what its breaks leave.

Backgrounds are laid out after this, where the parts of a page are then.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from weasyprint import layout

from kursbuch_press.pages.engine import originals
from kursbuch_press.pages.engine.replacing import Replacement
from kursbuch_press.pages.filling import fill_pages
from kursbuch_press.pages.parts import line_of

# WeasyPrint's boxes and contexts carry no types; they stay inside this file.
Box = Any
Context = Any


def _filled(context: Context, root: Box, *rest: object) -> Iterator[Box]:
    context.grid = line_of(root)
    pages = list(originals.make_all_pages(context, root, *rest))
    fill_pages(pages)
    return iter(pages)


REPLACEMENT = Replacement(layout, "make_all_pages", originals.make_all_pages, _filled, "b5e4034894841caa")
