"""Jobs and what they make: one job writes one file of dist/."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kursbuch_press.press.progress import Told
    from kursbuch_press.press.workshop import Workshop
    from kursbuch_press.problems import Problem


@dataclass(frozen=True, slots=True)
class Made:
    """A finished file: its bytes, how many pages it has (0 where pages mean nothing), and what is to be said of it.

    ``path`` is its name in dist/ where that is not the job's own; ``beside`` are files that come with it (reports), ``copies``
    other names under which it is put as well, ``gone`` names of files that must not stay beside it, and ``verdict`` what the
    manifest says of it. ``drafts`` are snapshots by the ids of their drafts, to be kept in drafts/.
    """

    content: bytes = field(repr=False)
    pages: int = 0
    problems: tuple[Problem, ...] = ()
    path: str = ""
    beside: Mapping[str, bytes] = field(default_factory=dict, repr=False)
    copies: tuple[str, ...] = ()
    gone: tuple[str, ...] = ()
    verdict: Mapping[str, bool] = field(default_factory=dict)
    drafts: Mapping[str, bytes] = field(default_factory=dict, repr=False)


@dataclass(frozen=True, slots=True)
class Job:
    """One file to be made; ``path`` is relative to dist/. ``make`` runs in a process of its own and may take long."""

    path: str
    make: Callable[[Told], Made] = field(repr=False)


@dataclass(frozen=True, slots=True)
class Product:
    """A kind of file that the press makes: its name on the command line, its title for people, and its jobs.

    ``layouts`` names what in layouts/ it is made from, for the manifest. ``needs`` are products whose finished files it is
    made from; they are made first.
    """

    name: str
    title: str
    layouts: tuple[str, ...]
    jobs: Callable[[Workshop], Iterable[Job]] = field(repr=False)
    paths: Callable[[Workshop], Iterable[str]] = field(repr=False)
    needs: tuple[str, ...] = ()
