"""The numbers and dashes of lists stand on the line of the words that they lead.

WeasyPrint sets them as lines of their own, in the middle of whose height the letters stand: where number and words are of two
faces or sizes, they stand on two lines.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from weasyprint.formatting_structure.boxes import TextBox

# WeasyPrint's boxes carry no types; they stay inside this file.
Box = Any


def align_numbers(pages: Sequence[Box]) -> None:
    """Move the number of each item of a list onto the base line of the first words of the item."""
    for page in pages:
        for item in page.descendants():
            if item.element_tag == "li" and getattr(item, "children", ()) and item.children[0].is_outside_marker:
                marker, *words = item.children
                own, beside = next(_base_lines([marker]), None), next(_base_lines(words), None)
                if own is not None and beside is not None:
                    marker.translate(dy=beside - own)


def _base_lines(boxes: Sequence[Box]) -> Iterator[float]:
    """Give the heights of the base lines of texts, in WeasyPrint's pixels."""
    for box in boxes:
        for each in (box, *box.descendants(placeholders=True)):
            if isinstance(each, TextBox):
                yield float(each.position_y + each.baseline)
