"""A line that is set for trial is justified when its paragraph is broken: WeasyPrint stretches each line at once."""

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


def _align_later(context: Context, line: Box, available: float, **last: bool) -> Place:
    return 0 if trial.box is not None else originals.text_align(context, line, available, **last)


REPLACEMENT = Replacement(inline, "text_align", originals.text_align, _align_later, "e953d41b87ccfc30")
