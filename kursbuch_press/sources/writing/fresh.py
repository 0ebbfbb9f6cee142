"""Data that is new, as lines of YAML."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from kursbuch_press.sources.writing.scalars import Setting, is_misread, written

Data = object
"""dict, list, str, bool, int or None: what a YAML file of the press can hold."""


def fresh_text(data: Data) -> str:
    """Give a whole YAML file."""
    return "".join(f"{line}\n" for line in block_lines(data, 0))


def as_read(data: Data) -> Data:
    """Give data as reading a file gives it: every value is the string that stands there."""
    match data:
        case Mapping():
            return {str(key): as_read(value) for key, value in data.items()}
        case str() | None:
            return data
        case Sequence():
            return [as_read(item) for item in data]
        case _:
            return str(data).lower()


def block_lines(data: Data, column: int) -> list[str]:
    """Give a value as lines that stand in a column; the first one has no indent, since a dash or nothing is before it."""
    match data:
        case Mapping() if data:
            lines = [line for key, value in data.items() for line in entry_lines(str(key), value, column)]
            return [lines[0][column:], *lines[1:]]
        case str() | None:
            return written(data, Setting(column - 2, column=column)).split("\n")
        case Sequence() if data:
            lines = [line for item in data for line in item_lines(item, column)]
            return [lines[0][column:], *lines[1:]]
        case Mapping():
            return ["{}"]
        case Sequence():
            return ["[]"]
        case bool() | int():
            return [written(data, Setting(column - 2))]
        case _:
            raise TypeError(type(data))


def entry_lines(key: str, value: Data, column: int) -> list[str]:
    """Give a key with its value."""
    start = " " * column + key_text(key) + ":"
    if isinstance(value, Mapping | Sequence) and not isinstance(value, str) and value:
        inside = column + 2
        lines = block_lines(value, inside)
        return [start, " " * inside + lines[0], *lines[1:]]
    if isinstance(value, str | bool | int) or value is None:
        first, *rest = written(value, Setting(column, column=len(start) + 1)).split("\n")
        return [f"{start} {first}".rstrip() if value is None else f"{start} {first}", *rest]
    return [f"{start} {block_lines(value, column)[0]}"]


def item_lines(item: Data, column: int) -> list[str]:
    """Give an item of a list with its dash."""
    first, *rest = block_lines(item, column + 2)
    return [f"{' ' * column}- {first}", *rest]


def key_text(key: str) -> str:
    """Give a key, in quotation marks where it needs them."""
    return written(key, Setting(0, flow=True)) if not is_misread(key) else f"'{key}'"


def flow_text(data: Data) -> str:
    """Give a value in brackets, on one line."""
    match data:
        case Mapping():
            return "{" + ", ".join(f"{key_text(str(key))}: {flow_text(value)}" for key, value in data.items()) + "}"
        case str() | None | bool() | int():
            return written(data, Setting(0, flow=True)) or "''"
        case Sequence():
            return "[" + ", ".join(flow_text(item) for item in data) + "]"
        case _:
            raise TypeError(type(data))
