"""The contents: tagged as TOC, each line a link, and no dots of leaders read out."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kursbuch_press.checks.accessible.clauses import CONTENTS_SYNTAX
from kursbuch_press.checks.accessible.pdf_file import PdfFile
from kursbuch_press.checks.accessible.standard_tags import CONTENTS_KIDS, CONTENTS_PARENTS
from kursbuch_press.checks.accessible.syntax import captions, wrong_nesting
from kursbuch_press.checks.accessible.tag_tree import Element
from kursbuch_press.checks.check import Check
from kursbuch_press.checks.findings import Clause, Result, Seen
from kursbuch_press.checks.german import count, shortened
from kursbuch_press.checks.wording import accessible_pdf as words
from kursbuch_press.problems import Severity

NO_CONTENTS, NO_LINK = Clause("09-006", "2.4.5"), Clause("", "2.4.4")
LEADERS = Clause("01-001", "1.3.1")
_MANY_PAGES = 20
_DOTS = re.compile(r"(\.\s?){5,}|…{2,}|_{5,}")


def _judge(file: PdfFile) -> Result:
    seen = [*wrong_nesting(file, CONTENTS_SYNTAX, CONTENTS_KIDS, CONTENTS_PARENTS)]
    entries = file.of_kind("TOCI")
    if file.elements and not entries and len(file.pages) > _MANY_PAGES:
        seen.append(Seen(words.NO_CONTENTS, severity=Severity.WARNING, clause=NO_CONTENTS))
    for entry in entries:
        seen.extend(_entry(file, entry))
    for each in file.of_kind("TOC"):
        seen.extend(captions(file, each, CONTENTS_SYNTAX))
    seen.extend(_leaders(file))
    return Result(seen=tuple(seen), measured=count(len(entries), "Eintrag", "Einträge"))


def _entry(file: PdfFile, entry: Element) -> Iterator[Seen]:
    own = [kid for kid in entry.elements if kid.kind != "TOC"]
    if not any(each.kind == "Link" for kid in own for each in kid.walk()):
        message = words.ENTRY_WITHOUT_LINK.format(text=shortened(file.words(entry), 50))
        yield Seen(message, file.page_of(entry), severity=Severity.WARNING, area=file.area_of(entry), clause=NO_LINK)


def _leaders(file: PdfFile) -> Iterator[Seen]:
    told = set()
    for element in file.elements:
        if element.elements:
            continue
        text = file.words(element)
        page = file.page_of(element) if _DOTS.search(text) else 0
        if page and page not in told:
            told.add(page)
            yield Seen(words.LEADERS.format(text=shortened(text, 50)), page, severity=Severity.WARNING, clause=LEADERS)


CHECK = Check("contents", _judge, (CONTENTS_SYNTAX, NO_CONTENTS, NO_LINK, LEADERS))
