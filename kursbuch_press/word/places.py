"""Which addresses are in a file, which of them are jumped to, and the bookmarks that such jumps need."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from kursbuch_press.compose import matter, nodes
from kursbuch_press.compose.drawing_data import DrawingData
from kursbuch_press.compose.inlines import Content, Footnote, Jump, PageNumber, Words, plain, walk
from kursbuch_press.compose.manuscript import ManuscriptChapter
from kursbuch_press.word.anchors import nine_digits, thing

REFERENCE, CONTENTS = "_Ref", "_Toc"
"""How the names begin that Word itself gives to targets of cross-references and of lines of a contents."""


@dataclass(slots=True)
class Places:
    """The landmarks of one file.

    ``labels`` ("Tabelle 3"), ``numbers`` ("2.4") and ``titles`` of what can be referred to.
    """

    labels: dict[str, str] = field(default_factory=dict)
    numbers: dict[str, str] = field(default_factory=dict)
    titles: dict[str, str] = field(default_factory=dict)
    _standing: dict[str, None] = field(default_factory=dict)
    _wanted: dict[tuple[str, str], str] = field(default_factory=dict)
    _taken: set[str] = field(default_factory=set)
    _placed: set[tuple[str, str]] = field(default_factory=set)

    def name(self, target: str, kind: str = REFERENCE) -> str:
        """Give the bookmark of a target; empty if the target is in another file."""
        return self._wanted.get((kind, self.landmark(target)), "")

    def landmark(self, target: str) -> str:
        """Give the address of the text that stands for a target.

        Itself, or the first text in a part without one.
        """
        if target in self._standing:
            return target
        inside = target + "/"
        return next((each for each in self._standing if each.startswith(inside)), "")

    def place(self, addresses: Iterable[str], kind: str) -> list[str]:
        """Give the bookmarks that belong to a paragraph.

        Each is given once, to the first paragraph that asks.
        """
        found = []
        for address in addresses:
            key = (kind, address)
            if key in self._wanted and key not in self._placed:
                self._placed.add(key)
                found.append(self._wanted[key])
        return found

    def missing(self) -> list[str]:
        """Give the targets that no paragraph has taken; a finished file has none."""
        return [address for kind, address in self._wanted if (kind, address) not in self._placed]

    def stand(self, address: str) -> None:
        """Note that an address is in this file."""
        self._standing.setdefault(thing(address))
        self._standing.setdefault(address)

    def want(self, target: str, kind: str) -> None:
        """Note that something points to a target; call it when everything that is in the file stands."""
        landmark = self.landmark(target)
        if landmark and (kind, landmark) not in self._wanted:
            digits = nine_digits(landmark)
            while f"{kind}{digits:09d}" in self._taken:
                digits = (digits + 1) % 10**9
            name = f"{kind}{digits:09d}"
            self._taken.add(name)
            self._wanted[kind, landmark] = name


_LEAVES = frozenset({str, int, bool, type(None), Words, DrawingData})
"""What nothing can jump to or from, and has no parts that could."""


def survey(chapters: Iterable[ManuscriptChapter]) -> Places:
    """Walk through everything that will be written."""
    places = Places()
    wanted: list[tuple[str, str]] = []
    for chapter in chapters:
        for part in _parts((chapter.nodes, *(chapter.drafts_only.every if chapter.drafts_only else ()))):
            _note(part, places, wanted)
        places.titles.setdefault(chapter.id, _sayable(chapter.title))
    for target, kind in dict.fromkeys(wanted):
        places.want(target, kind)
    return places


def _parts(of: tuple[object, ...]) -> Iterator[object]:
    """Give every record below something, parents first: nodes, rows, cells, inlines."""
    rest: list[object] = [of]
    while rest:
        part = rest.pop()
        if isinstance(part, tuple):
            rest.extend(reversed(part))
        elif type(part) not in _LEAVES:
            yield part
            rest.extend([getattr(part, slot) for slot in reversed(getattr(part, "__slots__", ()))])


def _note(part: object, places: Places, wanted: list[tuple[str, str]]) -> None:
    if address := getattr(part, "address", ""):
        places.stand(address)
    match part:
        case Footnote(again=True):
            wanted.append((part.address, REFERENCE))
        case Jump() | PageNumber():
            wanted.append((part.target, REFERENCE))
        case matter.Directory():
            wanted.extend((entry.target, CONTENTS) for entry in part.entries)
        case nodes.Glance():
            wanted.extend((entry.target, REFERENCE) for entry in part.contents)
        case matter.Definition(targets=targets) | matter.IndexEntry(places=targets):
            wanted.extend((target, REFERENCE) for target in targets)
        case nodes.Table() | nodes.Figure() if part.label:
            places.labels[part.address] = part.label
        case nodes.MeasureCard() | nodes.Opening():
            places.numbers[part.address] = part.number
            places.titles[part.address] = _sayable(part.title)
        case nodes.Heading():
            places.numbers[thing(part.address)] = part.number
            places.titles[thing(part.address)] = _sayable(part.content)
        case _:
            pass


def _sayable(title: Content) -> str:
    """Give a title that a field can repeat; none if it calls a note, which Word would then repeat as well."""
    return "" if any(isinstance(each, Footnote) for each in walk(title)) else plain(title)
