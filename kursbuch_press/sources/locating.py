"""Where exactly in the raw source of a value a fragment of its text stands, also across folded lines."""

from __future__ import annotations

import re

from kursbuch_press.book import texts
from kursbuch_press.problems import Place
from kursbuch_press.sources.lines import as_lines_of_an_editor, at_place


def fragment_place(place: Place, raw: str, fragment: str, ordinal: int = 0) -> Place:
    """Give the place of the n-th occurrence (from 0) of a fragment in a value, or else that of the value.

    ``place`` is where the value begins, ``raw`` its source. A space of the fragment may be a line end with
    indentation there (folded text), and a quotation mark may be doubled or escaped.
    """
    raw = as_lines_of_an_editor(raw)
    words = [_as_typed(word) for word in fragment.split()]
    matches = list(re.finditer(r"\s+".join(words), raw)) if words else []
    if not matches:
        return place
    passed = raw[: matches[min(ordinal, len(matches) - 1)].start()]
    line, column = at_place(passed, len(passed))
    if line > 1:
        return Place(place.file, place.line + line - 1, column)
    return Place(place.file, place.line, place.column + len(passed))


def _as_typed(word: str) -> str:
    """Give the pattern for a word as YAML may have it: quotation marks doubled or escaped, a sign by its number."""
    pattern = re.escape(word).replace("'", "''?").replace('"', '\\\\?"')
    if len(word) == 1 and not word.isascii():
        pattern += rf"|\\u{ord(word):04x}|\\u{ord(word):04X}|\\U{ord(word):08x}|\\U{ord(word):08X}"
    return pattern


def culprit(source: str, fragment: str) -> int:
    """Tell which occurrence of a fragment is the fault: the first without which there are fewest like it.

    A fault knows its fragment but not its place, and in ``**good** and **bad`` the first two marks are fine.
    """
    starts = [match.start() for match in re.finditer(re.escape(fragment), source)][:20] if fragment else []
    if len(starts) < 2:  # noqa: PLR2004 - nothing to choose from
        return 0
    left = [_faults_alike(_blanked(source, start, len(fragment)), fragment) for start in starts]
    return left.index(min(left))


def _faults_alike(source: str, fragment: str) -> int:
    """Count the faults of one fragment; others may go with it, such as the address in ``[words](nowhere:)``."""
    return sum(fault.fragment == fragment for fault in texts.parse(source)[1])


def _blanked(source: str, start: int, length: int) -> str:
    return source[:start] + "x" * length + source[start + length :]
