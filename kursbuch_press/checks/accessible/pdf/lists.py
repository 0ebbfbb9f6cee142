"""Lists: L holds LI, LI holds Lbl and LBody, and what looks like a list is tagged as one."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kursbuch_press.checks.accessible.clauses import LIST_SYNTAX
from kursbuch_press.checks.accessible.pdf_file import PdfFile
from kursbuch_press.checks.accessible.standard_tags import LIST_KIDS, LIST_PARENTS
from kursbuch_press.checks.accessible.syntax import captions, wrong_nesting
from kursbuch_press.checks.accessible.tag_tree import Element
from kursbuch_press.checks.check import Check
from kursbuch_press.checks.findings import Clause, Result, Seen
from kursbuch_press.checks.german import count, shortened
from kursbuch_press.checks.wording import accessible_pdf as words
from kursbuch_press.problems import Severity

NUMBERING, UNTAGGED = Clause("16-001", "1.3.1"), Clause("16-003", "1.3.1")
_SIGN = re.compile(r"[•‣▪●○◦–\-*·]\s*\S|\d{1,2}[.)]\s+\S")
_NUMBER = re.compile(r"\(?([0-9]{1,3}|[ivxIVX]{1,5}|[a-zA-Z])[.)]?$")


def _judge(file: PdfFile) -> Result:
    seen = [*wrong_nesting(file, LIST_SYNTAX, LIST_KIDS, LIST_PARENTS)]
    lists = file.of_kind("L")
    for each in lists:
        seen.extend(_parts(file, each))
        seen.extend(captions(file, each, LIST_SYNTAX))
    seen.extend(_typed_lists(file))
    return Result(seen=tuple(seen), measured=count(len(lists), "Liste", "Listen"), nothing=not file.elements)


def _parts(file: PdfFile, found: Element) -> Iterator[Seen]:
    items = [kid for kid in found.elements if kid.kind == "LI"]
    if not items and not found.elements:
        yield Seen(words.EMPTY_LIST, file.page_of(found), clause=LIST_SYNTAX)
    without = [item for item in items if not any(kid.kind == "LBody" for kid in item.elements)]
    if without:
        message = words.NO_BODY.format(text=shortened(file.words(without[0]), 40)) + words.STRICT
        how = Severity.WARNING
        yield Seen(message, file.page_of(without[0]), severity=how, area=file.area_of(without[0]), clause=LIST_SYNTAX)
    labels = [file.words(kid) for item in items for kid in item.elements if kid.kind == "Lbl"]
    numbered = labels and all(_NUMBER.match(label) for label in labels)
    if numbered and found.attributes.get("ListNumbering", "None") == "None":
        yield Seen(words.NO_NUMBERING.format(label=labels[0]), file.page_of(found), severity=Severity.WARNING, clause=NUMBERING)


def _typed_lists(file: PdfFile) -> Iterator[Seen]:
    """See two paragraphs in a row that begin with a sign of a list."""
    before: Element | None = None
    told: Element | None = None
    for each in file.of_kind("P"):
        text = file.words(each) if not each.is_inside("L", "TOC", "Table", "Note") else ""
        if text and _SIGN.match(text):
            if before is not None and before.parent is each.parent and told is not before:
                message = words.TYPED_LIST.format(text=shortened(file.words(before), 40))
                yield Seen(message, file.page_of(before), severity=Severity.WARNING, clause=UNTAGGED)
            told = each if before is not None else None
            before = each
        else:
            before = told = None


CHECK = Check("lists", _judge, (LIST_SYNTAX, NUMBERING, UNTAGGED))
