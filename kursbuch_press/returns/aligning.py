"""Finding the blocks of a draft again: by anchor, by the id of the paragraph, by their words, by likeness, by what is left."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

from kursbuch_press.drafts.snapshot import Block, Kind
from kursbuch_press.returns.groups import Group
from kursbuch_press.returns.likeness import likeness, rising, shared
from kursbuch_press.returns.returned import Found
from kursbuch_press.returns.tokens import normal, words_in
from kursbuch_press.returns.whole_tables import paired_cells, paired_tables

_ALIKE = 0.5
_HARDLY = 0.3
_TELLING = 3
"""From so many words on a text says which block it is, wherever it stands."""
_LARGEST_GAP = 20_000
_CELLS = frozenset({Kind.CELL, Kind.HEAD_CELL})


def align(blocks: Sequence[Block], groups: Sequence[Group]) -> None:
    """Give each group its block, as far as there is one."""
    _Aligning(blocks, groups).run()


class _Aligning:
    """The state of one alignment: which blocks are still free."""

    def __init__(self, blocks: Sequence[Block], groups: Sequence[Group]) -> None:
        self.blocks = blocks
        self.groups = groups
        self.texts = [normal(block.label + block.rendered).strip() for block in blocks]
        self.fixed = [
            normal(block.label + "".join("" if span.field else span.text for span in block.spans)).strip() for block in blocks
        ]
        self.free = set(range(len(blocks)))
        self.apart: set[int] = set()

    def run(self) -> None:
        self._by_anchor()
        self._by_paragraph()
        self._by_text([*map(self._key, self.blocks, self.texts)], [self._group_key(each, each.text) for each in self.groups])
        self._by_text([*map(self._key, self.blocks, self.fixed)], [self._group_key(each, each.fixed) for each in self.groups])
        self._moved()
        self._by_tables()
        self._by_likeness()
        self._by_gap()

    def _take(self, group: Group, block: int, found: Found) -> None:
        group.block, group.found = block, found
        self.free.discard(block)

    @staticmethod
    def _key(block: Block, text: str) -> tuple[str, str]:
        kind = "picture" if block.kind is Kind.PICTURE else "cell" if block.kind in _CELLS else ""
        return kind, text

    @staticmethod
    def _group_key(group: Group, text: str) -> tuple[str, str]:
        if group.block is None and group.is_inserted and group.cell is None:
            return "inserted", f"{id(group)}"
        kind = (
            "cell"
            if group.cell is not None
            else "picture"
            if any(each.pictures for each in group.paragraphs) and not text
            else ""
        )
        return kind, text

    # 1. Anchors: trusted, unless the words say otherwise

    def _by_anchor(self) -> None:
        place = {block.anchor: at for at, block in enumerate(self.blocks)}
        claims: dict[int, list[Group]] = defaultdict(list)
        for group in self.groups:
            for name in dict.fromkeys(name for each in group.paragraphs for name in each.anchors):
                if name in place:
                    claims[place[name]].append(group)
        standing = Counter(group.text for group in self.groups)
        wanted: dict[int, list[int]] = defaultdict(list)
        for block, claimed in claims.items():
            best = max(claimed, key=lambda group: likeness(self.texts[block], group.text)) if len(claimed) > 1 else claimed[0]
            if not self._is_elsewhere(block, best, standing):
                wanted[id(best)].append(block)
        for group in self.groups:
            found = wanted.get(id(group), [])
            if found:
                best_block = (
                    max(found, key=lambda block: likeness(self.texts[block], group.text)) if len(found) > 1 else found[0]
                )
                self._take(group, best_block, Found.ANCHOR)
                group.extra = [block for block in found if block != best_block]

    def _is_elsewhere(self, block: int, group: Group, standing: Counter[str]) -> bool:
        """Say whether the words of a block stand elsewhere, and those at its anchor are others: it was cut and pasted."""
        text = self.texts[block]
        telling = len(words_in(text)) >= _TELLING
        return telling and standing[text] == 1 and group.text != text and likeness(text, group.text) < _HARDLY

    # 2. The ids that Word gives to paragraphs

    def _by_paragraph(self) -> None:
        place = {block.paragraph: at for at, block in enumerate(self.blocks)}
        for group in self.groups:
            if group.block is not None:
                continue
            for each in group.paragraphs:
                block = place.get(each.paragraph)
                if block is not None and block in self.free and not group.is_inserted:
                    self._take(group, block, Found.PARAGRAPH_ID)
                    break

    # 3. The same words, in the same order

    def _by_text(self, ours: list[tuple[str, str]], theirs: list[tuple[str, str]]) -> None:
        for blocks, groups in self._gaps():
            one, other = [ours[at] for at in blocks], [theirs[at] for at in groups]
            for i, j in list(shared(one, other)):
                self._take(self.groups[groups[j]], blocks[i], Found.TEXT)

    def _moved(self) -> None:
        """Find what stands elsewhere with the very same words, if they are many enough and there only once."""
        places: dict[str, list[int]] = defaultdict(list)
        for at in self.free:
            places[self.texts[at]].append(at)
        standing = Counter(group.text for group in self.groups if group.block is None)
        for group in self.groups:
            found = places.get(group.text, [])
            if group.block is None and len(found) == 1 and standing[group.text] == 1 and len(words_in(group.text)) >= _TELLING:
                self._take(group, found[0], Found.TEXT)

    def _by_tables(self) -> None:
        """Let the cells of one table be cells of one table; those of a new one are none of the draft's."""
        for their, our in paired_tables(self.blocks, self.groups, self.texts).items():
            for at, group in enumerate(self.groups):
                if not group.cell or group.cell[0] != their:
                    continue
                if our is None:
                    self.apart.add(at)
                if group.block is not None and self.blocks[group.block].table != our:
                    self.free.add(group.block)
                    group.block = None
            if our is None:
                continue
            for block, at in paired_cells(self.blocks, self.groups, self.texts, (their, our)):
                if block in self.free and self.groups[at].block is None:
                    same = self.texts[block] == self.groups[at].text
                    self._take(self.groups[at], block, Found.TEXT if same else Found.LIKENESS)

    # 4. Likeness, between neighbours that are known

    def _by_likeness(self) -> None:
        for blocks, groups in self._gaps():
            if blocks and groups and len(blocks) * len(groups) <= _LARGEST_GAP:
                for i, j in _best_order(blocks, groups, self._likeness):
                    self._take(self.groups[groups[j]], blocks[i], Found.LIKENESS)

    def _likeness(self, block: int, group: int) -> float:
        theirs = self.groups[group]
        if (self.blocks[block].kind in _CELLS) != (theirs.cell is not None) or (theirs.is_inserted and theirs.cell is None):
            return 0.0
        if not self.texts[block] or not theirs.text:
            return 0.0
        found = likeness(self.texts[block], theirs.text)
        return found if found >= _ALIKE else 0.0

    # 5. What is left alone in a gap

    def _by_gap(self) -> None:
        for blocks, groups in self._gaps():
            free = [at for at in groups if not (self.groups[at].is_inserted and self.groups[at].cell is None)]
            told = [at for at in free if self.groups[at].text or self.groups[at].cell is not None]
            if len(blocks) == len(told) and (len(blocks) == 1 or self._is_one_row(blocks, told)):
                for block, group in zip(blocks, told, strict=True):
                    self._fill(block, self.groups[group])

    def _fill(self, block: int, group: Group) -> None:
        """Take what is left for what is missing, if both are of one kind and of one chapter."""
        cells = self.blocks[block].kind in _CELLS
        if cells != (group.cell is not None) or not self._is_near(block):
            return
        if (self.texts[block] and group.text) or cells:
            self._take(group, block, Found.GAP)

    def _is_near(self, block: int) -> bool:
        """Say whether a neighbour of a block in its own chapter was found: nothing is guessed across chapters."""
        chapter = self.blocks[block].chapter
        return (
            any(
                0 <= at < len(self.blocks) and at not in self.free and self.blocks[at].chapter == chapter
                for at in (block - 1, block + 1)
            )
            or len({each.chapter for each in self.blocks}) == 1
        )

    def _is_one_row(self, blocks: list[int], groups: list[int]) -> bool:
        ours = {(self.blocks[at].table, self.blocks[at].row) for at in blocks}
        theirs = {cell[:2] if (cell := self.groups[at].cell) else None for at in groups}
        return len(ours) == len(theirs) == 1 and None not in theirs and (None, None) not in ours

    def _gaps(self) -> Iterator[tuple[list[int], list[int]]]:
        """Give the free blocks and groups between neighbours that are known and in order."""
        known = [(group.block, at) for at, group in enumerate(self.groups) if group.block is not None]
        keep = rising([block for block, _ in known])
        fences = [(-1, -1), *(pair for at, pair in enumerate(known) if at in keep), (len(self.blocks), len(self.groups))]
        for (block, group), (next_block, next_group) in pairwise(fences):
            blocks = [at for at in range(block + 1, next_block) if at in self.free]
            groups = [at for at in range(group + 1, next_group) if self.groups[at].block is None and at not in self.apart]
            if blocks and groups:
                yield blocks, groups


def _best_order(blocks: list[int], groups: list[int], score: Callable[[int, int], float]) -> list[tuple[int, int]]:
    """Pair two sequences in order so that the sum of likenesses is the largest."""
    rows, columns = len(blocks), len(groups)
    best = [[0.0] * (columns + 1) for _ in range(rows + 1)]
    likes = [[score(block, group) for group in groups] for block in blocks]
    for i in range(rows - 1, -1, -1):
        for j in range(columns - 1, -1, -1):
            pair = best[i + 1][j + 1] + likes[i][j] if likes[i][j] else 0.0
            best[i][j] = max(best[i + 1][j], best[i][j + 1], pair)
    found, i, j = [], 0, 0
    while i < rows and j < columns:
        if likes[i][j] and best[i][j] == best[i + 1][j + 1] + likes[i][j]:
            found.append((i, j))
            i, j = i + 1, j + 1
        elif best[i][j] == best[i + 1][j]:
            i += 1
        else:
            j += 1
    return found
