"""Headings of a Word file: styles with a level, in order, never empty, and none that is only bold."""

from __future__ import annotations

from collections.abc import Iterator

from kursbuch_press.checks.check import Check
from kursbuch_press.checks.findings import Clause, Result, Seen
from kursbuch_press.checks.german import count, shortened
from kursbuch_press.checks.wording import accessible_word as words
from kursbuch_press.packages import WordFile
from kursbuch_press.packages.elements import Element, W, is_on, text_of, value
from kursbuch_press.problems import Severity

ORDER, NAMES = Clause("", "1.3.1"), Clause("", "2.4.6")
_LEVELS = 9
_LONGEST = 90
_MANY = 12
"""Paragraphs; a shorter text needs no headings."""


def level_of(file: WordFile, paragraph: Element) -> int:
    """Give the level of a heading, 0 for any other paragraph; the paragraph itself wins over its style."""
    own = value(paragraph, "pPr", "outlineLvl")
    if own is not None:
        return int(own) + 1 if own.isdigit() and int(own) < _LEVELS else 0
    return file.styles.level(value(paragraph, "pPr", "pStyle"))


def _judge(file: WordFile) -> Result:
    found = [(level, text_of(each).strip()) for each in file.paragraphs() if (level := level_of(file, each))]
    seen = [*_order(found)]
    total = 0
    for paragraph in file.body.iterchildren(f"{W}p"):
        total += 1
        if not level_of(file, paragraph) and _looks_like_heading(file, paragraph):
            message = words.BOLD_HEADING.format(text=shortened(text_of(paragraph), 50))
            seen.append(Seen(message, severity=Severity.WARNING, clause=ORDER))
    if not found and total >= _MANY:
        seen.append(Seen(words.NO_HEADINGS, clause=ORDER))
    listed = tuple(words.HEADING.format(level=level, text=shortened(text, 90)) for level, text in found)
    return Result(seen=tuple(seen), measured=count(len(found), "Überschrift", "Überschriften"), listed=listed)


def _order(found: list[tuple[int, str]]) -> Iterator[Seen]:
    before = 0
    for level, text in found:
        place = shortened(text, 60)
        if not text:
            yield Seen(words.EMPTY_HEADING.format(level=level), clause=NAMES)
            continue
        if not before and level > 1:
            yield Seen(words.FIRST_HEADING.format(level=level, text=place), place=place, clause=ORDER)
        elif level > before + 1:
            yield Seen(words.HEADING_JUMP.format(level=level, before=before, text=place), place=place, clause=ORDER)
        before = level


def _looks_like_heading(file: WordFile, paragraph: Element) -> bool:
    """A short line that is bold by hand from its first to its last sign, with text below it."""
    text = text_of(paragraph).strip()
    if not text or len(text) > _LONGEST or text.endswith((".", ":", ",", ";", "?", "!")):
        return False
    if value(paragraph, "pPr", "numPr", "numId") or file.styles.name(value(paragraph, "pPr", "pStyle")).casefold() in {
        "title",
        "titel",
        "subtitle",
        "untertitel",
        "caption",
        "beschriftung",
    }:
        return False
    runs = [run for run in paragraph.iter(f"{W}r") if text_of(run).strip()]
    following = paragraph.getnext()
    has_text_below = following is not None and following.tag == f"{W}p" and bool(text_of(following).strip())
    return bool(runs) and has_text_below and all(is_on(run, "rPr", "b") for run in runs)


CHECK = Check("word-headings", _judge, (ORDER, NAMES))
