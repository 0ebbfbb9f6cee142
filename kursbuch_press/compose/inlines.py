"""The inlines of a manuscript: every reference is resolved, every note numbered; only page numbers are still open."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Words:
    """Words as they are printed: quotation marks, dashes and narrow spaces are in place."""

    text: str


@dataclass(frozen=True, slots=True)
class Strong:
    """Strongly stressed words."""

    content: Content


@dataclass(frozen=True, slots=True)
class Emphasis:
    """Stressed words."""

    content: Content


@dataclass(frozen=True, slots=True)
class Foreign:
    """A phrase in another language (BCP 47)."""

    content: Content
    language: str


@dataclass(frozen=True, slots=True)
class WebLink:
    """A link out of the book."""

    content: Content
    href: str


@dataclass(frozen=True, slots=True)
class Jump:
    """A link to an address in the book; ``page`` asks for "auf Seite N" behind the words where pages are known.

    ``role`` says what is jumped to: ``reference``, ``term`` (glossary), ``citation`` (literature) or ``entry``
    (a line of the contents or another list). ``label`` is true where the words are a label that the press wrote
    ("Tabelle 3"), which Word keeps up to date with a field. ``expansion`` spells out what the words shorten.
    """

    content: Content
    target: str
    role: str = "reference"
    page: bool = False
    label: bool = False
    expansion: str = ""


@dataclass(frozen=True, slots=True)
class PageNumber:
    """The folio of the page on which an address stands; filled in when the pages are known."""

    target: str


@dataclass(frozen=True, slots=True)
class Short:
    """An abbreviation with what it stands for."""

    content: Content
    expansion: str


@dataclass(frozen=True, slots=True)
class Aloud:
    """Words that are read aloud in other words than they are printed in: 09/2014 is said „September 2014“."""

    content: Content
    spoken: str


@dataclass(frozen=True, slots=True)
class Spot:
    """Words on a page that the index or the glossary names; ``address`` is unique in the book."""

    content: Content
    address: str


@dataclass(frozen=True, slots=True)
class Footnote:
    """The call of a footnote, with its number in the chapter and its text.

    ``address`` is that of the note's text; ``again`` is true for the second and later calls of one note, which repeat the
    number but not the text.
    """

    number: int
    address: str
    content: Content
    again: bool = False


Inline = Words | Strong | Emphasis | Foreign | WebLink | Jump | PageNumber | Short | Aloud | Spot | Footnote
Content = tuple[Inline, ...]


def plain(content: Content, folios: dict[str, str] | None = None) -> str:
    """Give the words of inlines without marks and note calls; page numbers only where ``folios`` knows them."""
    parts: list[str] = []
    for inline in content:
        match inline:
            case Words():
                parts.append(inline.text)
            case PageNumber():
                parts.append((folios or {}).get(inline.target, ""))
            case Footnote():
                pass
            case _:
                parts.append(plain(inline.content, folios))
    return "".join(parts)


def walk(content: Content) -> Iterator[Inline]:
    """Give every inline of a tree, parents first, in reading order; the text of a footnote comes after its call."""
    for inline in content:
        yield inline
        if not isinstance(inline, Words | PageNumber):
            yield from walk(inline.content)
