"""What the file says of itself: title, language, author, dates, and the id of the draft."""

from __future__ import annotations

from datetime import UTC, datetime, time
from hashlib import sha256
from itertools import pairwise
from textwrap import shorten

from docx.opc.coreprops import CoreProperties

from kursbuch_press.compose.inlines import plain
from kursbuch_press.compose.manuscript import Manuscript, ManuscriptChapter
from kursbuch_press.drafts.properties import DRAFT_DIGEST, DRAFT_ID, DRAFT_NAMESPACE, RECIPIENT, SEND_BY
from kursbuch_press.drafts.snapshot import Snapshot, write_snapshot
from kursbuch_press.word.draft import Draft
from kursbuch_press.word.ooxml import NAMESPACES, part, words_of, x
from kursbuch_press.word.runs import word_language

_FORMAT = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"
"""The set to which every custom property of Office belongs."""
_LONGEST = 255
"""Letters that a core property holds."""
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
    core.title = _fitting(title)
    core.subject = _fitting(edition.motto or edition.title)
    core.author = core.last_modified_by = _fitting(edition.issued_by)
    core.keywords = "; ".join(edition.keywords)[:_LONGEST]
    core.language = word_language(edition.language)
    core.comments = ""
    core.version = _fitting(draft.name)
    core.content_status = _fitting(draft.state)
    core.created = core.modified = when
    core.revision = 1


def _fitting(words: str) -> str:
    """Shorten words to what a property of Office holds."""
    return shorten(words, _LONGEST, placeholder=" …") if len(words) > _LONGEST else words


def extended_part() -> bytes:
    """Give docProps/app.xml."""
    return part("Properties", (), x("Application", {}, words_of("kursbuch-press")), xmlns=NAMESPACES["ep"])


def custom_part(snapshot: Snapshot, draft: Draft) -> bytes:
    """Give docProps/custom.xml; custom properties are what survives both Word and LibreOffice."""
    values = {DRAFT_ID: snapshot.id, DRAFT_DIGEST: sha256(write_snapshot(snapshot)).hexdigest()}
    if draft.recipient:
        values[RECIPIENT] = draft.recipient
    if draft.send_by:
        values[SEND_BY] = draft.send_by.isoformat()
    found = [
        x("property", {"fmtid": _FORMAT, "pid": str(pid), "name": name}, x("vt:lpwstr", {}, words_of(value)))
        for pid, (name, value) in enumerate(values.items(), start=_FIRST_ID)
    ]
    return part("Properties", ("vt",), *found, xmlns=NAMESPACES["cp"])


def snapshot_part(snapshot: Snapshot) -> bytes:
    """Give customXml/item1.xml: what the draft said, for whoever gets it back."""
    content = x("snapshot", {"id": snapshot.id}, words_of(write_snapshot(snapshot).decode()))
    return part("draft", (), content, xmlns=DRAFT_NAMESPACE)


def snapshot_properties(snapshot: Snapshot) -> bytes:
    """Give customXml/itemProps1.xml: the id by which Word tells custom parts apart, made of that of the draft."""
    digits = sha256(snapshot.id.encode()).hexdigest().upper()
    groups = "-".join(digits[start:end] for start, end in pairwise((0, 8, 12, 16, 20, 32)))
    return part("ds:datastoreItem", ("ds",), x("ds:schemaRefs"), **{"ds:itemID": f"{{{groups}}}"})
