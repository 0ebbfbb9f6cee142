"""What the file says of itself: title, language, author, dates, and the id of the draft."""

from __future__ import annotations

from datetime import UTC, datetime, time
from typing import TYPE_CHECKING

from kursbuch_press.compose.inlines import plain
from kursbuch_press.word.ooxml import NAMESPACES, part, words_of, x
from kursbuch_press.word.runs import word_language

if TYPE_CHECKING:
    from docx.opc.coreprops import CoreProperties

    from kursbuch_press.compose.manuscript import Manuscript, ManuscriptChapter
    from kursbuch_press.word.draft import Draft

_FORMAT = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"
"""The set to which every custom property of Office belongs."""
_FIRST_ID = 2
"""0 and 1 are reserved (MS-OSHARED, property identifiers)."""


def title_of(manuscript: Manuscript, chapters: tuple[ManuscriptChapter, ...]) -> str:
    """Give the title of the file: that of the book, with the chapter's if it holds only one."""
    title = manuscript.edition.title
    return f"{plain(chapters[0].title)} – {title}" if len(chapters) == 1 else title


def fill_core(core: CoreProperties, manuscript: Manuscript, title: str, draft: Draft) -> None:
    """Fill the core properties; every date is that of the edition, since no clock may enter a file."""
    edition = manuscript.edition
    when = datetime.combine(edition.date, time(), UTC).replace(tzinfo=None)
    core.title = title
    core.subject = edition.motto
    core.author = core.last_modified_by = edition.issued_by
    core.keywords = "; ".join(edition.keywords)[:255]
    core.language = word_language(edition.language)
    core.comments = ""
    core.version = draft.name
    core.content_status = draft.state
    core.created = core.modified = when
    core.revision = 1


def extended_part() -> bytes:
    """Give docProps/app.xml."""
    return part("Properties", (), x("Application", {}, words_of("kursbuch-press")), xmlns=NAMESPACES["ep"])


def custom_part(draft: Draft) -> bytes:
    """Give docProps/custom.xml; custom properties are what survives both Word and LibreOffice."""
    attributes = {"fmtid": _FORMAT, "pid": str(_FIRST_ID), "name": "DraftId"}
    value = x("vt:lpwstr", {}, words_of(draft.id))
    return part("Properties", ("vt",), x("property", attributes, value), xmlns=NAMESPACES["cp"])
