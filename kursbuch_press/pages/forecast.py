"""Guessing on which pages things will stand, so that hardly any chapter must be laid out twice.

Only the number of figures of a page number matters for the layout, and on which side a chapter begins. A chapter of the book as
it was set last is expected where it stood. For others a guess is made from the lines that the text might fill, and gets better
with each chapter that is laid out.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from math import ceil

from kursbuch_press.compose.manuscript import Manuscript, ManuscriptChapter
from kursbuch_press.pages.chapter_html import ChapterWriter
from kursbuch_press.pages.last_pages import LastPages
from kursbuch_press.pages.margin_folios import neutral

# Lines of 60 signs on a page before anything is known, as measured on the shipped book: running text, tables, small type.
_OF_A_PAGE = {"front": 24, "action_field": 27, "continuation": 27, "main": 16, "back": 40}

# As many pages must be laid out until they count as much as what was known before: a title page says little of the others.
_TRUST = 8
_TAG = re.compile(r"<[^>]*>")
_BLOCK = re.compile(r"</?(?:p|li|tr|h\d|div|dt|dd|section|figcaption|blockquote|header)\b[^>]*>")


def blanks_before(chapter: ManuscriptChapter, first: int) -> int:
    """Count the blank pages before a chapter that could start on page ``first``: right-hand pages have odd numbers."""
    if chapter.starts == "any":
        return 0
    wanted = 1 if chapter.starts == "right" else 0
    return 0 if first % 2 == wanted else 1


class Forecast:
    """Knows how many pages each chapter had last or how many lines it might fill, and learns as chapters are laid out."""

    def __init__(self, manuscript: Manuscript, writer: ChapterWriter, last: Mapping[str, LastPages]) -> None:
        """Only chapters that are not known from last time are written for it, as if each began on a right-hand page."""
        chapters = {chapter.id: chapter for chapter in manuscript.chapters}
        self._html = cache(lambda id_: writer.write(chapters[id_], neutral(1), {}).html)
        self._length = cache(lambda id_: _lines(self._html(id_)))
        self._last = last
        self._all_known = all(id_ in last for id_ in chapters)
        self._pages: dict[str, int] = {}
        self._seen: dict[str, tuple[int, int]] = {}

    def learn(self, chapter: ManuscriptChapter, pages: int) -> None:
        """Remember how many pages a chapter has."""
        self._pages[chapter.id] = pages
        if self._all_known:
            return
        length, known = self._seen.get(_sort(chapter), _prior(chapter))
        self._seen[_sort(chapter)] = (length + self._length(chapter.id), known + pages)

    def folios(self, chapter: ManuscriptChapter, first: int) -> dict[str, str]:
        """Guess the folio of every anchor of a chapter that begins on page ``first``."""
        if chapter.id in self._last:
            return {anchor: str(first + page) for anchor, page in self._last[chapter.id].anchors.items()}
        guessed: dict[str, str] = {}
        html, pages = self._html(chapter.id), self.pages(chapter)
        for match in re.finditer(r'\bid="([^"]+)"', html):
            guessed.setdefault(match[1], str(first + match.start() * pages // len(html)))
        return guessed

    def pages(self, chapter: ManuscriptChapter) -> int:
        """Count the pages of a chapter, or guess how many it will have."""
        if chapter.id in self._pages:
            return self._pages[chapter.id]
        if chapter.id in self._last:
            return self._last[chapter.id].pages
        length, pages = self._seen.get(_sort(chapter), _prior(chapter))
        return max(1, round(self._length(chapter.id) * pages / length))


def _prior(chapter: ManuscriptChapter) -> tuple[int, int]:
    return _OF_A_PAGE[_sort(chapter)] * _TRUST, _TRUST


def _sort(chapter: ManuscriptChapter) -> str:
    """Tell which chapters have pages alike: action fields, other main chapters, the front and the back matter."""
    return chapter.kind if chapter.kind != "chapter" else chapter.matter


def _lines(html: str) -> int:
    """Count lines of 60 signs, at least one for each block."""
    texts = (len(_TAG.sub("", block).strip()) for block in _BLOCK.split(html.partition("<body")[2]))
    return sum(ceil(length / 60) for length in texts)
