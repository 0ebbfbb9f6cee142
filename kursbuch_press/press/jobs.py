"""Jobs and what they make: one job writes one file of dist/."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from kursbuch_press.press.project import Project
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
class Order:
    """One file that is wanted: of which project, its path in dist/, and the finished files that it is to be made from.

    ``about`` is what else its maker has to know, in words.
    """

    project: Project
    path: str
    finished: Mapping[str, bytes] = field(default_factory=dict, repr=False)
    about: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Product:
    """A kind of file that the press makes: its name on the command line, its title for people, and the paths of its files.

    ``module`` is the file in press/products/ that makes it, loaded only when something is to be made. It has ``make``, from
    an Order to Made, which runs in a process of its own and may take long, and may have ``prepare``, which makes for the
    whole project what all its files share. In ``paths``, {field} stands for every numbered field of the book, {handout} for
    every handout, {sheet} for every one that is printed on paper by a print shop. ``needs`` are products whose finished
    files it is made from; they are made first. ``asks`` is a file in press/ that says something of each of these, as a job of
    its own; what it says stands in the order under the path.
    """

    name: str
    title: str
    module: str
    paths: tuple[str, ...]
    needs: tuple[str, ...] = ()
    asks: str = ""


@dataclass(frozen=True, slots=True)
class Job:
    """One file to be made; as data, so that it can be done in any process: the order and the name of the module."""

    order: Order
    module: str

    @property
    def path(self) -> str:
        """The path of the file, relative to dist/."""
        return self.order.path
