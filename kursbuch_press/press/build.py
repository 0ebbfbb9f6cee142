"""Building: what is wanted and not up to date is made, and dist/ is changed only when what goes into it is whole."""

from __future__ import annotations

import gc
from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from importlib import import_module

from kursbuch_press.disk.alone import alone
from kursbuch_press.disk.cache import forget
from kursbuch_press.disk.temporary import temporary_folder
from kursbuch_press.press import dist, wording
from kursbuch_press.press.composing import manuscript
from kursbuch_press.press.making import Making, Wanted, plan_of, with_needs
from kursbuch_press.press.products import PRODUCTS
from kursbuch_press.press.progress import tell
from kursbuch_press.press.project import Project
from kursbuch_press.press.publishing import publish
from kursbuch_press.press.sent import keep_snapshots
from kursbuch_press.press.settings import cache_limit
from kursbuch_press.press.stages import keeping
from kursbuch_press.press.standing import told
from kursbuch_press.press.workers import hands
from kursbuch_press.problems import PressError, Problem

_CACHES = ("pictures", "bitmaps", "pages", "painted", "checked", "made")
"""Folders of .press/ that share the room for what can be made again."""


@dataclass(frozen=True, slots=True)
class Built:
    """What a build has made, how many of the wanted files were up to date, and what is to be said of all of them.

    ``failed`` are the files that could not be made, and ``broken`` what the machine lacked for it.
    """

    entries: tuple[dist.Entry, ...]
    current: int
    problems: tuple[Problem, ...]
    failed: tuple[str, ...] = ()
    broken: tuple[PressError, ...] = ()


def find_wanted(names: Sequence[str], project: Project) -> tuple[list[Wanted], list[str]]:
    """Read what was typed: the name of a product or the path of a file; gives what is wanted and what is not known."""
    if not names:
        return [Wanted(product) for product in PRODUCTS], []
    whole: list[str] = []
    paths: dict[str, set[str]] = {}
    unknown: list[str] = []
    known = {path: product.name for product in PRODUCTS for path in plan_of(project).paths[product.name]}
    for name in names:
        path = name.removeprefix("dist/")
        if any(product.name == name for product in PRODUCTS):
            whole.append(name)
        elif path in known:
            paths.setdefault(known[path], set()).add(path)
        else:
            unknown.append(name)
    wanted = [
        Wanted(product, frozenset() if product.name in whole else frozenset(paths[product.name]))
        for product in PRODUCTS
        if product.name in whole or product.name in paths
    ]
    return wanted, unknown


def usual(project: Project) -> Project:
    """Give a project whose printer is not asked for where it is that of the edition anyway."""
    return Project(project.folder) if project.printer == plan_of(project).printer else project


def build(wanted: Iterable[Wanted], project: Project, *, slots: int | None = None, cluster: str = "") -> Built:
    """Make what is wanted and put it into dist/; what keeps one product from being made does not stop the others.

    ``slots`` workers of our own do it, or those of the cluster whose address is given. Another build in the folder goes first.
    Raises BookError, and leaves dist/ alone, if the sources have errors, or if nothing at all could be made.
    """
    # A laid-out book is half a million objects that all stay: looking for garbage among them took a tenth of the time. A build
    # is a process of its own and ends soon; without collecting, it needs some 400 MB.
    gc.disable()
    with keeping(), _company(project, slots, cluster), temporary_folder(project.cache / "tmp"):
        project, limit = usual(project), cache_limit(project)
        shop = Making(project, with_needs(list(wanted)))
        shop.make()
        shop.give_up_if_nothing_was_made()
        publish(project.dist, manuscript(project).edition, shop.files)
        keep_snapshots(project.folder, shop.files.drafts)
        forget([project.cache / name for name in _CACHES], limit)
        kept = [each for job in shop.files.kept for each in shop.stock.files(job)]
        said = tuple(sorted({*told(plan_of(project), kept), *shop.problems}))
    new = tuple(each for each, _ in shop.files.new.values())
    return Built(new, len(shop.files.kept), said, tuple(sorted(shop.files.failed)), tuple(shop.broken.values()))


@contextmanager
def _company(project: Project, slots: int | None, cluster: str) -> Iterator[None]:
    """Be alone in the folder, with all hands that there are."""
    with ExitStack() as entered:
        entered.enter_context(alone(project.cache / "build.lock", lambda: tell(wording.BOOK, wording.ANOTHER_BUILD)))
        if cluster:
            join = import_module("kursbuch_press.press.cluster").joined
            entered.enter_context(hands(slots, entered.enter_context(join(cluster, project))))
        else:
            entered.enter_context(hands(slots))
        yield
