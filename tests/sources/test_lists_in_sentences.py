"""Sentences that are put together from parts: each is made with none, one and many, and reads well."""

from __future__ import annotations

import inspect
import re
from collections.abc import Callable, Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

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


@pytest.mark.parametrize("name", [each for each in SENTENCES if not each.endswith((".nearest", ".listed", ".perhaps"))])
def test_a_sentence_reads_well_with_none_one_and_many(name: str) -> None:
    for parts in ([], ["worte"], ["eins", "zwei"], [f"ding-{number}" for number in range(40)]):
        if not parts and name.rpartition(".")[2] in _NEVER_EMPTY:
            continue
        for sentence in _said(SENTENCES[name], parts):
            assert not _ODD.search(sentence), f"with {len(parts)} parts: {sentence!r}"


def test_every_room_that_lists_something_is_looked_at() -> None:
    assert {name.partition(".")[0] for name in SENTENCES} >= {"merge", "sources"}
    assert Path(inspect.getfile(SENTENCES["sources.wording.books.unknown_chapter"])).name == "books.py"
