"""Pydantic's errors as problems: with the exact place, the address, and a German sentence and hint."""

from __future__ import annotations

import re
from typing import NamedTuple

from pydantic_core import ErrorDetails

from kursbuch_press.book.addresses import address
from kursbuch_press.problems import Place, Problem
from kursbuch_press.sources.lookalikes import has_hard_space, is_quoted_as_typed, list_sign
from kursbuch_press.sources.nodes import Mapping, Node, Scalar, Sequence, child, scalar_text
from kursbuch_press.sources.shapes import Many, One, description_of, fields_of, is_required
from kursbuch_press.sources.survey import Survey
from kursbuch_press.sources.wording import syntax as of_syntax
from kursbuch_press.sources.wording import values as wording
from kursbuch_press.sources.wording.words import Words

_OF_KEYS = {"extra_forbidden", "composite"}  # errors of what stands before the colon
MAX_ERRORS = 200  # of one file; explaining looks for what is similar, which costs time


class _Subject(NamedTuple):
    """What an error is about: the nearest node, its key, the record around it, and what is not there."""

    node: Node
    key: Scalar | None
    record: Mapping | None
    rest: tuple[int | str, ...]
    is_item: bool = False


def explain(errors: list[ErrorDetails], survey: Survey) -> list[Problem]:
    """Explain the errors of one file, the first of them if they are very many."""
    return [
        _problem(error, spot, survey)
        for error in errors[:MAX_ERRORS]
        for way in error.get("ctx", {}).get("at", ((),))  # our models say which rows or items of a list are wrong
        for spot in [_locate((*error["loc"], *way), survey)]
        if not _follows_from_another(error, spot, survey)
    ]


def _follows_from_another(error: ErrorDetails, spot: _Subject, survey: Survey) -> bool:
    """Tell whether an error only repeats one: a list is "too short" without its wrong items."""
    if error["type"] == "too_short" and isinstance(spot.node, Sequence):
        return len(spot.node.items) >= int(error.get("ctx", {}).get("min_length", 0))
    seen = survey.seen.get(id(spot.record)) if spot.record is not None else None
    return seen is not None and seen.model is None


def _problem(error: ErrorDetails, spot: _Subject, survey: Survey) -> Problem:
    mark = spot.key.start if error["type"] in _OF_KEYS and spot.key else spot.node.start
    place = Place(survey.source.file, mark.line, mark.column)
    message, hint = _words(error, spot, survey)
    return Problem(place, message, hint, _address(spot, survey), rule=wording.rule_of(error["type"]))


def _locate(loc: tuple[int | str, ...], survey: Survey) -> _Subject:
    """Follow pydantic's path through the tree; it adds the kind of tagged records."""
    spot = _Subject(survey.root, None, None, loc)
    while True:
        node, rest = spot.node, spot.rest
        if isinstance(node, Mapping):
            seen = survey.seen.get(id(node))
            if seen:
                spot = spot._replace(record=node)
                rest = rest[1:] if seen.tagged else rest
        following = _step(node, rest[0]) if rest else None
        if following is None:
            return spot._replace(rest=rest)
        spot = following._replace(key=following.key or spot.key, record=spot.record, rest=rest[1:])


def _step(node: Node, part: int | str) -> _Subject | None:
    if isinstance(node, Mapping) and part in node.entries:
        entry = node.entries[str(part)]
        return _Subject(entry.value, entry.key, None, ())
    if isinstance(node, Sequence) and isinstance(part, int) and part < len(node.items):
        return _Subject(node.items[part], None, None, (), is_item=True)
    return None


def _key(spot: _Subject) -> str:
    """Give the key that an error is about: one that is not there, or the one that was followed last."""
    absent = next((part for part in spot.rest if isinstance(part, str)), "") if spot.node is spot.record else ""
    return absent or (spot.key.value if spot.key and spot.key.value else "")


def _address(spot: _Subject, survey: Survey) -> str:
    seen = survey.seen.get(id(spot.record)) if spot.record is not None else None
    if seen is None:
        return ""
    return address(seen.address, _key(spot) if spot.rest or spot.node is not spot.record else "")


