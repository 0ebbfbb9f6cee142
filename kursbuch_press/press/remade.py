"""What the Word files of a build say, worked out again: their snapshots lie in .press/ only, and that may be deleted."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from kursbuch_press.drafts.snapshot import Snapshot
from kursbuch_press.drafts.texts import source_texts
from kursbuch_press.press.composing import manuscript, numbered_fields
from kursbuch_press.press.products.word_files import bare_draft
from kursbuch_press.press.project import Project
from kursbuch_press.press.reading import readings
from kursbuch_press.press.stages import keeping
from kursbuch_press.problems import BookError
from kursbuch_press.word import write

_TELLING = 30
"""Letters of a text that hardly anybody writes twice."""


def share_a_text(project: Project, lines: Iterable[str]) -> bool:
    """Whether some lines hold a longer text of the sources: asked before anything is made, it spares the strangers' files."""
    with keeping():
        book = readings(project).book.book
    said = _letters("".join(lines))
    texts = (_letters(text) for text in (source_texts(book) if book is not None else {}).values() if text)
    return any(len(text) >= _TELLING and text in said for text in texts)


def remade_drafts(project: Project) -> Iterator[Snapshot]:
    """Give what the Word files of a build of today's sources would say, the whole book first; none while they have mistakes."""
    with keeping():
        try:
            composed, draft = manuscript(project), bare_draft(project)
        except BookError:
            return
    for chapters in (None, *((chapter,) for _, chapter in numbered_fields(composed))):
        yield write(composed, replace(draft, chapters=chapters)).snapshot


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text))
