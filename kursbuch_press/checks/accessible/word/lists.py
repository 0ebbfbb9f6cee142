"""Lists of a Word file: made with the list function, not typed sign by sign."""

from __future__ import annotations

import re

from kursbuch_press.checks.accessible.word.headings import level_of
from kursbuch_press.checks.check import Check
from kursbuch_press.checks.findings import Clause, Result, Seen
from kursbuch_press.checks.german import count, shortened
from kursbuch_press.checks.wording import accessible_word as words
from kursbuch_press.packages import WordFile
from kursbuch_press.packages.elements import Element, W, text_of, value
from kursbuch_press.problems import Severity

LISTS = Clause("", "1.3.1")
_TYPED = re.compile(r"\s*(?:[•‣▪●○◦·*–—\-]|\(?\d{1,2}[.)]|[a-z]\))[\s\u00a0]+\S")


def _judge(file: WordFile) -> Result:
    seen: list[Seen] = []
    real = 0
    before: Element | None = None
    told: Element | None = None
    for paragraph in file.paragraphs():
        if is_item(file, paragraph):
            real += 1
        text = text_of(paragraph)
        typed = bool(_TYPED.match(text)) and not is_item(file, paragraph) and not level_of(file, paragraph)
        if typed and before is not None and paragraph.getprevious() is before:
            if told is not before:
                message = words.TYPED_LIST.format(text=shortened(text_of(before), 50))
                seen.append(Seen(message, place=shortened(text_of(before), 40), clause=LISTS))
            told = paragraph
        elif typed and not text.strip()[0].isalnum() and _is_lone(file, paragraph):
            message = words.TYPED_ITEM.format(text=shortened(text, 50))
            seen.append(Seen(message, place=shortened(text, 40), severity=Severity.NOTE, clause=LISTS))
        before = paragraph if typed else None
    return Result(seen=tuple(seen), measured=count(real, "Listenpunkt", "Listenpunkte"))


def is_item(file: WordFile, paragraph: Element) -> bool:
    """Whether a paragraph belongs to a real list, by itself or by its style; numId 0 takes it out again."""
    own = value(paragraph, "pPr", "numPr", "numId")
    if own is not None:
        return own != "0"
    for style in file.styles.chain(value(paragraph, "pPr", "pStyle")):
        found = value(style, "pPr", "numPr", "numId")
        if found is not None:
            return found != "0"
    return False


def _is_lone(file: WordFile, paragraph: Element) -> bool:
    following = paragraph.getnext()
    if any(True for _ in paragraph.iterancestors(f"{W}tbl")):
        return False
    if following is None or following.tag != f"{W}p":
        return True
    return not _TYPED.match(text_of(following)) or is_item(file, following)


CHECK = Check("word-lists", _judge, (LISTS,))
