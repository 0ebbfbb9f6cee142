"""Tables, and measures as tables of labelled rows that a co-author can fill in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from kursbuch_press.book.addresses import address as join
from kursbuch_press.compose.inlines import Content, plain
from kursbuch_press.compose.nodes import Fact, MeasureCard, Row, Table, TableRole
from kursbuch_press.word import wording
from kursbuch_press.word.captions import caption_text, write_caption
from kursbuch_press.word.columns import column_shares, widths
from kursbuch_press.word.ooxml import Xml, twips_of_mm, w
from kursbuch_press.word.runs import words
from kursbuch_press.word.text_nodes import heading_style, write_title
from kursbuch_press.word.writing import Form, Writing

_HEADS = {"left": "Tabellenkopf", "right": "Tabellenkopfrechts", "center": "Tabellenkopfmittig"}
_CELLS = {"left": "Tabellentext", "right": "Tabellenzahl", "center": "Tabellentextmittig"}
_CARD_SHARES = (1, 4)
_WIDE = 6
"""From so many columns on a table stands on a landscape page."""


@dataclass(frozen=True, slots=True)
class Frame:
    """What a table is as a whole.

    Style, shares of the columns, whether the first column names the rows, and its name.
    """

    style: str
    shares: Sequence[float]
    row_headers: bool
    name: str


@dataclass(frozen=True, slots=True)
class Line:
    """A row: the paragraph of each cell, and whether it names the columns."""

    cells: list[Xml]
    head: bool = False


def is_wide(table: Table) -> bool:
    """Say whether a table needs a landscape page."""
    return len(table.columns) >= _WIDE


def write_table(node: Table, writing: Writing) -> None:
    """Write a table with its caption above, its source below.

    Before those that the press writes stands a word about that.
    """
    if not node.editable:
        note = wording.GENERATED_DATA if node.role is TableRole.DATA else wording.GENERATED_TABLE
        writing.generated(Form("Erzeugt"), join(node.address, "generated"), words(note))
    if node.label or node.caption:
        write_caption(node, writing, keep_next=True)
    frame = Frame(
        "TableGrid", column_shares(node, writing.looks, writing.width), node.row_headers and not node.named_by, _name(node)
    )
    followed = bool(node.source)
    rows = [_head_row(node, writing)]
    rows.extend(_body_row(each, node, writing, keep_next=followed and each is node.rows[-1]) for each in node.rows)
    writing.add(table(frame, rows, writing))
    if node.source:
        writing.write(Form("Quelle"), join(node.address, "source"), node.source)


def _name(node: Table) -> str:
    return caption_text(node.label, node.caption) or node.summary or ", ".join(plain(column.title) for column in node.columns)


def _head_row(node: Table, writing: Writing) -> Line:
    cells = []
    for at, column in enumerate(node.columns):
        marks = (node.address,) if at == 0 else ()
        content = writing.inlines.runs(column.title)
        cells.append(writing.paragraph(Form(_HEADS[column.align]), column.address, content, *marks))
    return Line(cells, head=True)


def _body_row(line: Row, node: Table, writing: Writing, *, keep_next: bool) -> Line:
    """Give one row; the last stays with the source or the note below the table, one that heads others with those."""
    if line.heads:
        (cell,) = line.cells
        form = Form("Zeilenkopf", keep_next=True)
        return Line([writing.paragraph(form, cell.address, writing.inlines.runs(cell.content), line.address)])
    cells = []
    for at, (cell, column) in enumerate(zip(line.cells, node.columns, strict=True)):
        style = "Zeilenkopf" if node.row_headers and at == node.named_by else _CELLS[column.align]
        marks = (line.address,) if at == 0 else ()
        form = Form(style, keep_next=keep_next)
        cells.append(writing.paragraph(form, cell.address, writing.inlines.runs(cell.content), *marks))
    return Line(cells)


def table(frame: Frame, rows: list[Line], writing: Writing) -> Xml:
    """Give ``w:tbl``; its caption is what a screen reader says before it (order: CT_TblPr)."""
    writing.record.table(frame.name, [len(line.cells) for line in rows], [line.head for line in rows])
    width = int(twips_of_mm(writing.width))
    each = widths(width, frame.shares)
    properties = w(
        "tblPr",
        w("tblStyle", val=frame.style),
        w("tblW", w=str(width), type="dxa"),
        w("tblLayout", type="fixed"),
        _look(row_headers=frame.row_headers),
        w("tblCaption", val=frame.name),
    )
    grid = w("tblGrid", *(w("gridCol", w=one) for one in each))
    return w("tbl", properties, grid, *(_row(line, each) for line in rows))


def _look(*, row_headers: bool) -> Xml:
    """Give ``w:tblLook``: which parts of the table style hold.

    As bits for old readers and as words for new ones.
    """
    bits = 0x0620 | (0x0080 if row_headers else 0)
    flags = {"firstRow": "1", "lastRow": "0", "firstColumn": str(int(row_headers)), "lastColumn": "0"}
    return w("tblLook", val=f"{bits:04X}", **flags, noHBand="1", noVBand="1")


def _row(line: Line, each: list[str]) -> Xml:
    """Give a row that is never split; a head row is repeated on each page."""
    if len(line.cells) == 1 < len(each):
        whole = w("tcPr", w("tcW", w=str(sum(map(int, each))), type="dxa"), w("gridSpan", val=str(len(each))))
        cells = [w("tc", whole, line.cells[0])]
    else:
        cells = [w("tc", _cell_properties(width), cell) for cell, width in zip(line.cells, each, strict=True)]
    return w("tr", w("trPr", w("cantSplit"), w("tblHeader") if line.head else None), *cells)


@lru_cache(maxsize=256)
def _cell_properties(width: str) -> Xml:
    return w("tcPr", w("tcW", w=width, type="dxa"))


def write_card(node: MeasureCard, writing: Writing) -> None:
    """Write a measure: its title as a heading, then a row for each fact, the empty ones to be filled in."""
    level = 3 if writing.heading_level > 1 else 2
    title = join(node.address, "title")
    write_title(writing, heading_style(level, listed=False), (title, node.number, level), node.title)
    rows_of_card = facts(node, writing.said.facts.what)
    rows = [_card_head(node, writing)]
    rows.extend(_fact_row(fact, writing, last=fact is rows_of_card[-1]) for fact in rows_of_card)
    name = f"{writing.said.draft.card.format(number=node.number)}: {plain(node.title)}"
    writing.add(table(Frame("Massnahme", _CARD_SHARES, row_headers=True, name=name), rows, writing))


def facts(node: MeasureCard, what: str) -> tuple[Fact, ...]:
    """Give every line of a card; what is done is the first."""
    return (Fact(join(node.address, "what"), what, node.what), *node.facts)


def _card_head(node: MeasureCard, writing: Writing) -> Line:
    cells = [
        writing.paragraph(Form("Tabellenkopf"), join(node.address, f"column-{at}"), words(title))
        for at, title in enumerate((writing.said.draft.card_label, writing.said.draft.card_content))
    ]
    return Line(cells, head=True)


def _fact_row(fact: Fact, writing: Writing, *, last: bool) -> Line:
    """Give one line; all but the last stay with the next one, so that a card is not torn apart."""
    label = writing.paragraph(Form("Zeilenkopf", keep_next=not last), join(fact.address, "label"), words(fact.label))
    style = "Tabellentext" if fact.content else "Ausfuellen"
    content: Content = fact.content
    text = writing.paragraph(Form(style, keep_next=not last), fact.address, writing.inlines.runs(content))
    return Line([label, text])
