"""The nodes of front and back matter that the press writes itself: title pages, imprint, directories, glossary, index."""

from __future__ import annotations

from dataclasses import dataclass

from kursbuch_press.compose.inlines import Content


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of a directory: level 1 to 3, number or label if any, words, and what it points to."""

    level: int
    number: str
    content: Content
    target: str
    swatch: str = ""


@dataclass(frozen=True, slots=True)
class Directory:
    """A generated list with page numbers; ``kind`` is contents, figures or tables."""

    address: str
    kind: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Definition:
    """An entry of the glossary (with the places where the term stands), or of the abbreviations (without)."""

    address: str
    term: str
    content: Content
    see: tuple[Content, ...] = ()
    targets: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Definitions:
    """Glossary, abbreviations or literature, in alphabetical order (DIN 5007-1); ``kind`` says which."""

    address: str
    kind: str
    entries: tuple[Definition, ...]


@dataclass(frozen=True, slots=True)
class IndexEntry:
    """An entry of the index, the places that it names, and that of its explanation in the glossary if it has one."""

    term: str
    targets: tuple[str, ...]
    explained: str = ""

    @property
    def places(self) -> tuple[str, ...]:
        """All places to which the entry leads."""
        return (*self.targets, self.explained) if self.explained else self.targets


@dataclass(frozen=True, slots=True)
class IndexGroup:
    """The entries of one letter."""

    letter: str
    entries: tuple[IndexEntry, ...]


@dataclass(frozen=True, slots=True)
class Index:
    """The index of the book."""

    address: str
    groups: tuple[IndexGroup, ...]


@dataclass(frozen=True, slots=True)
class TitlePage:
    """Half title (``half``) or title page."""

    address: str
    half: bool
    title: str
    motto: str
    issued_by: str
    date: str
    muster: bool


@dataclass(frozen=True, slots=True)
class ImprintPage:
    """The imprint: labelled statements in order, each with its lines; ``muster`` marks what is still a placeholder."""

    address: str
    statements: tuple[ImprintStatement, ...]


@dataclass(frozen=True, slots=True)
class ImprintStatement:
    """One statement of the imprint."""

    label: str
    lines: tuple[Content, ...]
    muster: bool = False
