"""The language of a Word file: in its usual style, or in what holds below all styles."""

from __future__ import annotations

import re
from collections import Counter

from kursbuch_press.checks.accessible.pdf.language import TAG
from kursbuch_press.checks.check import Check
from kursbuch_press.checks.findings import Clause, Result, Seen
from kursbuch_press.checks.german import count
from kursbuch_press.checks.wording import accessible_word as words
from kursbuch_press.packages import WordFile
from kursbuch_press.packages.elements import W

LANGUAGE, PARTS = Clause("", "3.1.1"), Clause("", "3.1.2")


_WORDS_OWN = re.compile(r"(.*?)(_[a-z]{5,})?")
"""Word marks the traditional sorting of a language behind its tag: es-ES_tradnl (MS-LCID)."""


def _is_tag(written: str) -> bool:
    found = _WORDS_OWN.fullmatch(written)
    return found is not None and bool(TAG.fullmatch(found[1]))


def _judge(file: WordFile) -> Result:
    seen: list[Seen] = []
    if not file.language:
        seen.append(Seen(words.NO_LANGUAGE, clause=LANGUAGE))
    elif not _is_tag(file.language):
        seen.append(Seen(words.BAD_LANGUAGE.format(tag=file.language), clause=LANGUAGE))
    parts = Counter(tag for each in file.body.iter(f"{W}lang") if (tag := each.get(f"{W}val", "")) and tag != file.language)
    seen.extend(Seen(words.BAD_LANGUAGE.format(tag=tag), clause=PARTS) for tag in parts if not _is_tag(tag))
    listed = tuple(words.PART.format(tag=tag, times=times) for tag, times in sorted(parts.items()))
    places = count(sum(parts.values()), "Stelle", "Stellen")
    return Result(seen=tuple(seen), measured=words.LANGUAGES.format(language=file.language or "–", parts=places), listed=listed)


CHECK = Check("word-language", _judge, (LANGUAGE, PARTS))
