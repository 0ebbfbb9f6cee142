"""Where things begin and end in the text of a file, and changing it from its end to its beginning."""

from __future__ import annotations

from typing import NamedTuple

from kursbuch_press.sources.nodes import Mapping, Node, Scalar, Sequence


class Edit(NamedTuple):
    """Other characters for those from ``start`` to ``end``."""

    start: int
    end: int
    text: str


def edited(text: str, edits: list[Edit], begin: int = 0, end: int | None = None) -> str:
    """Give a part of a text with its edits made; none of them crosses another."""
    pieces: list[str] = []
    at = begin
    for edit in sorted(edits, key=lambda each: (each.start, each.end)):
        pieces += [text[at : edit.start], edit.text]
        at = edit.end
    return "".join([*pieces, text[at:end]])


def is_flow(node: Node, text: str) -> bool:
    """Tell whether a list or mapping is written in brackets."""
    return text[node.start.index : node.start.index + 1] in {"[", "{"}


def content_end(node: Node, text: str) -> int:
    """Give where the last character of a node stands; the parser's own end may be that of a comment below it."""
    match node:
        case Scalar():
            is_block = text[node.start.index : node.start.index + 1] in {"|", ">"} and node.end.index > node.start.index
            if not is_block:
                return node.end.index
            source = text[node.start.index : node.end.index]
            if "+" in source.partition("\n")[0].partition("#")[0]:  # the empty lines behind it are a part of it
                return node.end.index - (2 if source.endswith("\r\n") else source.endswith("\n"))
            return node.start.index + len(source.rstrip())
        case Mapping() if not is_flow(node, text) and node.entries:
            return content_end(list(node.entries.values())[-1].value, text)
        case Sequence() if not is_flow(node, text) and node.items:
            return content_end(node.items[-1], text)
        case _:
            return node.end.index


def start_of_line(text: str, at: int) -> int:
    """Give the first character of a line."""
    return text.rfind("\n", 0, at) + 1


def end_of_line(text: str, at: int) -> int:
    """Give the first character of the next line, or the end of the text."""
    found = text.find("\n", at)
    return len(text) if found < 0 else found + 1
