"""The language: of the document, and of the phrases in other languages."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kursbuch_press.checks.accessible.pdf_file import PdfFile
from kursbuch_press.checks.accessible.tag_tree import Content
from kursbuch_press.checks.check import Check
from kursbuch_press.checks.findings import Clause, Result, Seen
from kursbuch_press.checks.german import count, shortened
from kursbuch_press.checks.wording import readable_pdf as words
from kursbuch_press.marks import objects
from kursbuch_press.marks.marks import Mark
from kursbuch_press.marks.tagged import within

NO_LANGUAGE, NO_METADATA_LANGUAGE = Clause("11-001", "3.1.1"), Clause("11-006", "3.1.1")
BAD_PART = Clause("11-007", "3.1.2")
TAG = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z]{4})?(-([A-Za-z]{2}|\d{3}))?(-[A-Za-z0-9]{4,8})*(-[a-z]-[A-Za-z0-9-]+)?")
"""A language tag as RFC 5646 writes it, without the forms that no speech knows."""


def _judge(file: PdfFile) -> Result:
    language = objects.text(objects.entry(file.catalog, "/Lang")) or ""
    parts = list(_parts(file))
    seen = [*_faults_of_document(file, language)]
    for page, tag, said in parts:
        if tag and not TAG.fullmatch(tag):
            seen.append(Seen(words.BAD_PART_LANGUAGE.format(tag=tag, text=shortened(said, 40)), page, clause=BAD_PART))
    listed = tuple(words.PART.format(page=page, tag=tag, text=shortened(said, 80)) for page, tag, said in parts)
    parts_counted = count(len(parts), "Stelle", "Stellen")
    return Result(
        seen=tuple(seen), measured=words.LANGUAGES.format(language=language or "–", parts=parts_counted), listed=listed
    )


def _faults_of_document(file: PdfFile, language: str) -> Iterator[Seen]:
    if language and TAG.fullmatch(language):
        return
    if language:
        yield Seen(words.BAD_LANGUAGE.format(tag=language), clause=NO_LANGUAGE)
        return
    yield Seen(words.NO_LANGUAGE, clause=NO_METADATA_LANGUAGE)
    without = next((page.number for page in file.pages for mark in page.texts() if not _has_language(file, mark)), 0)
    if without:
        yield Seen(words.NO_TEXT_LANGUAGE, without, clause=NO_LANGUAGE)


def _has_language(file: PdfFile, mark: Mark) -> bool:
    """Whether the content of a text, its tag, or one around says a language; artifacts are not read out."""
    around = within(mark)
    if around.language or around.artifact is not None:
        return True
    holder = file.tree.holders.get(Content(around.owner, around.mcid)) if file.tree else None
    return holder is not None and any("Lang" in each.entries for each in (holder, *holder.ancestors()))


def _parts(file: PdfFile) -> Iterator[tuple[int, str, str]]:
    """Give all tags with a language of their own: page, language and words."""
    for element in file.elements:
        if "Lang" in element.entries:
            yield file.page_of(element), element.entries["Lang"], file.words(element)


CHECK = Check("language", _judge, (NO_LANGUAGE, NO_METADATA_LANGUAGE, BAD_PART))
