"""German microtypography: quotation marks of the edition, dashes, and spaces that must not break.

Follows DIN 5008 and Duden: narrow no-break space (U+202F) inside abbreviations and before the percent sign, no-break space
(U+00A0) between a sign or label and its number. The sources may be typed with the plain keys of a keyboard.

A text is set as a whole: it comes in runs, as stressed words, links and calls of footnotes part it, and every rule looks
across them. What a rule changes stays in the run in which it stood.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from kursbuch_press.book.edition import QuotationMarks
from kursbuch_press.book.quoting import find_quotations
from kursbuch_press.book.web import find_web_addresses
from kursbuch_press.compose.inlines import Content, Footnote, Inline, PageNumber, Words

NARROW = "\u202f"
FIXED = "\u00a0"

_MARKS = {
    QuotationMarks.GERMAN: ("„", "“", "‚", "‘"),
    QuotationMarks.GUILLEMETS: ("»", "«", "›", "‹"),
}

_RULES = (
    (re.compile(r"\.\.\."), "…"),
    (re.compile(r"[ \u00a0]--?(?=[ \u00a0])"), f"{FIXED}–"),
    (re.compile(r" – "), f"{FIXED}– "),
    (re.compile(r"(?<=\d) ?(?=[%‰])"), NARROW),
    (re.compile(r"(?<=\d) (?=(?:Euro|€|km|mm|cm|kg|Uhr|Mio\.|Mrd\.)(?!\w))"), FIXED),
    (re.compile(r"(§§?|Abs\.|Art\.|Nr\.|Rn\.|Kap\.|Bd\.|Anm\.) (?=[\dIVX])"), rf"\1{FIXED}"),
    (re.compile(r"(?<=\d) (?=(?:Abs\.|Satz|Nr\.)[ \u00a0]\d)"), FIXED),
    # §§ 2 und 13, Abs. 1 und 2: two numbers under one sign.
    (re.compile(r"((?:§§|Art\.|Abs\.|Nr\.)[ \u00a0]\d+[a-z]?) (und|bis|oder) (?=\d+[a-z]?\b)"), rf"\1{FIXED}\2{FIXED}"),
    (re.compile(r"(?<=\bSGB) (?=[IVX]+\b)"), FIXED),
    # § 12 AGG: a statute stays with its paragraph; § 27 Abs. 5 AufenthG would be too long for the column of a table.
    (re.compile(r"((?:§§?|Art\.)[ \u00a0]\d+[a-z]?) (?=[A-ZÄÖÜ]\w*[A-ZÄÖÜ])"), rf"\1{FIXED}"),
    (re.compile(r"(?<![\w.])S\. (?=\d)"), f"S.{NARROW}"),
    (
        re.compile(r"(?<=\d\.) (?=(?:Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember)\b)"),
        FIXED,
    ),
    (re.compile(r"(?<![\w.])(Prof\.|Dr\.) (?=[A-ZÄÖÜ])"), rf"\1{FIXED}"),
    (re.compile(r"(?<=\d) (?=ff?\.)"), NARROW),
    (re.compile(r"((?:BGBl|RGBl|GVBl|ABl)\.) (?=[IVX]+ S\.|S\.|[LC] \d)"), rf"\1{FIXED}"),
    (re.compile(r"(?<=BGBl\.\u00a0)([IVX]+) (?=S\.)"), rf"\1{FIXED}"),
    (re.compile(r"(\bu\.[ \u202f]?a\.) (?=[12]\d{3}\b)"), rf"\1{FIXED}"),
    # A year and the letter that tells two works of it apart: BAMF 2013 b.
    (re.compile(r"(?<=\b[12]\d{3}) (?=[a-h](?:[,;:)]|$))"), NARROW),
)
# DIN 5008 groups the figures of a long number by threes; a dialling code or a year stands before a number of its own.
_GROUPED = re.compile(r"(?<![\d,.])(?<!\d[ \u00a0\u202f])\d{1,3}(?: \d{3})+(?![\d])")
_SHORT = re.compile(
    r"(?<![\w.])(?:z\. ?[BTH]|d\. ?h|u\. ?[aUÄ]|o\. ?[Äg]|i\. ?d\. ?[RF]|i\. ?[AV]|v\. ?a|s\. ?[ou]|e\. ?V|a\. ?a\. ?O"
    r"|u\. ?v\. ?[am]|i\. ?V\. ?m|i\. ?S\. ?d|[nv]\. ?Chr|m\. ?E)\.",
)


# French sets a space inside its marks.
_FRENCH = re.compile(r"(?<![^\s(\[])«([ \u00a0\u202f])[^\s«»](?:[^«»]*[^\s«»])?([ \u00a0\u202f])»(?!\w)")

Edit = tuple[int, int, str]
"""A change of a text: from where, to where, and what comes there."""


def polish(text: str, marks: QuotationMarks) -> str:
    """Set a text without marks as a German compositor would; words, digits and their order are never changed."""
    return polish_runs([text], marks)[0]


def polish_runs(runs: Sequence[str], marks: QuotationMarks) -> list[str]:
    """Set a text that comes in runs; gives the same runs, set."""
    line = _Line(runs)
    line.change(lambda text: ((at, at + 1, "") for match in _FRENCH.finditer(text) for at in (match.start(1), match.start(2))))
    line.change(_in_abbreviations)
    line.change(lambda text: ((at, at + 1, NARROW) for match in _GROUPED.finditer(text) for at in _spaces(text, match)))
    for pattern, replacement in _RULES:
        line.change(lambda text, by=(pattern, replacement): _by_rule(text, *by))  # type: ignore[misc]  # a default value binds the pair of this turn
    line.change(lambda text: _quoted(text, marks))
    return line.runs()


def polish_content(content: Content, marks: QuotationMarks) -> Content:
    """Set a text with all that is marked in it; the text of a footnote is one of its own and stays as it is."""
    runs = polish_runs([words.text for words in _leaves(content)], marks)
    return _with_runs(content, iter(runs))


def _leaves(content: Content) -> Iterator[Words]:
    for inline in content:
        match inline:
            case Words():
                yield inline
            case Footnote() | PageNumber():
                pass
            case _:
                yield from _leaves(inline.content)


def _with_runs(content: Content, runs: Iterator[str]) -> Content:
    return tuple(_with_run(inline, runs) for inline in content)


def _with_run(inline: Inline, runs: Iterator[str]) -> Inline:
    match inline:
        case Words():
            return Words(next(runs))
        case Footnote() | PageNumber():
            return inline
        case _:
            return replace(inline, content=_with_runs(inline.content, runs))


class _Line:
    """A text in runs: every letter knows the run in which it stands. Addresses of the web are never changed."""

    def __init__(self, runs: Sequence[str]) -> None:
        self._count = len(runs)
        self._text = "".join(runs)
        self._owners = [number for number, run in enumerate(runs) for _ in run]

    def change(self, find: Callable[[str], Iterator[Edit]]) -> None:
        """Make the changes that a rule finds, which come in order and do not overlap."""
        edits = list(find(self._text))
        if not edits:
            return
        addresses = find_web_addresses(self._text)
        parts: list[str] = []
        owners: list[int] = []
        done = 0
        for begin, end, put in edits:
            if any(first < max(end, begin + 1) and begin < last for first, last in addresses):
                continue
            near = self._owners[min(begin, len(self._owners) - 1)] if self._owners else 0
            parts += [self._text[done:begin], put]
            owners += [*self._owners[done:begin], *([near] * len(put))]
            done = end
        self._text = "".join([*parts, self._text[done:]])
        self._owners = [*owners, *self._owners[done:]]

    def runs(self) -> list[str]:
        """Give the runs as they are now."""
        runs = [""] * self._count
        for sign, owner in zip(self._text, self._owners, strict=True):
            runs[owner] += sign
        return runs


def _by_rule(text: str, pattern: re.Pattern[str], replacement: str) -> Iterator[Edit]:
    """Give the changes of one rule, each as small as it can be, so that letters stay in their runs."""
    for match in pattern.finditer(text):
        put = match.expand(replacement)
        begin, end = match.span()
        while begin < end and put and text[begin] == put[0]:
            begin, put = begin + 1, put[1:]
        while begin < end and put and text[end - 1] == put[-1]:
            end, put = end - 1, put[:-1]
        if begin < end or put:
            yield begin, end, put


def _in_abbreviations(text: str) -> Iterator[Edit]:
    for match in _SHORT.finditer(text):
        for inner in re.finditer(r"(?<=\.) ?(?=\S)", match[0]):
            yield match.start() + inner.start(), match.start() + inner.end(), NARROW


def _spaces(text: str, match: re.Match[str]) -> Iterator[int]:
    return (at for at in range(*match.span()) if text[at] == " ")


def _quoted(text: str, marks: QuotationMarks) -> Iterator[Edit]:
    """Give every pair of quotation marks the form of the edition."""
    chosen = _MARKS[marks]
    found = find_quotations(text)
    edits: list[Edit] = [(at, at + 1, "’") for at in found.apostrophes]
    for pair in found.pairs:
        opening, closing = chosen[2:] if pair.single else chosen[:2]
        edits += [(pair.begin, pair.begin + 1, opening), (pair.end, pair.end + 1, closing)]
    for at, opens in found.alone.items():
        if text[at] in chosen or (at and text[at - 1].isdigit()):
            continue
        single = text[at] in "‚‘‛‹›"
        edits.append((at, at + 1, chosen[(2 if single else 0) + (0 if opens else 1)]))
    yield from sorted(edits)


_LETTERS = str.maketrans(
    {"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "ł": "l", "ı": "i", "ħ": "h", "ŋ": "n", "ŧ": "t"}
)


def sort_key(words: str) -> tuple[str, str]:
    """Order words as DIN 5007-1 does: ä like a, ß like ss, Ş like S; case and signs ignored; the words themselves break ties.

    Signs that Unicode takes apart are ordered by their letter; the table holds those that it does not.
    """
    apart = unicodedata.normalize("NFKD", words.casefold().translate(_LETTERS))
    folded = "".join(sign for sign in apart if sign.isalnum() or sign == " ")
    return folded, words
