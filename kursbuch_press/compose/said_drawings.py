"""What a drawing shows, in words made from its own data: for the alternative text, or as a table where that were too long."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby

from kursbuch_press.book.addresses import address
from kursbuch_press.book.blocks import Drawing
from kursbuch_press.book.vocabulary import DrawingWords, Vocabulary
from kursbuch_press.compose import nodes
from kursbuch_press.compose.drawing_data import Bar, DrawingData, DrawingMark
from kursbuch_press.compose.inlines import Aloud, Content, Words

LONGEST_ALTERNATIVE = 600
"""Signs of an alternative text; what needs more belongs into a table (BITV: short and precise)."""

# These have their numbers drawn beside their stations.
_NUMBERED = frozenset({Drawing.WAY, Drawing.STAIRS, Drawing.RING})

_ENDS = (".", "!", "?", "…", ":")


def say(data: DrawingData, said: Vocabulary, *, beside: str = "", scale: int = 0) -> str:
    """Say what a drawing shows; ``beside`` says where the table of it stands, empty if there is none.

    Marks are said one by one, if they are not left to the table (then ``scale`` is that of their signs). Of a time line and a
    matrix the table says the details; here is said how to read them.
    """
    match data.name:
        case Drawing.TIMELINE:
            return _timeline(data, said, beside)
        case Drawing.MATRIX:
            fields = said.drawings.between.join(f"{mark.value} {mark.label}" for mark in data.marks)
            responsible, partners = (mark.label for mark in data.legend)
            how = said.drawings.said_matrix.format(fields=fields, responsible=responsible, partners=partners)
            return _sentences((how, beside))
        case Drawing.BONDS:
            if not data.bonds:
                return ""
            least, *_, most = [data.legend[0].value, *(mark.value for mark in data.legend)]
            words = said.drawings
            strong = (words.said_strong.format(strong=mark.label) for mark in data.legend if mark.label)
            return _sentences((words.said_bonds.format(legend=data.legend_title, least=least, most=most), *strong, beside))
        case _:
            return _sentences((*_marks(data, said.drawings, scale or data.scale), beside))


def _marks(data: DrawingData, said: DrawingWords, scale: int) -> Iterable[str]:
    for number, mark in enumerate(data.marks, start=1):
        if data.name == Drawing.COMPARE:
            before, after = (_said_of(head, words, said) for head, words in zip(data.columns, mark.parts, strict=True))
            yield _sentences((mark.label, before, after))
            continue
        if data.name == Drawing.BRANCHES:
            yield _said_of(_branch(number - 1, mark, data, said), mark.text, said)
            continue
        words = said.between.join(part for part in mark.parts if part)
        begin = f"{number}. " if data.name in _NUMBERED else ""
        yield begin + _said_of(mark.label, words, said)
    if data.name == Drawing.ISOTYPE:
        yield f"{data.columns[0]} {scale}"


def _branch(row: int, mark: DrawingMark, data: DrawingData, said: DrawingWords) -> str:
    """Name a step, and the one that it follows where that is not the one before it."""
    above = data.marks[mark.above].label if mark.above >= 0 else ""
    if mark.value and not above:
        return said.said_mark.format(label=mark.value, words=mark.label)
    if mark.value:
        return said.said_branch.format(label=mark.label, above=above, condition=mark.value)
    return mark.label if mark.above in {row - 1, -1} else said.said_after.format(label=mark.label, above=above)


def _said_of(label: str, words: str, said: DrawingWords) -> str:
    return said.said_mark.format(label=label, words=words) if words else label


def _timeline(data: DrawingData, said: Vocabulary, beside: str) -> str:
    words = said.drawings
    if not data.bars:
        return ""
    axis = words.said_axis.format(start=said.aloud.month(data.begin), until=said.aloud.month(data.end))
    ranks = words.said_bars.format(title=data.legend_title, words=words.between.join(mark.label for mark in data.legend))
    fields = words.between.join(_group(tuple(bars), said) for _, bars in groupby(data.bars, key=lambda bar: bar.group))
    return _sentences((axis, ranks, fields, beside))


def _group(bars: tuple[Bar, ...], said: Vocabulary) -> str:
    """Name a field and the measures of it that are drawn, by their numbers."""
    first, last = bars[0].number, bars[-1].number
    span = first if first == last else said.dates.spoken_span.format(start=first, until=last)
    return f"{first.partition('.')[0]} {bars[0].group} ({span})"


def _sentences(parts: Iterable[str]) -> str:
    return " ".join(part if part.endswith(_ENDS) else f"{part}." for part in parts if part)


def table_of(at: str, data: DrawingData, said: Vocabulary) -> nodes.Table:
    """Give the data of a drawing as a table, one row for each bar or mark."""
    if data.name == Drawing.TIMELINE:
        heads = said.columns
        titles: tuple[str, ...] = (heads.number, heads.title, heads.until, heads.priority)
        ranks = {mark.value: mark.label for mark in data.legend}
        return _table(at, titles, (_bar(bar, ranks, said) for bar in data.bars), said, widths=(2, 12, 6, 3), named_by=1)
    words = said.drawings
    if data.name == Drawing.BONDS:
        return _table(at, (said.columns.who, words.together), _bound(data, words), said, widths=(2, 5))
    if data.name == Drawing.BRANCHES:
        steps = (((Words(_branch(row, mark, data, words)),), (Words(mark.text),)) for row, mark in enumerate(data.marks))
        return _table(at, (words.part, words.text), steps, said, widths=(4, 8))
    titles = (words.part, *data.columns) if data.name == Drawing.COMPARE else (words.part, words.value, words.text)
    used = [at for at in range(len(titles)) if at == 0 or any(mark.parts[at - 1] for mark in data.marks)]
    rows = (tuple((Words((mark.label, *mark.parts)[at]),) for at in used) for mark in data.marks)
    return _table(at, [titles[at] for at in used], rows, said, widths=[(4, 5, 8)[at] for at in used])


def _bound(data: DrawingData, said: DrawingWords) -> Iterable[tuple[Content, ...]]:
    """Give each body with those that it shares measures with, most first."""
    for at, row in enumerate(data.rows):
        others = [
            (bond.count, bond.lower if bond.upper == at else bond.upper)
            for bond in data.bonds
            if at in {bond.upper, bond.lower}
        ]
        names = (said.counted.format(name=data.rows[other], count=count) for count, other in sorted(others, reverse=True))
        yield (Words(row),), (Words(said.between.join(names)),)


def _bar(bar: Bar, ranks: dict[str, str], said: Vocabulary) -> tuple[Content, ...]:
    period = Aloud((Words(said.span(bar.start, bar.until)),), said.aloud.span(bar.start, bar.until))
    return (Words(bar.number),), (Words(bar.title),), (period,), (Words(ranks[bar.priority]),)


def _table(  # noqa: PLR0913 - what a table consists of
    at: str,
    titles: Iterable[str],
    rows: Iterable[tuple[Content, ...]],
    said: Vocabulary,
    *,
    widths: Iterable[int],
    named_by: int = 0,
) -> nodes.Table:
    at = address(at, "data")
    return nodes.Table(
        address=at,
        label="",
        caption=(Words(said.drawings.same),),
        columns=tuple(
            nodes.Column(address(at, f"c{column}"), (Words(title),), width=width)
            for column, (title, width) in enumerate(zip(titles, widths, strict=True))
        ),
        rows=tuple(
            nodes.Row(
                f"{at}-{number}",
                tuple(nodes.Cell(address(f"{at}-{number}", f"c{column}"), cell) for column, cell in enumerate(cells)),
            )
            for number, cells in enumerate(rows, start=1)
        ),
        row_headers=True,
        named_by=named_by,
        role=nodes.TableRole.DATA,
        editable=False,
    )
