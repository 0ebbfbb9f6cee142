"""How wide the columns of a table are: by their shares, but wide enough for their longest word."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from kursbuch_press.compose.inlines import plain
from kursbuch_press.compose.nodes import Table
from kursbuch_press.word.looks import Looks
from kursbuch_press.word.metrics import Letters

_POINTS = 72 / 25.4
_MANY = 6


def column_shares(node: Table, looks: Looks, width: float) -> list[float]:
    """Give the widths of the columns in pt, on lines of a width in mm.

    German words are long, and a program without German hyphenation breaks them anywhere.
    """
    look = looks.resolved("Tabellentext")
    letters = Letters(serif=look.font == "text", bold=True)
    padding = 2 * looks.set.tables["TableGrid"].gap * _POINTS + 2
    least = []
    for at, column in enumerate(node.columns):
        texts = (column.title, *(row.cells[at].content for row in node.rows if not row.heads))
        least.append(max(letters.longest(plain(text)) for text in texts) * (look.size or 0) + padding)
    return fitting(_wanted(node), least, width * _POINTS)


def _wanted(node: Table) -> list[float]:
    """Give the shares as set; where many are alike, a column that names the rows needs more."""
    shares: list[float] = [column.width for column in node.columns]
    if node.row_headers and len(shares) >= _MANY and len(set(shares)) == 1:
        shares[0] *= 1.6
    return shares


def fitting(shares: Sequence[float], least: Sequence[float], width: float) -> list[float]:
    """Share a width out; columns that would get less than their least get that, the others share the rest."""
    given: dict[int, float] = {}
    while sum(least) < width:
        free = [at for at in range(len(shares)) if at not in given]
        rest, total = width - sum(given.values()), sum(shares[at] for at in free)
        short = {at: least[at] for at in free if rest * shares[at] / total < least[at]}
        if not short:
            return [given.get(at, rest * share / (total or 1)) for at, share in enumerate(shares)]
        given |= short
    return [width * share / sum(shares) for share in shares]


def widths(width: int, shares: Sequence[float]) -> list[str]:
    """Give the widths of columns in twentieths of a point, rounded so that they add up to the whole."""
    edges = [round(width * sum(shares[:at]) / sum(shares)) for at in range(len(shares) + 1)]
    return [str(after - before) for before, after in pairwise(edges)]
