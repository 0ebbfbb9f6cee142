"""Marking word by word what is new in one paragraph, and putting in what went."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from itertools import pairwise

from kursbuch_press.drafts.spans import Span, Spans
from kursbuch_press.word.redlines.elements import GONE, SIGNS, Element, Pen, W, look_of, part_of, run_text

_TOKEN = re.compile(r"\w+|\s+|[^\w\s]")
_Key = tuple[str, str, bool, bool]


@dataclass(slots=True)
class Token:
    """A word, space, sign, field or call of a note, with the places in the file that show it: (run, start, end)."""

    kind: str
    text: str
    strong: bool = False
    emphasis: bool = False
    places: list[tuple[Element, int, int]] = field(default_factory=list)

    @property
    def key(self) -> _Key:
        """What it is compared by; what a program computes is never compared."""
        return (self.kind, "" if self.kind == "field" else self.text, self.strong, self.emphasis)

    @property
    def span(self) -> Span:
        """The token as words that went."""
        return Span("" if self.kind == "note" else self.text, self.strong, self.emphasis)


def old_tokens(spans: Spans) -> list[Token]:
    """Take the words of a snapshot apart."""
    found: list[Token] = []
    for span in spans:
        if span.note:
            found.append(Token("note", span.note))
        elif span.field:
            found.append(Token("field", span.text))
        else:
            found.extend(Token("word", match[0], span.strong, span.emphasis) for match in _TOKEN.finditer(span.text))
    return _whole(found)


def new_tokens(paragraph: Element, bookmark: str, notes: Callable[[str], str]) -> list[Token]:
    """Take the words of a paragraph apart, as far as its bookmark goes; ``notes`` gives the address for the id of a call."""
    found: list[Token] = []
    open_fields = 0
    for run in _runs_inside(paragraph, bookmark):
        mark = run.find(f"{W}fldChar")
        kind = mark.get(f"{W}fldCharType", "") if mark is not None else ""
        if kind == "begin":
            if not open_fields:
                found.append(Token("field", ""))
            open_fields += 1
        if open_fields:
            found[-1].places.append((run, 0, 0))
            open_fields -= kind == "end"
            continue
        call = run.find(f"{W}footnoteReference")
        if call is not None:
            found.append(Token("note", notes(call.get(f"{W}id", "")), places=[(run, 0, 0)]))
            continue
        strong, emphasis = look_of(run)
        found.extend(
            Token("word", match[0], strong, emphasis, [(run, match.start(), match.end())])
            for match in _TOKEN.finditer(run_text(run))
        )
    return _whole(found)


def _whole(tokens: list[Token]) -> list[Token]:
    """Put the parts of a word together that stand in several runs of one look, such as those around a soft hyphen."""
    found: list[Token] = []
    for token in tokens:
        last = found[-1] if found else None
        if (
            last is not None
            and last.kind == token.kind == "word"
            and (last.strong, last.emphasis) == (token.strong, token.emphasis)
        ):
            both = last.text + token.text
            if _TOKEN.fullmatch(both.replace("\u00ad", "")) and not both.isspace():
                found[-1] = Token("word", both, token.strong, token.emphasis, [*last.places, *token.places])
                continue
        found.append(token)
    return found


def _runs_inside(paragraph: Element, bookmark: str) -> Iterator[Element]:
    number = None
    for each in list(paragraph.iter()):
        if each.tag == f"{W}bookmarkStart" and each.get(f"{W}name") == bookmark:
            number = each.get(f"{W}id")
        elif each.tag == f"{W}bookmarkEnd" and number is not None and each.get(f"{W}id") == number:
            return
        elif each.tag == f"{W}r" and number is not None:
            yield each


def mark_text(paragraph: Element, bookmark: str, old: Spans, marking: Marking) -> None:
    """Mark what is new in a paragraph and put in what went."""
    was, now = old_tokens(old), new_tokens(paragraph, bookmark, marking.address_of)
    matcher = SequenceMatcher(None, [each.key for each in was], [each.key for each in now], autojunk=False)
    changes = [each for each in matcher.get_opcodes() if each[0] != "equal"]
    if not changes:
        return
    cuts = _Cuts(marking.pen)
    for _, begin, end, start, stop in changes:
        for token in now[start:stop]:
            cuts.insert(token)
        if begin < end:
            gone = marking.gone(was[begin:end])
            if start < len(now):
                run, at, _ = now[start].places[0]
                cuts.before(run, at, gone)
            elif now:
                run, _, at = now[-1].places[-1]
                cuts.behind(run, gone)
            else:
                _at_bookmark(paragraph, bookmark, gone)
    cuts.make()


def _at_bookmark(paragraph: Element, bookmark: str, gone: Element) -> None:
    for each in paragraph.iter(f"{W}bookmarkStart"):
        if each.get(f"{W}name") == bookmark:
            each.addnext(gone)
            return


@dataclass(slots=True)
class Marking:
    """What marking needs to know of the file: the pen, the notes by id, and how a note that went is put in again."""

    pen: Pen
    address_of: Callable[[str], str]
    call_of: Callable[[str], Element | None]

    def gone(self, tokens: list[Token]) -> Element:
        """Give tokens that went as one deletion."""
        around = self.pen.deleted(())
        for token in tokens:
            if token.kind == "note":
                call = self.call_of(token.text)
                if call is not None:
                    around.append(call)
            else:
                runs = list(self.pen.deleted((token.span,)))
                for run in runs if token.kind == "field" else ():
                    run.set(GONE, "field")
                around.extend(runs)
        return around


class _Cuts:
    """Gathers where runs are cut and what is done with the pieces, and then does it run by run."""

    def __init__(self, pen: Pen) -> None:
        self.pen = pen
        self.new: dict[Element, list[tuple[int, int]]] = {}
        self.gone: dict[Element, list[tuple[int, Element]]] = {}
        self.last: list[tuple[Element, Element]] = []

    def insert(self, token: Token) -> None:
        for run, start, end in token.places:
            places = self.new.setdefault(run, [])
            meets = bool(places) and places[-1][1] == start
            places.append((places.pop()[0] if meets else start, end))

    def before(self, run: Element, at: int, gone: Element) -> None:
        self.gone.setdefault(run, []).append((at, gone))

    def behind(self, run: Element, gone: Element) -> None:
        self.last.append((run, gone))

    def make(self) -> None:
        for run, gone in self.last:
            self._outside(run).addnext(gone)
        for run in dict.fromkeys([*self.new, *self.gone]):
            self._make(run, self.new.get(run, []), self.gone.get(run, []))

    @staticmethod
    def _outside(run: Element) -> Element:
        """Give what stands in the paragraph itself: words that went are no link."""
        parent = run.getparent()
        return parent if parent is not None and parent.tag == f"{W}hyperlink" else run

    def _make(self, run: Element, new: list[tuple[int, int]], gone: list[tuple[int, Element]]) -> None:
        length = len(run_text(run))
        has_words = run.find(f"{W}t") is not None
        if not has_words or length == 0 or any(str(child.tag) in SIGNS for child in run):
            for _, each in gone:
                run.addprevious(each)
            if new:
                self.pen.inserted(run)
            return
        edges = sorted({0, length, *(edge for pair in new for edge in pair), *(at for at, _ in gone)})
        for start, end in pairwise(edges):
            for at, each in gone:
                if at == start:
                    run.addprevious(each)
            piece = part_of(run, start, end)
            run.addprevious(piece)
            if any(first <= start and end <= last for first, last in new):
                self.pen.inserted(piece)
        parent = run.getparent()
        assert parent is not None
        parent.remove(run)
