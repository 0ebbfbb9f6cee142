"""Tables of the report: columns in which no row says anything are left out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from markupsafe import Markup

from kursbuch_press.checks.german import count, runs
from kursbuch_press.checks.wording import report as words


def table(look: str, columns: Sequence[tuple[str, str]], rows: Sequence[tuple[str, Sequence[str | Markup]]]) -> Markup:
    """Write a table of columns (class and title); each row has its class and a cell for each column, the first one heads it."""
    kept = [at for at in range(len(columns)) if not at or any(row[at] for _, row in rows)]
    head = Markup("").join(Markup('<th scope="col">{}</th>').format(columns[at][1]) for at in kept)
    lines = [Markup('<table class="{}"><thead><tr>{}</tr></thead>\n<tbody>').format(look, head)]
    for name, row in rows:
        cells = Markup("").join(_cell(columns[at][0], row[at]) for at in kept)
        lines.append(Markup('<tr class="{}">{}</tr>').format(name, cells))
    return Markup("\n").join([*lines, Markup("</tbody></table>")])


def _cell(name: str, content: str | Markup) -> Markup:
    if name == HEAD:
        return Markup('<th scope="row">{}</th>').format(content)
    return Markup('<td class="{}">{}</td>').format(name, content)


HEAD = "head"
"""The class of a column whose cells head their rows."""


def more_findings(pages: Sequence[int]) -> Iterator[Markup]:
    """Say how many findings have no row of their own and on which pages they are; 0 stands for the whole file."""
    if pages:
        shown = runs(page for page in pages if page)
        shape = words.MORE if shown else words.MORE_WITHOUT_PAGE
        yield Markup("<p>{}</p>").format(
            shape.format(count=count(len(pages), *words.MORE_FINDING), pages=shown),
        )
