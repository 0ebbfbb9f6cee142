"""Tables of a Word file: a header row that Word knows of, simple, and not for layout."""

from __future__ import annotations

from collections.abc import Iterator

from kursbuch_press.checks.check import Check
from kursbuch_press.checks.findings import Clause, Result, Seen
from kursbuch_press.checks.german import count, shortened
from kursbuch_press.checks.wording import accessible_word as words
from kursbuch_press.packages import WordFile
from kursbuch_press.packages.elements import Element, W, is_on, text_of, value
from kursbuch_press.problems import Severity

TABLES = Clause("", "1.3.1")
_MANY_MERGED = 0.34


def _judge(file: WordFile) -> Result:
    tables = list(file.body.iter(f"{W}tbl"))
    seen = [each for table in tables for each in _table(table)]
    return Result(seen=tuple(seen), measured=count(len(tables), "Tabelle", "Tabellen"), nothing=not tables)


def _table(table: Element) -> Iterator[Seen]:
    rows = list(table.iterchildren(f"{W}tr"))
    cells = [list(row.iterchildren(f"{W}tc")) for row in rows]
    name = shortened(value(table, "tblPr", "tblCaption") or next(_texts(cells), words.NAMELESS), 50)
    if any(True for _ in table.iterancestors(f"{W}tbl")):
        yield Seen(words.NESTED_TABLE.format(name=name), place=name, severity=Severity.WARNING, clause=TABLES)
    if not rows or len(rows) == 1 or max(map(len, cells), default=0) <= 1:
        yield Seen(words.LAYOUT_TABLE.format(name=name), place=name, severity=Severity.WARNING, clause=TABLES)
        return
    if not is_on(rows[0], "trPr", "tblHeader"):
        yield Seen(words.NO_HEADER_ROW.format(name=name), place=name, clause=TABLES)
    merged = sum(_is_merged(cell) for row in cells for cell in row)
    if merged:
        share = merged / sum(map(len, cells))
        how = Severity.WARNING if share > _MANY_MERGED else Severity.NOTE
        amount = count(merged, "verbundene Zelle", "verbundene Zellen")
        yield Seen(words.MERGED.format(name=name, count=amount), place=name, severity=how, clause=TABLES)


def _texts(cells: list[list[Element]]) -> Iterator[str]:
    return (text for row in cells for cell in row if (text := text_of(cell).strip()))


def _is_merged(cell: Element) -> bool:
    span = value(cell, "tcPr", "gridSpan") or "1"
    return (span.isdigit() and int(span) > 1) or value(cell, "tcPr", "vMerge") is not None


CHECK = Check("word-tables", _judge, (TABLES,))
