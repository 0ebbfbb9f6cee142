"""The data behind drawn figures, and the same data in words and as a table for those who cannot see the drawing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate, groupby
from math import ceil
from typing import assert_never

from kursbuch_press.book.addresses import address
from kursbuch_press.book.blocks import Diagram, Drawing
from kursbuch_press.book.chapters import ActionField, Continuation
from kursbuch_press.book.measures import Measure, Priority
from kursbuch_press.book.vocabulary import Vocabulary
from kursbuch_press.compose import drawing_data, nodes, said_drawings
from kursbuch_press.compose.bonds import bonds_of
from kursbuch_press.compose.branches import branched
from kursbuch_press.compose.inlines import Aloud, Content, Words
from kursbuch_press.compose.labels import AnyChapter, chapter_number
from kursbuch_press.compose.resolving import Resolver
from kursbuch_press.compose.typography import sort_key

# The lines of text on a page of 148 x 210 mm, as shipped: for whoever composes a book without pages.
LINES = 36.0
# What can be read: a row of the matrix has its share of the page, since the heads of its columns stand above.
_ROW_LINES = LINES / 22
# A line of a time line is small; the heading of a field takes more than the line of a measure.
_BARS_TO_A_LINE = 1.625
GROUP_LINES = 1.75
_TITLE_TO_A_LINE = 56
# Shares of the type area: a name, and the numbers of up to a dozen fields in two columns.
MATRIX_WIDTHS = (17, 7, 6)


@dataclass(frozen=True, slots=True)
class Drawn:
    """What is drawn, what it says in words, and the table that says the same if the words would be too many."""

    drawing: drawing_data.DrawingData
    said: str
    table: nodes.Table | None = None


@dataclass(frozen=True, slots=True)
class Numbered:
    """A measure with its number and its chapter."""

    number: str
    measure: Measure
    chapter: ActionField | Continuation


def all_measures(resolver: Resolver) -> Iterator[Numbered]:
    """Give every measure of the book in its order."""
    for chapter in resolver.book.field_chapters:
        for at, measure in enumerate(chapter.measures, start=1):
            yield Numbered(f"{chapter_number(chapter, resolver.vocabulary)}.{at}", measure, chapter)


def draw_data(block: Diagram, chapter: AnyChapter, resolver: Resolver) -> tuple[Drawn, ...]:
    """Gather what a drawing shows; time line, matrix and bonds are made from the measures, the others from the block's marks.

    A time line of more measures than fit on one page becomes several drawings with the same axis.
    """
    at = address(chapter.id, block.id)
    swatch = getattr(chapter, "swatch", "petrol")
    match block.drawing:
        case Drawing.TIMELINE:
            return tuple(_timeline(at, swatch, resolver))
        case Drawing.MATRIX:
            return (_matrix(at, swatch, resolver),)
        case Drawing.BONDS:
            return (_bonds(at, swatch, resolver),)
        case (
            Drawing.BRANCHES
            | Drawing.WAY
            | Drawing.NUMBERS
            | Drawing.SCHEME
            | Drawing.COMPARE
            | Drawing.ISOTYPE
            | Drawing.STAIRS
            | Drawing.RING
            | Drawing.ZONES
        ):
            return (_marks(at, swatch, block, resolver),)
        case _:
            assert_never(block.drawing)


def bars_on_a_page(lines: float) -> float:
    """Give how many lines of a time line can be read on a page of so many lines of text."""
    return max(lines * _BARS_TO_A_LINE, GROUP_LINES + 1)


def share_out(bars: list[drawing_data.Bar], lines: float) -> Iterator[tuple[drawing_data.Bar, ...]]:
    """Share bars out to drawings, whole fields at a time; a field that is too long for one goes on in the next.

    ``lines`` of text are on a page.
    """
    sheet: list[drawing_data.Bar] = []
    room = whole = bars_on_a_page(lines)
    for _, field in groupby(bars, key=lambda bar: bar.group):
        rest = list(field)
        if sheet and _lines_of(rest) + GROUP_LINES > room:
            yield tuple(sheet)
            sheet, room = [], whole
        while len(rest) > 1 and _lines_of(rest) + GROUP_LINES > room:
            fitting = max(1, sum(total <= room - GROUP_LINES for total in accumulate(map(_bar_lines, rest))))
            yield tuple(rest[:fitting])
            rest = rest[fitting:]
        sheet += rest
        room -= _lines_of(rest) + GROUP_LINES
    yield tuple(sheet)


def _lines_of(bars: Sequence[drawing_data.Bar]) -> int:
    return sum(map(_bar_lines, bars))


def _bar_lines(bar: drawing_data.Bar) -> int:
    """Guess how many lines a title takes; they are broken only when they are drawn."""
    return max(1, ceil(len(bar.title) / _TITLE_TO_A_LINE))


def _words(resolver: Resolver, text: str) -> str:
    return "".join(inline.text for inline in resolver.words(text) if isinstance(inline, Words))


def _marks(at: str, swatch: str, block: Diagram, resolver: Resolver) -> Drawn:
    """Gather marks and say them one by one; a table says them where that makes an alternative text too long."""
    marks = tuple(
        drawing_data.DrawingMark(
            _words(resolver, mark.label), _words(resolver, mark.value or ""), _words(resolver, mark.text or "")
        )
        for mark in block.marks
    )
    if block.drawing is Drawing.BRANCHES:
        marks = branched(block.marks, marks)
    words = resolver.vocabulary.drawings
    heads = {Drawing.COMPARE: (words.before, words.after), Drawing.ISOTYPE: (words.one_sign,)}.get(block.drawing, ())
    data = drawing_data.DrawingData(block.drawing.value, swatch, marks=marks, columns=heads)
    said = said_drawings.say(data, resolver.vocabulary)
    if len(block.alt) + 1 + len(said) <= said_drawings.LONGEST_ALTERNATIVE:
        return Drawn(data, said)
    said = said_drawings.say(replace(data, marks=()), resolver.vocabulary, scale=data.scale, beside=words.in_table)
    return Drawn(data, said, said_drawings.table_of(at, data, resolver.vocabulary))


def _timeline(at: str, swatch: str, resolver: Resolver) -> Iterator[Drawn]:
    bars = [
        drawing_data.Bar(
            number=each.number,
            title=_words(resolver, each.measure.title.plain),
            start=each.measure.start,
            until=each.measure.until,
            priority=each.measure.priority.value,
            swatch=each.chapter.swatch,
            group=_words(resolver, each.chapter.short_title or each.chapter.title.plain),
            target=address(each.chapter.id, each.measure.id),
        )
        for each in all_measures(resolver)
    ]
    begin, end = min((bar.start for bar in bars), default=""), max((bar.until for bar in bars), default="")
    said = resolver.vocabulary
    shared = drawing_data.DrawingData(
        "timeline",
        swatch,
        begin=begin,
        end=end,
        legend=tuple(drawing_data.DrawingMark(said.priority_word(each), each.value) for each in Priority),
        legend_title=said.facts.priority,
    )
    # The plan of all measures holds the same dates as a table; a book without one gets a table for each drawing.
    planned = bool(resolver.parts["measures"])
    beside = said.drawings.in_plan if planned else said.drawings.in_table
    for number, sheet in enumerate(share_out(bars, resolver.lines), start=1):
        data = replace(shared, bars=sheet)
        own = at if number == 1 else address(at, f"part-{number}")
        table = None if planned or not sheet else said_drawings.table_of(own, data, said)
        yield Drawn(data, said_drawings.say(data, said, beside=beside), table)


def _matrix(at: str, swatch: str, resolver: Resolver) -> Drawn:
    measures = list(all_measures(resolver))
    counted = Counter(name for each in measures for name in (*each.measure.responsible, *each.measure.partners))
    rows_on_a_page = max(1, int(resolver.lines / _ROW_LINES))
    often = {name for name, _ in sorted(counted.items(), key=lambda item: (-item[1], sort_key(item[0])))[:rows_on_a_page]}
    rows = tuple(sorted(often, key=sort_key))
    columns = tuple(_words(resolver, chapter.short_title or chapter.title.plain) for chapter in resolver.book.field_chapters)
    ticks = tuple(_ticks(measures, often, resolver))
    heads = tuple(
        drawing_data.DrawingMark(label, chapter_number(chapter, resolver.vocabulary), chapter.swatch)
        for label, chapter in zip(columns, resolver.book.field_chapters, strict=True)
    )
    said = resolver.vocabulary.columns
    legend = tuple(drawing_data.DrawingMark(label) for label in (said.responsible, said.partners))
    data = drawing_data.DrawingData("matrix", swatch, marks=heads, rows=rows, columns=columns, ticks=ticks, legend=legend)
    titles = zip(columns, resolver.book.field_chapters, strict=True)
    continuation = next((title for title, chapter in titles if isinstance(chapter, Continuation)), "")
    words = resolver.vocabulary
    table = _matrix_table(at, data, resolver.words(words.matrix_caption(continuation)), words)
    return Drawn(data, said_drawings.say(data, words, beside=words.drawings.in_table), table)


def _bonds(at: str, swatch: str, resolver: Resolver) -> Drawn:
    words = resolver.vocabulary
    rows, bonds = bonds_of((*each.measure.responsible, *each.measure.partners) for each in all_measures(resolver))
    counts = sorted({bond.count for bond in bonds})
    # The stronger half stands out; the legend says from which number on, where the most alone is not all of it.
    strong = [count for count in counts if count * 2 > counts[-1]][:1]
    from_count = {count: words.drawings.from_count.format(count=count) for count in strong if counts[0] < count < counts[-1]}
    legend = tuple(
        drawing_data.DrawingMark(from_count.get(count, ""), str(count))
        for count in dict.fromkeys((*counts[:1], *strong, *counts[-1:]))
    )
    data = drawing_data.DrawingData("bonds", swatch, rows=rows, bonds=bonds, legend=legend, legend_title=words.drawings.shared)
    return Drawn(data, said_drawings.say(data, words, beside=words.drawings.in_table), said_drawings.table_of(at, data, words))


def _ticks(measures: list[Numbered], rows: set[str], resolver: Resolver) -> Iterator[drawing_data.Tick]:
    responsible: dict[tuple[str, str], bool] = {}
    for each in measures:
        column = _words(resolver, each.chapter.short_title or each.chapter.title.plain)
        for name in each.measure.responsible:
            responsible[name, column] = True
        for name in each.measure.partners:
            responsible.setdefault((name, column), False)
    for (name, column), leads in sorted(responsible.items()):
        if name in rows:
            yield drawing_data.Tick(name, column, leads)


def _matrix_table(at: str, data: drawing_data.DrawingData, caption: Content, words: Vocabulary) -> nodes.Table:
    """Say the matrix in words: for each body the numbers of the fields in two columns, not one word in each of many cells."""
    at = address(at, "data")
    said, none = words.columns, words.matrix.none
    heads = ("who", "responsible", "partners")
    return nodes.Table(
        address=at,
        label="",
        caption=caption,
        columns=tuple(
            nodes.Column(address(at, name), (Words(title),), width=width)
            for name, title, width in zip(heads, (said.who, said.responsible, said.partners), MATRIX_WIDTHS, strict=True)
        ),
        rows=tuple(
            nodes.Row(
                f"{at}-{number}",
                tuple(
                    nodes.Cell(address(f"{at}-{number}", name), content)
                    for name, content in zip(heads, ((Words(row),), *_fields_of(data, row, none)), strict=True)
                ),
            )
            for number, row in enumerate(data.rows, start=1)
        ),
        row_headers=True,
        role=nodes.TableRole.DATA,
        editable=False,
    )


def _fields_of(data: drawing_data.DrawingData, row: str, none: str) -> Iterator[Content]:
    """Give the numbers of the fields in which a body is responsible, and of those in which it takes part."""
    for leading in (True, False):
        named = {tick.column for tick in data.ticks if tick.row == row and tick.responsible == leading}
        fields = ", ".join(mark.value for mark in data.marks if mark.label in named)
        yield (Words(fields),) if fields else (Aloud((Words("–"),), none),)
