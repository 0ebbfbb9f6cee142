"""A YAML file as a tree in which every key and value knows where it stands and what it is made of."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple


@dataclass(frozen=True, slots=True)
class TextPosition:
    """A place in a text: line and column count from 1, ``index`` counts characters from 0."""

    line: int
    column: int
    index: int


@dataclass(frozen=True, slots=True)
class Scalar:
    """A single value, None if it is empty. ``start`` and ``end`` enclose its source, with quotation marks."""

    value: str | None
    start: TextPosition
    end: TextPosition


@dataclass(frozen=True, slots=True)
class Sequence:
    """A list."""

    items: tuple[Node, ...]
    start: TextPosition
    end: TextPosition


class Entry(NamedTuple):
    """A key of a mapping and what it holds."""

    key: Scalar
    value: Node


@dataclass(frozen=True, slots=True)
class Mapping:
    """Keys with their values, in the order of the file; of a key that is there twice the first one counts."""

    entries: dict[str, Entry] = field(repr=False)
    start: TextPosition
    end: TextPosition


Node = Scalar | Sequence | Mapping


def data_of(node: Node) -> object:
    """Give the data of a tree: dict, list, str or None. The tree is shallow, ``syntax`` saw to that."""
    match node:
        case Scalar():
            return node.value
        case Sequence():
            return [data_of(item) for item in node.items]
        case Mapping():
            return {key: data_of(entry.value) for key, entry in node.entries.items()}


def scalar_text(node: Node | None) -> str:
    """Give the value of a scalar, or an empty string for everything else."""
    return (node.value or "") if isinstance(node, Scalar) else ""


def child(node: Node | None, key: str) -> Node | None:
    """Give what a mapping holds under a key, or None."""
    if isinstance(node, Mapping) and key in node.entries:
        return node.entries[key].value
    return None
