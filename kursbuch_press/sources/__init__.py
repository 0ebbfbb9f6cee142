"""YAML <-> data: the only room that reads and writes YAML (of layouts/ too), with a place for each key."""

from __future__ import annotations

from kursbuch_press.sources.files import read_source
from kursbuch_press.sources.layouts import key_places, place_in_layout, read_layout
from kursbuch_press.sources.reading import Reading, read_book
from kursbuch_press.sources.schema import schemas, write_schema

__all__ = ["Reading", "key_places", "place_in_layout", "read_book", "read_layout", "read_source", "schemas", "write_schema"]
