"""A text of the sources as units: words and signs, each with the marks around it, so that they can be put together again."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from kursbuch_press.book.texts import parse

INVISIBLE = "\u00ad\u2060\u200b\u200c\u200d\ufeff"
"""Soft hyphens and joiners: they belong to the word that they stand in."""

_LETTERS = rf"(?:(?!_)[\w{INVISIBLE}\u0300-\u036f])+"
WORD = re.compile(rf"{_LETTERS}|-{{1,3}}|\.\.\.|[^\w\s]|_")
_ALIKE = str.maketrans(
    {"„": '"', "“": '"', "”": '"', "»": '"', "«": '"', "‚": "'", "‘": "'", "’": "'", "›": "'", "‹": "'",
     "–": "-", "—": "-", "\u2011": "-", "\u2010": "-", **dict.fromkeys(INVISIBLE, None)}
)  # fmt: skip

_TOKEN = re.compile(
    r"(?P<gap>\s+)|(?P<escape>\\[!-/:-@\[-`{-~])|(?P<note>\[\^[^\]\s]{0,80}\])"
    r"|(?P<close>\]\((?:<[^<>\n]*>|[^()\s]*(?:\([^()\s]*\)[^()\s]*)*)\))|(?P<open>\[)|(?P<stress>\*\*|\*|(?<!\w)__?(?=\S)|(?<=\S)__?(?!\w))"
    rf"|(?P<word>{WORD.pattern})"
)


@dataclass(frozen=True, slots=True)
class Enclosure:
    """What encloses words: its signs in the source, and what it is ("strong", "emphasis", "link", "in")."""

    kind: str
    before: str
    behind: str
    href: str = ""


@dataclass(frozen=True, slots=True)
class Unit:
    """A word or sign, a call of a note, or a reference without words of its own (``kind`` "word", "note", "atom").

    ``source`` is what stands in the text, ``key`` what it is compared by. ``gap`` is the space before it. ``marks`` are the
    numbers of the marks around it, the outermost first.
    """

    kind: str
    source: str
    key: str
    gap: str
    marks: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Marked:
    """A text taken apart."""

    units: tuple[Unit, ...]
    marks: tuple[Enclosure, ...]
    tail: str = ""


def key_of(word: str) -> str:
    """Give what a word is compared by: quotation marks, dashes and soft hyphens may be of any kind."""
    key = unicodedata.normalize("NFC", word).translate(_ALIKE)
    return "-" if key and not key.strip("-") else "..." if key == "…" else key


def take_apart(source: str) -> Marked | None:
    """Take a text apart; None where its marks are such that it would not come together again as it was."""
    reading = _Reading(_links(source))
    for match in _TOKEN.finditer(source):
        reading.take(match)
    marked = Marked(tuple(reading.units), tuple(reading.marks), reading.gap)
    if reading.stack or put_together(marked) != source or not _is_read_alike(source, marked):
        return None
    return marked


def _links(source: str) -> dict[int, str]:
    """Give the brackets that begin a link, each with its end."""
    begun: list[int] = []
    found: dict[int, str] = {}
    for match in _TOKEN.finditer(source):
        if match["open"]:
            begun.append(match.start())
        elif match["close"] and begun:
            found[begun.pop()] = match["close"]
            found[match.start()] = ""
    return found


def _is_read_alike(source: str, marked: Marked) -> bool:
    """Hold our reading against that of the book."""
    text, faults = parse(source)
    words = "".join(unit.gap + _shown(unit) for unit in marked.units)
    return not faults and re.sub(r"\s+", "", text.plain) == re.sub(r"\s+", "", words)


def _shown(unit: Unit) -> str:
    if unit.kind != "word":
        return ""
    return unit.source[1:] if unit.source.startswith("\\") and len(unit.source) > 1 else unit.source


class _Reading:
    """Takes the tokens of a text one by one."""

    def __init__(self, links: dict[int, str]) -> None:
        self.links = links
        self.units: list[Unit] = []
        self.marks: list[Enclosure] = []
        self.stack: list[int] = []
        self.gap = ""

    def take(self, match: re.Match[str]) -> None:
        kind, token = match.lastgroup or "", match[0]
        if kind == "gap":
            self.gap += token
        elif kind == "stress":
            self._stress(token)
        elif kind == "open" and match.start() in self.links:
            self._open(Enclosure("link", "[", self.links[match.start()], _address(self.links[match.start()])))
        elif kind == "close" and match.start() in self.links:
            self._close()
        elif kind == "note":
            self._add("note", token, token[2:-1])
        elif kind == "close":  # a bracket that nothing opened
            for part in WORD.findall(token):
                self._add("word", part, key_of(part))
        else:
            self._add("word", token, key_of(token[1:] if kind == "escape" else token))

    def _add(self, kind: str, source: str, key: str) -> None:
        self.units.append(Unit(kind, source, key, self.gap, tuple(self.stack)))
        self.gap = ""

    def _stress(self, token: str) -> None:
        if self.stack and self.marks[self.stack[-1]].before == token:
            self.stack.pop()
        else:
            self._open(Enclosure("strong" if len(token) > 1 else "emphasis", token, token))

    def _open(self, mark: Enclosure) -> None:
        self.marks.append(mark)
        self.stack.append(len(self.marks) - 1)

    def _close(self) -> None:
        if not self.stack:
            return
        number = self.stack.pop()
        if not any(number in unit.marks for unit in self.units):
            mark = self.marks[number]
            self._add("atom", mark.before + mark.behind, mark.href)


def _address(close: str) -> str:
    return close.removeprefix("](").removesuffix(")").removeprefix("<").removesuffix(">")


def put_together(marked: Marked) -> str:
    """Give the text of units again: each mark opens before the first of its words and closes behind the last."""
    pieces: list[str] = []
    opened: tuple[int, ...] = ()
    for unit in marked.units:
        common = 0
        while common < min(len(opened), len(unit.marks)) and opened[common] == unit.marks[common]:
            common += 1
        pieces += [marked.marks[number].behind for number in reversed(opened[common:])]
        pieces.append(unit.gap)
        pieces += [marked.marks[number].before for number in unit.marks[common:]]
        pieces.append(unit.source)
        opened = unit.marks
    pieces += [marked.marks[number].behind for number in reversed(opened)]
    return "".join([*pieces, marked.tail])