def _words(error: ErrorDetails, spot: _Subject, survey: Survey) -> Words:  # noqa: PLR0911 - one for each kind of error
    seen = survey.seen.get(id(spot.record)) if spot.record is not None else None
    model = seen.model if seen else None
    key = _key(spot)
    match error["type"]:
        case "missing" if isinstance(spot.node, Sequence):  # a tuple of fixed length has a name for each of its places
            subject = wording.subject(key, is_item=spot.is_item)
            return wording.too_few(subject, len(spot.node.items), description_of(model, key))
        case "missing":
            return wording.missing_key(key, description_of(model, key), survey.source.file)
        case "extra_forbidden":
            return _unknown_key(key, spot, survey.source.text, model)
        case "union_tag_invalid" | "union_tag_not_found":
            return _unknown_kind(error, spot)
        case "cells" if _split_by_comma(error, spot.node, survey):
            return wording.comma_in_cells(int(error["ctx"]["columns"]), len(_items(spot.node)))
        case _ if isinstance(spot.node, Scalar) and spot.node.value is None and not wording.is_ours(error["type"]):
            return wording.no_value(key, is_item=spot.is_item)
        case "tuple_type" | "list_type" if sign := list_sign(survey.source.text[spot.node.start.index : spot.node.end.index]):
            return of_syntax.bullet(sign)
        case "string_type" | "markup" | "model_type" if _parted_by_colon(spot.node, survey.source.text):
            return wording.typed_quote(wording.subject(key, is_item=spot.is_item))
        case _:
            subject = wording.subject(key, is_item=spot.is_item)
            if error["type"] in {"model_type", "dataclass_type"}:
                return wording.no_record(subject, _what(spot.node), _keys_of(model, key), is_item=spot.is_item)
            return wording.wrong_value(error, subject, scalar_text(spot.node), _what(spot.node))


def _unknown_key(key: str, spot: _Subject, text: str, model: type[object] | None) -> Words:
    if has_hard_space(key):
        return wording.hard_space_in_key(key)
    in_braces = spot.record is not None and text.startswith("{", spot.record.start.index)
    if in_braces and isinstance(spot.node, Scalar) and spot.node.value is None:
        return wording.comma_in_braces(key)
    return wording.unknown_key(key, list(fields_of(model)) if model else [])


def _parted_by_colon(node: Node, text: str) -> bool:
    """Tell whether keys were read where words stand in quotation marks that are none for YAML: „Eins: zwei“."""
    return isinstance(node, Mapping) and is_quoted_as_typed(text[node.start.index : node.start.index + 1])


def _items(node: Node) -> tuple[Node, ...]:
    return node.items if isinstance(node, Sequence) else ()


def _split_by_comma(error: ErrorDetails, node: Node, survey: Survey) -> bool:
    """Tell whether a row in brackets has more cells than the table columns."""
    in_brackets = survey.source.text.startswith("[", node.start.index)
    return in_brackets and len(_items(node)) > int(error.get("ctx", {}).get("columns", 0))


def _keys_of(model: type[object] | None, key: str) -> list[str]:
    """Give the keys of the record that is asked for under a key, or none where several kinds may stand there."""
    shape = fields_of(model).get(key) if model else None
    shape = shape.item if isinstance(shape, Many) else shape
    if not isinstance(shape, One):
        return []
    keys = list(fields_of(shape.model))
    return [name for name in keys if is_required(shape.model, name)] or keys


def _unknown_kind(error: ErrorDetails, spot: _Subject) -> Words:
    if not isinstance(spot.node, Mapping):
        return wording.wrong_type("model_type", wording.subject(_key(spot), is_item=spot.is_item), _what(spot.node))
    kinds = re.findall(r"'([^']*)'", str(error.get("ctx", {}).get("expected_tags", "")))
    return wording.unknown_kind(scalar_text(child(spot.node, "kind")), kinds)


def _what(node: Node) -> str:
    match node:
        case Scalar(value=None):
            return wording.NOTHING
        case Scalar():
            return wording.a_value(node.value or "")
        case Sequence():
            return wording.A_LIST
        case Mapping():
            return wording.KEYS
