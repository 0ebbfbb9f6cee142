"""WeasyPrint's own functions as they are before ours take their place: imported before the first is replaced."""

from __future__ import annotations

from weasyprint import css, layout, svg
from weasyprint.layout import block, inline
from weasyprint.layout.table import table_layout as _table_layout
from weasyprint.pdf.stream import Stream
from weasyprint.text import line_break

can_break_inside = inline.can_break_inside
split_first_line = inline.split_first_line
split_text_box = inline.split_text_box
get_next_linebox = inline.get_next_linebox
split_inline_box = inline.split_inline_box
text_align = inline.text_align
block_level_layout = block.block_level_layout
in_flow_layout = block._in_flow_layout  # noqa: SLF001 - the only door to the children of a block
linebox_layout = block._linebox_layout  # noqa: SLF001 - and to its lines
table_layout = _table_layout
make_all_pages = layout.make_all_pages
resolve_math = css.resolve_math
set_text = line_break.Layout.set_text
draw_gradient = svg.draw_gradient
draw_pattern = svg.draw_pattern
create_interpolation_function = Stream.create_interpolation_function
