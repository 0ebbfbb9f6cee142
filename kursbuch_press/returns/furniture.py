"""Heads and feet of a return: those of the draft are let be, anything else in them is told of."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kursbuch_press.drafts.snapshot import Kind, Snapshot
from kursbuch_press.packages import WordFile
from kursbuch_press.packages.elements import Element
from kursbuch_press.returns.elements import count_texts
from kursbuch_press.returns.looks import Looks
from kursbuch_press.returns.paragraphs import Story, words_of
from kursbuch_press.returns.reader import Reader
from kursbuch_press.returns.returned import Foreign, Unplaced
from kursbuch_press.returns.tally import Tally
from kursbuch_press.returns.tokens import normal, words_in

_NUMBERS = re.compile(r"[\d\s·.|/–-]*")


def strange_furniture(file: WordFile, snapshot: Snapshot, tally: Tally) -> Iterator[Unplaced]:
    """Give the lines of heads and feet that the draft does not have."""
    known = sorted({normal(each).strip() for each in snapshot.furniture} - {""}, key=len, reverse=True)
    titles = {normal(block.rendered).strip() for block in snapshot.blocks if block.kind is Kind.HEADING}
    for kind in ("header", "footer"):
        for part in file.related(kind):
            story = _read(part, file, careful=False)
            if story.taken != count_texts(part):
                story = _read(part, file, careful=True)
            for line in words_of(story.body):
                if _is_ours(normal(line).strip(), known) or normal(line).strip() in titles:
                    tally.unchanged += len(words_in(line))
                elif line.strip():
                    tally.unplaced += len(words_in(line))
                    yield Unplaced(Foreign.HEADER, line.strip())
            for odd in story.odd:
                tally.unplaced += len(words_in(odd.text)) if odd.counted else 0
                yield Unplaced(odd.what, odd.text)


def _read(part: Element, file: WordFile, *, careful: bool) -> Story:
    story = Story()
    reader = Reader(story, Looks(file.styles), {}, careful=careful)
    reader.blocks(part)
    story.body = reader.paragraphs
    return story


def _is_ours(line: str, known: list[str]) -> bool:
    """Say whether a line is one of the draft's, numbers of pages aside."""
    if _NUMBERS.fullmatch(line):
        return True
    for each in known:
        if each in line:
            return all(_NUMBERS.fullmatch(rest) for rest in line.split(each, 1))
    return False
