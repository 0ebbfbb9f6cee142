"""What happened to one text, word by word: the draft's words, those before the tracked changes, and those of now."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from difflib import SequenceMatcher

from kursbuch_press.drafts.spans import Span, Spans
from kursbuch_press.returns.paragraphs import Paragraph, Tracked
from kursbuch_press.returns.returned import Hand, Piece, PieceKind
from kursbuch_press.returns.tokens import CALL, END, Letter, Token, is_open, letters_of, tokens_of, words_in


@dataclass(frozen=True, slots=True)
class Raw:
    """One character of a return with its history."""

    letter: Letter
    state: Tracked
    hand: Hand | None
    relook: Hand | None = None


@dataclass(frozen=True, slots=True)
class Context:
    """What holds for a whole return.

    ``saved_by`` did whatever was not tracked. ``calls`` gives for the id of a note in the file its address. ``fields`` is
    false where a program has turned all fields into plain words, ``looks`` where it has turned styles into looks.
    """

    saved_by: Hand
    calls: dict[str, str] = field(default_factory=dict)
    fields: bool = True
    looks: bool = True


_WORD = re.compile(r"\S+")


def raw_of(paragraphs: Sequence[Paragraph], context: Context) -> list[Raw]:
    """Give paragraphs character by character, with the ends of all but the last."""
    found: list[Raw] = []
    for at, paragraph in enumerate(paragraphs):
        for run in paragraph.runs:
            span = run.span
            if span.note:
                span = replace(span, note=context.calls.get(span.note, span.note))
            found.extend([Raw(letter, run.state, run.hand, run.relook) for letter in letters_of((span,))])
        if at + 1 < len(paragraphs):
            found.append(Raw(Letter(END, Span(END)), paragraph.mark, paragraph.mark_hand))
    return [raw for raw in found if raw.state is not Tracked.NEVER]


@dataclass(frozen=True, slots=True)
class Compared:
    """The pieces of a text, and how many of its words now are unchanged, changed, and how many of the draft's are struck out.

    A word is changed if one letter of it is.
    """

    pieces: tuple[Piece, ...]
    unchanged: int = 0
    changed: int = 0
    struck: int = 0

    @property
    def same(self) -> bool:
        """Whether nothing happened."""
        return all(piece.kind is PieceKind.KEPT for piece in self.pieces)


def compare(base: Sequence[Letter], raw: Sequence[Raw], context: Context) -> Compared:
    """Compare a text of the draft with what has become of it."""
    before = [at for at, each in enumerate(raw) if each.state is not Tracked.INSERTED]
    letters = [raw[at].letter for at in before]
    whole = _fields(base) <= _fields(letters)
    ours, theirs = tokens_of(base, whole_fields=whole), tokens_of(letters, whole_fields=whole)
    comparison = _Comparison(base, raw, before, context)
    pieces = comparison.pieces(ours, theirs)
    return Compared(pieces, *_counted(comparison.tally), sum(len(words_in(each)) for each in _struck(pieces)))


def _fields(letters: Sequence[Letter]) -> int:
    """Count the fields that say something."""
    spans = {id(letter.span) for letter in letters if letter.span.field and letter.span.text and not letter.label}
    return len(spans)


@dataclass(slots=True)
class _Comparison:
    base: Sequence[Letter]
    raw: Sequence[Raw]
    before: list[int]
    context: Context
    found: list[Piece] = field(default_factory=list)
    tally: list[tuple[str, bool]] = field(default_factory=list)
    """Every letter of now, and whether it is changed."""
    _at: int = 0

    def pieces(self, ours: list[Token], theirs: list[Token]) -> tuple[Piece, ...]:
        """Go through the steps from one text to the other."""
        for kind, i1, i2, j1, j2 in _steps(ours, theirs):
            base, now = ours[i1:i2], theirs[j1:j2]
            if kind == "equal":
                for our, their in zip(base, now, strict=True):
                    self._keep(our, their)
            elif self._computed(base, now, at_edge=i1 == 0 or i2 == len(ours)):
                self._take(now, as_kept=True)
            else:
                self._strike(base)
                self._take(now, as_kept=False)
        self._inserted_up_to(len(self.raw))
        return _joined(self.found)

    def _computed(self, base: list[Token], now: list[Token], *, at_edge: bool) -> bool:
        """Say whether a difference is none that a person made: other pages, lost labels, spaces at the ends."""
        if any(is_open(token) for token in base):
            return all(token.field or not token.key.strip() for token in base)
        words = [token.key for token in now if token.key.strip()]
        if not words and all(not token.key.strip() for token in base):
            return at_edge
        if not base or not all(token.field or not token.key.strip() for token in base):
            return False
        if not words:
            return all(self.base[token.start].label for token in base if token.key.strip()) or not self.context.fields
        known = {token.key for token in base}
        return all(word in known or word.isdecimal() or not word.isalnum() for word in words)

    def _keep(self, our: Token, their: Token) -> None:
        """Keep a token; its letters may have been struck out or given another look one by one."""
        places = self.before[their.start : their.end]
        states = {self.raw[at].state for at in places}
        inner = places[-1] - places[0] + 1 != len(places)
        self._inserted_up_to(places[0])
        if not inner and states == {Tracked.KEPT} and our.end - our.start != their.end - their.start:
            self._say(PieceKind.KEPT, [self.base[at] for at in range(our.start, our.end)], None)
            self._count(places, changed=False)
            self._at = places[-1] + 1
            return
        exact = our.end - our.start == their.end - their.start
        for number, at in enumerate(places):
            self._inserted_up_to(at)
            letter = self.base[our.start + number] if exact else self.raw[at].letter
            self._one(letter, self.raw[at])
            if self.raw[at].state is not Tracked.DELETED:
                self._count([at], changed=self.found[-1].kind is PieceKind.LOOK if self.found else False)
            self._at = at + 1

    def _count(self, places: Sequence[int], *, changed: bool) -> None:
        self.tally.extend([(self.raw[at].letter.sign, changed) for at in places if not self.raw[at].letter.span.note])

    def _one(self, letter: Letter, raw: Raw) -> None:
        if raw.state is Tracked.DELETED:
            self._say(PieceKind.DELETED, [letter], raw.hand)
        elif self._relooked(letter, raw.letter):
            span = replace(
                letter.span, strong=raw.letter.span.strong, emphasis=raw.letter.span.emphasis, href=raw.letter.span.href
            )
            self._say(PieceKind.LOOK, [replace(letter, span=span)], raw.relook or self.context.saved_by)
        else:
            self._say(PieceKind.KEPT, [letter], None)

    def _relooked(self, ours: Letter, theirs: Letter) -> bool:
        if ours.computed or ours.sign.isspace():
            return False
        one, other = ours.span, theirs.span
        if not self.context.looks:  # what the styles said is lost; what somebody added is not
            gained = (other.strong and not one.strong) or (other.emphasis and not one.emphasis)
            return gained or _leads(other.href) not in {"", _leads(one.href)}
        return (one.strong, one.emphasis, _leads(one.href)) != (other.strong, other.emphasis, _leads(other.href))

    def _strike(self, base: list[Token]) -> None:
        """Take words of the draft that the return does not have, tracked or not."""
        if base:
            letters = [letter for letter in self.base[base[0].start : base[-1].end] if not letter.label]
            self._say(PieceKind.DELETED, letters, self.context.saved_by)

    def _take(self, now: list[Token], *, as_kept: bool) -> None:
        """Take words that the draft does not have: added without tracking, unless they were struck out again."""
        if not now:
            return
        for at in self.before[now[0].start : now[-1].end]:
            self._inserted_up_to(at)
            raw = self.raw[at]
            if raw.state is Tracked.KEPT:
                self._count([at], changed=not as_kept)
            if raw.state is Tracked.KEPT and not as_kept:
                self._say(PieceKind.INSERTED, [raw.letter], self.context.saved_by)
            elif raw.state is Tracked.KEPT:
                self._say(PieceKind.KEPT, [replace(raw.letter, span=replace(raw.letter.span, field=True))], None)
            self._at = at + 1

    def _inserted_up_to(self, end: int) -> None:
        for at in range(self._at, end):
            raw = self.raw[at]
            if raw.state is Tracked.INSERTED:
                self._count([at], changed=True)
                self._say(PieceKind.INSERTED, [raw.letter], raw.hand)
        self._at = max(self._at, end)

    def _say(self, kind: PieceKind, letters: Sequence[Letter], hand: Hand | None) -> None:
        for letter in letters:
            if letter.label:
                continue
            text = "" if letter.sign == CALL and letter.span.note else letter.sign
            span = replace(letter.span, text=letter.span.text and text)
            if not span.text and not span.note and not span.field:
                continue
            self.found.append(Piece(kind, (span,), hand))


def _steps(ours: list[Token], theirs: list[Token]) -> Iterator[tuple[str, int, int, int, int]]:
    """Give the steps from one text to the other; equal ends are taken off first, since most edits are small."""
    one, other = [token.key for token in ours], [token.key for token in theirs]
    if one == other:
        yield "equal", 0, len(one), 0, len(other)
        return
    start = 0
    while start < min(len(one), len(other)) and one[start] == other[start]:
        start += 1
    end = 0
    while end < min(len(one), len(other)) - start and one[-1 - end] == other[-1 - end]:
        end += 1
    if start:
        yield "equal", 0, start, 0, start
    matcher = SequenceMatcher(None, one[start : len(one) - end], other[start : len(other) - end], autojunk=False)
    steps = [(kind, i1 + start, i2 + start, j1 + start, j2 + start) for kind, i1, i2, j1, j2 in matcher.get_opcodes()]
    yield from _without_islands(steps, one)
    if end:
        yield "equal", len(one) - end, len(one), len(other) - end, len(other)


_Step = tuple[str, int, int, int, int]


def _without_islands(steps: Sequence[_Step], one: list[str]) -> Iterator[_Step]:
    """Let a space between two replaced words be replaced with them: so people read it, and so they did it."""
    at = 0
    while at < len(steps):
        kind, i1, i2, j1, j2 = steps[at]
        while kind != "equal" and at + 2 < len(steps) and _is_island(steps[at + 1], one) and steps[at + 2][0] == "replace":
            kind, i2, j2 = "replace", steps[at + 2][2], steps[at + 2][4]
            at += 2
        yield kind, i1, i2, j1, j2
        at += 1


def _is_island(step: _Step, one: list[str]) -> bool:
    return step[0] == "equal" and all(not key.strip() for key in one[step[1] : step[2]])


def _leads(href: str) -> str:
    return href.rstrip("/").removeprefix("http://").removeprefix("https://").casefold()


def _joined(pieces: list[Piece]) -> tuple[Piece, ...]:
    """Put neighbours of one kind and one hand together, and their spans of one look."""
    found: list[tuple[PieceKind, Hand | None, list[Span]]] = []
    for piece in pieces:
        (span,) = piece.spans
        if not found or found[-1][:2] != (piece.kind, piece.hand) or _when(found[-1][1]) != _when(piece.hand):
            found.append((piece.kind, piece.hand, [span]))
            continue
        spans = found[-1][2]
        last = spans[-1]
        if not span.note and not last.note and _same_look(last, span):
            spans[-1] = replace(last, text=last.text + span.text)
        else:
            spans.append(span)
    return tuple(Piece(kind, tuple(spans), hand) for kind, hand, spans in found)


def _same_look(one: Span, other: Span) -> bool:
    return (one.strong, one.emphasis, one.href, one.field) == (other.strong, other.emphasis, other.href, other.field)


def _when(hand: Hand | None) -> object:
    return hand.when if hand is not None else None


def spans_in(pieces: Sequence[Piece], *kinds: PieceKind) -> Spans:
    """Give the words of pieces of some kinds, one after the other."""
    found: list[Span] = []
    for piece in pieces:
        if piece.kind not in kinds:
            continue
        for span in piece.spans:
            if found and not span.note and not found[-1].note and _same_look(found[-1], span):
                found[-1] = replace(found[-1], text=found[-1].text + span.text)
            else:
                found.append(span)
    return tuple(found)


def after(pieces: Sequence[Piece]) -> Spans:
    """Give a text as it is now."""
    return spans_in(pieces, PieceKind.KEPT, PieceKind.INSERTED, PieceKind.LOOK)


def before(pieces: Sequence[Piece]) -> Spans:
    """Give a text as the draft had it."""
    return spans_in(pieces, PieceKind.KEPT, PieceKind.DELETED, PieceKind.LOOK)


def _struck(pieces: Sequence[Piece]) -> Iterator[str]:
    return (piece.text for piece in pieces if piece.kind is PieceKind.DELETED)


def _counted(tally: Sequence[tuple[str, bool]]) -> tuple[int, int]:
    """Count the words of now: unchanged and changed ones."""
    text = "".join(sign for sign, _ in tally)
    total = changed = 0
    for match in _WORD.finditer(text):
        if words_in(match[0]):
            total += 1
            changed += any(fresh for _, fresh in tally[match.start() : match.end()])
    return total - changed, changed
