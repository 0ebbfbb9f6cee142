"""Rules about single signs: quotation marks without a partner, signs that steer the writing direction, signs without meaning.

It also gathers the signs that not every typeface has, with their places, for the rooms that know the typefaces.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from kursbuch_press.book import wording as of_texts
from kursbuch_press.book.plain_language import ExplainedWord, Points, Sentences
from kursbuch_press.book.quoting import find_quotations
from kursbuch_press.problems import Place, Problem, Severity
from kursbuch_press.sources.files import Source
from kursbuch_press.sources.lines import as_lines_of_an_editor, at_place
from kursbuch_press.sources.survey import Found, Survey
from kursbuch_press.sources.wording import signs as wording

MAX_SIGNS = 200  # of one file that are told of by their places
_STEERING = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_PRIVATE = re.compile("[\ue000-\uf8ff\U000f0000-\U000ffffd\U00100000-\U0010fffd]")
# German and its neighbours up to U+017F, with the usual punctuation: every typeface for text has them.
_USUAL = re.compile("[\\s\u0020-\u007e\u00a0-\u017f\u2010-\u2014\u2018-\u201a\u201c-\u201e\u2026\u2039\u203a\u20ac\u202f]")
_INVISIBLE = re.compile("[\u00ad\u200b-\u200d\u2060]")
_BULLET = re.compile(r"\s*(?:([•‣⁃◦▪■●∙➢✓])|([·○▶▸➤➔→⇒►✔❍–—])(?=\s+\S))")
_NUMBERED = re.compile(r"(?:^|\n) *(\d{1,2})([.)]) +\S[^\n]*\n *(\d{1,2})\2 +\S")
_BLANK_LINE = re.compile(r"\n[ \t\r]*\n(?=[ \t\r\n]*\S)")
_IN_QUOTES = re.compile("[„“”»«‟].*[“”»«]", re.DOTALL)
_NAMES = {"title", "short_title", "issued_by", "name", "caption", "term", "label"}
_HAS_LINES = {Sentences, Points, ExplainedWord}
_NOT_PRINTED = {"alt", "id", "picture", "kind"}


@dataclass(frozen=True, slots=True)
class Sign:
    """A sign that not every typeface has, and where it stands."""

    sign: str
    place: Place
    address: str


def forbidden_signs(surveyed: Survey) -> Iterator[Problem]:
    """Find signs that steer the writing direction unseen, and signs that only another program's typeface has."""
    for found in surveyed.found:
        yield from _forbidden(found, surveyed.source)


def sign_problems(surveyed: Survey) -> Iterator[Problem]:
    """Find what is wrong with the signs of a file."""
    for found in surveyed.found:
        yield from _forbidden(found, surveyed.source)
        yield from _bullets(found, surveyed.source)
        yield from _numbers(found, surveyed.source)
        yield from _quoted_as_a_whole(found, surveyed.source)
        if found.text is not None:
            yield from _blank_lines(found, surveyed.source)
            yield from _lonely(found, found.text.plain, surveyed.source)


def unusual_signs(surveyed: Survey) -> Iterator[Sign]:
    """Give the printed signs of a file that not every typeface has, each as often as it stands there."""
    for found in surveyed.found:
        if found.field not in _NOT_PRINTED:
            words = found.value if found.text is None else found.text.plain
            for sign, place in _places(words, found, surveyed.source):
                if not (_USUAL.match(sign) or _INVISIBLE.match(sign) or _STEERING.match(sign) or _PRIVATE.match(sign)):
                    yield Sign(sign, place, found.address)


def _places(words: str, found: Found, source: Source) -> Iterator[tuple[str, Place]]:
    """Give the signs of a text that are not of the usual ones, with their places."""
    counts: Counter[str] = Counter()
    for sign in words:
        if not _USUAL.match(sign):
            if counts.total() < MAX_SIGNS:
                yield sign, source.place_in(found.node, sign, counts[sign])
            counts[sign] += 1


def _forbidden(found: Found, source: Source) -> Iterator[Problem]:
    for sign, place in _places(found.value, found, source):
        if _STEERING.match(sign):
            yield Problem(place, *wording.steering(_code(sign)), found.address, rule="bidi-sign")
        elif _PRIVATE.match(sign):
            yield Problem(place, *wording.private(_code(sign)), found.address, rule="private-sign")


