"""Space in a Word file: from styles, not from empty paragraphs, spaces and tabs."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kursbuch_press.checks.accessible.word.headings import level_of
from kursbuch_press.checks.check import Check
from kursbuch_press.checks.findings import Clause, Result, Seen
from kursbuch_press.checks.german import count, shortened
from kursbuch_press.checks.wording import accessible_word as words
from kursbuch_press.packages import WordFile
from kursbuch_press.packages.elements import Element, W, text_of
from kursbuch_press.problems import Severity

SPACING, WORDS = Clause("", "1.3.2"), Clause("", "1.3.2", "WCAG-Technik F32, F33")
_CONTENT = (
    f"{W}drawing",
    f"{W}pict",
    f"{W}object",
    f"{W}fldChar",
    f"{W}sdt",
    f"{W}sectPr",
    f"{W}br",
    f"{W}hyperlink",
    f"{W}pageBreakBefore",
    "{http://schemas.openxmlformats.org/officeDocument/2006/math}oMath",
)
_SPACED = re.compile(r"^(?:\w ){3,}\w$|\S {5,}\S")


def _judge(file: WordFile) -> Result:
    runs = list(_runs_of_empty(file))
    seen = [
        Seen(
            words.EMPTY_PARAGRAPHS.format(count=count(amount, "leerer Absatz", "leere Absätze"), text=shortened(after, 40)),
            place=shortened(after, 40),
            severity=Severity.WARNING,
            clause=SPACING,
        )
        for amount, after in runs
    ]
    seen.extend(_spaced(file))
    total = sum(amount for amount, _ in runs)
    return Result(seen=tuple(seen), measured=count(total, "leerer Absatz", "leere Absätze"))


def _runs_of_empty(file: WordFile) -> Iterator[tuple[int, str]]:
    """Give each run of empty paragraphs with the text before it; one behind a table is Word's own need."""
    last, amount = "", 0
    for node in file.body:
        if node.tag == f"{W}p" and is_empty(node) and not level_of(file, node):
            previous = node.getprevious()
            amount += not (previous is not None and previous.tag == f"{W}tbl")
            continue
        if amount:
            yield amount, last or words.BEGINNING
        amount = 0
        last = text_of(node).strip() or last
    if amount:
        yield amount, last or words.BEGINNING


def is_empty(paragraph: Element) -> bool:
    """Whether a paragraph shows nothing at all; one that ends a page or a section has a task."""
    return not text_of(paragraph).strip() and next(paragraph.iter(*_CONTENT), None) is None


def _spaced(file: WordFile) -> Iterator[Seen]:
    for paragraph in file.paragraphs():
        text = "".join(each.text or "" for each in paragraph.iter(f"{W}t")).strip()
        if _SPACED.search(text):
            message = words.SPACED.format(text=shortened(text, 50))
            yield Seen(message, place=shortened(text, 40), severity=Severity.WARNING, clause=WORDS)


CHECK = Check("word-spacing", _judge, (SPACING, WORDS))
