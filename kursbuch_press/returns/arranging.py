"""Putting changes in order: cells become rows, what was struck out here and added there was moved, and all are numbered."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace

from kursbuch_press.drafts.snapshot import Block, Kind
from kursbuch_press.drafts.spans import Span, Spans, span_text
from kursbuch_press.returns.comparing import Raw, compare
from kursbuch_press.returns.groups import Group
from kursbuch_press.returns.likeness import likeness, rising
from kursbuch_press.returns.paragraphs import Tracked
from kursbuch_press.returns.returned import Change, ChangeKind, Foreign, Hand, Piece, PieceKind, Unplaced
from kursbuch_press.returns.telling import Teller, Told
from kursbuch_press.returns.tokens import letters_of, normal, words_in

_CELLS = frozenset({Kind.CELL, Kind.HEAD_CELL})
_THE_SAME = 0.9


def arranged(teller: Teller) -> list[Told]:
    """Give the changes of a story in reading order."""
    arranging = _Arranging(teller)
    arranging.strike_rows()
    arranging.strike_columns()
    arranging.add_rows()
    arranging.find_moves()
    if not any(block.kind is Kind.NOTE for block in teller.blocks):
        arranging.find_swaps()
    return sorted(arranging.told, key=lambda told: told.at)


@dataclass
class _Arranging:
    teller: Teller

    def __post_init__(self) -> None:
        self.told: list[Told] = list(self.teller.told)
        self.blocks: Sequence[Block] = self.teller.blocks
        self.groups: Sequence[Group] = self.teller.groups

    def strike_rows(self) -> None:
        """Make one change of a row of which all words are gone."""
        rows: dict[tuple[int, int], list[Told]] = defaultdict(list)
        for told in self.told:
            if told.gone and told.row is not None and told.change.kind in {ChangeKind.DELETED, ChangeKind.EDITED}:
                rows[told.row].append(told)
        cells = _rows_of(self.blocks)
        for row, found in rows.items():
            spoken = {block.address for block in cells[row] if block.rendered.strip()}
            if spoken != {told.change.address for told in found}:
                continue
            self._strike(found, row, [block.address for block in cells[row]])

    def strike_columns(self) -> None:
        """Make one change of a column of which all words are gone, those of its head too."""
        columns: dict[tuple[int, int], list[Block]] = defaultdict(list)
        for block in self.blocks:
            if block.kind in _CELLS and block.rendered.strip():
                columns[block.table or 0, block.column or 0].append(block)
        gone = {
            told.change.address: told
            for told in self.told
            if not told.change.addresses and told.row is not None and _is_struck(told.change)
        }
        for blocks in columns.values():
            found = [gone[block.address] for block in blocks if block.address in gone]
            if len(found) == len(blocks) > 1 and blocks[0].kind is Kind.HEAD_CELL:
                self._strike(found, found[0].row or (0, 0), [block.address for block in blocks])

    def _strike(self, found: Sequence[Told], row: tuple[int, int], addresses: Sequence[str]) -> None:
        """Make one change of cells that went together."""
        whole = replace(
            found[0].change,
            kind=ChangeKind.DELETED,
            before=_lines([told.change.before for told in found]),
            pieces=tuple(piece for told in found for piece in told.change.pieces),
            hands=tuple(dict.fromkeys(hand for told in found for hand in told.change.hands)),
            addresses=tuple(addresses),
        )
        self._replace(found, Told(found[0].at, whole, row, gone=True))

    def _replace(self, old: Sequence[Told], new: Told | None) -> None:
        gone = {id(each) for each in old}
        self.told = [each for each in self.told if id(each) not in gone]
        if new is not None:
            self.told.append(new)

    def add_rows(self) -> None:
        """Make one change of a new row; cells in old rows and whole tables have no place in a draft."""
        rows: dict[tuple[int, int], list[Told]] = defaultdict(list)
        for told in self.told:
            if told.row is not None and told.change.kind is ChangeKind.NEW:
                rows[told.row].append(told)
        known = {group.cell for group in self.groups if group.block is not None and group.cell is not None}
        tables, old_rows = {cell[0] for cell in known}, {cell[:2] for cell in known}
        foreign: dict[int, list[Told]] = defaultdict(list)
        for row, found in rows.items():
            if row[0] not in tables:
                foreign[row[0]].extend(found)
            elif row in old_rows:
                for told in found:
                    self._set_aside([told], Foreign.CELL)
            else:
                self._row(row, found)
        for found in foreign.values():
            self._set_aside(found, Foreign.TABLE)

    def _set_aside(self, found: Sequence[Told], what: Foreign) -> None:
        text = "\n".join(span_text(told.change.after) for told in found)
        first = found[0].change
        hands = [hand for told in found for hand in told.change.hands]
        hand = hands[0] if hands else None
        rows = self._cells(found) if what is Foreign.TABLE else ()
        self.teller.unplaced.append(Unplaced(what, text, first.behind, first.chapter, hand, rows=rows))
        words = sum(len(words_in(span_text(told.change.after))) for told in found)
        self.teller.tally.new -= words
        self.teller.tally.unplaced += words
        self._replace(found, None)

    def _cells(self, found: Sequence[Told]) -> tuple[tuple[Spans, ...], ...]:
        """Give a table row by row, each cell with all its paragraphs."""
        rows: dict[tuple[int, int], dict[int, list[Spans]]] = {}
        for told in found:
            cells = rows.setdefault(told.row or (0, 0), {})
            cells.setdefault(_column(told, self.groups), []).append(told.change.after)
        return tuple(tuple(_lines(cells[column]) for column in sorted(cells)) for _, cells in sorted(rows.items()))

    def _row(self, row: tuple[int, int], found: Sequence[Told]) -> None:
        columns = sorted({group.cell[2] for group in self.groups if group.cell is not None and group.cell[:2] == row})
        parts = tuple(
            _lines([told.change.after for told in found if _column(told, self.groups) == column]) for column in columns
        )
        hands = tuple(dict.fromkeys(hand for told in found for hand in told.change.hands))
        first = min(found, key=lambda told: told.at)
        pieces = tuple(piece for told in found for piece in told.change.pieces)
        after = _lines([part for part in parts if part])
        self._replace(found, Told(first.at, replace(first.change, parts=parts, after=after, pieces=pieces, hands=hands)))

    def find_moves(self) -> None:
        """Make one change of words that were struck out here and stand there."""
        struck = [
            (told, normal(span_text(told.change.before)))
            for told in self.told
            if told.change.kind is ChangeKind.DELETED and len(_said(told.change)) > 0
        ]
        for new in [told for told in self.told if told.change.kind is ChangeKind.NEW]:
            said = normal(span_text(new.change.after))
            found = next((each for each in struck if _of_one_kind(each[0], new) and _is_moved(each[1], said)), None)
            if found is None:
                continue
            struck.remove(found)
            old = found[0]
            words = len(words_in(span_text(new.change.after)))
            self.teller.tally.new -= words
            self.teller.tally.changed += words
            self.teller.tally.struck -= len(words_in(span_text(old.change.before)))
            moved = replace(
                old.change,
                kind=ChangeKind.MOVED,
                after=new.change.after,
                pieces=self._moved_pieces(old.change, new.change),
                hands=tuple(dict.fromkeys((*new.change.hands, *old.change.hands))),
                behind=new.change.behind,
                parts=new.change.parts,
            )
            self._replace([old, new], Told(new.at, moved))

    def _moved_pieces(self, old: Change, new: Change) -> tuple[Piece, ...]:
        """Give the words as kept where they are the same; whoever moved them is said to have changed the others."""
        if normal(span_text(old.before)) == normal(span_text(new.after)):
            return (Piece(PieceKind.KEPT, new.after),)
        hand = next(iter((*new.hands, *old.hands)), self.teller.context.saved_by)
        raw = [Raw(letter, Tracked.KEPT, None) for letter in letters_of(new.after)]
        return compare(letters_of(old.before), raw, replace(self.teller.context, saved_by=hand)).pieces

    def find_swaps(self) -> None:
        """Tell of blocks that stand in another order than in the draft."""
        known = [
            (group.block, at)
            for at, group in enumerate(self.groups)
            if group.block is not None
            and group.now().strip()
            and not self.blocks[group.block].style.startswith(("TOC", "Index"))
        ]
        keep = rising([block for block, _ in known])
        rows: dict[tuple[int, int], list[tuple[int, int]]] = defaultdict(list)
        for place, (block, at) in enumerate(known):
            if place in keep:
                continue
            if self.blocks[block].kind in _CELLS:
                rows[self.blocks[block].table or 0, self.blocks[block].row or 0].append((block, at))
            else:
                self._swap([block], at)
        for found in rows.values():
            self._swap([block for block, _ in found], found[0][1])

    def _swap(self, moved: list[int], at: int) -> None:
        blocks = [self.blocks[each] for each in moved]
        addresses = {block.address for block in blocks}
        edits = [told for told in self.told if told.change.address in addresses]
        behind = next((self.blocks[group.block].address for group in reversed(self.groups[:at]) if group.block is not None), "")
        hand: Hand = self.teller.context.saved_by
        if edits:
            for told in edits:
                if told.change.kind is ChangeKind.EDITED:
                    self._replace([told], replace_change(told, kind=ChangeKind.MOVED, behind=behind))
            return
        spans = _lines([block.spans for block in blocks])
        change = Change(
            0, ChangeKind.MOVED, blocks[0].kind, blocks[0].address, blocks[0].chapter, spans, spans,
            (Piece(PieceKind.KEPT, spans),), (hand,), self.groups[at].found, editable=blocks[0].editable, behind=behind,
            addresses=tuple(block.address for block in blocks) if len(blocks) > 1 else (), level=blocks[0].level,
            ordered=blocks[0].ordered,
        )  # fmt: skip
        self.told.append(Told((at, 0), change))


def _is_struck(change: Change) -> bool:
    return change.kind in {ChangeKind.DELETED, ChangeKind.EDITED} and not span_text(change.after).strip()


def _of_one_kind(old: Told, new: Told) -> bool:
    one, other = old.change.block, new.change.block
    return (one in _CELLS) == (other in _CELLS) and (one is Kind.NOTE) == (other is Kind.NOTE)


def _is_moved(one: str, other: str) -> bool:
    """Say whether two texts are the same but for a word or two; texts of very different length cannot be."""
    if one == other:
        return True
    longest, shortest = max(len(one), len(other)), min(len(one), len(other))
    if shortest * 3 < longest or len(words_in(one)) <= 2:  # noqa: PLR2004 - a few words
        return False
    return likeness(one, other) >= _THE_SAME


def replace_change(told: Told, *, kind: ChangeKind, behind: str) -> Told:
    """Give a told change as one of another kind."""
    return Told(told.at, replace(told.change, kind=kind, behind=behind), told.row, told.gone)


def _column(told: Told, groups: Sequence[Group]) -> int:
    cell = groups[told.at[0]].cell
    return cell[2] if cell is not None else 0


def _said(change: Change) -> list[str]:
    return words_in(span_text(change.before))


def _rows_of(blocks: Sequence[Block]) -> dict[tuple[int, int], list[Block]]:
    rows: dict[tuple[int, int], list[Block]] = defaultdict(list)
    for block in blocks:
        if block.kind in _CELLS:
            rows[block.table or 0, block.row or 0].append(block)
    return rows


def _lines(texts: Sequence[tuple[Span, ...]]) -> tuple[Span, ...]:
    found: list[Span] = []
    for text in texts:
        if found:
            found.append(Span("\n"))
        found.extend(text)
    return tuple(found)
