"""Where in a draft the words of a page stand: letters and figures are compared, all else is the typesetter's."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kursbuch_press.drafts.snapshot import Block

_AROUND = 40
"""So many letters before and behind a mark are compared."""
_SEED = 8
"""So many letters beside a note say where it is, if the paragraph has as many."""
_SURE = 12
"""From so many letters on nobody has to look again."""


@dataclass(frozen=True, slots=True)
class DraftPlace:
    """A place in the draft: a block, from one letter of its words to another."""

    block: Block
    start: int
    end: int
    certain: bool


@dataclass(frozen=True, slots=True)
class Around:
    """What a page says before, under and behind a mark; ``leads`` says that a note touches the letter behind it."""

    before: str
    words: str
    behind: str
    leads: bool = False


@dataclass(frozen=True, slots=True)
class _Candidate:
    """A place by the number of its block and by its letters; ``score`` counts those that agree."""

    score: int
    at: int
    start: int
    end: int


class Finder:
    """Finds places among the blocks of a draft."""

    def __init__(self, blocks: Sequence[Block]) -> None:
        """Keep the letters of each block, with where each stands in it."""
        self._blocks = blocks
        self._squeezed = [squeezed(block.rendered) for block in blocks]

    def find(self, around: Around, *, near: bool = True) -> DraftPlace | None:
        """Give the place that agrees best; it is not certain where another does as well, or ``near`` is false."""
        before, words, behind = (squeezed(each)[0] for each in (around.before, around.words, around.behind))
        before, behind = before[-_AROUND:], behind[:_AROUND]
        candidates = list(self._under(words, before, behind) if words else self._beside(before, behind, leads=around.leads))
        if not candidates and words:
            candidates = list(self._over_ends(words))
            near = False
        if not candidates:
            return None
        best = max(candidates, key=lambda each: each.score)
        text = self._squeezed[best.at][0]
        alone = sum(each.score == best.score for each in candidates) == 1
        sure = best.score >= min(_SURE, len(text))
        return self._spot(best, around, certain=near and alone and sure)

    def _under(self, words: str, before: str, behind: str) -> Iterator[_Candidate]:
        for at, (text, _) in enumerate(self._squeezed):
            start = text.find(words)
            while start >= 0:
                end = start + len(words)
                yield _Candidate(len(words) + _agreeing(text, start, end, (before, behind)), at, start, end)
                start = text.find(words, start + 1)

    def _beside(self, before: str, behind: str, *, leads: bool) -> Iterator[_Candidate]:
        """Give the places beside which enough letters agree; short blocks have to agree as a whole.

        Where one block ends and the next one begins, the letter that the note touches says which is meant.
        """
        lead, trail = before[-_SEED:], behind[:_SEED]
        for at, (text, _) in enumerate(self._squeezed):
            places: set[int] = set()
            if len(text) <= _SEED:
                places |= {len(text)} if before.endswith(text) else set()
                places |= {0} if behind.startswith(text) else set()
            for seed, shift in ((lead, len(lead)), (trail, 0)):
                start = text.find(seed) if len(seed) == _SEED else -1
                while start >= 0:
                    places.add(start + shift)
                    start = text.find(seed, start + 1)
            places -= {len(text) if leads else 0}
            yield from (_Candidate(_agreeing(text, place, place, (before, behind)), at, place, place) for place in places)

    def _over_ends(self, words: str) -> Iterator[_Candidate]:
        """Give the blocks in which a mark begins that goes on into the next one."""
        for at, (text, _) in enumerate(self._squeezed):
            seed = words[:_SEED]
            start = text.find(seed) if len(seed) == _SEED else -1
            while start >= 0:
                if words.startswith(text[start:]):
                    yield _Candidate(len(text) - start, at, start, len(text))
                start = text.find(seed, start + 1)

    def _spot(self, found: _Candidate, around: Around, *, certain: bool) -> DraftPlace:
        block, places = self._blocks[found.at], self._squeezed[found.at][1]
        if found.end > found.start:
            return DraftPlace(block, places[found.start], places[found.end - 1] + 1, certain)
        start = found.start
        following = places[start] if start < len(places) else len(block.rendered)
        signs = len(around.before) - len(around.before.rstrip("".join({each for each in around.before if not each.isalnum()})))
        here = min(places[start - 1] + 1 + signs, following) if start else following
        return DraftPlace(block, here, here, certain)


def _agreeing(text: str, start: int, end: int, around: tuple[str, str]) -> int:
    """Count the letters before and behind that agree up to the first that does not; at the ends of a block nothing can."""
    before, behind = around
    back = 0
    while back < min(start, len(before)) and text[start - 1 - back] == before[-1 - back]:
        back += 1
    on = 0
    while on < min(len(text) - end, len(behind)) and text[end + on] == behind[on]:
        on += 1
    return back + on


def squeezed(text: str) -> tuple[str, list[int]]:
    """Give the letters and figures of a text, and the place of each; spaces, hyphens and marks are the typesetter's."""
    places = [at for at, sign in enumerate(text) if sign.isalnum()]
    return "".join(text[at].casefold()[:1] for at in places), places
