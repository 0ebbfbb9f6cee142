"""German microtypography: quotation marks of the edition, dashes, and spaces that must not break.

Follows DIN 5008 and Duden: narrow no-break space (U+202F) inside abbreviations and before the percent sign, no-break space
(U+00A0) between a sign or label and its number. The sources may be typed with the plain keys of a keyboard.
"""

from __future__ import annotations

import re

from kursbuch_press.book.edition import QuotationMarks

NARROW = "\u202f"
FIXED = "\u00a0"

_MARKS = {
    QuotationMarks.GERMAN: ("„", "“", "‚", "‘"),
    QuotationMarks.GUILLEMETS: ("»", "«", "›", "‹"),
}
# „ and » open and “ and « close in German, whatever style they were typed in.
_KIND = {"„": 0, "»": 0, "“": 1, "«": 1, "”": 1, "‚": 2, "›": 2, "‘": 3, "‹": 3}

_RULES = (
    (re.compile(r"\.\.\."), "…"),
    (re.compile(r"(?<=\w)'(?=\w)"), "’"),
    (re.compile(r"[ \u00a0]--?(?=[ \u00a0])"), f"{FIXED}–"),
    (re.compile(r" – "), f"{FIXED}– "),
    (re.compile(r"(?<=\d) ?(?=[%‰])"), NARROW),
    (re.compile(r"(?<=\d) (?=(?:Euro|€|km|mm|cm|kg|Uhr|Mio\.|Mrd\.)(?!\w))"), FIXED),
    (re.compile(r"(§§?|Abs\.|Art\.|Nr\.|Rn\.|Kap\.|Bd\.|Anm\.) (?=[\dIVX])"), rf"\1{FIXED}"),
    (re.compile(r"(?<=\d) (?=(?:Abs\.|Satz|Nr\.)[ \u00a0]\d)"), FIXED),
    (re.compile(r"(?<![\w.])S\. (?=\d)"), f"S.{NARROW}"),
    (
        re.compile(r"(?<=\d\.) (?=(?:Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember)\b)"),
        FIXED,
    ),
    (re.compile(r"(?<![\w.])(Prof\.|Dr\.) (?=[A-ZÄÖÜ])"), rf"\1{FIXED}"),
    (re.compile(r"(?<=\d) (?=ff?\.)"), NARROW),
    (re.compile(r"((?:BGBl|RGBl|GVBl|ABl)\.) (?=[IVX]+ S\.|S\.|[LC] \d)"), rf"\1{FIXED}"),
    (re.compile(r"(?<=BGBl\.\u00a0)([IVX]+) (?=S\.)"), rf"\1{FIXED}"),
    # A year and the letter that tells two works of it apart: BAMF 2013 b.
    (re.compile(r"(?<=\b[12]\d{3}) (?=[a-h](?:[,;:)]|$))"), NARROW),
)
# DIN 5008 groups the figures of a long number by threes; a dialling code or a year stands before a number of its own.
_GROUPED = re.compile(r"(?<![\d,.])(?<!\d[ \u00a0\u202f])\d{1,3}(?: \d{3})+(?![\d])")
_SHORT = re.compile(
    r"(?<![\w.])(?:z\. ?[BTH]|d\. ?h|u\. ?[aUÄ]|o\. ?[Äg]|i\. ?d\. ?[RF]|i\. ?[AV]|v\. ?a|s\. ?[ou]|e\. ?V|a\. ?a\. ?O"
    r"|u\. ?v\. ?[am]|i\. ?V\. ?m|i\. ?S\. ?d|[nv]\. ?Chr|m\. ?E)\.",
)


def polish(text: str, marks: QuotationMarks) -> str:
    """Set a run of words as a German compositor would; words, digits and their order are never changed."""
    text = _SHORT.sub(lambda match: re.sub(r"\. ?(?=\S)", f".{NARROW}", match[0]), text)
    text = _GROUPED.sub(lambda match: match[0].replace(" ", NARROW), text)
    for pattern, replacement in _RULES:
        text = pattern.sub(replacement, text)
    return _quote(text, marks)


def _quote(text: str, marks: QuotationMarks) -> str:
    """Give typed quotation marks the form of the edition; a straight mark opens after a space, bracket or dash."""
    chosen = _MARKS[marks]
    done: list[str] = []
    for at, sign in enumerate(text):
        if sign == '"':
            before = text[at - 1] if at else " "
            done.append(chosen[0] if before in " \u00a0\u202f(–[/" else chosen[1])
        elif sign in _KIND:
            done.append(chosen[_KIND[sign]])
        else:
            done.append(sign)
    return "".join(done)


def sort_key(words: str) -> tuple[str, str]:
    """Order words as DIN 5007-1 does: ä like a, ß like ss, case and signs ignored; the words themselves break ties."""
    table = str.maketrans({"ä": "a", "ö": "o", "ü": "u", "ß": "ss", "é": "e", "à": "a"})
    folded = re.sub(r"[^a-z0-9 ]", "", words.lower().translate(table))
    return folded, words
