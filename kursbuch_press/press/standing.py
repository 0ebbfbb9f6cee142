"""How the files in dist/ stand: up to date, or why not."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from kursbuch_press.press import dist
from kursbuch_press.press.composing import manuscript
from kursbuch_press.press.inputs import found
from kursbuch_press.press.jobs import Product
from kursbuch_press.press.products import PRODUCTS
from kursbuch_press.press.project import Project

_IN_DIST = "dist/"


class State(StrEnum):
    """How one file stands."""

    CURRENT = "current"
    OUTDATED = "outdated"
    MISSING = "missing"


@dataclass(frozen=True, slots=True)
class Standing:
    """A file of dist/: how it stands, and the inputs that are not what they were."""

    path: str
    state: State
    changed: tuple[str, ...] = ()


class Stock:
    """What lies in dist/, held against what it was made from; each input is looked up once."""

    def __init__(self, project: Project) -> None:
        """Read the manifest."""
        self._project = project
        self._found: dict[str, str] = {}
        self._standing: dict[str, Standing] = {}

    @cached_property
    def _entries(self) -> Mapping[str, dist.Entry]:
        return dist.read_manifest(self._project.dist)

    def standing(self, path: str) -> Standing:
        """Say how a file stands; one that is made from a finished file stands no better than that."""
        if path not in self._standing:
            self._standing[path] = self._judged(path)
        return self._standing[path]

    def _judged(self, path: str) -> Standing:
        entry = self._entries.get(path)
        if entry is None or not (self._project.dist / path).is_file():
            return Standing(path, State.MISSING)
        changed = tuple(name for name, before in entry.inputs.items() if not self._is(name, before))
        content = (self._project.dist / path).read_bytes()
        if hashlib.sha256(content).hexdigest() != entry.sha256:
            changed = (*changed, f"{_IN_DIST}{path}")
        return Standing(path, State.OUTDATED if changed else State.CURRENT, changed)

    def _is(self, name: str, before: str) -> bool:
        if name not in self._found:
            self._found[name] = found(self._project, name)
        if self._found[name] != before:
            return False
        return not name.startswith(_IN_DIST) or self.standing(name.removeprefix(_IN_DIST)).state is State.CURRENT


def standing(project: Project) -> Iterator[tuple[Product, list[Standing]]]:
    """Give every product, and how each of its files stands."""
    stock = Stock(project)
    for product in PRODUCTS:
        yield product, [stock.standing(path) for path in product.paths(manuscript(project))]