def _bullets(found: Found, source: Source) -> Iterator[Problem]:
    """Find a text that begins with the sign of a list, as it is copied from a word processor."""
    if found.field not in _NOT_PRINTED and (match := _BULLET.match(found.value)):
        sign = match[1] or match[2]
        place = source.place_in(found.node, sign)
        severity = Severity.WARNING if sign in "–—" else Severity.ERROR
        yield Problem(place, *wording.bullet(sign, found.value.count(sign)), found.address, severity=severity, rule="bullet")


def _numbers(found: Found, source: Source) -> Iterator[Problem]:
    """Find lines of one text that are numbered as a list, and a number that its comma parts in brackets."""
    begin = found.node.start.index
    raw = source.text[begin : found.node.end.index]
    for match in _NUMBERED.finditer(raw if found.field not in _NOT_PRINTED else ""):
        if int(match[3]) == int(match[1]) + 1:
            words = wording.numbered(match[1] + match[2], match[3] + match[2])
            line = found.node.start.line + raw.count("\n", 0, match.start(1))
            place = Place(source.file, line, match.start(1) - raw.rfind("\n", 0, match.start(1)))
            yield Problem(place, *words, found.address, severity=Severity.WARNING, rule="numbered-lines")
            break
    before = re.search(r"\d+,$", source.text[max(0, begin - 20) : begin])
    if before and (behind := re.match(r"\d+", raw)):
        words = wording.comma_between_digits(before[0][:-1], behind[0])
        yield Problem(found.place, *words, found.address, severity=Severity.WARNING, rule="comma")


def _quoted_as_a_whole(found: Found, source: Source) -> Iterator[Problem]:
    """Find a name that stands in „…“ from end to end: typed for YAML, as it seems, but it will be printed."""
    raw = source.text[found.node.start.index : found.node.end.index]
    if found.field in _NAMES and _IN_QUOTES.fullmatch(raw) and not any(sign in raw[1:-1] for sign in "„“”»«"):
        words = wording.printed_quotation_marks(found.value)
        yield Problem(found.place, *words, found.address, severity=Severity.WARNING, rule="printed-quotation-marks")


def _blank_lines(found: Found, source: Source) -> Iterator[Problem]:
    """Find a blank line that parts two paragraphs in YAML, where folding or a soft end of line would join them unseen."""
    raw = as_lines_of_an_editor(source.text[found.node.start.index : found.node.end.index])
    if found.model in _HAS_LINES or "\n\n" in found.value:  # the latter is told of where marks are read
        return
    for match in _BLANK_LINE.finditer(raw.rstrip()):
        line = found.node.start.line + at_place(raw, match.start() + 1)[0] - 1
        yield Problem(Place(source.file, line, 1), *of_texts.two_paragraphs(), found.address, rule="markup")


def _code(sign: str) -> str:
    return f"U+{ord(sign):04X}"


def _lonely(found: Found, words: str, source: Source) -> Iterator[Problem]:
    """Find quotation marks that nothing closes or opens; the press sets them as best it can."""
    for at, opens in sorted(find_quotations(words).alone.items()):
        sign = words[at]
        raw = source.text[found.node.start.index : found.node.end.index]
        ordinal = words.count(sign, 0, at) + (raw[:1] == sign)
        is_measure = sign == '"' and at > 0 and words[at - 1].isdigit()
        told = wording.inches() if is_measure else wording.lonely_quotation_mark(sign, _around(words, at), opens=opens)
        place = source.place_in(found.node, sign, ordinal)
        yield Problem(place, *told, found.address, severity=Severity.WARNING, rule="quotation-mark")


def _around(words: str, at: int) -> str:
    """Give the words about a place, whole ones where they are not too long."""
    before, behind = words[:at].split(" ")[-4:], words[at:].split(" ")[:3]
    return f"{' '.join(before)}{' '.join(behind)}"[:60]


def name_of(sign: str) -> str:
    """Name a sign for people: itself where it can be seen, and its number."""
    shown = f"„{sign}“ " if sign.isprintable() and not unicodedata.combining(sign) else ""
    return f"{shown}({_code(sign)})"
