"""One walk through a file along the content model: data for pydantic, and everything that has an address.

It looks at broken records too. That is why the rules over the whole book work on what is found here and not
on the validated book: one mistake in a chapter must not hide the others.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from typing import NamedTuple

from kursbuch_press.book import texts
from kursbuch_press.book.addresses import address
from kursbuch_press.book.back_matter import Glossary, Literature
from kursbuch_press.book.blocks import Column, Row, Table
from kursbuch_press.book.record import Identified
from kursbuch_press.book.texts import Text
from kursbuch_press.problems import Place, Problem
from kursbuch_press.sources.files import Source
from kursbuch_press.sources.locating import culprit
from kursbuch_press.sources.nodes import Mapping, Node, Scalar, Sequence, TextPosition, child, data_of, scalar_text
from kursbuch_press.sources.shapes import Choice, Many, Named, One, Prose, Shape, fields_of
from kursbuch_press.sources.wording import syntax as of_syntax
from kursbuch_press.sources.wording import values as wording
from kursbuch_press.sources.wording.words import nearest

MAX_TEXT = 10_000  # characters, four printed pages: longer than any paragraph
MAX_FAULTS = 10  # of one text
_COMMENT = re.compile(r"[ ]+#")
_WORDS = re.compile(r"[A-ZÄÖÜ ]")  # what is printed; ids, numbers and choices have neither


@dataclass(frozen=True, slots=True)
class Found:
    """One value of the file: the field ``field`` of a ``model``, under its address."""

    model: type[object]
    field: str
    address: str
    node: Scalar
    place: Place
    text: Text | None = None

    @property
    def value(self) -> str:
        """The value as it is written, empty if there is none."""
        return self.node.value or ""

    @property
    def chapter(self) -> str:
        """The first part of the address: the chapter, or glossary, literature, edition, imprint."""
        return self.address.partition("/")[0]


@dataclass(frozen=True, slots=True)
class Seen:
    """What a mapping is: its address and its model (None if its kind is unknown).

    ``tagged`` says that pydantic adds the kind of the record to the place of an error in it.
    """

    address: str
    model: type[object] | None = None
    tagged: bool = False


@dataclass(frozen=True, slots=True)
class Survey:
    """What one file holds. ``seen`` is keyed by ``id()`` of the mappings of ``root``, which live as long."""

    source: Source
    root: Node
    data: object
    found: tuple[Found, ...]
    problems: tuple[Problem, ...]
    places: dict[str, Place]
    seen: dict[int, Seen]


class _Whereabouts(NamedTuple):
    """Where the walk is: the chapter, the nearest id in it, and the field."""

    prefix: str
    owner: str = ""
    model: type[object] = Identified
    field: str = ""
    columns: tuple[str, ...] = ()
    tagged: bool = False

    @property
    def address(self) -> str:
        return address(self.prefix, self.owner, self.field)


def survey(source: Source, root: Node, shape: Shape, prefix: str) -> Survey:
    """Walk a file; ``prefix`` is the chapter id, or the name of the file's part of the book."""
    walk = _Walk(source)
    data = walk.value(root, shape, _Whereabouts(prefix))
    return Survey(source, root, data, tuple(walk.found), tuple(walk.problems), walk.places, walk.seen)


