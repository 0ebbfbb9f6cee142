"""Sending drafts: a Word file for one person, kept with what it says and until when it is to come back."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from difflib import get_close_matches

from kursbuch_press.book.addresses import address, slug
from kursbuch_press.compose.manuscript import Manuscript
from kursbuch_press.disk.changing import change_files
from kursbuch_press.drafts.snapshot import write_snapshot
from kursbuch_press.press import wording
from kursbuch_press.press.composing import manuscript, numbered_fields
from kursbuch_press.press.products.word_files import chosen_draft
from kursbuch_press.press.project import Project
from kursbuch_press.press.reading import readings
from kursbuch_press.press.sent import FOLDER, Sent, keep_snapshots, note_sent
from kursbuch_press.problems import PressError, listed
from kursbuch_press.word import Asked, write


@dataclass(frozen=True, slots=True)
class Copy:
    """A copy that was written: its draft, its path in the project, and for whom it is."""

    draft: str
    path: str
    recipient: str


def find_chapters(typed: Sequence[str], composed: Manuscript) -> tuple[str, ...] | None:
    """Read which chapters are wanted: ids, numbers of fields or names of files; None for the whole book."""
    numbered = dict(numbered_fields(composed))
    numbers = {chapter.number: chapter.id for chapter in composed.chapters if chapter.number}
    known = {chapter.id: chapter.id for chapter in composed.chapters} | numbered | numbers
    wanted: list[str] = []
    for name in typed:
        stem = name.removesuffix(".docx").rpartition("/")[2]
        if stem not in known:
            there = listed((chapter.id for chapter in composed.chapters), most=40, last="oder")
            near = get_close_matches(stem, list(known), n=1) or [there]
            raise PressError(wording.NO_CHAPTER.format(name=name, near=near[0]), exit_code=2)
        wanted.append(known[stem])
    chosen = [chapter.id for chapter in composed.chapters if chapter.id in wanted]
    return tuple(chosen) or None


@dataclass(frozen=True, slots=True)
class Terms:
    """Until when drafts are to come back (None: as the edition says), and the day on which they go out."""

    due: date | None
    today: date


def send(project: Project, typed: Sequence[str], recipients: Sequence[str], terms: Terms) -> list[Copy]:
    """Write a copy for each recipient and note that it went out; without one, a copy that names nobody."""
    composed = manuscript(project)
    chapters = find_chapters(typed, composed)
    draft = replace(chosen_draft(project, chapters), questions=tuple(_questions(project)))
    if terms.due is not None:
        draft = replace(draft, send_by=terms.due)
    found = []
    for recipient in recipients or ("",):
        written = write(composed, replace(draft, recipient=recipient))
        snapshot = written.snapshot
        name = f"{_stem(composed, chapters)}{'-' if recipient else ''}{slug(recipient)}.docx"
        keep_snapshots(project.folder, {snapshot.id: write_snapshot(snapshot)}, sent=True)
        change_files(project.folder / FOLDER / snapshot.id, {name: written.content})
        until = draft.send_by.isoformat() if draft.send_by else ""
        note_sent(project.folder, snapshot.id, Sent(recipient, name, terms.today.isoformat(), until))
        found.append(Copy(snapshot.id, f"{FOLDER}/{snapshot.id}/{name}", recipient))
    return found


def _stem(composed: Manuscript, chapters: tuple[str, ...] | None) -> str:
    if chapters is None:
        return "kursbuch"
    stems = {chapter: stem for stem, chapter in numbered_fields(composed)}
    return "-".join(stems.get(chapter, chapter) for chapter in chapters)[:80]


def _questions(project: Project) -> Iterator[Asked]:
    """Give the open questions of the sources that have no answer yet."""
    book = readings(project).book.book
    for chapter in book.chapters if book is not None else ():
        for each in chapter.open_questions:
            if not each.answer:
                at = address(chapter.id, each.at)
                yield Asked(at, each.text, each.quoted or "", each.asked_by or "", each.asked_on)
