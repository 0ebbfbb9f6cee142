"""A line that is set for trial may be wider or narrower than its measure: WeasyPrint knows the measure alone."""

from __future__ import annotations

from typing import Any

from weasyprint.layout import inline

from kursbuch_press.pages.engine import originals
from kursbuch_press.pages.engine.replacing import Replacement
from kursbuch_press.pages.paragraphs import trial

# WeasyPrint's boxes, contexts and results carry no types; they stay inside this file.
Box = Any
Context = Any
Place = Any


def _split_at_limit(context: Context, box: Box, position_x: float, max_x: float, *rest: Place) -> Place:
    if box is trial.box and trial.limit is not None:
        max_x = box.position_x + trial.limit
    return originals.split_inline_box(context, box, position_x, max_x, *rest)


REPLACEMENT = Replacement(inline, "split_inline_box", originals.split_inline_box, _split_at_limit, "3a0cb7ca7e34c7ef")
