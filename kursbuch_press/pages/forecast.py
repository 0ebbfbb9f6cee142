"""Guessing on which pages things will stand, so that hardly any chapter must be laid out twice.

Only the number of figures of a page number matters for the layout. A guess is made from the lines that the text might fill,
and gets better with each chapter that is laid out.
"""

from __future__ import annotations

import re
from math import ceil

from kursbuch_press.compose.manuscript import Manuscript, ManuscriptChapter
from kursbuch_press.pages.chapter_html import ChapterWriter
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
    """Knows how many lines each chapter might fill and, once chapters are laid out, how many pages that makes."""

    def __init__(self, manuscript: Manuscript, writer: ChapterWriter) -> None:
        """Write all chapters once, as if each began on a right-hand page."""
        self._html = {chapter.id: writer.write(chapter, neutral(1), {}).html for chapter in manuscript.chapters}
        self._lengths = {id_: _lines(html) for id_, html in self._html.items()}
        self._pages: dict[str, int] = {}
        self._seen: dict[str, tuple[int, int]] = {}

    def learn(self, chapter: ManuscriptChapter, pages: int) -> None:
        """Remember how many pages a chapter has."""
        self._pages[chapter.id] = pages
        length, known = self._seen.get(_sort(chapter), _prior(chapter))
        self._seen[_sort(chapter)] = (length + self._lengths[chapter.id], known + pages)

    def folios(self, chapter: ManuscriptChapter, first: int) -> dict[str, str]:
        """Guess the folio of every anchor of a chapter that begins on page ``first``."""
        guessed: dict[str, str] = {}
        html, pages = self._html[chapter.id], self.pages(chapter)
        for match in re.finditer(r'\bid="([^"]+)"', html):
            guessed.setdefault(match[1], str(first + match.start() * pages // len(html)))
        return guessed

    def pages(self, chapter: ManuscriptChapter) -> int:
        """Count the pages of a chapter, or guess how many it will have."""
        if chapter.id in self._pages:
            return self._pages[chapter.id]
        length, pages = self._seen.get(_sort(chapter), _prior(chapter))
        return max(1, round(self._lengths[chapter.id] * pages / length))


def _prior(chapter: ManuscriptChapter) -> tuple[int, int]:
    return _OF_A_PAGE[_sort(chapter)] * _TRUST, _TRUST


def _sort(chapter: ManuscriptChapter) -> str:
    """Tell which chapters have pages alike: action fields, other main chapters, the front and the back matter."""
    return chapter.kind if chapter.kind != "chapter" else chapter.matter


def _lines(html: str) -> int:
    """Count lines of 60 signs, at least one for each block."""
    texts = (len(_TAG.sub("", block).strip()) for block in _BLOCK.split(html.partition("<body")[2]))
    return sum(ceil(length / 60) for length in texts)
