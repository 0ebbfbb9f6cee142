"""The baseline grid: WeasyPrint knows none, so blocks that leave the grid are stretched to whole lines while it lays out.

Text runs in lines of one height, but a table or a figure is as high as it is. A block of class ``on-grid`` is made higher by
less than a line, so that the text below it stands on the same lines as on the facing page. Only its last part is stretched if
it is broken: the next page starts on the grid anyway.
"""

from __future__ import annotations

import math
from typing import Any

from weasyprint.formatting_structure.boxes import BlockBox
from weasyprint.layout import block

# The distance of two lines in points, as in layouts/page/20-text.css, and in WeasyPrint's pixels.
LINE = 13.0
_LINE = LINE * 96 / 72
_CLASS = "on-grid"
# Heights are sums of rounded numbers: a block that is a hair too high fits its lines.
_SLACK = 0.02

_lay_out = block.block_level_layout


def keep_grid() -> None:
    """Stretch blocks of class ``on-grid`` in all layouts from now on."""
    block.block_level_layout = _on_grid


def _on_grid(context: Any, box: Any, *arguments: Any, **named: Any) -> Any:
    result = _lay_out(context, box, *arguments, **named)
    placed, resume_at = result[0], result[1]
    if placed is not None and resume_at is None and _is_on_grid(placed):
        height = placed.border_height()
        placed.height += max(0.0, math.ceil(height / _LINE - _SLACK) * _LINE - height)
    return result


def _is_on_grid(box: Any) -> bool:
    if not isinstance(box, BlockBox) or box.element is None or "::" in (box.element_tag or ""):
        return False
    return _CLASS in (box.element.get("class") or "").split()
