"""Three-way merging of one text, word by word: what several people made of it, upon what the sources say today.

Each return is held against its own draft. What it changed is then carried over to today's text; only there are the changes
of different people compared. So the order of the returns cannot matter.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from kursbuch_press.merge.marked_text import WORD

_TOKEN = re.compile(
    rf"\s*(?:\[\]\([^()\s]*\)|\[\^[^\]\s]*\]|\]\((?:<[^<>\n]*>|[^()\s]*(?:\([^()\s]*\)[^()\s]*)*)\)|\\.|\*\*|{WORD.pattern})|\s+$"
)
_NEAR = 1
"""A single word between two changes of one person does not separate them: both belong to one rewriting."""

Tokens = tuple[str, ...]


@dataclass(frozen=True, slots=True, order=True)
class Hunk:
    """Other words for the words from ``start`` to ``end`` (counted in tokens)."""

    start: int
    end: int
    words: Tokens

    @property
    def text(self) -> str:
        """The new words."""
        return "".join(self.words)


@dataclass(frozen=True, slots=True, order=True)
class Wish:
    """What one version wants of today's text; ``settled`` is false where the sources have changed the same words."""

    hunk: Hunk
    settled: bool = True


@dataclass(frozen=True, slots=True)
class Contested:
    """A place of today's text that somebody wants otherwise.

    ``versions`` are the different wishes, each with those who have it; with one that is settled there is no conflict.
    """

    start: int
    end: int
    versions: tuple[tuple[Tokens, tuple[str, ...]], ...]
    settled: bool

    @property
    def is_conflict(self) -> bool:
        """Whether nobody but an editor can say what is right."""
        return not self.settled or len(self.versions) > 1


def tokens(text: str) -> Tokens:
    """Take a text apart so that it comes together again; each word carries the space before it."""
    return tuple(match[0] for match in _TOKEN.finditer(text))


def hunks(base: Tokens, other: Tokens) -> list[Hunk]:
    """Give what a version changed; neighbours are one change."""
    found: list[Hunk] = []
    matcher = SequenceMatcher(None, base, other, autojunk=False)
    for kind, begin, end, start, stop in matcher.get_opcodes():
        if kind == "equal":
            continue
        if found and begin - found[-1].end <= _NEAR:
            last = found.pop()
            between = base[last.end : begin]
            found.append(Hunk(last.start, end, (*last.words, *between, *other[start:stop])))
        else:
            found.append(Hunk(begin, end, other[start:stop]))
    return found


def wishes(base: Tokens, theirs: Tokens, mine: Tokens) -> list[Wish]:
    """Carry what a return changed over to today's text; what the sources say already is left out."""
    ours, others = hunks(base, mine), hunks(base, theirs)
    found: list[Wish] = []
    for group in _grouped(
        [(hunk.start, hunk.end, ("mine", hunk)) for hunk in ours] + [(h.start, h.end, ("theirs", h)) for h in others]
    ):
        wanted = [hunk for side, hunk in group if side == "theirs"]
        here = [hunk for side, hunk in group if side == "mine"]
        if not wanted:
            continue
        start, end = min(h.start for _, h in group), max(h.end for _, h in group)
        words, present = _applied(base, wanted, start, end), _applied(base, here, start, end)
        if words == present:
            continue
        place = start + sum(len(h.words) - (h.end - h.start) for h in ours if h.end <= start and h not in here)
        if here:
            found.append(Wish(Hunk(place, place + len(present), words), settled=False))
        else:
            found.extend(Wish(Hunk(h.start - start + place, h.end - start + place, h.words)) for h in wanted)
    return found


def _applied(base: Tokens, changes: Iterable[Hunk], start: int, end: int) -> Tokens:
    pieces: list[str] = []
    at = start
    for hunk in sorted(changes):
        pieces += [*base[at : hunk.start], *hunk.words]
        at = hunk.end
    return (*pieces, *base[at:end])


def _grouped(ranges: Sequence[tuple[int, int, tuple[str, Hunk]]]) -> list[list[tuple[str, Hunk]]]:
    """Put changes together that meet: they share words, or one inserts where the other begins or ends."""
    groups: list[list[tuple[str, Hunk]]] = []
    limits: list[tuple[int, int]] = []
    for start, end, item in sorted(ranges, key=lambda each: (each[0], each[1], each[2])):
        if groups:
            first, last = limits[-1]
            meets = start < last or (start == last and (start == end or _ends_empty(groups[-1], last)))
            if meets:
                groups[-1].append(item)
                limits[-1] = (first, max(last, end))
                continue
        groups.append([item])
        limits.append((start, end))
    return groups


def _ends_empty(group: list[tuple[str, Hunk]], last: int) -> bool:
    return any(hunk.start == hunk.end == last for _, hunk in group)


def spots(mine: Tokens, wanted: Sequence[tuple[str, Sequence[Wish]]]) -> list[Contested]:
    """Compare what several people (by name) want of one text; the order in which they are given does not matter."""
    ranges = [(wish.hunk.start, wish.hunk.end, (name, wish.hunk)) for name, wishes_of in wanted for wish in wishes_of]
    unsettled = {(name, wish.hunk) for name, wishes_of in wanted for wish in wishes_of if not wish.settled}
    found: list[Contested] = []
    for group in _grouped(ranges):
        start, end = min(h.start for _, h in group), max(h.end for _, h in group)
        versions: dict[Tokens, list[str]] = {}
        for name in sorted({name for name, _ in group}):
            words = _applied(mine, {hunk for other, hunk in group if other == name}, start, end)
            versions.setdefault(words, []).append(name)
        settled = not any(each in unsettled for each in group)
        ordered = tuple(sorted((words, tuple(names)) for words, names in versions.items()))
        found.append(Contested(start, end, ordered, settled))
    return found
