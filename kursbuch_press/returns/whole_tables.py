"""Tables that lost their anchors: which table of a return is which of the draft, so that their cells are not mixed up."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from kursbuch_press.drafts.snapshot import Block
from kursbuch_press.returns.groups import Group
from kursbuch_press.returns.likeness import shared
from kursbuch_press.returns.returned import Found
from kursbuch_press.returns.tokens import words_in

_TELLING = 3
Rows = dict[int, list[int]]


def paired_tables(blocks: Sequence[Block], groups: Sequence[Group], texts: Sequence[str]) -> dict[int, int | None]:
    """Give for each table of a return that of the draft; None for one that is new. Tables with anchors are left out.

    Cells with words that stand in one table only say which it is. What is left between two known tables is paired in order if
    there are as many on both sides; where the draft has none left, the return has a new one.
    """
    anchored = {each.cell[0] for each in groups if each.cell and each.block is not None and each.found is not Found.TEXT}
    theirs = list(dict.fromkeys(each.cell[0] for each in groups if each.cell and each.cell[0] not in anchored))
    ours = list(dict.fromkeys(each.table for each in blocks if each.table is not None))
    known = _voted(blocks, groups, texts, theirs)
    taken = {block.table for each in groups if each.cell and each.cell[0] in anchored and each.block is not None
             for block in (blocks[each.block],)}  # fmt: skip
    found: dict[int, int | None] = dict(known)
    for table in theirs:
        if table in found:
            continue
        low = max((known[each] for each in known if each < table), default=-1)
        high = min((known[each] for each in known if each > table), default=len(blocks))
        free = [each for each in ours if low < each < high and each not in known.values() and each not in taken]
        beside = [each for each in theirs if each not in known and _between(known, each) == _between(known, table)]
        if len(free) == len(beside):
            found[table] = free[beside.index(table)]
        elif not free:
            found[table] = None
    return found


def _between(known: Mapping[int, int], table: int) -> tuple[int, int]:
    return max((each for each in known if each < table), default=-1), min((each for each in known if each > table), default=-1)


def _voted(blocks: Sequence[Block], groups: Sequence[Group], texts: Sequence[str], theirs: list[int]) -> dict[int, int]:
    standing = Counter(text for text, block in zip(texts, blocks, strict=True) if block.table is not None)
    place = {text: block.table for text, block in zip(texts, blocks, strict=True) if block.table is not None}
    votes: dict[tuple[int, int], int] = defaultdict(int)
    for group in groups:
        table = place.get(group.text)
        if group.cell and group.cell[0] in theirs and table is not None and standing[group.text] == 1:
            votes[group.cell[0], table] += len(words_in(group.text)) >= _TELLING
    found: dict[int, int] = {}
    for (their, our), count in sorted(votes.items(), key=lambda each: -each[1]):
        if count and their not in found and our not in found.values():
            found[their] = our
    return found


def paired_cells(
    blocks: Sequence[Block], groups: Sequence[Group], texts: Sequence[str], pair: tuple[int, int]
) -> list[tuple[int, int]]:
    """Give cells of two tables that belong together: those of rows that begin alike and have as many."""
    their, our = pair
    ours, theirs = Rows(), Rows()
    for at, block in enumerate(blocks):
        if block.table == our:
            ours.setdefault(block.row or 0, []).append(at)
    for at, group in enumerate(groups):
        if group.cell and group.cell[0] == their:
            theirs.setdefault(group.cell[1], []).append(at)
    one, other = list(ours.values()), list(theirs.values())
    keys = [texts[row[0]] for row in one], [groups[row[0]].text for row in other]
    rows = {i: j for i, j in shared(*keys) if keys[0][i]}
    rows |= _moved_rows(rows, keys, [{_row_of(blocks, groups[at], our) for at in row} - {None} for row in other], [*ours])
    whole = [(one[i], other[j]) for i, j in rows.items() if len(one[i]) == len(other[j])]
    return [pair for row in whole for pair in zip(*row, strict=True)]


def _row_of(blocks: Sequence[Block], group: Group, table: int) -> int | None:
    """Say in which row of a table the words of a cell were found already."""
    block = blocks[group.block] if group.block is not None else None
    return block.row or 0 if block is not None and block.table == table else None


def _moved_rows(
    known: Mapping[int, int], keys: tuple[list[str], list[str]], told: Sequence[set[int | None]], rows: list[int]
) -> dict[int, int]:
    """Find rows that stand elsewhere now: by a cell that was found, else by a beginning that no other row has."""
    left = [i for i in range(len(keys[0])) if i not in known], [j for j in range(len(keys[1])) if j not in known.values()]
    once = [Counter(keys[side][at] for at in left[side]) for side in (0, 1)]
    found: dict[int, int] = {}
    for j in left[1]:
        key = keys[1][j]
        alike = [i for i in left[0] if told[j] == {rows[i]}]
        if not alike and key and not told[j] and once[0][key] == once[1][key] == 1:
            alike = [i for i in left[0] if keys[0][i] == key]
        if len(alike) == 1 and alike[0] not in found:
            found[alike[0]] = j
    return found
