"""JSON Schemas of the source files, from the content model, so that editors complete keys and explain them.

Draft-07 is what the YAML language server understands best. The schemas allow what ``read_book`` allows: a
number where a text is asked for (``year: 2014``), since every value is read as it is written.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from kursbuch_press.sources.handouts import HANDOUTS, PLAIN_LANGUAGE, TRANSLATION
from kursbuch_press.sources.reading import EDITION, GLOSSARY, IMPRINT, LITERATURE, adapter, chapter_part
from kursbuch_press.sources.wording.files import SCHEMA_TITLES

Schema = dict[str, Any]

_PARTS = {
    "edition": EDITION,
    "imprint": IMPRINT,
    "glossary": GLOSSARY,
    "literature": LITERATURE,
    "handouts": HANDOUTS,
    "plain-language": PLAIN_LANGUAGE,
    "translation": TRANSLATION,
    "chapter": chapter_part(""),
}


def schemas() -> dict[str, Schema]:
    """Give the schema of each kind of file by its name."""
    return {name: _schema(part.model, SCHEMA_TITLES[name]) for name, part in _PARTS.items()}


def write_schema(folder: Path) -> list[Path]:
    """Write the schemas as NAME.json into a folder; the same model gives the same bytes."""
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    for name, schema in schemas().items():
        path = folder / f"{name}.json"
        path.write_text(json.dumps(schema, ensure_ascii=False, indent=2, sort_keys=True) + "\n", encoding="utf-8")
        written.append(path)
    return written


def _schema(model: object, title: str) -> Schema:
    raw = adapter(model).json_schema(ref_template="#/definitions/{model}")
    raw["definitions"] = {name: _definition(raw_one) for name, raw_one in raw.pop("$defs", {}).items()}
    cleaned = _cleaned(_definition(raw))
    return {"$schema": "http://json-schema.org/draft-07/schema#", **cleaned, "title": title}


def _definition(raw: Schema) -> Schema:
    """Take away the English docstring; what a record is for says the description of its ``kind``."""
    described = {key: value for key, value in raw.items() if key != "description"}
    kind = raw.get("properties", {}).get("kind", {})
    return {**described, "description": kind["description"]} if "description" in kind else described


def _cleaned(raw: Any, *, names: bool = False) -> Any:  # noqa: ANN401 - any part of a JSON text
    """Clean a schema and all below it; ``names`` says that the keys here are keys of the book."""
    if isinstance(raw, list):
        return [_cleaned(item) for item in raw]
    if not isinstance(raw, dict):
        return raw
    if names:
        return {key: _cleaned(value) for key, value in raw.items()}
    kept = {key: value for key, value in raw.items() if key not in {"title", "discriminator"}}
    if "default" in kept and kept["default"] is None:
        del kept["default"]
    cleaned = {
        key: value if key == "default" else _cleaned(value, names=key in {"properties", "definitions"})
        for key, value in kept.items()
    }
    return _as_read(_without_null(cleaned))


def _without_null(schema: Schema) -> Schema:
    """Write "a text or nothing" as a list of types; language servers show that better than alternatives."""
    choices = schema.get("anyOf", [])
    present = [choice for choice in choices if choice != {"type": "null"}]
    if len(choices) != 2 or len(present) != 1 or "type" not in present[0]:  # noqa: PLR2004 - a value or nothing: two choices
        return schema
    types = present[0]["type"]
    others = {key: value for key, value in schema.items() if key != "anyOf"}
    return {**present[0], **others, "type": [*(types if isinstance(types, list) else [types]), "null"]}


def _as_read(schema: Schema) -> Schema:
    """Allow a number where any text is allowed."""
    if schema.get("type") == "string" and not schema.keys() & {"enum", "const", "pattern", "format"}:
        return {**schema, "type": ["string", "number"]}
    return schema
