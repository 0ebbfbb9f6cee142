"""What a merge finds: changes that can be accepted, conflicts that an editor decides, comments, and what has no place."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from hashlib import sha256

from kursbuch_press.returns.returned import Comment, Ledger, Refused, Unplaced


@dataclass(frozen=True, slots=True, order=True)
class Who:
    """Somebody who wants something: the name, the day (ISO 8601, or empty), the file it came in, and whether it was tracked."""

    name: str
    day: str = ""
    file: str = ""
    tracked: bool = True


@dataclass(frozen=True, slots=True)
class Splice:
    """Other letters in today's text at an address; an empty text that is not there yet is a text as well."""

    address: str
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Insert:
    """A new record ``behind`` (or ``before``) one with that id in its list, or first in the list ``key`` of it (``inside``)."""

    chapter: str
    anchor: str
    record: Mapping[str, object]
    where: str = "behind"
    key: str = "items"
    rank: int = 0


@dataclass(frozen=True, slots=True)
class Delete:
    """A record that goes, with all that is in it; or one ``column`` of a table, with its cells."""

    chapter: str
    id: str
    column: str = ""


@dataclass(frozen=True, slots=True)
class Move:
    """A record that is to stand ``behind`` (or ``before``) another one."""

    chapter: str
    id: str
    anchor: str
    where: str = "behind"


Operation = Splice | Insert | Delete | Move


@dataclass(frozen=True, slots=True)
class Change:
    """Something that can be accepted as it is. ``before`` and ``after`` show the text in our Markdown; either may be empty."""

    chapter: str
    address: str
    kind: str
    before: str
    after: str
    who: tuple[Who, ...]
    operations: tuple[Operation, ...]
    certain: bool = True
    number: int = 0

    @property
    def id(self) -> str:
        """A name that the change has in every order of the returns."""
        return _digest(self.chapter, self.address, self.kind, self.before, self.after, self.operations)


@dataclass(frozen=True, slots=True)
class Version:
    """One of the ways out of a conflict; without operations the sources stay as they are, or it is to be typed by hand."""

    text: str
    who: tuple[Who, ...]
    operations: tuple[Operation, ...] = ()


@dataclass(frozen=True, slots=True)
class Conflict:
    """Something that the press never decides. ``reason`` is a sentence in German.

    ``before`` and ``behind`` are the words around the place, ``sources`` what stands there today. ``place`` is what an
    editor's own words replace; None where they have to be typed into the sources.
    """

    chapter: str
    address: str
    reason: str
    sources: str
    versions: tuple[Version, ...]
    before: str = ""
    behind: str = ""
    place: Splice | None = None
    number: int = 0

    @property
    def id(self) -> str:
        """A name that the conflict has in every order of the returns."""
        told = tuple((version.text, version.operations) for version in self.versions)
        return _digest(self.chapter, self.address, self.reason, self.sources, told)

    @property
    def keys(self) -> tuple[str, ...]:
        """Names of its versions that they keep when the sources change, so that what was decided is not asked again.

        One for each: when one version has been taken into the sources, the others alone disagree with them.
        """
        return tuple(_digest(self.address, version.text.strip()) for version in self.versions)


@dataclass(frozen=True, slots=True)
class Received:
    """A return as the report lists it."""

    file: str
    digest: str
    draft: str
    names: tuple[str, ...]
    ledger: Ledger
    notices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Outcome:
    """Everything that some returns want. ``notes`` are the new footnotes by chapter and id, which follow their calls."""

    changes: tuple[Change, ...]
    conflicts: tuple[Conflict, ...]
    comments: tuple[tuple[str, Comment], ...]
    unplaced: tuple[tuple[str, Unplaced], ...]
    refused: tuple[tuple[str, Refused], ...]
    received: tuple[Received, ...]
    notes: Mapping[tuple[str, str], str] = field(default_factory=dict)
    settled: int = 0
    """How many changes the sources have already."""


def _digest(*told: object) -> str:
    return sha256(repr(told).encode()).hexdigest()[:8]
