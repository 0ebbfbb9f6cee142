"""From words on the page back to the text of the sources: what a co-author changed, with every mark that he did not see.

The draft shows less than the sources say (a term, an index entry, a reference look like words) and more ("auf Seite 12").
Each word of the draft is found again in the source; where the return has other words, they take the place of those.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from difflib import SequenceMatcher

from kursbuch_press.book.edition import QuotationMarks
from kursbuch_press.book.texts import parse
from kursbuch_press.compose.typography import polish
from kursbuch_press.drafts.spans import Span, Spans
from kursbuch_press.merge.marked_text import WORD, Enclosure, Marked, Unit, key_of, put_together, take_apart

_FIELD = "\x00field"
_NOTE = "\x00note "
_STRICT = re.compile(r"[!-/:-@\[-`{-~]")
_LOOSE = re.compile(r"[\\*`<]")
_UNSAID = re.compile(r"[\t\n\v\f\r\u2028]+")
"""What Word has between words and our texts do not: tabs and breaks of lines."""
_FIXED = str.maketrans("\u00a0\u202f\u2009", "   ")


@dataclass(frozen=True, slots=True)
class Shown:
    """A word, sign, call of a note or field as Word shows it."""

    key: str
    text: str
    gap: str
    look: Span


def shown(spans: Spans) -> list[Shown]:
    """Take the words of a draft or return apart."""
    found: list[Shown] = []
    gap = ""
    for span in _joined(spans):
        if span.note:
            found.append(Shown(_NOTE + note_id(span.note), "", gap, span))
            gap = ""
        elif span.field:
            found.append(Shown(_FIELD, span.text, gap, span))
            gap = ""
        else:
            for match in re.finditer(rf"\s+|{WORD.pattern}", span.text):
                if match[0].isspace():
                    gap += _UNSAID.sub(" ", match[0])
                else:
                    found.append(Shown(key_of(match[0]), match[0], gap, span))
                    gap = ""
    return found


def _joined(spans: Spans) -> list[Span]:
    """Put neighbours of one look together, so that no word is cut in two."""
    found: list[Span] = []
    for span in spans:
        if found and not span.note and not span.field and replace(found[-1], text=span.text) == span:
            found[-1] = replace(span, text=found[-1].text + span.text)
        elif span.text or span.note or span.field:
            found.append(span)
    return found


def lift(source: str, before: Spans, after: Spans, notes: Mapping[str, str] | None = None) -> str | None:
    """Give the source as the return wants it; None where that cannot be said, so that an editor has to write it.

    ``notes`` gives the id for each new note (``+1``).
    """
    if not source.strip():
        return fresh(after, notes)
    marked = take_apart(source)
    if marked is None:
        return None
    old, new = shown(before), shown(after)
    places = _placed(marked, old)
    if places is None:
        return None
    lifting = _Lifting(marked, places, (old, new), notes or {})
    return lifting.result()


def fresh(after: Spans, notes: Mapping[str, str] | None = None) -> str | None:
    """Give words that were not there before as a text of the sources."""
    lifting = _Lifting(Marked((), ()), [], ([], shown(after)), notes or {})
    return lifting.result()


def _placed(marked: Marked, old: list[Shown]) -> list[int | None] | None:
    """Say for each word of the draft which unit of the source it shows; None for what was added in the draft.

    Words are added where a reference has no words of its own, behind one that has ("auf Seite 12"), and beside a citation.
    """
    letters: dict[str, str] = {}

    def letter(key: str) -> str:
        return letters.setdefault(key, chr(0xF0000 + len(letters)))

    word = "".join(letter(each.key) for each in old)
    pattern = re.compile(_pattern(marked, letter, letter(_FIELD)))
    match = pattern.fullmatch(word)
    if match is None:
        return None
    found: list[int | None] = [None] * len(old)
    for at, unit in enumerate(marked.units):
        start, end = match.span(f"u{at}")
        if unit.kind == "word":
            found[start] = at
        else:
            found[start:end] = [at] * (end - start)
    return found


def _pattern(marked: Marked, letter: Callable[[str], str], field: str) -> str:
    pieces: list[str] = []
    opened: tuple[int, ...] = ()
    for at, unit in enumerate(marked.units):
        pieces += [_around(marked.marks[number], closing=True) for number in opened if number not in unit.marks]
        pieces += [_around(marked.marks[number], closing=False) for number in unit.marks if number not in opened]
        opened = unit.marks
        match unit.kind:
            case "word":
                inner = letter(unit.key)
            case "note":
                inner = f"(?:{letter(_NOTE + unit.key)}|{field}*)"  # a second call of a note is a field
            case _:
                inner = ".*?"
        pieces.append(f"(?P<u{at}>{inner})")
    pieces += [_around(marked.marks[number], closing=True) for number in opened]
    return "".join(pieces)


def note_id(address: str) -> str:
    """Give the id of a note by the address of its text; that of a new one is its name (``+1``)."""
    return address.removesuffix("/text").rpartition("/")[2]


def _around(mark: Enclosure, *, closing: bool) -> str:
    """Give what the draft may add beside a mark."""
    if mark.href.startswith("lit:"):
        return ".*?"
    return ".*?" if closing and mark.href.startswith("#") else ""


class _Lifting:
    """Walks through what stayed, went and came, and gathers the units of the new text."""

    def __init__(
        self, marked: Marked, places: list[int | None], words: tuple[list[Shown], list[Shown]], notes: Mapping[str, str]
    ) -> None:
        self.marked = marked
        self.places = places
        self.old, self.new = words
        self.notes = notes
        self.marks = list(marked.marks)
        self.units: list[tuple[Unit, bool]] = []
        self.gone: set[int] = set()
        self.broken = False
        self._emitted: set[int] = set()

    def result(self) -> str | None:
        """Give the new text; None where generated words were changed or the marks do not come together."""
        matcher = SequenceMatcher(None, [each.key for each in self.old], [each.key for each in self.new], autojunk=False)
        for kind, begin, end, start, stop in matcher.get_opcodes():
            if kind == "equal":
                for old, new in zip(range(begin, end), range(start, stop), strict=True):
                    self._keep(old, new)
            else:
                self.gone.update(range(begin, end))
                self._put((begin, end), (start, stop))
        if self.broken or self._is_torn():
            return None
        return self._written(_LOOSE) or self._written(_STRICT)

    def _written(self, escaped: re.Pattern[str]) -> str | None:
        """Write the text, and read it again: its words must be those that were meant."""
        units = [
            replace(unit, source=escaped.sub(r"\\\g<0>", unit.source)) if new and unit.kind == "word" else unit
            for unit, new in _loosened(self.units)
        ]
        if not units:
            return ""
        first = self.marked.units[0].gap if self.marked.units else ""
        units[0] = replace(units[0], gap=first)
        text = put_together(Marked(tuple(units), tuple(self.marks), self.marked.tail))
        again = take_apart(text)
        meant = [(unit.kind, unit.key) for unit, _ in self.units]
        if again is None or [(unit.kind, unit.key) for unit in again.units] != meant or parse(text)[1]:
            return None
        return text

    def _is_torn(self) -> bool:
        """Tell whether a part of generated words went, or all of them without what they belong to."""
        for at, place in enumerate(self.places):
            if place is None:
                run = self._run(at)
                beside = {self.places[near] for near in (run.start - 1, run.stop) if 0 <= near < len(self.places)}
                went = {self.places[near] for near in self.gone} & beside
                touched = [each in self.gone for each in run]
                if any(touched) and not (all(touched) and went):
                    return True
            elif self.marked.units[place].kind != "word":
                all_of = [each for each, other in enumerate(self.places) if other == place]
                if 0 < sum(each in self.gone for each in all_of) < len(all_of):
                    return True
        return False

    def _run(self, at: int) -> range:
        start, stop = at, at + 1
        while start and self.places[start - 1] is None:
            start -= 1
        while stop < len(self.places) and self.places[stop] is None:
            stop += 1
        return range(start, stop)

    def _keep(self, old: int, new: int) -> None:
        place = self.places[old]
        if place is None or place in self._emitted:
            return
        self._emitted.add(place)
        unit = self.marked.units[place]
        was, now = self.old[old], self.new[new]
        gap = unit.gap if bool(was.gap) == bool(now.gap) else now.gap
        marks = unit.marks
        if unit.kind == "word":
            marks = self._relooked(unit.marks, was.look, now.look)
        self.units.append((replace(unit, gap=gap, marks=marks), False))

    def _relooked(self, marks: tuple[int, ...], was: Span, now: Span) -> tuple[int, ...]:
        """Change the marks of a word whose look is another."""
        for kind, before, behind in (
            ("strong", was.strong, now.strong),
            ("emphasis", was.emphasis, now.emphasis),
        ):
            if before and not behind:
                marks = tuple(number for number in marks if self.marks[number].kind != kind)
            elif behind and not before:
                marks = (*marks, self._mark(kind))
        if was.href != now.href:
            marks = tuple(number for number in marks if self.marks[number].href != was.href or not was.href)
            marks = (self._mark("link", now.href), *marks) if now.href else marks
        return marks

    def _mark(self, kind: str, href: str = "") -> int:
        """Give the number of a new mark; neighbours share it."""
        signs = {"strong": ("**", "**"), "emphasis": ("*", "*"), "link": ("[", f"]({href})")}[kind]
        for number in self.units[-1][0].marks if self.units else ():
            if (self.marks[number].kind, self.marks[number].href) == (kind, href):
                return number
        self.marks.append(Enclosure(kind, *signs, href))
        return len(self.marks) - 1

    def _put(self, went: tuple[int, int], came: tuple[int, int]) -> None:
        """Put new words in the place of old ones, inside the marks that were around those."""
        template, unseen = self._surroundings(went)
        for at in range(*came):
            new = self.new[at]
            if new.look.note:
                self._put_note(new)
                continue
            marks = self._marks_of(new.look, template, unseen)
            for match in re.finditer(WORD.pattern, new.text):
                gap = new.gap if not match.start() else " " if new.text[match.start() - 1].isspace() else ""
                self.units.append((Unit("word", match[0], key_of(match[0]), gap, marks), True))

    def _put_note(self, new: Shown) -> None:
        name = self.notes.get(new.look.note, note_id(new.look.note))
        if name.startswith("+"):
            self.broken = True
        self.units.append((Unit("note", f"[^{name}]", name, new.gap, ()), True))

    def _surroundings(self, went: tuple[int, int]) -> tuple[tuple[int, ...], tuple[int, ...]]:
        """Give the marks near a place, and of those the ones that no reader sees and new words are to stand in as well."""
        placed = [place for place in self.places[slice(*went)] if place is not None]
        words = [self.marked.units[place] for place in placed if self.marked.units[place].kind == "word"]
        if words:
            around = [unit.marks for unit in words]
        else:
            before = next((p for p in reversed(self.places[: went[0]]) if p is not None), None)
            behind = next((p for p in self.places[went[1] :] if p is not None), None)
            around = [self.marked.units[place].marks if place is not None else () for place in (before, behind)]
        near = tuple(dict.fromkeys(number for marks in around for number in marks))
        shared = tuple(number for number in near if all(number in marks for marks in around))
        return near, tuple(number for number in shared if self._is_unseen(number))

    def _is_unseen(self, number: int) -> bool:
        mark = self.marks[number]
        return mark.kind == "link" and not mark.href.startswith(("http:", "https:", "mailto:"))

    def _marks_of(self, look: Span, near: tuple[int, ...], unseen: tuple[int, ...]) -> tuple[int, ...]:
        """Give the marks of a new word: those that it shares with its neighbours, in their order, then new ones."""
        found = list(unseen)
        for kind, wanted, href in (
            ("link", bool(look.href), look.href),
            ("strong", look.strong, ""),
            ("emphasis", look.emphasis, ""),
        ):
            if wanted:
                shared = [number for number in near if self.marks[number].kind == kind and self.marks[number].href == href]
                found.append(shared[0] if shared else self._mark(kind, href))
        order = {number: at for at, number in enumerate(near)}
        return tuple(sorted(found, key=lambda number: order.get(number, len(order) + number)))


def _loosened(units: list[tuple[Unit, bool]]) -> list[tuple[Unit, bool]]:
    """Put plain spaces in new words where the press sets fixed ones itself; other fixed spaces were meant."""
    found: list[tuple[Unit, bool]] = []
    for at, (unit, new) in enumerate(units):
        if new and at and unit.gap.translate(_FIXED) != unit.gap:
            before = units[at - 1][0].source
            behind = units[at + 1][0] if at + 1 < len(units) else None
            words = f"{before} {unit.source}" + (behind.gap + behind.source if behind else "")
            is_set = polish(words, QuotationMarks.GERMAN)[len(before) : len(before) + 1] in {"\u00a0", "\u202f"}
            found.append((replace(unit, gap=" ") if is_set else unit, new))
        else:
            found.append((unit, new))
    return found
