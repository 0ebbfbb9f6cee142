"""What a reference becomes: a folio on pages, a link in files without pages, or nothing, as on a sheet that stands alone.

A policy answers all of it, so that the writer and the templates are the same for every output.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

from markupsafe import Markup, escape

from kursbuch_press.book.addresses import anchor
from kursbuch_press.book.vocabulary import PageReference, Pages
from kursbuch_press.compose import inlines
from kursbuch_press.compose.inlines import Content

Write = Callable[[Content], Markup]
"""Writes content in the same output; a policy gets it for the texts of notes."""

# Stands for a page number that is not known yet; has as many figures as the folios of most pages.
UNKNOWN_FOLIO = "00"

_NOTHING = Markup()


def page_reference(jump: inlines.Jump, words: Pages) -> PageReference:
    """Give the words with which a reference names its page: behind a label, behind other words, or alone."""
    if not jump.content:
        return words.alone
    return words.after_label if jump.label else words.after_words


@dataclass(frozen=True, slots=True)
class EndNote:
    """A footnote of the book that a text of the output calls; ``number`` counts in the output."""

    number: int
    anchor: str
    content: Content


@dataclass(slots=True)
class Gathered:
    """The notes that the texts written so far call, for the end of the output."""

    notes: dict[str, EndNote] = field(default_factory=dict)


class References(ABC):
    """A policy for references; this base knows no places at all, so that words stay words."""

    __slots__ = ()

    @abstractmethod
    def href(self, target: str) -> str:
        """Give the address of a place for a link; empty where the output does not have the place."""

    def folio(self, target: str) -> Markup:
        """Give the number of the page of a place; empty where an output has no pages."""
        del target
        return Markup()

    def head(self, words: Markup) -> Markup:
        """Head a column of page numbers: with the words for pages, or where there are none with what its cells are then."""
        return words

    def pages(self, targets: tuple[str, ...], before: int = 0, last: Markup = _NOTHING) -> Markup:
        """Name several places, such as those of an entry of the index; ``before`` others are named already.

        ``last`` is one that is written already and ends the list.
        """
        del targets, before
        return last

    def places(self, targets: tuple[str, ...]) -> Markup:
        """Name several places with a word before them that says what the numbers are."""
        del targets
        return Markup()

    def jump(self, jump: inlines.Jump, words: Markup) -> Markup:
        """Write a reference whose words are written already."""
        return self.link(jump.target, jump.role, words, jump.expansion)

    def number(self, page: inlines.PageNumber) -> Markup:
        """Write a page number that stands in a text."""
        return self.link(page.target, "page", self.folio(page.target))

    def note(self, note: inlines.Footnote, write: Write) -> Markup:
        """Write the call of a note."""
        del note, write
        return Markup()

    def spot(self, spot: inlines.Spot, words: Markup) -> Markup:
        """Write words to which an index may lead."""
        del spot
        return words

    def short(self, short: inlines.Short, words: Markup) -> Markup:
        """Write an abbreviation."""
        return Markup('<abbr title="{}">{}</abbr>').format(short.expansion, words)

    def link(self, target: str, role: str, words: Markup, expansion: str = "") -> Markup:
        """Write words that lead to a place, and what they shorten; where the place is not there, they stay words."""
        href = self.href(target)
        spelled = Markup(' data-expansion="{}"').format(expansion) if expansion else ""
        return Markup('<a class="{}" href="{}"{}>{}</a>').format(role, href, spelled, words) if href else words


class NoReferences(References):
    """Words alone: nothing leads anywhere, no note is called."""

    __slots__ = ()

    def href(self, target: str) -> str:
        """Know no place."""
        del target
        return ""


@dataclass(frozen=True, slots=True)
class PageReferences(References):
    """References on the pages of the book; ``folios`` gives the printed folio of an address."""

    folios: Mapping[str, str]
    words: Pages

    def href(self, target: str) -> str:
        """Lead to a place of the same book."""
        return f"#{anchor(target)}"

    def folio(self, target: str) -> Markup:
        """Write a page number as zeros, as many as it has figures.

        Folios are set in figures of one width, so the layout does not depend on which they are; ``put_folios`` puts the
        true ones into the laid-out lines. A chapter is laid out again only if a number has more or fewer figures.
        """
        zeros = "0" * len(self.folios.get(target, UNKNOWN_FOLIO))
        return Markup('<span class="folio" data-folio="{}">{}</span>').format(anchor(target), zeros)

    def pages(self, targets: tuple[str, ...], before: int = 0, last: Markup = _NOTHING) -> Markup:
        """List the pages of several places, each once and in order, with runs joined: 12, 15, 27–29.

        The last never stands alone on a line: the one before it goes with it.
        """
        del before
        found: dict[int, str] = {}
        for target in targets:
            if target in self.folios:
                found.setdefault(int(self.folios[target]), target)
        listed = [*(self._run(run, found) for run in _runs(sorted(found))), *([last] if last else [])]
        if len(listed) > 1:
            listed[-2:] = [Markup('<span class="keep">{}, {}</span>').format(*listed[-2:])]
        return Markup(", ").join(listed)

    def _run(self, run: list[int], found: Mapping[int, str]) -> Markup:
        ends = run if len(run) == 1 else [run[0], run[-1]]
        return Markup("–").join(self.link(found[page], "page", escape(page)) for page in ends)

    def places(self, targets: tuple[str, ...]) -> Markup:
        """List the pages behind the word for them."""
        return escape(self.words.list).format(pages=self.pages(targets)) if targets else Markup()

    def jump(self, jump: inlines.Jump, words: Markup) -> Markup:
        """Write the words and the page; no line ends between page and number."""
        if not jump.page:
            return self.link(jump.target, jump.role, words, jump.expansion)
        shape = page_reference(jump, self.words)
        kept = escape(shape.kept).format(folio=self.folio(jump.target))
        # The number is an element of its own, and WeasyPrint breaks lines badly if only a no-break space holds it.
        page = Markup('{}<span class="keep">{}</span>').format(shape.before, kept)
        return self.link(jump.target, jump.role, words + page)

    def note(self, note: inlines.Footnote, write: Write) -> Markup:
        """Write a footnote in its place; the layout takes it to the foot of the page."""
        if note.again:
            # No line begins with a call: a word joiner (U+2060) stands before it, here and in the stylesheet.
            shape = Markup('<a class="note-again" href="#{}" aria-label="{}">\u2060{}</a>')
            return shape.format(anchor(note.address), self.words.note.format(number=note.number), note.number)
        shape = Markup('<span class="footnote" id="{}" data-spoken-call="{}">{}</span>')
        return shape.format(anchor(note.address), self.words.note.format(number=note.number), write(note.content))

    def spot(self, spot: inlines.Spot, words: Markup) -> Markup:
        """Mark the words, so that glossary and index know their page."""
        return Markup('<span id="{}">{}</span>').format(anchor(spot.address), words)


def _runs(pages: list[int]) -> Iterator[list[int]]:
    """Join pages that follow each other, from three on: two neighbours are two pages."""
    runs: list[list[int]] = []
    for page in pages:
        if runs and page == runs[-1][-1] + 1:
            runs[-1].append(page)
        else:
            runs.append([page])
    for run in runs:
        yield from [run] if len(run) > 2 else [[page] for page in run]  # noqa: PLR2004 - a run has three


@dataclass(frozen=True, slots=True)
class LinkReferences(References):
    """References in files without pages, such as a web edition; ``files`` gives the file of each chapter id.

    ``own`` is the chapter that is written: places in it need no file name. Glossary, abbreviations and literature have
    addresses of their own; ``homes`` says in which chapter they stand. Notes stand at the end of a file: ``notes``
    are the texts of all that may be called, ``gathered`` keeps those that were.
    """

    own: str
    files: Mapping[str, str]
    words: Pages
    homes: Mapping[str, str] = field(default_factory=dict)
    notes: Mapping[str, Content] = field(default_factory=dict)
    gathered: Gathered = field(default_factory=Gathered)

    def href(self, target: str) -> str:
        """Lead to a place in this file or in that of another chapter."""
        head = target.partition("/")[0]
        chapter = self.homes.get(head, head)
        fragment = f"#{anchor(target)}" if target != chapter else ""
        if chapter == self.own:
            return fragment or self.files[chapter]
        return f"{self.files[chapter]}{fragment}" if chapter in self.files else ""

    def head(self, words: Markup) -> Markup:
        """Head a column of links to places."""
        del words
        return escape(self.words.place_head)

    def pages(self, targets: tuple[str, ...], before: int = 0, last: Markup = _NOTHING) -> Markup:
        """Number the places, since there are no pages to name them by; ``before`` of them have a number already."""
        links = [self.link(target, "place", escape(number)) for number, target in enumerate(targets, start=before + 1)]
        return Markup(", ").join([*links, last] if last else links)

    def places(self, targets: tuple[str, ...]) -> Markup:
        """Number the places behind the word for them."""
        return escape(self.words.places).format(places=self.pages(targets)) if targets else Markup()

    def spot(self, spot: inlines.Spot, words: Markup) -> Markup:
        """Mark the words, so that glossary and index can lead to them."""
        return Markup('<span id="{}">{}</span>').format(anchor(spot.address), words)

    def number(self, page: inlines.PageNumber) -> Markup:
        """Lead to the place by a word; there is no page to name."""
        return self.link(page.target, "place", escape(self.words.place))

    def note(self, note: inlines.Footnote, write: Write) -> Markup:
        """Write the call of a note, which becomes an end note and counts anew."""
        del write
        known = self.gathered.notes.get(note.address)
        if known is not None:
            return Markup('<sup><a class="note" href="#{}">{}</a></sup>').format(known.anchor, known.number)
        content = note.content or self.notes.get(note.address, ())
        made = EndNote(len(self.gathered.notes) + 1, anchor(note.address), content)
        self.gathered.notes[note.address] = made
        shape = Markup('<sup><a class="note" id="{0}.call" href="#{0}">{1}</a></sup>')
        return shape.format(made.anchor, made.number)
