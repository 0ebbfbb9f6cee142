"""Guessing on which pages things will stand, so that hardly any chapter must be laid out twice.

Only the number of figures of a page number matters for the layout. A guess is made from the length of the HTML, and gets
better with each chapter that is laid out.
"""

from __future__ import annotations

import re
from itertools import takewhile

from kursbuch_press.compose.manuscript import Manuscript, ManuscriptChapter
from kursbuch_press.pages.chapter_html import write_chapter
from kursbuch_press.pages.design import Design

# Characters of HTML on a page before anything is known, as measured on the shipped book: running text, tables, small type.
_OF_A_PAGE = {"front": 2580, "action_field": 2580, "continuation": 2400, "main": 3760, "back": 4080}


def blanks_before(chapter: ManuscriptChapter, first: int) -> int:
    """Count the blank pages before a chapter that could start on page ``first``: right-hand pages have odd numbers."""
    if chapter.starts == "any":
        return 0
    wanted = 1 if chapter.starts == "right" else 0
    return 0 if first % 2 == wanted else 1


class Forecast:
    """Knows how long each chapter is in HTML and, once chapters are laid out, how many pages that makes."""

    def __init__(self, manuscript: Manuscript, design: Design) -> None:
        """Write all chapters once; this costs a hundredth of laying them out."""
        self._chapters = manuscript.chapters
        self._html = {
            chapter.id: write_chapter(chapter, manuscript, design, folio=1, folios={}).html for chapter in manuscript.chapters
        }
        self._pages: dict[str, int] = {}
        self._seen: dict[str, tuple[int, int]] = {}

    def learn(self, chapter: ManuscriptChapter, pages: int) -> None:
        """Remember how many pages a chapter has."""
        self._pages[chapter.id] = pages
        length, known = self._seen.get(_sort(chapter), (0, 0))
        self._seen[_sort(chapter)] = (length + len(self._html[chapter.id]), known + pages)

    def folios(self, start: str, first: int) -> dict[str, str]:
        """Guess the folio of every anchor from chapter ``start``, which begins on page ``first``, to the end of the book."""
        guessed: dict[str, str] = {}
        before = len(list(takewhile(lambda chapter: chapter.id != start, self._chapters)))
        for chapter in self._chapters[before:]:
            first += blanks_before(chapter, first)
            html, pages = self._html[chapter.id], self._expected(chapter)
            for match in re.finditer(r'\bid="([^"]+)"', html):
                guessed[match[1]] = str(first + match.start() * pages // len(html))
            first += pages
        return guessed

    def _expected(self, chapter: ManuscriptChapter) -> int:
        if chapter.id in self._pages:
            return self._pages[chapter.id]
        length, pages = self._seen.get(_sort(chapter), (_OF_A_PAGE[_sort(chapter)], 1))
        return max(1, round(len(self._html[chapter.id]) * pages / length))


def _sort(chapter: ManuscriptChapter) -> str:
    """Tell which chapters have pages alike: action fields, other main chapters, the front and the back matter."""
    return chapter.kind if chapter.kind != "chapter" else chapter.matter
