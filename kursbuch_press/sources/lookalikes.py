"""Signs that look like those of YAML and are others: spaces, quotation marks and dashes as word processors type them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kursbuch_press.sources.wording import syntax as wording
from kursbuch_press.sources.wording.words import Words

# Spaces of other widths, and signs without any width: YAML takes both for the beginning of words.
HARD = "\u00a0\u00ad\u1680\u2000-\u200d\u202f\u205f\u2060\u3000"
_HARD_INDENT = re.compile(f"^ *([{HARD}]+[ {HARD}]*)", re.MULTILINE)
_HARD_GAP = re.compile(f"\\s*(?:- +)*(?:[a-z_]+: +)?(?:(-)|[a-z_]+(:)|[>|]([-+0-9]*)) *[{HARD}]")
_BEFORE = r"\s*(?:- +)*(?:[\w-]+: +)?"
_QUOTES = "„“”»«‚‘’‟‛″′‹›＂"
_TYPED_QUOTE = re.compile(f"{_BEFORE}([{_QUOTES}])")
_QUOTE_IN_BRACKET = re.compile(f"[^\"']*?[\\[{{,:] *([{_QUOTES}])")
_LIST_SIGN = re.compile(r"\s*([•‣⁃◦∙·▪■●○►▶▸➢➤➔→⇒✓✔–—*+\ue000-\uf8ff]|o|\d{1,2}[.)])\s+\S")
_OPENED = re.compile(f"({_BEFORE})([\"'])((?:(?!\\2).)*)")
_FAR = 50  # lines that an open quotation mark is looked for above a broken one


def hard_indents(text: str) -> list[int]:
    """Give the places (indices) of the first other space in each indentation that has some."""
    return [match.start(1) for match in _HARD_INDENT.finditer(text)]


def with_soft_indents(text: str) -> str:
    """Give a text of the same length that is indented by the spaces of YAML alone."""
    return _HARD_INDENT.sub(lambda match: match[0][: match.start(1) - match.start()] + " " * len(match[1]), text)


def is_quoted_as_typed(source: str) -> bool:
    """Tell whether a value begins with a quotation mark that is none for YAML."""
    return bool(re.match(f"[{_QUOTES}]", source))


def list_sign(source: str) -> str:
    """Give the sign with which a value begins as the item of a list does in a word processor, or nothing."""
    match = _LIST_SIGN.match(source)
    return match[1] if match else ""


def has_hard_space(key: str) -> bool:
    """Tell whether a word holds a space that nobody can tell from another, or nothing that can be seen."""
    return bool(re.search(f"[{HARD}]", key))


def typed_wrongly(lines: list[str], at: int, *, in_bracket: bool) -> tuple[int, int, Words] | None:
    """Find such a sign in the line where reading ended (from 0) or the one before it; give its line, column and words."""
    for line in (at, at - 1):
        if line >= 0 and (told := next(_told(lines[line], in_bracket=in_bracket), None)):
            return line, *told
    return None


def _told(line: str, *, in_bracket: bool) -> Iterator[tuple[int, Words]]:
    if match := _HARD_GAP.match(line):
        yield match.end() - 1, wording.hard_gap(match[1] or match[2] or f">{match[3]}")
    if match := _LIST_SIGN.match(line):
        yield match.start(1), wording.bullet(match[1])
    if match := _TYPED_QUOTE.match(line) or (_QUOTE_IN_BRACKET.match(line) if in_bracket else None):
        yield match.start(1), wording.typed_quote(match[1])


def left_open(lines: list[str], at: int, *, ends: bool) -> tuple[int, int, Words] | None:
    """Find the straight quotation mark that is open at a broken line: the next one, meant to open another value, closes it.

    ``ends`` says that nothing closes it: then it is in this line.
    """
    for line in range(at, max(-1, at - _FAR), -1):
        match = _OPENED.fullmatch(lines[line])
        if match is None:
            continue
        sign = match[2]
        closing = next((number for number in range(line + 1, at + 1) if sign in lines[number]), -1)
        if not ends and (closing < at - 1 or not _opens(lines[closing], sign)):
            return None
        last = match[3].rstrip()[-1:]
        return line, match.start(2), wording.quote_left_open(sign, last if last and last in _QUOTES else "")
    return None


def _opens(line: str, sign: str) -> bool:
    """Tell whether the first quotation mark of a line was meant to open a value: words follow it."""
    return bool(re.match(f"{_BEFORE}{sign} *[^\\s#,\\]}}]", line))
