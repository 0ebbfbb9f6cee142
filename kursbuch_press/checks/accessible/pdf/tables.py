"""Tables: regular rows, header cells that say what they head, and no tables for layout."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from kursbuch_press.checks.accessible.clauses import TABLE_SYNTAX
from kursbuch_press.checks.accessible.pdf_file import PdfFile
from kursbuch_press.checks.accessible.standard_tags import TABLE_KIDS, TABLE_PARENTS
from kursbuch_press.checks.accessible.syntax import captions, wrong_nesting
from kursbuch_press.checks.accessible.tag_tree import Element
from kursbuch_press.checks.check import Check
from kursbuch_press.checks.findings import Clause, Result, Seen
from kursbuch_press.checks.german import count, shortened
from kursbuch_press.checks.wording import accessible_pdf as words
from kursbuch_press.problems import Severity

NO_HEADS, NO_SCOPE, LAYOUT = Clause("15-002", "1.3.1"), Clause("15-003", "1.3.1"), Clause("15-004", "1.3.1")
UNKNOWN_HEAD = Clause("15-005", "1.3.1")
_SCOPES = {"Row", "Column", "Both"}
_MOST_SPAN = 1000


def _judge(file: PdfFile) -> Result:
    seen = [*wrong_nesting(file, TABLE_SYNTAX, TABLE_KIDS, TABLE_PARENTS)]
    tables = file.of_kind("Table")
    ids = {each.entries["ID"] for each in file.elements if "ID" in each.entries}
    for table in tables:
        seen.extend(_table(file, table, ids))
        seen.extend(captions(file, table, TABLE_SYNTAX))
        seen.extend(_groups(file, table))
    return Result(seen=tuple(seen), measured=count(len(tables), "Tabelle", "Tabellen"), nothing=not tables)


def _table(file: PdfFile, table: Element, ids: set[str]) -> Iterator[Seen]:
    rows = _rows(table)
    cells = [cell for row in rows for cell in row]
    page, area = file.page_of(table), file.area_of(table)
    name = shortened(next((file.words(cell) for cell in cells if file.words(cell)), words.NONE), 40)
    if not rows or not cells:
        yield Seen(words.EMPTY_TABLE, page, area=area, clause=TABLE_SYNTAX)
        return
    widths, beyond = _widths(rows)
    if beyond:
        yield Seen(words.BEYOND.format(name=name), page, area=area, clause=TABLE_SYNTAX)
    if len(set(widths)) > 1:
        message = words.IRREGULAR.format(name=name, least=min(widths), most=max(widths))
        yield Seen(message, page, area=area, clause=TABLE_SYNTAX)
    heads = [cell for cell in cells if cell.kind == "TH"]
    if len(rows) == 1 or max(widths) == 1:
        yield Seen(words.LAYOUT_TABLE.format(name=name), page, severity=Severity.WARNING, area=area, clause=LAYOUT)
    elif not heads:
        yield Seen(words.NO_HEADS.format(name=name), page, area=area, clause=NO_HEADS)
    if any(kid.kind == "Table" for cell in cells for kid in cell.walk()):
        yield Seen(words.NESTED_TABLE.format(name=name), page, severity=Severity.WARNING, area=area, clause=LAYOUT)
    yield from _scopes(file, cells, name, ids)


def _groups(file: PdfFile, table: Element) -> Iterator[Seen]:
    """A table has at most one head and one foot, and with either of them a body (ISO 32000-1, table 337)."""
    amounts = Counter(kid.kind for kid in table.elements)
    for kind in ("THead", "TFoot"):
        if amounts[kind] > 1:
            message = words.PART_TWICE.format(count=amounts[kind], kind=kind)
            yield Seen(message, file.page_of(table), clause=TABLE_SYNTAX)
        if amounts[kind] and not amounts["TBody"]:
            yield Seen(words.PART_WITHOUT_BODY.format(kind=kind), file.page_of(table), clause=TABLE_SYNTAX)


def _scopes(file: PdfFile, cells: list[Element], name: str, ids: set[str]) -> Iterator[Seen]:
    """A header cell says by Scope what it heads, or the cells name their heads (ISO 14289-1, 7.5)."""
    by_id = any(cell.attributes.get("Headers") for cell in cells)
    for cell in cells:
        if cell.kind == "TH" and cell.attributes.get("Scope") not in _SCOPES and not by_id:
            message = words.NO_SCOPE.format(text=shortened(file.words(cell), 40), name=name)
            yield Seen(message, file.page_of(cell), area=file.area_of(cell), clause=NO_SCOPE)
        named = cell.attributes.get("Headers", ())
        unknown = [each for each in (named if isinstance(named, tuple) else (named,)) if str(each) not in ids]
        if unknown:
            message = words.UNKNOWN_HEAD.format(text=shortened(file.words(cell), 40), id=unknown[0])
            yield Seen(message, file.page_of(cell), area=file.area_of(cell), clause=UNKNOWN_HEAD)


def _rows(table: Element) -> list[list[Element]]:
    rows: list[list[Element]] = []
    for kid in table.elements:
        below = [kid] if kid.kind == "TR" else kid.elements if kid.kind in {"THead", "TBody", "TFoot"} else []
        rows.extend([cell for cell in row.elements if cell.kind in {"TH", "TD"}] for row in below if row.kind == "TR")
    return rows


def _widths(rows: list[list[Element]]) -> tuple[list[int], bool]:
    """Count the columns of each row, and tell whether a cell goes on below the last.

    A cell over several rows counts in each of them, and one over none in no row.
    """
    widths = []
    hanging: list[tuple[int, int]] = []
    for row in rows:
        width = sum(columns for columns, _ in hanging)
        hanging = [(columns, left - 1) for columns, left in hanging if left > 1]
        for cell in row:
            columns, down = _span(cell, "ColSpan"), _span(cell, "RowSpan")
            width += columns
            if down > 1:
                hanging.append((columns, down - 1))
        widths.append(width)
    return widths, bool(hanging)


def _span(cell: Element, name: str) -> int:
    value = cell.attributes.get(name, 1)
    return min(max(value, 0), _MOST_SPAN) if isinstance(value, int) else 1


CHECK = Check("tables", _judge, (TABLE_SYNTAX, NO_HEADS, NO_SCOPE, LAYOUT, UNKNOWN_HEAD))
