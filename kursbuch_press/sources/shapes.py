"""The content model as the reader sees it: which value is a text, a list, a record, or one of several kinds.

The model classes are the only place where this is written; the shapes are derived from their annotations.
"""

from __future__ import annotations

import dataclasses
import types
from dataclasses import dataclass
from typing import Annotated, Any, Union, get_args, get_origin, get_type_hints

from pydantic import BaseModel, Discriminator, Tag

from kursbuch_press.book.texts import Text


@dataclass(frozen=True, slots=True)
class Word:
    """A single value that is no text of the book: an id, a name, a number, a choice."""


@dataclass(frozen=True, slots=True)
class Prose:
    """A text of the book with its marks."""


@dataclass(frozen=True, slots=True)
class Many:
    """A list of things of one shape."""

    item: Shape


@dataclass(frozen=True, slots=True)
class Named:
    """A mapping from free names to things of one shape."""

    value: Shape


@dataclass(frozen=True, slots=True)
class One:
    """A record of the content model; its fields are asked for with ``fields_of``, since lists hold lists."""

    model: type[object]


@dataclass(frozen=True, slots=True)
class Choice:
    """One of several records, told apart by ``kind``; ``default`` is what a record without it is."""

    kinds: tuple[tuple[str, One], ...]
    default: str

    def of(self, kind: str) -> One | None:
        """Give the record of a kind, or None."""
        return dict(self.kinds).get(kind or self.default)


Shape = Word | Prose | Many | Named | One | Choice


_FIELDS: dict[object, dict[str, Shape]] = {}


def fields_of(model: type[object]) -> dict[str, Shape]:
    """Give the keys of a record with the shape of what they hold; looked up once for each model."""
    if model not in _FIELDS:
        _FIELDS[model] = _fields(model)
    return _FIELDS[model]


def _fields(model: type[object]) -> dict[str, Shape]:
    if issubclass(model, BaseModel):
        return {name: _shape(field.annotation, *field.metadata) for name, field in model.model_fields.items()}
    record: Any = model
    hints = get_type_hints(record, include_extras=True)
    return {field.name: _shape(hints[field.name]) for field in dataclasses.fields(record)}


def shape_of(annotation: object) -> Shape:
    """Give the shape of a model class or of an annotation such as ``Block``."""
    return _shape(annotation)


def _shape(annotation: object, *metadata: object) -> Shape:  # noqa: PLR0911 - one line for each shape
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        return _shape(arguments[0], *arguments[1:], *metadata)
    if origin is Union or origin is types.UnionType:
        return _union(arguments, metadata)
    if origin in {tuple, list}:
        return Many(_shape(arguments[0]))
    if origin is dict:
        return Named(_shape(arguments[1]))
    if annotation is Text:
        return Prose()
    if isinstance(annotation, type) and (issubclass(annotation, BaseModel) or dataclasses.is_dataclass(annotation)):
        return One(annotation)
    return Word()


def _union(members: tuple[Any, ...], metadata: tuple[Any, ...]) -> Shape:
    discriminator = next((item.discriminator for item in metadata if isinstance(item, Discriminator)), None)
    if callable(discriminator):
        kinds = tuple((_tag(member), One(get_args(member)[0])) for member in members)
        return Choice(kinds, str(discriminator({})))
    present = [member for member in members if member is not types.NoneType]
    return _shape(present[0]) if len(present) == 1 else Word()


def _tag(member: object) -> str:
    return next(item.tag for item in get_args(member)[1:] if isinstance(item, Tag))


def description_of(model: type[object] | None, key: str) -> str:
    """Give what the model says about a key, for editors; empty if it says nothing."""
    if model is None or not issubclass(model, BaseModel) or key not in model.model_fields:
        return ""
    return model.model_fields[key].description or ""


def is_required(model: type[object], key: str) -> bool:
    """Tell whether a record needs a key."""
    return issubclass(model, BaseModel) and model.model_fields[key].is_required()