@dataclass
class _Walk:
    source: Source
    found: list[Found] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    places: dict[str, Place] = field(default_factory=dict)
    seen: dict[int, Seen] = field(default_factory=dict)

    def value(self, node: Node, shape: Shape, spot: _Whereabouts) -> object:  # noqa: PLR0911 - one for each shape
        """Give the data of a node; where node and shape do not fit, pydantic is to refuse it."""
        match shape, node:
            case Prose(), Scalar(value=str()):
                return self._prose(node, spot)
            case Many(), Sequence():
                return [self.value(item, shape.item, self._nth(spot, at)) for at, item in enumerate(node.items)]
            case Named(), Mapping():
                return {key: self.value(entry.value, shape.value, spot) for key, entry in node.entries.items()}
            case One(), Mapping():
                return self._record(node, shape.model, spot)
            case Choice(), Mapping():
                return self._choice(node, shape, spot)
            case _, Scalar():
                self._add(node, spot)
                return node.value
            case _:
                return data_of(node)

    def _nth(self, spot: _Whereabouts, at: int) -> _Whereabouts:
        """A cell is addressed by the id of its column, other things in a list by an id of their own."""
        if spot.model is Row and spot.field == "cells":
            return spot._replace(field=spot.columns[at] if at < len(spot.columns) else "cells")
        return spot

    def _choice(self, node: Mapping, shape: Choice, spot: _Whereabouts) -> object:
        """Read a record by its kind, or, if that is wrong, as what it is most like, to find all else."""
        kind = scalar_text(child(node, "kind"))
        record, likely = shape.of(kind), _likely(node, shape, kind)
        if record is None or (not kind and likely != shape.default):
            self._report_kind(node, shape, spot, likely)
            record = shape.of(likely) if likely else None
        if record is not None:
            return {**self._record(node, record.model, spot._replace(tagged=True)), "kind": likely}
        self.seen[id(node)] = Seen(address(spot.prefix, scalar_text(child(node, "id")) or spot.owner))
        if isinstance(name := child(node, "id"), Scalar):  # it may be referred to, though we do not know what it is
            self._add(name, _Whereabouts(spot.prefix, scalar_text(name), field="id"))
        return None

    def _report_kind(self, node: Mapping, shape: Choice, spot: _Whereabouts, likely: str) -> None:
        kind = child(node, "kind")
        words = wording.unknown_kind(scalar_text(kind), list(dict(shape.kinds)), likely)
        where = address(spot.prefix, scalar_text(child(node, "id")) if spot.field else "", "kind")
        self.problems.append(Problem(self._place((kind or node).start), *words, address=where, rule="unknown-kind"))

    def _record(self, node: Mapping, model: type[object], spot: _Whereabouts) -> dict[str, object]:
        shapes = fields_of(model)
        inside = self._entered(node, model, spot)
        self.seen[id(node)] = Seen(inside.address, model, spot.tagged)
        self.places.setdefault(inside.address, self._place(node.start))
        data: dict[str, object] = {}
        for key, entry in node.entries.items():
            here = inside._replace(field=key)
            if key in shapes:
                self.places.setdefault(here.address, self._place(entry.value.start))
                data[key] = self.value(entry.value, shapes[key], here)
            else:
                data[key] = data_of(entry.value)
        return data

    def _entered(self, node: Mapping, model: type[object], spot: _Whereabouts) -> _Whereabouts:
        """Give the address inside a record: that of its id, or of its field where it has none."""
        name = scalar_text(child(node, "id")) if "id" in fields_of(model) else ""
        columns = _ids(child(node, "columns")) if model is Table else spot.columns
        if not spot.field:  # the root: its id is the prefix, or it has none
            return spot._replace(model=model, columns=columns, tagged=False)
        if spot.model in {Glossary, Literature}:
            return _Whereabouts(spot.prefix if spot.field == "entries" else spot.field, name, model)
        without_id = spot.owner if "id" in fields_of(model) else address(spot.owner, spot.field)
        owner = name or without_id
        if model is Column:
            owner = address(spot.owner, name)
        return _Whereabouts(spot.prefix, owner, model, columns=columns)

    def _prose(self, node: Scalar, spot: _Whereabouts) -> object:
        source = node.value or ""
        place = self._place(node.start)
        if len(source) > MAX_TEXT:
            words = wording.text_too_long(len(source), MAX_TEXT)
            self.problems.append(Problem(place, *words, address=spot.address, rule="too-long"))
            return Text(source, ())
        text, faults = texts.parse(source)
        alike = Counter(fault.fragment for fault in faults)
        told: Counter[str] = Counter()
        for fault in faults[:MAX_FAULTS]:
            if alike[fault.fragment] == source.count(fault.fragment):  # each of them is a fault
                ordinal = told[fault.fragment]
            else:
                ordinal = culprit(source, fault.fragment) if len(faults) <= MAX_FAULTS else 0
            told[fault.fragment] += 1
            where = self.source.place_in(node, fault.fragment, ordinal)
            self.problems.append(Problem(where, fault.message, fault.hint, spot.address, rule="markup"))
        self._add(node, spot, text)
        return text if source.strip() else source

    def _check_comment(self, node: Scalar, spot: _Whereabouts) -> None:
        """Report a comment behind words without quotation marks: „Raum #3“ would lose its number in silence."""
        begun, rest = self.source.text[node.start.index :], self.source.text[node.end.index :]
        comment = _COMMENT.match(rest)
        if comment and begun[:1] not in {"'", '"', ">", "|"}:
            place = Place(self.source.file, node.end.line, node.end.column + comment.end() - 1)
            self.problems.append(Problem(place, *of_syntax.cut_by_hash(), spot.address, rule="comment"))

    def _add(self, node: Scalar, spot: _Whereabouts, text: Text | None = None) -> None:
        if self.source.file.startswith("sources/") and (text or _WORDS.search(node.value or "")):
            self._check_comment(node, spot)
        place = self._place(node.start)
        self.places.setdefault(spot.address, place)
        self.found.append(Found(spot.model, spot.field, spot.address, node, place, text))

    def _place(self, mark: TextPosition) -> Place:
        return Place(self.source.file, mark.line, mark.column)


def _likely(node: Mapping, shape: Choice, kind: str) -> str:
    """Give the kind that is nearest to a word, or, where there is none, the one that has most of the keys."""
    if kind:
        return kind if shape.of(kind) else nearest(kind, dict(shape.kinds))
    keys = set(node.entries)
    shared = {name: len(keys & set(fields_of(record.model))) for name, record in shape.kinds}
    best = max(shared.values())
    return shape.default if shared.get(shape.default) == best else max(shared, key=shared.__getitem__)


def _ids(columns: Node | None) -> tuple[str, ...]:
    items = columns.items if isinstance(columns, Sequence) else ()
    return tuple(scalar_text(child(item, "id")) for item in items)
