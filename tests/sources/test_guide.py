"""docs/writing.md names every key with its description, and its examples are right."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from kursbuch_press.sources import read_book, schemas
from tests.guide import GUIDE, put_examples_into

KEYS = re.compile(r"(<!-- keys: .* -->\n).*(<!-- end of keys -->\n)", re.DOTALL)
FILES = ("chapter", "edition", "imprint", "glossary", "literature", "handouts", "plain-language")


def test_every_key_is_described(accepted: Callable[[Path, str], None]) -> None:
    tables = "".join(line + "\n" for name in FILES for line in _tables(schemas()[name]))
    guide = GUIDE.read_text(encoding="utf-8")
    accepted(GUIDE, KEYS.sub(lambda match: f"{match[1]}\n{tables}\n{match[2]}", guide))


def test_the_examples_are_right(project: Path) -> None:
    put_examples_into(project)
    reading = read_book(project)
    assert reading.problems == ()
    assert reading.book is not None
    shown = {block.kind for block in reading.book.chapters[0].blocks}  # type: ignore[union-attr]
    assert set(_kinds()) - shown == set(), "an example of each under „Bausteine“ in docs/writing.md is written by hand"


def _kinds() -> Iterator[str]:
    blocks = schemas()["chapter"]["definitions"]["Chapter"]["properties"]["blocks"]["items"]["oneOf"]
    for block in blocks:
        definition = schemas()["chapter"]["definitions"][block["$ref"].rpartition("/")[2]]
        yield definition["properties"]["kind"]["const"]


def _tables(schema: dict[str, Any]) -> Iterator[str]:
    definitions = schema.get("definitions", {})
    if "properties" in schema:
        yield from _table(str(schema["title"]), schema, definitions)
    for name, definition in definitions.items():
        if "properties" in definition:
            kind = definition["properties"].get("kind", {}).get("const", "")
            under = " und ".join(f"`{key}`" for key in sorted(_keys_with(schema, f"#/definitions/{name}")))
            yield from _table(f"`kind: {kind}`" if kind else f"Unter {under}", definition, definitions)


def _keys_with(schema: object, reference: str) -> set[str]:
    """Give the keys whose value is or holds a record that a schema refers to."""
    if isinstance(schema, list):
        return {key for item in schema for key in _keys_with(item, reference)}
    if not isinstance(schema, dict):
        return set()
    own = {key for key, value in schema.get("properties", {}).items() if f'"{reference}"' in json.dumps(value)}
    return own | {key for value in schema.values() for key in _keys_with(value, reference)}


def _choices(about: dict[str, Any], definitions: dict[str, Any]) -> list[str]:
    """Give the words that a key may have, if its description does not name them all."""
    words = definitions.get(about.get("$ref", "").rpartition("/")[2], about).get("enum", [])
    return [] if all(word in about["description"] for word in words) else words


def _table(title: str, schema: dict[str, Any], definitions: dict[str, Any]) -> Iterator[str]:
    yield from (f"### {title}", "", "| Schlüssel | Bedeutung |", "|---|---|")
    for key, about in schema["properties"].items():
        star = "\\*" if key in schema.get("required", ()) else ""
        meaning = "Kennung" if key == "id" else about["description"]
        words = _choices(about, definitions)
        listed = f" Möglich: {', '.join(f'`{word}`' for word in words)}." if words else ""
        yield f"| `{key}`{star} | {meaning}{listed} |"
    yield ""
