"""Pydantic's errors as problems: with the exact place, the address, and a German sentence and hint from ``wording``."""

from __future__ import annotations

import re
from typing import NamedTuple

from pydantic_core import ErrorDetails

from kursbuch_press.book.addresses import address
from kursbuch_press.problems import Place, Problem
from kursbuch_press.sources import wording
from kursbuch_press.sources.nodes import Mapping, Node, Scalar, Sequence, child, text_of
from kursbuch_press.sources.shapes import description_of, fields_of
from kursbuch_press.sources.survey import Survey

MAX_PROBLEMS = 100  # of one file; the hundred-and-first tells an editor nothing new


class _Spot(NamedTuple):
    """What an error is about: the nearest node, its key if it has one, the record around it, and keys that are not there."""

    node: Node
    key: Scalar | None
    record: Mapping | None
    rest: tuple[int | str, ...]


def explain(errors: list[ErrorDetails], survey: Survey) -> list[Problem]:
    """Explain the errors of one file, the first hundred of them."""
    problems = [
        _problem(error, (*error["loc"], *way), survey)
        for error in errors[:MAX_PROBLEMS]
        for way in error.get("ctx", {}).get("at", ((),))  # our models say which rows or items of a list are wrong
    ]
    if len(errors) > MAX_PROBLEMS:
        words = wording.more_problems(len(errors) - MAX_PROBLEMS)
        problems.append(Problem(Place(survey.source.file), *words, rule="more"))
    return problems


def _problem(error: ErrorDetails, loc: tuple[int | str, ...], survey: Survey) -> Problem:
    spot = _locate(loc, survey)
    mark = spot.key.start if error["type"] == "extra_forbidden" and spot.key else spot.node.start
    place = Place(survey.source.file, mark.line, mark.column)
    message, hint = _words(error, spot, survey)
    return Problem(place, message, hint, _address(spot, survey), rule=wording.rule_of(error["type"]))


def _locate(loc: tuple[int | str, ...], survey: Survey) -> _Spot:
    """Follow pydantic's path through the tree. It names the kind of a tagged record, which the tree does not."""
    spot = _Spot(survey.root, None, None, loc)
    while True:
        node, rest = spot.node, spot.rest
        if isinstance(node, Mapping):
            seen = survey.seen.get(id(node))
            spot = spot._replace(record=node)
            if seen and seen.tagged and rest:
                rest = rest[1:]
        following = _step(node, rest[0]) if rest else None
        if following is None:
            return spot._replace(rest=rest)
        spot = following._replace(key=following.key or spot.key, record=spot.record, rest=rest[1:])


def _step(node: Node, part: int | str) -> _Spot | None:
    if isinstance(node, Mapping) and part in node.entries:
        entry = node.entries[str(part)]
        return _Spot(entry.value, entry.key, None, ())
    if isinstance(node, Sequence) and isinstance(part, int) and part < len(node.items):
        return _Spot(node.items[part], None, None, ())
    return None


def _key(spot: _Spot) -> str:
    """Give the key that an error is about: one that is not there, or the one that was followed last."""
    absent = next((part for part in spot.rest if isinstance(part, str)), "") if spot.node is spot.record else ""
    return absent or (spot.key.value if spot.key and spot.key.value else "")


def _address(spot: _Spot, survey: Survey) -> str:
    seen = survey.seen.get(id(spot.record)) if spot.record is not None else None
    if seen is None:
        return ""
    return address(seen.address, _key(spot) if spot.rest or spot.node is not spot.record else "")


def _words(error: ErrorDetails, spot: _Spot, survey: Survey) -> wording.Words:
    seen = survey.seen.get(id(spot.record)) if spot.record is not None else None
    model = seen.model if seen else None
    key = _key(spot)
    match error["type"]:
        case "missing":
            return wording.missing_key(key, description_of(model, key))
        case "extra_forbidden":
            return wording.unknown_key(key, list(fields_of(model)) if model else [])
        case "union_tag_invalid" | "union_tag_not_found":
            return _unknown_kind(error, spot, key)
        case _ if isinstance(spot.node, Scalar) and spot.node.value is None and not wording.is_ours(error["type"]):
            return wording.no_value(key)
        case _:
            return wording.wrong_value(error, key, text_of(spot.node), _what(spot.node))


def _unknown_kind(error: ErrorDetails, spot: _Spot, key: str) -> wording.Words:
    if not isinstance(spot.node, Mapping):
        return wording.wrong_type("model_type", key, _what(spot.node))
    kinds = re.findall(r"'([^']*)'", str(error.get("ctx", {}).get("expected_tags", "")))
    return wording.unknown_kind(text_of(child(spot.node, "kind")), kinds)


def _what(node: Node) -> str:
    match node:
        case Scalar(value=None):
            return "nichts"
        case Scalar():
            return f"der Wert „{wording.short(node.value or '')}“"
        case Sequence():
            return "eine Liste"
        case Mapping():
            return "eine Reihe von Schlüsseln"
