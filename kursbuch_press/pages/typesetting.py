"""Setting the whole book: chapters are laid out apart from each other, and page numbers are put in when they are known.

WeasyPrint's own ``target-counter`` lays out every page that holds a reference again and again (2.9 layouts for each page
in our measurement). Here a chapter is laid out a second time only if a page number in it has more or fewer figures than was
guessed, or if it begins on the other side.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from html import unescape
from itertools import pairwise

from kursbuch_press.book.addresses import anchor
from kursbuch_press.compose.manuscript import Manuscript, ManuscriptChapter
from kursbuch_press.pages import wording
from kursbuch_press.pages.chapter_html import ChapterHtml, ChapterWriter
from kursbuch_press.pages.design import Design
from kursbuch_press.pages.forecast import Forecast, blanks_before
from kursbuch_press.pages.last_pages import keep_last_pages, last_pages
from kursbuch_press.pages.layout import Document, Helpers, Page, ToSet, Typesetter, folios_of, put_folios
from kursbuch_press.pages.margin_folios import neutral, put_margin_folios
from kursbuch_press.problems import PressError

# Each round moves page numbers at most once; a book that still moves after so many has references that chase each other.
ROUNDS = 7

_FOLIO = re.compile(r'\bdata-folio="([^"]*)"')
_PAGES = 'class="page"'
"""Stands where a list, such as the index, names the pages of the book."""


@dataclass(frozen=True, slots=True)
class SetChapter:
    """A laid-out chapter: its pages, the number of the first, and how many blank pages stand before it.

    ``name`` stands for all that is seen on its pages, folios included; empty where nothing is kept.
    """

    id: str
    first: int
    blanks_before: int
    source: ChapterHtml = field(repr=False)
    document: Document = field(repr=False)
    name: str = ""

    @property
    def last(self) -> int:
        """The number of the last page."""
        return int(self.first + len(self.document.pages) - 1)


@dataclass(frozen=True, slots=True)
class SetBook:
    """The laid-out book. ``folios`` gives the printed folio of every address, ``layouts`` how many were made.

    ``filler`` is a blank page; one before a chapter that ends a field, and bears its tab, stands in ``blanks`` under its id.
    """

    chapters: tuple[SetChapter, ...]
    folios: Mapping[str, str]
    layouts: int
    filler: Document = field(repr=False)
    blanks: Mapping[str, Document] = field(default_factory=dict, repr=False)

    @property
    def pages(self) -> list[Page]:
        """All pages in order, with the intended blanks."""
        return [page for page, _ in self.named_pages]

    @property
    def named_pages(self) -> list[tuple[Page, str]]:
        """All pages in order, each with a name for all that is seen on it; empty for what is not kept."""
        pages: list[tuple[Page, str]] = []
        for chapter in self.chapters:
            blank = self.blanks.get(chapter.id, self.filler)
            pages.extend((page, "") for page in blank.pages[:1] * chapter.blanks_before)
            numbered = enumerate(chapter.document.pages)
            pages.extend((page, f"{chapter.name}/{number}" if chapter.name else "") for number, page in numbered)
        return pages


class _Folios(Mapping[str, str]):
    """The folios under the addresses of the manuscript; layouts know them under the names of anchors."""

    def __init__(self, by_anchor: dict[str, str]) -> None:
        self._by_anchor = by_anchor

    def __getitem__(self, address: str) -> str:
        return self._by_anchor[anchor(address)]

    def __iter__(self):  # type: ignore[no-untyped-def]  # noqa: ANN204
        return iter(self._by_anchor)

    def __len__(self) -> int:
        return len(self._by_anchor)


@dataclass(frozen=True, slots=True)
class Company:
    """Whom the typesetter works with: who hears how far it is, and who lays out several chapters at once.

    ``told`` hears of a chapter and its first page before it is laid out, then of its number of pages too.
    """

    told: Callable[[str, int, int], None]
    helpers: Helpers


def set_book(manuscript: Manuscript, design: Design, setter: Typesetter, company: Company) -> SetBook:
    """Lay out all chapters, at once where there are hands for it; those that were guessed wrong are laid out again."""
    return _Setting(manuscript, design, setter, company).set()


class _Setting:
    """A book on its way: what is laid out already, and on which page each chapter begins as far as one knows."""

    def __init__(self, manuscript: Manuscript, design: Design, setter: Typesetter, company: Company) -> None:
        self._manuscript, self._design, self._setter, self._company = manuscript, design, setter, company
        self._writer = ChapterWriter(manuscript, design)
        self._forecast = Forecast(manuscript, self._writer, last_pages(setter.shelf))
        self._done: dict[str, tuple[ChapterHtml, Document]] = {}
        self._layouts = 0

    def set(self) -> SetBook:
        """Lay out what is not as it must be, until all is."""
        for _ in range(ROUNDS):
            begins = self._begins()
            expected = self._folios(begins)
            sources = {
                chapter.id: self._written(chapter, begins[chapter.id], expected) for chapter in self._manuscript.chapters
            }
            due = {id_: source for id_, source in sources.items() if id_ not in self._done or self._done[id_][0] != source}
            if not due:
                return self._book(begins, expected)
            self._lay_out(self._first(due), begins)
        raise PressError(wording.UNSETTLED.format(rounds=ROUNDS))

    def _first(self, due: Mapping[str, ChapterHtml]) -> Mapping[str, ChapterHtml]:
        """Begin with chapters whose side is sure and that are no lists of pages: the others are then guessed much better."""
        sure = {each.id for each in self._manuscript.chapters if each.starts != "any"}
        early = {id_: source for id_, source in due.items() if id_ in sure and _PAGES not in source.html}
        return due if self._done or not early else early

    def _begins(self) -> dict[str, int]:
        """Say on which page each chapter begins: known where all before it are laid out, guessed elsewhere."""
        begins: dict[str, int] = {}
        first = 1
        for chapter in self._manuscript.chapters:
            first += blanks_before(chapter, first)
            begins[chapter.id] = first
            first += self._forecast.pages(chapter)
        return begins

    def _folios(self, begins: Mapping[str, int]) -> dict[str, str]:
        folios: dict[str, str] = {}
        for chapter in self._manuscript.chapters:
            first = begins[chapter.id]
            if chapter.id in self._done:
                folios.update(folios_of(self._done[chapter.id][1], first))
            else:
                folios.update(self._forecast.folios(chapter, first))
        return folios

    def _written(self, chapter: ManuscriptChapter, first: int, folios: dict[str, str]) -> ChapterHtml:
        """Write a chapter so that nothing in it depends on where in the book it begins, if its design allows for that."""
        given = _Folios(folios)
        source = self._writer.write(chapter, neutral(first), given)
        if self._setter.can_move(source.css):
            return source
        return self._writer.write(chapter, first, given)

    def _lay_out(self, due: Mapping[str, ChapterHtml], begins: Mapping[str, int]) -> None:
        chapters = {chapter.id: chapter for chapter in self._manuscript.chapters}

        def helpers(sheets: Sequence[ToSet]) -> Iterator[tuple[str, bytes]]:
            for sheet in sheets:
                self._company.told(sheet.name, begins[sheet.name], 0)
            new.update(sheet.name for sheet in sheets)
            return self._company.helpers(sheets)

        new: set[str] = set()
        sheets = [ToSet(id_, source.html, source.css) for id_, source in due.items()]
        for id_, document in self._setter.set_with(helpers, sheets):
            if id_ in new:
                self._company.told(id_, begins[id_], len(document.pages))
            self._done[id_] = due[id_], document
            self._forecast.learn(chapters[id_], len(document.pages))
            self._layouts += 1

    def _book(self, begins: Mapping[str, int], folios: dict[str, str]) -> SetBook:
        """Put the true folios in, and the chapters together."""
        ordered: list[SetChapter] = []
        after = 1
        for chapter in self._manuscript.chapters:
            first, (source, document) = begins[chapter.id], self._done[chapter.id]
            put_folios(document, folios)
            if self._setter.can_move(source.css):
                put_margin_folios(document, first)
            ordered.append(SetChapter(chapter.id, first, first - after, source, document, self._name(source, first, folios)))
            after = ordered[-1].last + 1
        folios_from_0 = ((each.id, len(each.document.pages), folios_of(each.document, 0)) for each in ordered)
        keep_last_pages(self._setter.shelf, folios_from_0)
        filler = self._blank(None, 1)
        return SetBook(tuple(ordered), _Folios(folios), self._layouts, filler, dict(self._tabbed(ordered)))

    def _tabbed(self, ordered: Sequence[SetChapter]) -> Iterator[tuple[str, Document]]:
        """Give the blanks at the ends of fields, under the chapters that follow them."""
        for ended, (_, following) in zip(self._manuscript.chapters, pairwise(ordered), strict=False):
            if ended.swatch and following.blanks_before:
                yield following.id, self._blank(ended, following.first - 1)

    def _name(self, source: ChapterHtml, first: int, folios: Mapping[str, str]) -> str:
        """Name a chapter after what its pages are made from and the folios that were put into them."""
        name = self._setter.name(source.html, source.css)
        named = sorted({unescape(target) for target in _FOLIO.findall(source.html)})
        put = "\n".join([name, str(first), *(f"{target} {folios[target]}" for target in named)])
        return sha256(put.encode()).hexdigest() if name else ""

    def _blank(self, chapter: ManuscriptChapter | None, folio: int) -> Document:
        """Lay out a blank page; one at the end of a field has the field's tab, on the side where it stands."""
        area = self._design.geometry.area(self._manuscript.edition.trim)
        values = {"edition": self._manuscript.edition, "words": self._manuscript.words, "area": area}
        values |= {"chapter": chapter, "first_folio": folio}
        html, css = (self._design.templates.render(name, values) for name in ("blank.html.j2", "blank.css.j2"))
        return self._setter.set(html, self._design.insert(css), "blank")
