"""Small questions to elements of Office XML: their names, their numbers, all their words."""

from __future__ import annotations

import re
from unicodedata import normalize

from kursbuch_press.packages.elements import WP, Element, W

TEXTS = frozenset({"t", "delText"})
SIGNS = {"tab": "\t", "ptab": "\t", "cr": "\n", "noBreakHyphen": "\u2011", "softHyphen": "\u00ad"}
UNKNOWN_SIGN = "\ufffd"
_OUR_SIGNS = str.maketrans({"\u2028": "\n", "\u2029": "\n", "\ufff8": UNKNOWN_SIGN, "\ufff9": UNKNOWN_SIGN, "\ufffc": ""})
_OURS = re.compile("[\u2028\u2029\ufff8\ufff9\ufffc]")
"""Tokens use these for ends of paragraphs, fields and calls of notes."""


class _Names(dict[object, str]):
    """Names without their namespaces, each cut once: a book has a quarter of a million elements, of sixty names."""

    def __missing__(self, tag: object) -> str:
        name = str(tag).rpartition("}")[2]
        if len(self) < _MOST_NAMES:
            self[tag] = name
        return name


_MOST_NAMES = 4096
_NAMES = _Names()


def local_of(element: Element) -> str:
    """Give the name of an element without its namespace; those that mean text have names of their own."""
    return _NAMES[element.tag]


def number_of(element: Element | None, otherwise: int) -> int:
    written = element.get(f"{W}val", "") if element is not None else ""
    return int(written) if written.isdecimal() and len(written) < 7 else otherwise  # noqa: PLR2004 - no figure beyond sense


def symbol_of(code: str) -> str:
    """Give a sign of a symbol typeface; Word moves them into the private use area."""
    try:
        sign = chr(int(code, 16))
    except (ValueError, OverflowError):
        return UNKNOWN_SIGN
    return sign if sign.isprintable() or "\ue000" <= sign <= "\uf8ff" else UNKNOWN_SIGN


def title_of(drawing: Element) -> str:
    about = next(drawing.iter(f"{WP}docPr"), None)
    return (about.get("descr") or about.get("title") or "") if about is not None else ""


def text_in(element: Element) -> str:
    """Give the text of an element that holds text, letters whole; signs that mean something in this room become others."""
    text = normalize("NFC", (element.text or "") if len(element) == 0 else "".join(element.itertext()))
    return text.translate(_OUR_SIGNS) if _OURS.search(text) else text


def count_texts(element: Element) -> int:
    """Count the elements of text in and below an element."""
    return sum(1 for _ in element.iter("{*}t", "{*}delText"))


def all_words(element: Element) -> str:
    """Give all words below an element as they stand now, one line for each paragraph."""
    lines: list[str] = [""]
    gone: set[Element] = set()
    for each in element.iter("*"):
        name, above = local_of(each), each.getparent()
        if each is not element and above is not None and above in gone:
            gone.add(each)
        elif name in {"del", "moveFrom", *TEXTS}:
            gone.add(each)  # what stands in a text is its text already
            lines[-1] += text_in(each) if name in TEXTS else ""
        elif name in {"p", "txbxContent"}:
            lines.append("")
        elif name in SIGNS:
            lines[-1] += SIGNS[name]
        elif name == "sym":
            lines[-1] += symbol_of(each.get(f"{W}char", ""))
        elif name in {"br", "tc"}:
            lines[-1] += " "
    return "\n".join(line.strip() for line in lines if line.strip())
