"""Sentences that are put together from parts: each is made with none, one and many, and reads well: a, b und c."""

from __future__ import annotations

import ast
import inspect
import re
from collections.abc import Callable, Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

from kursbuch_press.problems import listed
from tests.shipped import PROJECT

_LIST = re.compile(r"(Sequence|Iterable|list)\[|tuple\[\w+, \.\.\.")
_ODD = re.compile(r": *[;.,)]|: *$|, *,|„“|; *$|, *[.;)]|(?<!\d)0 weitere|^ |  ")
_VALUES: dict[str, object] = {"str": "wort", "int": 2, "bool": True, "float": 2.0}
_NEVER_EMPTY = {"ambiguous", "ambiguous_reference", "unused_entries"}
"""They are said of several things or of at least one; who calls them has looked."""


def _wordings() -> Iterator[str]:
    for path in sorted((PROJECT / "kursbuch_press").rglob("*.py")):
        if "wording" in path.relative_to(PROJECT).as_posix():
            yield path.relative_to(PROJECT).with_suffix("").as_posix().replace("/", ".").removesuffix(".__init__")


def _sentences() -> Iterator[tuple[str, Callable[..., Any]]]:
    for module in _wordings():
        for name, function in inspect.getmembers(import_module(module), inspect.isfunction):
            kinds = [str(each.annotation) for each in inspect.signature(function).parameters.values()]
            if function.__module__ == module and not name.startswith("_") and any(map(_LIST.search, kinds)):
                yield f"{module.removeprefix('kursbuch_press.')}.{name}", function


SENTENCES = dict(_sentences())


def _said(function: Callable[..., Any], parts: list[str]) -> list[str]:
    arguments: dict[str, object] = {}
    for name, parameter in inspect.signature(function).parameters.items():
        kind = str(parameter.annotation)
        arguments[name] = parts if _LIST.search(kind) else "lit" if name == "scheme" else _VALUES[kind.partition(" ")[0]]
    said = function(**arguments)
    return [said] if isinstance(said, str) else list(said)


@pytest.mark.parametrize("name", [each for each in SENTENCES if not each.endswith((".nearest", ".perhaps"))])
def test_a_sentence_reads_well_with_none_one_and_many(name: str) -> None:
    for parts in ([], ["worte"], ["eins", "zwei"], [f"ding-{number}" for number in range(40)]):
        if not parts and name.rpartition(".")[2] in _NEVER_EMPTY:
            continue
        for sentence in _said(SENTENCES[name], parts):
            assert not _ODD.search(sentence), f"with {len(parts)} parts: {sentence!r}"


def test_every_room_that_lists_something_is_looked_at() -> None:
    assert {name.partition(".")[0] for name in SENTENCES} >= {"merge", "sources"}
    assert Path(inspect.getfile(SENTENCES["sources.wording.books.unknown_chapter"])).name == "books.py"


@pytest.mark.parametrize(
    ("count", "said"),
    [(0, ""), (1, "a"), (2, "a oder b"), (3, "a, b oder c"), (4, "a, b, c oder d"), (5, "a, b, c, d oder 1 weitere")],
)
def test_a_list_ends_with_its_word(count: int, said: str) -> None:
    assert listed("abcdefgh"[:count], most=4, last="oder") == said


def test_no_sentence_lists_things_with_commas_alone() -> None:
    """A list goes into a sentence by ``listed``; numbers of pages are written as such, and the product has words of its own."""
    found = [
        f"{path.relative_to(PROJECT)}:{part.lineno}"
        for path in sorted((PROJECT / "kursbuch_press").rglob("*.py"))
        if not {"compose", "cover.py"} & set(path.parts)
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        for part in _parts(node, is_wording="wording" in path.as_posix())
        if isinstance(part, ast.Call) and ast.unparse(part.func) == "', '.join"
    ]
    assert not found


def _parts(node: ast.AST, *, is_wording: bool) -> Iterator[ast.AST]:
    """Give what is put into a sentence: by format, in the wordings also by an f-string."""
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "format":
        yield from (each.value for each in node.keywords if each.arg != "pages")
    elif isinstance(node, ast.JoinedStr) and is_wording:
        yield from (each.value for each in node.values if isinstance(each, ast.FormattedValue))
