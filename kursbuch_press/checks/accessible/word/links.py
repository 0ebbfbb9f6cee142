"""Links of a Word file: words that say where they go, and a target that is there."""

from __future__ import annotations

from collections.abc import Iterator

from kursbuch_press.checks.accessible.alternatives import is_address, leads_nowhere
from kursbuch_press.checks.accessible.clauses import LINK_PURPOSE
from kursbuch_press.checks.check import Check
from kursbuch_press.checks.findings import Result, Seen
from kursbuch_press.checks.german import count, shortened
from kursbuch_press.checks.wording import accessible_word as words
from kursbuch_press.packages import WordFile
from kursbuch_press.packages.elements import Element, R, W, text_of
from kursbuch_press.problems import Severity


def _judge(file: WordFile) -> Result:
    links = list(file.body.iter(f"{W}hyperlink"))
    bookmarks = {each.get(f"{W}name") for each in file.body.iter(f"{W}bookmarkStart")} | {"_top"}
    seen = [each for link in links for each in _faults(file, link, bookmarks)]
    return Result(seen=tuple(seen), measured=count(len(links), "Link", "Links"), nothing=not links)


def _faults(file: WordFile, link: Element, bookmarks: set[str | None]) -> Iterator[Seen]:
    text = " ".join(text_of(link).split())
    place = shortened(text, 50)
    tip = link.get(f"{W}tooltip", "").strip()
    anchor, target = link.get(f"{W}anchor"), file.targets.get(link.get(f"{R}id", ""), "")
    if not text and next(link.iter(f"{W}drawing", f"{W}pict"), None) is None:
        yield Seen(words.EMPTY_LINK.format(target=shortened(target or anchor or "–", 50)), place=place, clause=LINK_PURPOSE)
    elif is_address(text) and not tip:
        how = Severity.ERROR if _is_alone(link, text) else Severity.WARNING
        yield Seen(words.LINK_IS_ADDRESS.format(text=place), place=place, severity=how, clause=LINK_PURPOSE)
    elif leads_nowhere(text):
        yield Seen(words.LINK_SAYS_NOTHING.format(text=place), place=place, severity=Severity.WARNING, clause=LINK_PURPOSE)
    if (anchor and not target and anchor not in bookmarks) or not (anchor or target):
        yield Seen(words.DEAD_LINK.format(text=place), place=place, clause=LINK_PURPOSE)


def _is_alone(link: Element, text: str) -> bool:
    """Whether nothing in the paragraph says what the address is; WCAG 2.4.4 lets the context say it."""
    paragraph = next(link.iterancestors(f"{W}p"), link)
    return " ".join(text_of(paragraph).split()) == text


CHECK = Check("word-links", _judge, (LINK_PURPOSE,))
