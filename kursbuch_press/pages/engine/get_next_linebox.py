"""Justified paragraphs are broken as wholes, all other text without ladders of hyphens: WeasyPrint fills line by line."""

from __future__ import annotations

from weasyprint.layout import inline

from kursbuch_press.pages.engine import originals
from kursbuch_press.pages.engine.replacing import Replacement
from kursbuch_press.pages.paragraphs import next_line

REPLACEMENT = Replacement(
    inline,
    "get_next_linebox",
    originals.get_next_linebox,
    next_line,
    "67af458c2545e74f",
    "https://github.com/Kozea/WeasyPrint/issues/2264",
)
