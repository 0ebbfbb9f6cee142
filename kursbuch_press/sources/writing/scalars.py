"""How one value is written in YAML: in the style it had, and never so that anybody could misread it.

Each way of writing is tried by reading it again; the first that gives the value back is taken.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

import yaml

from kursbuch_press.sources.nodes import Entry, Mapping, Scalar, Sequence
from kursbuch_press.sources.syntax import compose

WIDTH = 110  # as long as the lines of the sources are
NARROWEST = 40
_SLACK = 12

# YAML 1.2 reads these as numbers and truth values; PyYAML knows the rules of YAML 1.1 only. Other programs read either.
_OTHERWISE = re.compile(
    r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?|0o[0-7]+|0x[0-9a-fA-F]+"
    r"|[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN)|[yYnN]|[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+(?:\.[0-9_]*)?"
)
_GAP = re.compile(r"(?<=\S) (?=\S)")
_HEADER = re.compile(r"[|>][-+0-9]*(?: +#[^\r\n]*)?")
_ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t", "\r": "\\r"}


@dataclass(frozen=True, slots=True)
class Setting:
    """Where a value stands: the column of its parent, whether in brackets, whether a block of lines may follow."""

    indent: int
    flow: bool = False
    block: bool = True
    column: int = 0
    """Where the value begins on its line."""


def is_misread(value: str) -> bool:
    """Tell whether a program would take these letters, without quotation marks, for something else than words."""
    return _tag(value) != "tag:yaml.org,2002:str" or bool(_OTHERWISE.fullmatch(value))


@lru_cache(maxsize=1)
def _resolver() -> yaml.SafeLoader:
    return yaml.SafeLoader("")


def _tag(value: str) -> str:
    return str(_resolver().resolve(yaml.ScalarNode, value, (True, False)))  # type: ignore[no-untyped-call]  # PyYAML has no types here


def _same_kind(old: str, new: str) -> bool:
    """Tell whether a number takes the place of a number, a day that of a day: it goes on without quotation marks."""
    return _tag(old) == _tag(new)


def written(value: str | bool | int | None, setting: Setting) -> str:  # noqa: FBT001 - true is a value here
    """Write a value that was not there before."""
    match value:
        case None:
            return ""
        case bool() | int():
            return str(value).lower()
        case _:
            return _first_true(_fresh(value, setting), value, setting)


def rewritten(old: str, was: str | None, value: str, setting: Setting) -> str:
    """Write a value in the place of ``old``, the source of a value ``was``: in its style where that can say it."""
    return _first_true([*_alike(old, was, value, setting), *_fresh(value, setting)], value, setting)


def _first_true(ways: Iterator[str] | list[str], value: str, setting: Setting) -> str:
    for way in ways:
        if _read(way, setting) == value:
            return way
    raise ValueError(f"no way to write {value!r}")  # two quotation marks can say whatever the reader takes


def _read(way: str, setting: Setting) -> str | None:
    """Read a way of writing again, in surroundings like those it will have."""
    tree = compose(f"[{way}, x]" if setting.flow else f"k: {way}\n", "")
    match tree.root:
        case Sequence(items=(Scalar(value=value), Scalar(value="x"))) if setting.flow and not tree.problems:
            return value
        case Mapping(entries={"k": Entry(value=Scalar(value=value)), **others}) if not (
            setting.flow or others or tree.problems
        ):
            return value
        case _:
            return None


def _fresh(value: str, setting: Setting) -> Iterator[str]:
    """Give the ways to write a value, the plainest first."""
    fits = setting.column + len(value) <= WIDTH
    blocks = setting.block and not setting.flow
    if "\n" in value and blocks and not value.endswith("\n\n"):
        yield _literal(value, setting)
    elif not fits and blocks:
        yield _folded(_header(value), _wrapped(_GAP.split(value), WIDTH - setting.indent - 2), setting)
    if not is_misread(value):
        yield value
    yield _single(value)
    yield _double(value)


def _alike(old: str, was: str | None, value: str, setting: Setting) -> Iterator[str]:
    """Give the ways in the style of the old source."""
    if "+" in old.partition("\n")[0].partition("#")[0]:
        return
    match old[:1]:
        case ">" if "\n" not in value.rstrip("\n"):
            yield from _refolded(old, value, setting)
        case "|" if not value.endswith("\n\n"):
            yield _literal(value, setting, old)
        case "'" if "\n" not in old and setting.column + len(value) <= WIDTH:
            yield _single(value)
        case '"' if "\n" not in old and setting.column + len(value) <= WIDTH:
            yield _double(value)
        case _ if was and is_misread(was) and _same_kind(was, value):
            yield value
        case _:
            pass


def _single(value: str) -> str:
    return "'" + value.replace("'", "''") + "'"


def _double(value: str) -> str:
    return '"' + "".join(_ESCAPES.get(letter, letter) for letter in value) + '"'


def _header(value: str, old: str = "", sign: str = ">") -> str:
    """Give the first line of a block; the old one, with its comment, if it says the same about the end of the value."""
    chomping = "-" if not value.endswith("\n") else "" if not value.endswith("\n\n") else "+"
    match = _HEADER.match(old)
    if match and not re.search(r"[0-9]", match[0].partition("#")[0]):
        has = "-" if "-" in match[0].partition("#")[0] else "+" if "+" in match[0].partition("#")[0] else ""
        if has == chomping:
            return match[0]
    return sign + chomping


def _literal(value: str, setting: Setting, old: str = "") -> str:
    pad = " " * _indent(old, setting)
    lines = value.removesuffix("\n").split("\n")
    return "\n".join([_header(value, old, "|"), *(pad + line if line else "" for line in lines)])


def _indent(old: str, setting: Setting) -> int:
    """Give the indent of the lines of a block: that of the old one, or two more than its parent."""
    lines = [line for line in old.split("\n")[1:] if line.strip()]
    return len(lines[0]) - len(lines[0].lstrip(" ")) if lines else setting.indent + 2


def _folded(header: str, lines: list[str], setting: Setting, old: str = "") -> str:
    pad = " " * _indent(old, setting)
    return "\n".join([header, *(pad + line for line in lines)])


def _refolded(old: str, value: str, setting: Setting) -> Iterator[str]:
    """Wrap again only the lines between the first and the last that changed, then, if that fails, all of them."""
    header = _header(value, old)
    indent = _indent(old, setting)
    lines = [line[indent:] for line in old.split("\n")[1:]]
    room = max([min(WIDTH - indent, max(map(len, lines), default=0)), NARROWEST])
    words = _GAP.split(value.rstrip("\n"))
    if all(lines) and not any(line.startswith(" ") for line in lines):
        yield _folded(header, _between([_GAP.split(line) for line in lines], words, room), setting, old)
    yield _folded(header, _wrapped(words, room), setting, old)


def _between(lines: list[list[str]], words: list[str], room: int) -> list[str]:
    """Keep the lines before and behind a change as they are."""
    before, at = 0, 0
    while before < len(lines) and words[at : at + len(lines[before])] == lines[before]:
        at += len(lines[before])
        before += 1
    after, end = len(lines), len(words)
    while after > before and end - len(lines[after - 1]) >= at and words[end - len(lines[after - 1]) : end] == lines[after - 1]:
        end -= len(lines[after - 1])
        after -= 1
    kept = [" ".join(line) for line in lines]
    middle = _wrapped(words[at:end], room)
    if len(middle) > after - before:  # rather a line that is a little longer than one of a single word
        wider = _wrapped(words[at:end], room + _SLACK)
        middle = wider if len(wider) <= after - before else middle
    return [*kept[:before], *middle, *kept[after:]]


def _wrapped(words: list[str], room: int) -> list[str]:
    lines: list[str] = []
    for word in words:
        if lines and len(lines[-1]) + 1 + len(word) <= room:
            lines[-1] += " " + word
        else:
            lines.append(word)
    return lines
