"""The comments of a returned Word file: who, when, about which words, and what was answered."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from kursbuch_press.packages import WordFile
from kursbuch_press.packages.elements import W
from kursbuch_press.returns.elements import all_words
from kursbuch_press.returns.histories import hand_of
from kursbuch_press.returns.paragraphs import Odd, Paragraph, Tracked
from kursbuch_press.returns.returned import Comment, Foreign, Hand
from kursbuch_press.returns.tokens import normal

_W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
_W15 = "{http://schemas.microsoft.com/office/word/2012/wordml}"
_MOST_QUOTED = 400


@dataclass(frozen=True, slots=True)
class Place:
    """Where a paragraph is: the address of its block, or of the one before it, and whether that is certain."""

    address: str
    chapter: str
    certain: bool = True


@dataclass(slots=True)
class _Remark:
    """A comment as the file has it; ``last`` is the id of its last paragraph, by which others answer to it."""

    hand: Hand
    text: str
    last: str
    parent: str = ""
    done: bool = False
    answers: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Range:
    """The words that a comment is about, and the paragraph in which they begin."""

    quoted: str
    paragraph: Paragraph | None


def read_comments(
    file: WordFile, paragraphs: Sequence[Paragraph], places: Mapping[int, Place], questions: Sequence[str]
) -> tuple[Comment, ...]:
    """Give the threads of comments in the order of their places; ``questions`` are those that went out with the draft."""
    remarks = _remarks(file)
    _thread(file, remarks)
    ranges = ranges_of(paragraphs)
    asked = {normal(each).strip() for each in questions}
    order = {name: number for number, name in enumerate([*ranges, *remarks])}
    roots = _roots(remarks)
    found = []
    for name in sorted(roots, key=lambda name: order[name]):
        where = ranges.get(name, Range("", None))
        place = places.get(id(where.paragraph), Place("", "", certain=False))
        thread = _comment(remarks[name], remarks, where, place)
        found.append(replace(thread, ours=normal(thread.text).strip() in asked))
    return tuple(found)


def _comment(remark: _Remark, remarks: Mapping[str, _Remark], where: Range, place: Place) -> Comment:
    replies = tuple(
        Comment(each.hand.author, each.hand.when, each.text, place.address, place.chapter, done=each.done)
        for each in _answers(remark, remarks)
    )
    return Comment(
        remark.hand.author,
        remark.hand.when,
        remark.text,
        place.address,
        place.chapter,
        where.quoted,
        replies,
        place.certain,
        done=remark.done,
    )


def _answers(remark: _Remark, remarks: Mapping[str, _Remark]) -> list[_Remark]:
    """Give all answers to a comment, also those to answers, in the order of the file."""
    found: list[_Remark] = []
    rest = list(remark.answers)
    while rest:
        each = remarks[rest.pop(0)]
        if each is not remark and all(each is not other for other in found):
            found.append(each)
            rest.extend(each.answers)
    return found


def _roots(remarks: Mapping[str, _Remark]) -> list[str]:
    """Give the comments that answer to nobody, and one of those that answer to each other in a circle."""
    roots = [name for name, remark in remarks.items() if remark.parent not in remarks]
    reached: set[int] = set()
    for name in [*roots, *remarks]:
        if id(remarks[name]) in reached:
            continue
        if name not in roots:
            roots.append(name)
        reached |= {id(each) for each in (remarks[name], *_answers(remarks[name], remarks))}
    return roots


def _remarks(file: WordFile) -> dict[str, _Remark]:
    found: dict[str, _Remark] = {}
    for part in file.related("comments"):
        for each in part.iterchildren(f"{W}comment"):
            last = [paragraph.get(f"{_W14}paraId", "").upper() for paragraph in each.iter(f"{W}p")]
            name = each.get(f"{W}id", "")
            while name in found:
                name += "+"
            found[name] = _Remark(hand_of(each), all_words(each), last[-1] if last else "")
    return found


def comment_strays(file: WordFile) -> Iterator[Odd]:
    """Give what stands among the comments and is none."""
    for part in file.related("comments"):
        for each in part.iterchildren("*"):
            if each.tag != f"{W}comment" and (text := all_words(each)):
                yield Odd(Foreign.TEXT, text, None)


def _thread(file: WordFile, remarks: Mapping[str, _Remark]) -> None:
    """Read who answered to whom: Word keeps it in a part of its own (MS-DOCX, 2.5.1.2)."""
    by_paragraph = {remark.last: name for name, remark in remarks.items() if remark.last}
    for part in file.related("commentsExtended"):
        for each in part.iter(f"{_W15}commentEx"):
            name = by_paragraph.get(each.get(f"{_W15}paraId", "").upper())
            if name is None:
                continue
            parent = by_paragraph.get(each.get(f"{_W15}paraIdParent", "").upper(), "")
            remarks[name].done = each.get(f"{_W15}done", "0") in {"1", "true"}
            if parent and parent != name:
                remarks[name].parent = parent
                remarks[parent].answers.append(name)


def ranges_of(paragraphs: Sequence[Paragraph]) -> dict[str, Range]:
    """Give for each comment its words as they stand now (as they stood, where they were struck out) and where they begin."""
    gathering = _Ranges()
    for paragraph in paragraphs:
        gathering.take(paragraph)
    return gathering.found | {name: _closed(*words) for name, words in gathering.open.items()}


@dataclass(slots=True)
class _Ranges:
    """The ranges so far; ``open`` holds the words of now, the words of before and the first paragraph."""

    found: dict[str, Range] = field(default_factory=dict)
    open: dict[str, tuple[list[str], list[str], Paragraph]] = field(default_factory=dict)

    def take(self, paragraph: Paragraph) -> None:
        """Go through one paragraph."""
        if self.open or paragraph.starts or paragraph.ends or paragraph.points:
            for at in range(len(paragraph.runs) + 1):
                self._edges(paragraph, at)
                if at < len(paragraph.runs):
                    run = paragraph.runs[at]
                    for now, past, _ in self.open.values():
                        (past if run.state is Tracked.DELETED else now).append(run.span.text)
            for now, _, _ in self.open.values():
                now.append(" ")
            for name, _ in paragraph.points:
                if name not in self.found and name not in self.open:
                    self.found[name] = Range("", paragraph)

    def _edges(self, paragraph: Paragraph, at: int) -> None:
        for name, place in paragraph.starts:
            if place == at and name not in self.open:
                self.open[name] = [], [], paragraph
        for name, place in paragraph.ends:
            if place == at and name in self.open:
                self.found[name] = _closed(*self.open.pop(name))


def _closed(now: list[str], past: list[str], paragraph: Paragraph) -> Range:
    quoted = " ".join("".join(now).split()) or " ".join("".join(past).split())
    return Range(quoted[:_MOST_QUOTED], paragraph)
