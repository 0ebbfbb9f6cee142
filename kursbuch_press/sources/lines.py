"""Lines as YAML counts them (YAML 1.1, 5.4): a carriage return alone ends one, and so do three signs of Unicode."""

from __future__ import annotations

import re

_END = re.compile("\r\n|[\n\r\x85\u2028\u2029]")

_UNSEEN = re.compile("[\x85\u2028\u2029]")


def as_lines_of_an_editor(text: str) -> str:
    """Give a text of the same length whose lines end where those of an editor do, which knows no signs of Unicode."""
    return _UNSEEN.sub(" ", text)


def lines_of(text: str) -> list[str]:
    """Give the lines of a text without their ends."""
    return _END.split(text)


def at_place(text: str, index: int) -> tuple[int, int]:
    """Give the line and column, both from 1, of a character by its index."""
    line, begin = 1, 0
    for match in _END.finditer(text):
        if match.end() > index:
            break
        line, begin = line + 1, match.end()
    return line, index - begin + 1


def with_line(text: str, number: int, words: str) -> str:
    """Put other words in the place of a line (from 0), and keep how it ends."""
    ends = [(match.start(), match.end()) for match in _END.finditer(text)]
    begin = ends[number - 1][1] if number else 0
    end = ends[number][0] if number < len(ends) else len(text)
    return text[:begin] + words + text[end:]
