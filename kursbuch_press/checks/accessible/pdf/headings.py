"""Headings: there, in order, without jumps, and never empty."""

from __future__ import annotations

from collections.abc import Iterator

from kursbuch_press.checks.accessible.pdf_file import PdfFile
from kursbuch_press.checks.accessible.standard_tags import HEADINGS
from kursbuch_press.checks.accessible.tag_tree import Element
from kursbuch_press.checks.check import Check
from kursbuch_press.checks.findings import Clause, Result, Seen
from kursbuch_press.checks.german import count, shortened
from kursbuch_press.checks.wording import accessible_pdf as words
from kursbuch_press.problems import Severity

NONE_TAGGED, FIRST, JUMP = Clause("14-001", "1.3.1"), Clause("14-002", "1.3.1"), Clause("14-003", "1.3.1")
TWO_IN_ONE, MIXED = Clause("14-006", "1.3.1"), Clause("14-007", "1.3.1")
EMPTY = Clause("", "2.4.6")
_FEW_PAGES = 2


def headings_of(file: PdfFile) -> list[Element]:
    """Give the headings in the order of the tags."""
    return file.of_kind(*HEADINGS)


def _judge(file: PdfFile) -> Result:
    found = headings_of(file)
    numbered = [each for each in found if each.kind != "H"]
    seen = [*_levels(file, numbered), *_unnumbered(file, found, numbered)]
    seen.extend(
        Seen(words.EMPTY_HEADING.format(kind=each.kind), file.page_of(each), clause=EMPTY)
        for each in found
        if not file.words(each)
    )
    if not found and file.elements and len(file.pages) >= _FEW_PAGES:
        seen.append(Seen(words.NO_HEADINGS, severity=Severity.WARNING, clause=NONE_TAGGED))
    listed = tuple(
        words.HEADING.format(kind=each.kind, text=shortened(file.words(each), 90), page=file.page_of(each)) for each in found
    )
    return Result(
        seen=tuple(seen), measured=count(len(found), "Überschrift", "Überschriften"), listed=listed, nothing=not file.elements
    )


def _levels(file: PdfFile, numbered: list[Element]) -> Iterator[Seen]:
    before = 0
    for each in numbered:
        level = int(each.kind[1:])
        text = shortened(file.words(each), 60)
        if not before and level > 1:
            yield Seen(
                words.FIRST_HEADING.format(kind=each.kind, text=text), file.page_of(each), area=file.area_of(each), clause=FIRST
            )
        elif level > before + 1:
            message = words.HEADING_JUMP.format(kind=each.kind, before=before, text=text)
            yield Seen(message, file.page_of(each), area=file.area_of(each), clause=JUMP)
        before = level


def _unnumbered(file: PdfFile, found: list[Element], numbered: list[Element]) -> Iterator[Seen]:
    if numbered and len(numbered) < len(found):
        yield Seen(words.MIXED_HEADINGS, clause=MIXED)
    met = set()
    for each in found:
        if each.kind == "H":
            if each.parent in met:
                yield Seen(words.TWO_HEADINGS, file.page_of(each), clause=TWO_IN_ONE)
            met.add(each.parent)


CHECK = Check("headings", _judge, (NONE_TAGGED, FIRST, JUMP, TWO_IN_ONE, MIXED, EMPTY))
