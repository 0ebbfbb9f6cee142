"""Text that lies where it must not: over the edge of its column, on other text, below the foot of its page."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator

from kursbuch_press.compose.laid_out import LaidLine, LaidOut, LaidPage, LineRole, Rectangle
from kursbuch_press.pages import wording
from kursbuch_press.problems import Place, Problem

SLACK = 0.35
"""Millimetres: a hair is no fault, and a comma may lean out."""

BELOW = 6.0
"""Millimetres below the type area: facing pages may both have one line more, and what hangs lower runs into the folio."""

_INK = 0.7 * 25.4 / 72
"""Of a line of one point there is ink in so many millimetres: from the x-height to a little below the base line."""

_FLOW = {LineRole.TEXT, LineRole.HEADING, LineRole.NOTE}


def misplaced_text(laid: LaidOut, place_of: Callable[[str], Place], sheet: str = "") -> Iterator[Problem]:
    """Name each place of the sources whose words do not fit, once; ``place_of`` gives the place of an address.

    ``sheet`` is the name of a handout: its parts stand where they stand, so that one long text lies on all that follow.
    """
    told = set()
    for page in laid.pages:
        where = wording.ON_SHEET.format(sheet=sheet, folio=page.folio) if sheet else wording.ON_PAGE.format(folio=page.folio)
        for row in page.high_rows:
            words = wording.HIGH_ROW.format(where=where, head=row.head, words=row.words), wording.HIGH_ROW_HINT
            yield Problem(place_of(row.address), *words, row.address, rule="table-head")
        for line, words in _faults(page, where, longest=bool(sheet)):
            place = place_of(line.address)
            known = (place, page.number) if sheet else (place, words[0])
            if known not in told:
                told.add(known)
                hint = wording.OVERLAP_SHEET_HINT if sheet and words[1] == wording.OVERLAP_HINT else words[1]
                yield Problem(place, words[0], hint, line.address, rule="overfull")


def _faults(page: LaidPage, where: str, *, longest: bool) -> Iterator[tuple[LaidLine, tuple[str, str]]]:
    """Give lines with what is wrong with them; of two that lie on each other the later, or that of the ``longest`` text."""
    lines = [line for line in page.lines if line.role in _FLOW]
    letters: Counter[str] = Counter()
    for line in lines:
        letters[line.address] += len(line.text)
    for line in lines:
        shown = _short(line.text)
        if line.place.width > line.measure + SLACK:
            yield line, (wording.OVERFULL.format(words=shown, where=where), wording.OVERFULL_HINT)
        elif not page.free and _ink(line).bottom > page.type_area.bottom + BELOW:
            yield line, (wording.BELOW_PAGE.format(words=shown, where=where), wording.BELOW_PAGE_HINT)
    for one, other in _overlapping(lines):
        words = wording.OVERLAP.format(words=_short(other.text), under=_short(one.text), where=where)
        yield max(other, one, key=lambda line: letters[line.address]) if longest else other, (words, wording.OVERLAP_HINT)


def _overlapping(lines: list[LaidLine]) -> Iterator[tuple[LaidLine, LaidLine]]:
    """Give lines that lie on each other, the later one second."""
    order = {id(line): at for at, line in enumerate(lines)}
    by_top = sorted(((_ink(line), line) for line in lines), key=lambda each: each[0].top)
    for at, (ink, line) in enumerate(by_top):
        for below, other in by_top[at + 1 :]:
            if below.top >= ink.bottom - SLACK:
                break
            if min(ink.right, below.right) - max(ink.left, below.left) > SLACK:
                first, second = sorted((line, other), key=lambda each: order[id(each)])
                if order[id(first)] < order[id(second)] - second.holds:  # else it stands within, as an inline block does
                    yield first, second


def _ink(line: LaidLine) -> Rectangle:
    """Give where the letters of a line are: in the middle of its height, which has room for leading."""
    height = min(line.size * _INK, line.place.height)
    top = line.place.top + (line.place.height - height) / 2
    return Rectangle(line.place.left, top, line.place.width, height)


def _short(words: str) -> str:
    line = " ".join(words.replace("\u200b", "").replace("\u2060", "").split())
    return line if len(line) <= 50 else f"{line[:47]}…"  # noqa: PLR2004 - enough to find it
