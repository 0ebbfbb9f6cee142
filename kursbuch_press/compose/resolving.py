"""Resolving the texts of one chapter: references, notes, terms, citations and index marks get their targets and words."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import assert_never

from kursbuch_press.book import texts
from kursbuch_press.book.address_book import AddressBook
from kursbuch_press.book.addresses import address
from kursbuch_press.book.blocks import Generated, Part
from kursbuch_press.book.book import Book
from kursbuch_press.book.texts import Text
from kursbuch_press.book.vocabulary import Vocabulary
from kursbuch_press.compose import inlines
from kursbuch_press.compose.inlines import Content
from kursbuch_press.compose.labels import AnyChapter, Label, blocks_of, label_all
from kursbuch_press.compose.typography import polish_content


@dataclass
class Register:
    """Where terms and index entries stand, gathered while texts are resolved: word -> addresses in reading order."""

    terms: dict[str, list[str]] = field(default_factory=dict)
    entries: dict[str, list[str]] = field(default_factory=dict)


class Resolver:
    """Knows the whole book, and resolves texts chapter by chapter in reading order."""

    def __init__(self, book: Book, vocabulary: Vocabulary, lines: float) -> None:
        """Name all addresses, so that references can point forward; ``lines`` of text are on a page."""
        self.lines = lines
        self.book = book
        self.vocabulary = vocabulary
        self.labels = label_all(book, vocabulary)
        self._addresses = AddressBook(self.labels)
        self.register = Register()
        self.parts = _parts_of(book)
        self._glossary = {entry.id: entry for entry in book.glossary.entries}
        self._short = {entry.id: entry for entry in book.glossary.abbreviations}
        self._long = {entry.short: entry.long for entry in book.glossary.abbreviations}
        self._literature = {entry.id: entry for entry in book.literature.entries}
        self._begin("")

    def enter(self, chapter: AnyChapter) -> None:
        """Begin a chapter: notes count from 1 again."""
        self._begin(chapter.id)
        self._notes = {note.id: note for note in chapter.notes}

    def _begin(self, chapter: str) -> None:
        self._chapter = chapter
        self._notes = {}
        self._numbers: dict[str, int] = {}
        self._spots = 0

    def words(self, text: str) -> Content:
        """Set words that carry no marks."""
        return polish_content((inlines.Words(text),), self.book.edition.quotation_marks) if text else ()

    def span(self, start: str, until: str) -> Content:
        """Write a span of months in figures, to be read aloud in words."""
        return (inlines.Aloud(self.words(self.vocabulary.span(start, until)), self.vocabulary.aloud.span(start, until)),)

    def text(self, text: Text | None) -> Content:
        """Resolve a text of the chapter that was entered; no text is empty content."""
        return polish_content(self._content(text.content), self.book.edition.quotation_marks) if text is not None else ()

    def target(self, wanted: str) -> Label | None:
        """Find what a reference means: in the own chapter first, then as chapter/id, then anywhere if that is unique."""
        found = self._addresses.find(wanted, self._chapter)
        return self.labels[found[0]] if len(found) == 1 else None

    def _content(self, content: tuple[texts.Inline, ...]) -> Content:
        return tuple(self._inline(inline) for inline in content)

    def _inline(self, inline: texts.Inline) -> inlines.Inline:  # noqa: PLR0911, C901 - one line for each kind
        match inline:
            case texts.Plain():
                return inlines.Words(inline.text)
            case texts.Strong():
                return inlines.Strong(self._content(inline.content))
            case texts.Emphasis():
                return inlines.Emphasis(self._content(inline.content))
            case texts.Foreign():
                return inlines.Foreign(self._content(inline.content), inline.language)
            case texts.Link():
                return inlines.WebLink(self._content(inline.content), inline.href)
            case texts.NoteCall():
                return self._footnote(inline.note)
            case texts.Reference():
                return self._reference(inline)
            case texts.Term():
                return self._term(inline)
            case texts.Abbreviation():
                return inlines.Short(self._content(inline.content), self._short[inline.short].long)
            case texts.Citation():
                return self._citation(inline)
            case texts.IndexMark():
                return self._spot(self.register.entries, inline.entry, self._content(inline.content))
            case _:
                assert_never(inline)

    def _footnote(self, note: str) -> inlines.Footnote:
        again = note in self._numbers
        if not again:
            self._numbers[note] = len(self._numbers) + 1
        content = () if again else self.text(self._notes[note].text)
        return inlines.Footnote(self._numbers[note], address(self._chapter, note, "text"), content, again)

    def _reference(self, inline: texts.Reference) -> inlines.Inline:
        label = self.target(inline.target)
        if label is None:
            return inlines.Emphasis(self._content(inline.content))
        if inline.content:
            return inlines.Jump(self._content(inline.content), label.target, page=True)
        words = (inlines.Words(label.name),) if label.name else ()
        return inlines.Jump(words, label.target, page=True, label=True)

    def _term(self, inline: texts.Term) -> inlines.Inline:
        jump = inlines.Jump(self._content(inline.content), address("glossary", inline.term), role="term")
        if not self.parts["glossary"]:
            return inlines.Emphasis(jump.content)
        return self._spot(self.register.terms, inline.term, (jump,))

    def _citation(self, inline: texts.Citation) -> inlines.Inline:
        entry = self._literature[inline.entry]
        words = self._cited((inlines.Words(entry.label),), self._content(inline.content))
        if not self.parts["literature"]:
            return inlines.Emphasis(words)
        spelled = inlines.plain(self._cited(self._expanded(entry.label), self._content(inline.content)))
        expansion = spelled if spelled != inlines.plain(words) else ""
        return inlines.Jump(words, address("literature", entry.id), role="citation", expansion=expansion)

    def _expanded(self, label: str) -> Content:
        """Give a label with its abbreviations spelled out: Aufenthaltsgesetz, Sozialgesetzbuch V."""
        return (inlines.Words("".join(self._long.get(part, part) for part in re.split(r"(\s+)", label))),)

    def _cited(self, label: Content, place: Content) -> Content:
        """Name a place in a source as lawyers do (§ 43 AufenthG), or as everybody else does (BAMF 2013, S. 12)."""
        if not place:
            return label
        if inlines.plain(place).startswith(("§", "Art.")):
            return (*place, inlines.Words(" "), *label)
        return (*label, inlines.Words(", "), *place)

    def _spot(self, found: dict[str, list[str]], name: str, content: Content) -> inlines.Spot:
        self._spots += 1
        spot = address(self._chapter, f"spot-{self._spots}")
        found.setdefault(name, []).append(spot)
        return inlines.Spot(content, spot)


def _parts_of(book: Book) -> dict[str, str]:
    """Give the address of each generated part; empty where the book has none."""
    found = {part.value: "" for part in Part}
    for chapter in book.chapters:
        for block in blocks_of(chapter):
            if isinstance(block, Generated):
                found[block.part.value] = address(chapter.id, block.id)
    return found
