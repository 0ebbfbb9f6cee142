"""Setting the whole book: chapters are laid out one by one, and page numbers are put in when they are known.

WeasyPrint's own ``target-counter`` lays out every page that holds a reference again and again (2.9 layouts for each page
in our measurement). Here a chapter is laid out a second time only if a page number in it, or its first page, was wrong.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from kursbuch_press.book.addresses import anchor
from kursbuch_press.compose.manuscript import Manuscript
from kursbuch_press.pages import wording
from kursbuch_press.pages.chapter_html import ChapterHtml, write_chapter
from kursbuch_press.pages.design import Design
from kursbuch_press.pages.forecast import Forecast, blanks_before
from kursbuch_press.pages.layout import Document, Page, Typesetter, folios_of, put_folios
from kursbuch_press.problems import PressError

# Each round moves page numbers at most once; a book that still moves after so many has references that chase each other.
ROUNDS = 6


@dataclass(frozen=True, slots=True)
class SetChapter:
    """A laid-out chapter: its pages, the number of the first, and how many blank pages stand before it."""

    id: str
    first: int
    blanks_before: int
    source: ChapterHtml = field(repr=False)
    document: Document = field(repr=False)

    @property
    def last(self) -> int:
        """The number of the last page."""
        return int(self.first + len(self.document.pages) - 1)


@dataclass(frozen=True, slots=True)
class SetBook:
    """The laid-out book. ``folios`` gives the printed folio of every address, ``layouts`` how many were made."""

    chapters: tuple[SetChapter, ...]
    folios: Mapping[str, str]
    layouts: int
    filler: Document = field(repr=False)

    @property
    def pages(self) -> list[Page]:
        """All pages in order, with the intended blanks."""
        pages: list[Page] = []
        for chapter in self.chapters:
            pages.extend(self.filler.pages[:1] * chapter.blanks_before)
            pages.extend(chapter.document.pages)
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


def set_book(
    manuscript: Manuscript,
    design: Design,
    setter: Typesetter,
    told: Callable[[str, int, int], None],
) -> SetBook:
    """Lay out all chapters; ``told`` hears of one and its first page before it is laid out, then of its number of pages too."""
    forecast = Forecast(manuscript, design)
    folios: dict[str, str] = {}
    done: dict[str, SetChapter] = {}
    layouts = 0
    for _ in range(ROUNDS):
        before = dict(folios)
        first = 1
        for chapter in manuscript.chapters:
            blanks = blanks_before(chapter, first)
            first += blanks
            expected = {**forecast.folios(chapter.id, first), **folios} if chapter.id not in done else folios
            source = write_chapter(chapter, manuscript, design, folio=first, folios=_Folios(expected))
            known = done.get(chapter.id)
            if known is None or known.source != source:
                new = not setter.keeps(source.html, source.css)
                if new:
                    told(chapter.id, first, 0)
                document = setter.set(source.html, source.css, chapter.id)
                if new:
                    told(chapter.id, first, len(document.pages))
                known = SetChapter(chapter.id, first, blanks, source, document)
                done[chapter.id] = known
                forecast.learn(chapter, len(document.pages))
                layouts += 1
            folios.update(folios_of(known.document, first))
            first = known.last + 1
        # Every chapter was written with the folios that it was found to have.
        if folios == before:
            filler = setter.set(*_filler(design, manuscript), "blank")
            for each in done.values():
                put_folios(each.document, folios)
            ordered = tuple(done[chapter.id] for chapter in manuscript.chapters)
            return SetBook(ordered, _Folios(folios), layouts, filler)
    raise PressError(wording.UNSETTLED.format(rounds=ROUNDS))


def _filler(design: Design, manuscript: Manuscript) -> tuple[str, str]:
    values = {"edition": manuscript.edition, "words": manuscript.words}
    return design.templates.render("blank.html.j2", values), design.templates.render("blank.css.j2", values)
