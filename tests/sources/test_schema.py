"""The schemas describe every key in German and accept what read_book accepts."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from kursbuch_press.sources import schemas, write_schema

ROOT = Path(__file__).parents[2]
SOURCES = ROOT / "sources"
NAMES = {"kursbuch": "edition", "imprint": "imprint", "glossary": "glossary", "literature": "literature"}
FILES = [*(SOURCES / f"{name}.yaml" for name in NAMES), *sorted((SOURCES / "chapters").glob("*.yaml"))]


class Core(yaml.SafeLoader):
    """YAML 1.2 core, as language servers read it: no dates, no octal numbers, no yes and no."""

    yaml_implicit_resolvers: dict[str, Any] = {}  # noqa: RUF012 - PyYAML's own way


Core.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile("^(true|True|TRUE|false|False|FALSE)$"), list("tTfF"))
Core.add_implicit_resolver("tag:yaml.org,2002:null", re.compile("^(~|null|Null|NULL|)$"), ["~", "n", "N", ""])
Core.add_implicit_resolver("tag:yaml.org,2002:int", re.compile("^[-+]?[0-9]+$"), list("-+0123456789"))
Core.add_implicit_resolver("tag:yaml.org,2002:float", re.compile(r"^[-+]?[0-9]+\.[0-9]+$"), list("-+0123456789"))


def keys_of(schema: object, path: str = "") -> Iterator[tuple[str, dict[str, Any]]]:
    """Give every key that a schema allows, with its place."""
    if isinstance(schema, list):
        for item in schema:
            yield from keys_of(item, path)
    if isinstance(schema, dict):
        for name, below in schema.items():
            if name == "properties":
                yield from ((f"{path}/{key}", value) for key, value in below.items())
            yield from keys_of(below, f"{path}/{name}")


@pytest.mark.parametrize("name", list(schemas()))
def test_every_key_has_a_description(name: str) -> None:
    keys = dict(keys_of(schemas()[name]))
    assert keys
    assert [path for path, key in keys.items() if not key.get("description")] == []


def test_no_english_docstring_is_in_a_schema() -> None:
    assert not [word for word in (" the ", " of a ", "How ") if word in json.dumps(schemas(), ensure_ascii=False)]


def test_the_schemas_beside_the_sources_are_up_to_date(tmp_path: Path) -> None:
    for path in write_schema(tmp_path):
        there = (SOURCES / "schema" / path.name).read_text(encoding="utf-8")
        assert path.read_text(encoding="utf-8") == there, "python3 build.py schema writes it anew"


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_file_points_to_its_schema(path: Path) -> None:
    name = NAMES.get(path.stem, "chapter") if path.parent == SOURCES else "chapter"
    folder = "schema" if path.parent == SOURCES else "../schema"
    first = path.read_text(encoding="utf-8").partition("\n")[0]
    assert first == f"# yaml-language-server: $schema={folder}/{name}.json"


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_file_follows_its_schema(path: Path) -> None:
    jsonschema = pytest.importorskip("jsonschema")
    name = NAMES.get(path.stem, "chapter") if path.parent == SOURCES else "chapter"
    data = yaml.load(path.read_text(encoding="utf-8"), Loader=Core)  # noqa: S506 - a SafeLoader with fewer types
    jsonschema.Draft7Validator.check_schema(schemas()[name])
    errors = [error.message for error in jsonschema.Draft7Validator(schemas()[name]).iter_errors(data)]
    assert errors == []


def test_a_schema_refuses_what_the_press_refuses() -> None:
    jsonschema = pytest.importorskip("jsonschema")
    validator = jsonschema.Draft7Validator(schemas()["chapter"])
    block = {"id": "a", "text": "Ein Absatz."}
    chapter = {"id": "kapitel", "kind": "chapter", "title": "Titel", "blocks": [block]}
    assert validator.is_valid(chapter)
    for wrong in (
        {**block, "farbe": "rot"},
        {**block, "kind": "tabel"},
        {"id": "A B", "text": "x"},
        {"id": "a"},
    ):
        assert not validator.is_valid({**chapter, "blocks": [wrong]})
