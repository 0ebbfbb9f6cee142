"""The title of a Word file, in its properties."""

from __future__ import annotations

from kursbuch_press.checks.accessible.alternatives import is_empty_phrase
from kursbuch_press.checks.check import Check
from kursbuch_press.checks.findings import Clause, Result, Seen
from kursbuch_press.checks.german import shortened
from kursbuch_press.checks.wording import accessible_word as words
from kursbuch_press.packages import WordFile
from kursbuch_press.packages.elements import DC

TITLE = Clause("", "2.4.2")


def title_of(file: WordFile) -> str:
    """Give the title from the properties of the file."""
    found = file.core.find(f"{DC}title") if file.core is not None else None
    return (found.text or "").strip() if found is not None else ""


def _judge(file: WordFile) -> Result:
    title = title_of(file)
    seen = () if title else (Seen(words.NO_TITLE, clause=TITLE),)
    if title and is_empty_phrase(title):
        seen = (Seen(words.POOR_TITLE.format(title=shortened(title)), clause=TITLE),)
    return Result(seen=seen, measured=f"„{shortened(title)}“" if title else "–")


CHECK = Check("word-title", _judge, (TITLE,))
