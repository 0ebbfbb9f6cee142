"""Tables that both reports have, that of print files and that of accessibility."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from markupsafe import Markup

from kursbuch_press.checks.german import count, runs
from kursbuch_press.checks.wording import report as words
from kursbuch_press.problems import Severity


def table_head(*titles: str) -> Markup:
    """Write the head of a table."""
    cells = Markup("").join(Markup('<th scope="col">{}</th>').format(title) for title in titles)
    return Markup("<thead><tr>{}</tr></thead>").format(cells)


def findings_table(columns: Sequence[str], rows: Sequence[tuple[Severity, tuple[str, ...]]], look: str = "findings") -> Markup:
    """Write a row for each finding, without the columns in which no row says anything."""
    kept = [at for at in range(len(columns)) if any(row[at] for _, row in rows)]
    lines = [Markup('<table class="{}">{}\n<tbody>').format(look, table_head(*(columns[at] for at in kept)))]
    for severity, row in rows:
        cells = Markup("").join(Markup('<td class="c{}">{}</td>').format(at, row[at]) for at in kept)
        lines.append(Markup('<tr class="{}">{}</tr>').format(severity, cells))
    return Markup("\n").join([*lines, Markup("</tbody></table>")])


def more_findings(pages: Sequence[int]) -> Iterator[Markup]:
    """Say how many findings have no row of their own and on which pages they are; 0 stands for the whole file."""
    if pages:
        shown = runs(page for page in pages if page)
        shape = words.MORE if shown else words.MORE_WITHOUT_PAGE
        yield Markup("<p>{}</p>").format(
            shape.format(count=count(len(pages), "weiterer Befund", "weitere Befunde"), pages=shown)
        )
