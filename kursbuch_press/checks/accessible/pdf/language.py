"""The language: of the document, and of the phrases in other languages."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kursbuch_press.checks.accessible.pdf_file import PdfFile
from kursbuch_press.checks.accessible.tag_tree import Content
from kursbuch_press.checks.check import Check
from kursbuch_press.checks.findings import Clause, Result, Seen
from kursbuch_press.checks.german import count, shortened
from kursbuch_press.checks.wording import accessible_pdf as words
from kursbuch_press.marks import objects
from kursbuch_press.marks.library import key_of
from kursbuch_press.marks.marks import Mark
from kursbuch_press.marks.tagged import within
from kursbuch_press.problems import Severity

NO_LANGUAGE, NO_METADATA_LANGUAGE = Clause("11-001", "3.1.1"), Clause("11-006", "3.1.1")
NO_WORDS_LANGUAGE, NO_BOOKMARK_LANGUAGE = Clause("11-002", "3.1.1"), Clause("11-003", "3.1.1")
NO_NOTE_LANGUAGE, NO_FIELD_LANGUAGE = Clause("11-004", "3.1.1"), Clause("11-005", "3.1.1")
BAD_PART = Clause("11-007", "3.1.2")
TAG = re.compile(
    r"[A-Za-z]{2,3}(-[A-Za-z]{3}){0,3}(-[A-Za-z]{4})?(-([A-Za-z]{2}|\d{3}))?(-([A-Za-z0-9]{5,8}|\d[A-Za-z0-9]{3}))*(-[a-wyzA-WYZ](-[A-Za-z0-9]{2,8})+)*"
    r"(-[xX](-[A-Za-z0-9]{1,8})+)?|[xX](-[A-Za-z0-9]{1,8})+|[iI](-[A-Za-z0-9]{2,8})+"
)
"""A language tag as RFC 5646 writes it, without the forms that no speech knows."""


_RDF = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}"
_XML_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"


def _judge(file: PdfFile) -> Result:
    language = objects.text(objects.entry(file.catalog, "/Lang")) or ""
    parts = list(_parts(file))
    seen = [*_faults_of_document(file, language)]
    for page, tag, said in parts:
        if not TAG.fullmatch(tag):
            seen.append(Seen(words.BAD_PART_LANGUAGE.format(tag=tag, text=shortened(said, 40)), page, clause=BAD_PART))
    seen.extend(
        Seen(words.EMPTY_PART_LANGUAGE.format(tag=tag), sheet.number, clause=BAD_PART)
        for sheet in file.pages
        for tag in sheet.languages
        if not TAG.fullmatch(tag)
    )
    parts = [each for each in parts if each[1]]
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
    needs = next(_needs_language(file), None)
    if needs is not None:
        yield Seen(words.NO_LANGUAGE, clause=needs)
    else:
        yield Seen(words.NO_LANGUAGE + words.STRICT, severity=Severity.WARNING, clause=NO_METADATA_LANGUAGE)
    without = next((page.number for page in file.pages for mark in page.texts() if not _has_language(file, mark)), 0)
    if without:
        yield Seen(words.NO_TEXT_LANGUAGE, without, clause=NO_LANGUAGE)


def _needs_language(file: PdfFile) -> Iterator[Clause]:
    """Give what has no language but that of the document: the title in the metadata, bookmarks, descriptions."""
    titles = file.xmp.iter(f"{_RDF}li") if file.xmp is not None else ()
    if any(each.get(_XML_LANGUAGE) == "x-default" and (each.text or "").strip() for each in titles):
        yield NO_METADATA_LANGUAGE
    if objects.entry(file.catalog, "/Outlines", "/First") is not None:
        yield NO_BOOKMARK_LANGUAGE
    for element in file.elements:
        described = any(element.entries.get(key) for key in ("Alt", "ActualText", "E"))
        if described and not any(each.entries.get("Lang") for each in (element, *element.ancestors())):
            yield NO_WORDS_LANGUAGE
    for page in file.pages:
        for annotation in page.visible:
            holder = file.tree.thing_holders.get(key_of(annotation)) if file.tree else None
            around = (holder, *holder.ancestors()) if holder else ()
            if any(each.entries.get("Lang") for each in around):
                continue
            if objects.text(annotation.get("/Contents")):
                yield NO_NOTE_LANGUAGE
            if objects.text(annotation.get("/TU")):
                yield NO_FIELD_LANGUAGE


def _has_language(file: PdfFile, mark: Mark) -> bool:
    """Whether the content of a text, its tag, or one around says a language; artifacts are not read out."""
    around = within(mark)
    if around.language or around.artifact is not None:
        return True
    holder = file.tree.holders.get(Content(around.owner, around.mcid)) if file.tree else None
    return holder is not None and any(each.entries.get("Lang") for each in (holder, *holder.ancestors()))


def _parts(file: PdfFile) -> Iterator[tuple[int, str, str]]:
    """Give all tags with a language of their own: page, language and words."""
    for element in file.elements:
        if "Lang" in element.entries:
            yield file.page_of(element), element.entries["Lang"], file.words(element)


_NEEDED = (NO_METADATA_LANGUAGE, NO_WORDS_LANGUAGE, NO_BOOKMARK_LANGUAGE, NO_NOTE_LANGUAGE, NO_FIELD_LANGUAGE)

CHECK = Check("language", _judge, (NO_LANGUAGE, *_NEEDED, BAD_PART))
