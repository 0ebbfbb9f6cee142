"""Where everything stood when the book was last set is the best guess, and never more than a guess."""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

import pytest

from kursbuch_press.compose.manuscript import Manuscript, ManuscriptChapter
from kursbuch_press.pages import chapter_html
from kursbuch_press.pages.chapter_html import ChapterHtml, ChapterWriter, write_chapter
from kursbuch_press.pages.forecast import Forecast
from kursbuch_press.pages.last_pages import LastPages, keep_last_pages, last_pages
from kursbuch_press.pages.layout import ToSet
from kursbuch_press.press import setting
from kursbuch_press.press.laying_out import laid_out
from kursbuch_press.press.project import Project
from kursbuch_press.press.setters import shelf
from kursbuch_press.press.stages import keeping
from tests.press.small_book import small_book


@dataclass(frozen=True)
class Done:
    """What was laid out and written for a book, and the names of its pages, which stand for all that is seen on them."""

    laid_out: list[str]
    written: list[str]
    pages: list[str]


def _set(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Done:
    begun: list[str] = []
    written: list[str] = []

    def seen(project: Project, sheets: Sequence[ToSet]) -> Iterator[tuple[str, bytes]]:
        begun.extend(sheet.name for sheet in sheets)
        return laid_out(project, sheets)

    def counted(*given: Any, **named: Any) -> ChapterHtml:  # noqa: ANN401 - as write_chapter has them
        written.append(given[0].id)
        return write_chapter(*given, **named)

    monkeypatch.setattr(setting, "laid_out", seen)
    monkeypatch.setattr(chapter_html, "write_chapter", counted)
    with keeping():
        book = setting.whole_book(Project(folder))
        return Done(begun, written, [name for _, name in book.named_pages])


def test_a_changed_word_costs_one_layout_and_each_chapter_is_written_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    book = small_book(tmp_path / "book")
    first = _set(book, monkeypatch)
    assert len(first.laid_out) >= len(set(first.written))

    chapter = book / "sources/chapters/bilder.yaml"
    chapter.write_text(chapter.read_text("utf-8").replace("nur schwarz", "nur dunkel"), "utf-8")
    warm = _set(book, monkeypatch)
    assert warm.laid_out == ["bilder"]
    assert sorted(warm.written) == sorted(set(first.written))

    wrong = [(id_, 97, {"erst": "40"}) for id_ in set(first.written)]
    keep_last_pages(shelf(Project(book)), wrong)
    assert _set(book, monkeypatch).pages == warm.pages, "a wrong guess costs time only"

    shutil.rmtree(book / ".press")
    assert _set(book, monkeypatch).pages == warm.pages


def test_a_known_chapter_is_expected_where_it_stood_until_it_is_laid_out() -> None:
    chapter = cast("ManuscriptChapter", SimpleNamespace(id="eins"))
    known = {"eins": LastPages(pages=4, anchors={"anfang": 0, "ende": 3})}
    forecast = Forecast(cast("Manuscript", SimpleNamespace(chapters=(chapter,))), cast("ChapterWriter", None), known)
    assert forecast.pages(chapter) == 4
    assert forecast.folios(chapter, 12) == {"anfang": "12", "ende": "15"}
    forecast.learn(chapter, 5)
    assert forecast.pages(chapter) == 5


def test_what_cannot_be_read_is_no_guess(tmp_path: Path) -> None:
    kept = shelf(Project(tmp_path))
    assert last_pages(None) == {}
    keep_last_pages(None, [("eins", 2, {})])
    assert last_pages(kept) == {}
    keep_last_pages(kept, [("eins", 2, {"anfang": "0", "ende": "1"})])
    assert last_pages(kept) == {"eins": LastPages(pages=2, anchors={"anfang": 0, "ende": 1})}
    (entry,) = kept.folder.iterdir()
    for foreign in (b"{", b'{"eins": {"pages": 0, "anchors": {}}}', b'{"eins": {"pages": "2", "anchors": {}}}', b"[]"):
        kept.put(entry.name, foreign)
        assert last_pages(kept) == {}
