"""Short words that stay with their neighbours: WeasyPrint knows no ``text-wrap``, so no-break spaces are put in.

No line of a title ends with a short word, which belongs to the next one; no last line of a handout is a short word alone,
none of running words there is a word or two, and no first word of a name stands alone above it.
"""

from __future__ import annotations

import re

from markupsafe import Markup

_LONG = 12
"""Letters: a longer word may leave the short one behind, or both together would be too broad for a line of a title."""
_LAST = re.compile(r"(?<![^\s>])([^\s<>;]{0,9}[^\s<>;,]) (?=[^\s<>;]{1,7}(?:</strong>|$))")
"""A word before a last one of up to seven letters, also of bold words, if no other tag or entity ends it.

Both must be short, so that they fit into any column, and belong together: what stands behind a comma may begin a line.
"""
_FIRST = re.compile(r"^([^\s<>;&]{1,4}) (?=[^\s<>;]{1,14}(?:\s|$))")
"""The space behind a first word such as „Eine“, if the next is short enough to stand beside it in a column."""

_TAIL = re.compile(r"[^<>]+(?=</strong>|$)")
"""What stands at the end of a paragraph or of bold words, behind the last tag."""
_ENOUGH = 16
"""Letters that a last line should have."""
_BROAD = 26
"""Letters that may become unbreakable: a column of 127 mm holds them at 20 points."""


def bound(words: str) -> str:
    """Bind short words to the next one, so that no line of large type ends with "in" or "zur"."""
    return re.sub(r"(?<![^\s\u00a0])(\S{1,3}) ", "\\1\u00a0", words)


def bound_html(words: Markup) -> Markup:
    """Bind short words of a title to the next one, unless that is long; tags are left alone."""
    pieces = re.split(r"(<[^>]*>)", words)
    pieces[::2] = [
        re.sub(rf"(?<![^\s\u00a0])([^\s&]{{1,3}}) (?=\S{{1,{_LONG}}}(?:\s|$))", "\\1\u00a0", piece) for piece in pieces[::2]
    ]
    return Markup("".join(pieces))  # noqa: S704 - what comes in is markup, and only blanks are other ones


def end_tied(html: Markup) -> Markup:
    """Keep a short last word from standing on a line of its own."""
    return Markup(_LAST.sub("\\1\u00a0", html))  # noqa: S704 - only a space changes


def end_gathered(html: Markup) -> Markup:
    """Let no last line be shorter than a few words, nor that of the bold words that begin a paragraph."""
    return Markup(_TAIL.sub(_gathered, html))  # noqa: S704 - only spaces change


def _gathered(tail: re.Match[str]) -> str:
    """Bind words to the last one until they have letters enough, unless they become too broad for a narrow column."""
    words = tail.group().split(" ")
    last = words.pop()
    while len(last) < _ENOUGH and len(words) > 1 and len(words[-1]) + len(last) < _BROAD and "\u00a0" not in words[-1]:
        last = f"{words.pop()}\u00a0{last}"
    return " ".join((*words, last))


def start_tied(html: Markup) -> Markup:
    """Keep a short first word with the next."""
    return Markup(_FIRST.sub("\\1\u00a0", html))  # noqa: S704 - only a space changes
