"""Everything that can be referred to has an anchor on a page: no reference leads nowhere."""

from __future__ import annotations

import re
from pathlib import Path

from kursbuch_press.book.addresses import anchor
from kursbuch_press.compose.labels import label_all
from kursbuch_press.pages.chapter_html import write_chapter
from kursbuch_press.press.composing import manuscript
from kursbuch_press.press.designs import design
from kursbuch_press.press.project import Project
from kursbuch_press.press.reading import readings
from tests.shipped import PROJECT, vocabulary


def test_every_id_of_the_book_stands_in_its_html() -> None:
    project = Project(Path(PROJECT))
    book = readings(project).book.book
    assert book is not None
    page, composed = design(project, "layouts/page"), manuscript(project)
    html = "".join(write_chapter(chapter, composed, page, folio=1, folios={}).html for chapter in composed.chapters)
    anchors = set(re.findall(r'\bid="([^"]+)"', html))
    # Questions stand in the Word drafts only, and titles of front pages are not printed.
    questions = {f"{chapter.id}/{question.id}" for chapter in book.field_chapters for question in chapter.questions}
    unprinted = {chapter.id for chapter in book.chapters if getattr(chapter, "heading", True) is False}
    wanted = {target for target in label_all(book, vocabulary()) if target not in questions | unprinted}
    assert {target for target in wanted if anchor(target) not in anchors} == set()
