"""Lists whose items come, go and change places: each item keeps its lines and the comments above it."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from difflib import SequenceMatcher

from kursbuch_press.sources.nodes import Sequence
from kursbuch_press.sources.writing.spans import Edit, content_end, edited, end_of_line, start_of_line


@dataclass(frozen=True, slots=True)
class Chunks:
    """The lines of each item, and what stands between two: ``spans`` are (end of the one before, own start, own end)."""

    text: str
    spans: tuple[tuple[int, int, int], ...]

    @property
    def start(self) -> int:
        """Where the first item begins."""
        return self.spans[0][1]

    @property
    def end(self) -> int:
        """Where the lines of the last item end."""
        return self.spans[-1][2]

    @classmethod
    def of(cls, node: Sequence, text: str) -> Chunks | None:
        """Find the lines of the items; None if the list begins on the line of another dash."""
        column = node.start.column - 1
        dash = re.compile(rf"^ {{{column}}}-(?=[ \r\n]|\Z)", re.MULTILINE)
        begin = start_of_line(text, node.start.index)
        if text[begin : node.start.index].strip():
            return None
        spans: list[tuple[int, int, int]] = []
        for item in node.items:
            before = spans[-1][2] if spans else begin
            found = dash.search(text, before)
            assert found is not None, "each item has a dash"
            spans.append((before, found.start(), end_of_line(text, max(content_end(item, text), found.end()))))
        return cls(text, tuple(spans))

    def gap(self, at: int) -> str:
        """Give the comments and empty lines above an item."""
        before, start, _ = self.spans[at]
        return self.text[before:start]

    def lines(self, at: int, edits: list[Edit]) -> str:
        """Give the lines of an item with its changes made."""
        _, start, end = self.spans[at]
        return edited(self.text, edits, start, end)


def matched(old: list[object], wanted: list[object]) -> list[int | None]:
    """Say for each wanted item which old one it is: by id, or without ids by what it says."""
    if all(isinstance(item, dict) and "id" in item for item in (*old, *wanted)):
        places = {item["id"]: at for at, item in reversed(list(enumerate(old))) if isinstance(item, dict)}
        return _renamed([places.pop(item["id"], None) for item in wanted if isinstance(item, dict)], old, wanted)
    if len(old) == len(wanted):
        return list(range(len(old)))
    found: list[int | None] = [None] * len(wanted)
    matcher = SequenceMatcher(None, [repr(item) for item in old], [repr(item) for item in wanted], autojunk=False)
    for kind, begin, end, start, stop in matcher.get_opcodes():
        if kind == "equal" or end - begin == stop - start:
            found[start:stop] = range(begin, end)
    return found


def _renamed(pairs: list[int | None], old: list[object], wanted: list[object]) -> list[int | None]:
    """Find items again that have another id and else are as they were, for the most part."""
    free = [at for at in range(len(old)) if at not in pairs]
    for at, pair in enumerate(pairs):
        if pair is None:
            same = next((each for each in free if _are_alike(old[each], wanted[at])), None)
            if same is not None:
                free.remove(same)
                pairs[at] = same
    return pairs


def _are_alike(one: object, other: object) -> bool:
    if not isinstance(one, dict) or not isinstance(other, dict):
        return False
    keys = (one.keys() | other.keys()) - {"id"}
    return bool(keys) and sum(one.get(key) == other.get(key) for key in keys) * 2 > len(keys)


def rearranged(chunks: Chunks, pairs: list[int | None], new: dict[int, str], changed: dict[int, list[Edit]]) -> str:
    """Give the lines of a list in their new order; comments above an item that goes stay behind."""
    newline = "\r\n" if "\r\n" in chunks.text else "\n"
    staying = _in_order([old for old in pairs if old is not None])
    moving = {old for old in pairs if old is not None} - staying
    gaps = [chunks.gap(at) for at in range(1, len(chunks.spans))]
    between = newline if gaps and all(gap.lstrip(" \r").startswith("\n") for gap in gaps) else ""
    pieces: list[str] = []
    passed = 0

    def pass_to(limit: int) -> None:
        nonlocal passed
        pieces.extend(chunks.gap(at) for at in range(passed, limit) if at not in moving)
        passed = max(passed, limit)

    for at, old in enumerate(pairs):
        if old is None:
            pieces.append((between if pieces else "") + new[at])
        elif old in staying:
            pass_to(old)
            pieces.append(chunks.gap(old) + _whole(chunks.lines(old, changed[old]), newline))
            passed = old + 1
        else:
            pieces.append(chunks.gap(old) + _whole(chunks.lines(old, changed[old]), newline))
    pass_to(len(chunks.spans))
    text = "".join(pieces)
    return text if chunks.text[chunks.end - 1 : chunks.end] == "\n" else text.removesuffix(newline)


def _whole(lines: str, newline: str) -> str:
    return lines if lines.endswith("\n") else lines + newline


def _in_order(places: list[int]) -> set[int]:
    """Give the most items that keep their order among each other (longest increasing run)."""
    ends: list[int] = []
    runs: list[list[int]] = []
    for place in places:
        at = bisect_left(ends, place)
        run = [*(runs[at - 1] if at else []), place]
        ends[at : at + 1] = [place]
        runs[at : at + 1] = [run]
    return set(runs[-1]) if runs else set()
