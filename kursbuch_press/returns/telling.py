"""From aligned paragraphs to changes: edited, new, deleted, moved, split, joined; and what each costs in the ledger."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from kursbuch_press.drafts.snapshot import Block, Kind
from kursbuch_press.drafts.spans import span_text
from kursbuch_press.returns.comparing import Compared, Context, after, compare, raw_of
from kursbuch_press.returns.groups import Group
from kursbuch_press.returns.likeness import covered
from kursbuch_press.returns.paragraphs import Paragraph, Tracked, words_of
from kursbuch_press.returns.returned import Change, ChangeKind, Found, Piece, PieceKind, Unplaced
from kursbuch_press.returns.segments import Segment, segments_of, with_line_breaks
from kursbuch_press.returns.tally import Tally
from kursbuch_press.returns.texts import all_new, base_letters, end_letters, hands_of, is_as_it_was, joined_spans, settled
from kursbuch_press.returns.tokens import Letter, words_in

_CELLS = frozenset({Kind.CELL, Kind.HEAD_CELL})
_WHOLE = frozenset({Kind.CELL, Kind.HEAD_CELL, Kind.NOTE})
_DIRECTORIES = ("TOC", "TableofFigures", "Index")
_MOSTLY = 0.6
_FEW = 2


@dataclass(slots=True)
class Told:
    """One change with its place in the order of the return: the group behind which it is told, and its place there."""

    at: tuple[int, int]
    change: Change
    row: tuple[int, int] | None = None
    gone: bool = False


@dataclass(slots=True)
class Teller:
    """Tells the changes of one story: the text of a file, or its notes."""

    blocks: Sequence[Block]
    groups: Sequence[Group]
    context: Context
    furniture: frozenset[str] = frozenset()
    tally: Tally = field(default_factory=Tally)
    told: list[Told] = field(default_factory=list)
    unplaced: list[Unplaced] = field(default_factory=list)
    _used: set[int] = field(default_factory=set)
    _seen: set[int] = field(default_factory=set)
    _taken: set[int | None] = field(default_factory=set)
    _first_halves: dict[int, list[Group]] = field(default_factory=dict)

    def tell(self) -> None:
        """Go through the return in reading order, then name the blocks that it does not have."""
        self._taken = {group.block for group in self.groups}
        self._find_first_halves()
        for at, chain in _chains(self.groups):
            self._chain(at, [each for each in chain if id(each) not in self._seen])
        self._missing()

    # One chain: groups that tracked deletions of paragraph marks have joined

    def _chain(self, at: int, chain: list[Group]) -> None:
        speaking = [group for group in chain if group.now().strip()]
        silent = [group for group in chain if not group.now().strip()]
        for group in silent:
            if group.block is not None and (not speaking or self._text(group.block)):
                self._edited(at, [group.block], [group])
        if not speaking:
            return
        matched = [group for group in speaking if group.block is not None]
        if not matched:
            self._unknown(at, speaking)
            return
        blocks = [group.block for group in matched if group.block is not None]
        if len(matched) == 1:
            first_half = self._first_halves.get(id(matched[0]), [])
            speaking = [*first_half, *speaking, *self._split_off(at, matched[0], len(chain))]
            blocks = [*self._swallowed(matched[0], before=True), *blocks, *self._swallowed(matched[0], before=False)]
        self._edited(at, blocks, speaking)

    def _text(self, block: int) -> str:
        return self.blocks[block].rendered.strip()

    def _find_first_halves(self) -> None:
        """Find paragraphs before one that hold the words it lost: it was split, and known by its second half."""
        for at, group in enumerate(self.groups):
            if group.block is None or self.blocks[group.block].kind in _WHOLE:
                continue
            found: list[Group] = []
            said = group.now()
            for each in reversed(self.groups[max(0, at - 8) : at]):
                if not self._is_half(each, group.block, said):
                    break
                found.insert(0, each)
                said += "\n" + each.now()
            if found:
                self._first_halves[id(group)] = found
                self._seen.update(id(each) for each in found)

    def _is_half(self, group: Group, block: int, said: str) -> bool:
        """Say whether a paragraph that nobody knows holds words of a block that it does not say elsewhere."""
        now = group.now()
        if group.block is not None or group.cell is not None or group.is_inserted or len(words_in(now)) < _FEW:
            return False
        return covered(now, self.blocks[block].rendered, said) >= _MOSTLY

    def _split_off(self, at: int, group: Group, length: int) -> list[Group]:
        """Give the paragraphs behind a group that hold the words it lost: it was split with tracking off."""
        block = self.blocks[group.block or 0]
        found: list[Group] = []
        if block.kind in _WHOLE:
            return found
        said = group.now()
        for each in self.groups[at + length : at + length + 8]:
            if id(each) in self._seen or not self._is_half(each, group.block or 0, said):
                break
            found.append(each)
            said += "\n" + each.now()
        self._seen.update(id(each) for each in found)
        return found

    def _swallowed(self, group: Group, *, before: bool) -> list[int]:
        """Give the neighbours in the draft whose words now stand in a group: they were joined with tracking off."""
        if group.block is None or self.blocks[group.block].kind in _WHOLE:
            return []
        step, found, at = -1 if before else 1, list[int](), group.block
        said = self.blocks[group.block].rendered
        while 0 <= (at := at + step) < len(self.blocks):
            block = self.blocks[at]
            if at in self._taken or at in self._used or block.kind in _WHOLE or not words_in(block.rendered):
                break
            enough = _MOSTLY if len(words_in(block.rendered)) >= _FEW else 1.0
            if covered(block.rendered, group.now(), said) < enough:
                break
            found.append(at)
            said += "\n" + block.rendered
        return found[::-1] if before else found

    def _edited(self, at: int, blocks: list[int], groups: list[Group]) -> None:
        """Compare one block, or several that were joined, with what they have become."""
        self._used.update(blocks)
        paragraphs = [each for group in groups for each in group.paragraphs]
        first = self.blocks[blocks[0]]
        if len(blocks) == 1 and is_as_it_was(first, paragraphs, self.context):
            self.tally.unchanged += sum(len(words_in(line)) for line in words_of(paragraphs))
            return
        compared = self._compared(blocks, paragraphs)
        self._count(compared)
        if compared.same or self._is_refreshed(first, compared):
            return
        telling = _Telling(at, blocks, groups, compared, tuple(paragraphs))
        if len(blocks) > 1:
            self._add(telling, ChangeKind.JOINED, addresses=tuple(self.blocks[each].address for each in blocks))
        else:
            self._one(telling)

    def _compared(self, blocks: list[int], paragraphs: list[Paragraph]) -> Compared:
        base: list[Letter] = []
        for number, block in enumerate(blocks):
            base.extend(end_letters() if number else ())
            base.extend(base_letters(self.blocks[block]))
        raw = raw_of(paragraphs, self.context)
        return compare(base, settled(base, raw, self.blocks[blocks[0]], self.context), self.context)

    def _count(self, compared: Compared) -> None:
        self.tally.unchanged += compared.unchanged
        self.tally.changed += compared.changed
        self.tally.struck += compared.struck

    def _is_refreshed(self, block: Block, compared: Compared) -> bool:
        """Say whether a line of a contents was computed anew, which nobody tracks."""
        if not block.style.startswith(_DIRECTORIES) or any(p.hand and p.hand.tracked for p in compared.pieces):
            return False
        self.tally.unchanged += compared.changed
        self.tally.changed -= compared.changed
        self.tally.struck -= compared.struck
        return True

    def _one(self, telling: _Telling) -> None:
        """Tell what happened to one block: edited, deleted or split, with new paragraphs before and behind it."""
        block = self.blocks[telling.blocks[0]]
        segments = segments_of(telling.compared.pieces, telling.paragraphs)
        said = [each for each in segments if span_text(each.after).strip()]
        if not said:
            self._add(telling, ChangeKind.EDITED if block.kind in _CELLS else ChangeKind.DELETED, gone=True)
            return
        if block.kind in _WHOLE:
            self._add(telling, ChangeKind.SPLIT if len(said) > 1 else ChangeKind.EDITED, segments=said)
            return
        kept = [number for number, each in enumerate(said) if each.is_kept] or [0]
        for each in said[: kept[0]]:
            self._new(telling.at, each, self._address_before(telling.blocks[0]), order=-1)
        own = said[kept[0] : kept[-1] + 1]
        pieces = (*(piece for each in own[:-1] for piece in each.all_pieces), *own[-1].pieces)
        if any(piece.kind is not PieceKind.KEPT for piece in pieces) or len(own) > 1:
            self._add(telling, ChangeKind.SPLIT if len(own) > 1 else ChangeKind.EDITED, segments=own, pieces=pieces)
        for each in said[kept[-1] + 1 :]:
            self._new(telling.at, each, block.address, order=1)

    def _add(  # noqa: PLR0913 - the parts of a change that are not always there
        self,
        telling: _Telling,
        kind: ChangeKind,
        *,
        segments: Sequence[Segment] = (),
        pieces: tuple[Piece, ...] = (),
        addresses: tuple[str, ...] = (),
        gone: bool = False,
    ) -> None:
        blocks = [self.blocks[each] for each in telling.blocks]
        first = blocks[0]
        pieces = with_line_breaks(pieces or telling.compared.pieces)
        change = Change(
            number=0,
            kind=kind,
            block=first.kind,
            address=first.address,
            chapter=first.chapter,
            before=joined_spans(blocks),
            after=segments[0].after if segments else after(pieces),
            pieces=pieces,
            hands=hands_of(pieces, telling.paragraphs),
            found=telling.groups[0].found,
            certain=all(group.found not in {Found.LIKENESS, Found.GAP} for group in telling.groups if group.block is not None),
            editable=all(block.editable for block in blocks),
            parts=tuple(each.after for each in segments[1:]),
            addresses=addresses,
            level=first.level,
            ordered=first.ordered,
        )
        row = (first.table or 0, first.row or 0) if first.kind in _CELLS else None
        whole_row = any(each.row is Tracked.DELETED for each in telling.paragraphs)
        self.told.append(Told((telling.at, 0), change, row, gone and (whole_row or first.kind not in _CELLS)))

    # What the draft does not have

    def _unknown(self, at: int, groups: list[Group]) -> None:
        """Tell of new paragraphs that are one by now; cells wait until their row is known."""
        paragraphs = tuple(paragraph for group in groups for paragraph in group.paragraphs)
        tracked = any(run.hand for each in paragraphs for run in each.runs)
        furniture = all(group.text in self.furniture for group in groups)
        if not tracked and (all(each.generated for each in paragraphs) or furniture):
            self.tally.unchanged += sum(len(words_in(line)) for line in words_of(paragraphs))
            return
        pieces = all_new(raw_of(paragraphs, self.context), self.context)
        for each in segments_of(pieces, paragraphs):
            if span_text(each.after).strip():
                self.tally.changed += len(words_in(span_text(each.after)))
                self._new(at, each, self._behind(at), order=1, cell=groups[0].cell)

    def _new(  # noqa: PLR0913 - a place, words, and what they are
        self, at: int, segment: Segment, behind: str, *, order: int, cell: tuple[int, int, int] | None = None
    ) -> None:
        """Tell of one new paragraph; its words were counted as changed, and are new."""
        words = len(words_in(span_text(segment.after)))
        self.tally.changed -= words
        self.tally.new += words
        kind, level, ordered = self._kind_of(segment.paragraph, behind)
        near = next((block for block in self.blocks if block.address == behind), None)
        change = Change(
            number=0,
            kind=ChangeKind.NEW,
            block=Kind.CELL if cell is not None else kind,
            address="",
            chapter=near.chapter if near is not None else "",
            before=(),
            after=segment.after,
            pieces=segment.pieces,
            hands=hands_of(segment.pieces, (segment.paragraph,)),
            found=Found.ANCHOR,
            editable=near is None or near.editable or near.kind in {Kind.HEADING, Kind.PICTURE, Kind.CAPTION},
            behind=behind,
            level=level,
            ordered=ordered,
        )
        self.told.append(Told((at, order), change, cell[:2] if cell is not None else None))

    def _kind_of(self, paragraph: Paragraph, behind: str) -> tuple[Kind, int, bool]:
        """Say what a new paragraph is, by its style, or by that of the items beside it."""
        if paragraph.note:
            return Kind.NOTE, 0, False
        if paragraph.outline:
            return Kind.HEADING, paragraph.outline, False
        items = {block.style: block for block in self.blocks if block.kind is Kind.ITEM}
        if paragraph.style in items:
            item = items[paragraph.style]
            return Kind.ITEM, max(item.level, paragraph.level), item.ordered
        if paragraph.listed:
            near = next((block for block in self.blocks if block.address == behind), None)
            return Kind.ITEM, paragraph.level, near is not None and near.ordered
        return Kind.PARAGRAPH, 0, False

    def _behind(self, at: int) -> str:
        """Give the address of the block before a group."""
        for group in reversed(self.groups[:at]):
            if group.block is not None:
                return self.blocks[group.block].address
        return ""

    def _address_before(self, block: int) -> str:
        return self.blocks[block - 1].address if block > 0 else ""

    def _missing(self) -> None:
        """Name the blocks that the return does not have at all: their words were struck out with tracking off."""
        place = {group.block: at for at, group in enumerate(self.groups) if group.block is not None}
        last = -1
        for number, block in enumerate(self.blocks):
            last = place.get(number, last)
            if number in self._used or number in place or not block.rendered.strip() or block.style.startswith(_DIRECTORIES):
                continue
            pieces = (Piece(PieceKind.DELETED, block.spans, self.context.saved_by),)
            self.tally.struck += len(words_in(block.rendered))
            change = Change(
                0, ChangeKind.DELETED, block.kind, block.address, block.chapter, block.spans, (), pieces,
                (self.context.saved_by,), Found.TEXT, editable=block.editable, level=block.level, ordered=block.ordered,
            )  # fmt: skip
            row = (block.table or 0, block.row or 0) if block.kind in _CELLS else None
            self.told.append(Told((last, 2 + number), change, row, gone=True))


@dataclass(frozen=True, slots=True)
class _Telling:
    """What is known of blocks that are being told of."""

    at: int
    blocks: list[int]
    groups: list[Group]
    compared: Compared
    paragraphs: tuple[Paragraph, ...]


def _chains(groups: Sequence[Group]) -> Iterator[tuple[int, list[Group]]]:
    """Put groups together that deleted paragraph marks have joined."""
    chain: list[Group] = []
    start = 0
    for at, group in enumerate(groups):
        if chain and (chain[-1].cell != group.cell or chain[-1].paragraphs[0].note != group.paragraphs[0].note):
            yield start, chain
            chain = []
        if not chain:
            start = at
        chain.append(group)
        if group.paragraphs[-1].mark not in {Tracked.DELETED, Tracked.NEVER}:
            yield start, chain
            chain = []
    if chain:
        yield start, chain
