"""Hyphenation: every broken word for the proofreader, and breaks that the list of exceptions forbids."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from kursbuch_press.checks.check import Check
from kursbuch_press.checks.findings import Result, Seen
from kursbuch_press.checks.german import count, runs
from kursbuch_press.checks.print.places import area_of
from kursbuch_press.checks.print.print_file import PrintFile
from kursbuch_press.checks.wording import checks as words
from kursbuch_press.compose.laid_out import Hyphenation, LaidOut, LineRole
from kursbuch_press.problems import Severity

LEAST = 3
"""Letters before and after a break."""

MOST_IN_A_ROW = 2
_HYPHENS = "-\N{HYPHEN}\N{SOFT HYPHEN}\N{NON-BREAKING HYPHEN}"
_CALL = re.compile(r"(?<=[^\W\d])[.,;:]?\d+$")
"""The number of a note behind a word."""

_BASE_LETTERS = str.maketrans("äöü", "aou")
_SIGNS = "„“”‚‘’»«›‹()[].,;:!?…–*"


def _judge(file: PrintFile) -> Result:
    """List all breaks, and warn of those against the exceptions of the edition."""
    if file.laid_out is None:
        return Result(unchecked=words.NEEDS_LAYOUT)
    breaks = list(hyphenations(file.laid_out))
    edition = file.known.edition
    exceptions = _exceptions(edition.hyphenation if edition else ())
    seen = [each for found in breaks for each in _faults(found, exceptions, file)]
    seen.extend(_ladders(file.laid_out, file))
    return Result(
        measured=count(len(breaks), "Trennung", "Trennungen"), limit="", seen=tuple(seen), listed=tuple(_listed(breaks))
    )


def hyphenations(laid_out: LaidOut) -> Iterator[Hyphenation]:
    """Give every word that is broken by a hyphen that the line end has added."""
    for paragraph in laid_out.paragraphs():
        for (page, line), (_, following) in pairwise(paragraph):
            if line.broken and line.text.split() and following.text.split():
                before = line.text.split()[-1].rstrip(_HYPHENS)
                after = _CALL.sub("", following.text.split()[0])
                yield Hyphenation(page, line, before, after)


def _exceptions(words_with_hyphens: tuple[str, ...]) -> dict[str, set[int]]:
    """Give the places at which a word of the list may break, as letters before the break."""
    found: dict[str, set[int]] = {}
    for word in words_with_hyphens:
        parts = word.casefold().split("-")
        at, places = 0, set()
        for part in parts[:-1]:
            at += len(part)
            places.add(at)
        found["".join(parts)] = places
    return found


def _faults(found: Hyphenation, exceptions: dict[str, set[int]], file: PrintFile) -> Iterator[Seen]:
    before = found.before.lstrip(_SIGNS)
    after = found.after.rstrip(_SIGNS)
    area = area_of(found.line.place, found.page, file)
    broken = f"{before}-{after}"
    allowed = exceptions.get((before + after).casefold())
    if allowed is not None and len(before) not in allowed:
        message = words.AGAINST_EXCEPTIONS.format(broken=broken)
        yield Seen(message, found.page.number, severity=Severity.WARNING, area=area)
    shortest = min(len(re.split(f"[{_HYPHENS}/]", before)[-1]), len(re.split(f"[{_HYPHENS}/]", after)[0]))
    if shortest < LEAST:
        message = words.SHORT_BREAK.format(broken=broken)
        yield Seen(message, found.page.number, str(shortest), str(LEAST), Severity.WARNING, area)


def _ladders(laid_out: LaidOut, file: PrintFile) -> Iterator[Seen]:
    """See more broken lines one below the other than a reader's eye forgives."""
    for paragraph in laid_out.paragraphs():
        row = 0
        for page, line in paragraph:
            row = row + 1 if line.broken and line.role is LineRole.TEXT else 0
            if row == MOST_IN_A_ROW + 1:
                area = area_of(line.place, page, file)
                message = words.LADDER.format(most=MOST_IN_A_ROW)
                yield Seen(message, page.number, limit=str(MOST_IN_A_ROW), severity=Severity.NOTE, area=area)


def _listed(breaks: list[Hyphenation]) -> Iterator[str]:
    pages: dict[str, list[int]] = {}
    for found in breaks:
        pages.setdefault(f"{found.before.lstrip(_SIGNS)}-{found.after.rstrip(_SIGNS)}", []).append(found.page.number)
    for broken in sorted(pages, key=_alphabetical):
        yield words.BREAK_PAGES.format(broken=broken, pages=runs(pages[broken]))


def _alphabetical(word: str) -> tuple[str, str]:
    """Sort ä as a, as dictionaries do (DIN 5007-1)."""
    return word.casefold().translate(_BASE_LETTERS), word


CHECK = Check("hyphenation", _judge)
