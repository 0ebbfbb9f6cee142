"""Texts as tokens that can be compared: what a typesetter or an autocorrection changes is no difference."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from unicodedata import normalize

from kursbuch_press.drafts.spans import Span

CALL = "\ufffc"
"""Stands for the call of a note."""
END = "\u2029"
"""Stands for the end of a paragraph inside of a text that goes over several."""
_FIELD, _OPEN = "\ufff9", "\ufff8"

_TOKEN = re.compile(r"[^\W_](?:[^\W_]|[\u0300-\u036f]|[\u00ad\u2060\u200b-\u200d\ufeff][^\W_])*|[^\S\u2029]+|.", re.DOTALL)
_ALIKE = {
    **dict.fromkeys("\u00a0\u202f\u2007\u2009\u200a\u2002\u2003\t\n\r\v\f", " "),
    **dict.fromkeys("\u00ad\u2060\u200b\u200c\u200d\ufeff\u200e\u200f", ""),
    **dict.fromkeys("\u2011\u2010", "-"),
    **dict.fromkeys("„“”«»″", '"'),
    **dict.fromkeys("‚‘’‹›′", "'"),
    "…": "...",
}
_TABLE = str.maketrans(_ALIKE)
_ODD = re.compile(f"[{re.escape(''.join(_ALIKE))}]")
_SPACES = re.compile(r"  +")


@lru_cache(maxsize=65536)
def normal(text: str) -> str:
    """Give a text as it is compared; macOS takes ä apart into a and two dots, and both are one letter (Unicode NFC)."""
    return _SPACES.sub(" ", alike(normalize("NFC", text)))


def alike(text: str) -> str:
    """Give a text with one sign for all that look or mean the same; most texts have none of them."""
    return text.translate(_TABLE) if _ODD.search(text) else text


def words_in(text: str) -> list[str]:
    """Give the words of a text: what stands between white space."""
    return alike(text.replace(CALL, "")).split()


@dataclass(frozen=True, slots=True)
class Token:
    """A word, a space or a sign: from ``start`` to ``end`` in its text; ``field`` where a program computes it."""

    key: str
    start: int
    end: int
    field: bool = False


@dataclass(frozen=True, slots=True)
class Letter:
    """One character with the span it is from, and whether it is of a label or a field."""

    sign: str
    span: Span
    label: bool = False

    @property
    def computed(self) -> bool:
        """Whether nobody wrote it."""
        return self.label or self.span.field


def letters_of(spans: Iterable[Span], *, label: bool = False) -> list[Letter]:
    """Give spans letter by letter; the call of a note is one, and so is a field that is left open."""
    found: list[Letter] = []
    for span in spans:
        if span.note:
            found.append(Letter(CALL, span, label))
        elif span.field and not span.text:
            found.append(Letter(_OPEN, span, label))
        else:
            found.extend([Letter(sign, span, label) for sign in span.text])
    return found


def tokens_of(letters: Sequence[Letter], *, whole_fields: bool) -> list[Token]:
    """Cut letters into tokens; with ``whole_fields`` whatever a field says is one and the same token."""
    found: list[Token] = []
    at = 0
    while at < len(letters):
        computed = letters[at].span.field and not letters[at].label
        end = at
        while end < len(letters) and (letters[end].span.field and not letters[end].label) == computed:
            end += 1
        text = "".join(letter.sign for letter in letters[at:end])
        if computed and whole_fields and text != _OPEN:
            found.append(Token(_FIELD, at, end, field=True))
        else:
            found.extend(_cut(text, at, letters))
        at = end
    return found


def _cut(text: str, offset: int, letters: Sequence[Letter]) -> list[Token]:
    found = []
    for match in _TOKEN.finditer(text):
        start, end = match.start() + offset, match.end() + offset
        key = match[0]
        if key == CALL:
            key = f"{CALL}{letters[start].span.note}"
        elif not key.isalnum() or not key.isascii():
            key = normal(key)
        if key:
            found.append(Token(key, start, end, field=letters[start].computed))
    return found


def is_open(token: Token) -> bool:
    """Say whether a token stands for words of one copy, which the snapshot leaves open."""
    return token.key == _OPEN
