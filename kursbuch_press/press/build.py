"""Building: what is wanted and not up to date is made, and dist/ is changed only when what goes into it is whole."""

from __future__ import annotations

import gc
from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from hashlib import sha256
from importlib import import_module
from types import ModuleType

from kursbuch_press.disk.alone import alone
from kursbuch_press.disk.cache import forget
from kursbuch_press.disk.recording import recording
from kursbuch_press.disk.temporary import temporary_folder
from kursbuch_press.press import dist, engine, wording
from kursbuch_press.press.composing import manuscript, paths_of
from kursbuch_press.press.content import content
from kursbuch_press.press.inputs import named
from kursbuch_press.press.jobs import Job, Order, Product
from kursbuch_press.press.pictures import problems, warnings
from kursbuch_press.press.products import PRODUCTS
from kursbuch_press.press.progress import tell
from kursbuch_press.press.project import Project
from kursbuch_press.press.publishing import Files, publish
from kursbuch_press.press.reading import readings
from kursbuch_press.press.sent import keep_snapshots
from kursbuch_press.press.settings import cache_limit
from kursbuch_press.press.stages import keeping, stage
from kursbuch_press.press.standing import Stock, told
from kursbuch_press.press.workers import hands, work
from kursbuch_press.problems import BookError, PressError, Problem

PRODUCT_MODULES = "kursbuch_press.press.products"
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


@dataclass(frozen=True, slots=True)
class Wanted:
    """What to make: a product, and which of its files; all of them if none is named."""

    product: Product
    paths: frozenset[str] = frozenset()

    def includes(self, path: str) -> bool:
        """Whether a file is wanted."""
        return not self.paths or path in self.paths


@stage
def plan_of(project: Project) -> dist.Plan:
    """Give which files there should be, and what reading has to say; raises BookError while the sources have errors."""
    with recording() as read:
        try:
            composed = manuscript(project)
        except BookError as error:
            raise BookError(tuple({*error.problems, *problems(project)})) from error
        said = warnings(project)
        paths = {product.name: tuple(paths_of(product, composed)) for product in PRODUCTS}
    book = readings(project).book.book
    return dist.Plan(named(project, read), paths, book.edition.printer if book else "", said)


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
        shop = _Making(project, _with_needs(list(wanted)))
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


@dataclass(slots=True)
class _Making:
    """A build on its way: what is wanted, and what is made already."""

    project: Project
    wanted: list[Wanted]
    stock: Stock = field(init=False)
    files: Files = field(init=False)
    problems: set[Problem] = field(default_factory=set)
    broken: dict[str, PressError] = field(default_factory=dict)
    ordered: dict[str, Product] = field(default_factory=dict)
    pending: set[str] = field(default_factory=set)
    said: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.stock = Stock(self.project)
        whole = frozenset(each.product.name for each in self.wanted if not each.paths)
        self.files = Files(plan_of(self.project), whole)

    def make(self) -> None:
        """Make what is not up to date; all mistakes that come to light are kept."""
        for finished in work(self._begin(), then=self._next):
            job = finished.job
            self.pending.discard(job.path)
            self.problems.update(finished.problems)
            if finished.made is None:
                self.files.failed.add(job.path)
                if finished.broken:
                    self.broken[str(finished.broken)] = finished.broken
            elif job.path in self.ordered:
                self.problems.update(finished.made.problems)
                inputs = named(self.project, {**finished.inputs, **content(self.project)})
                self.files.add(self.ordered[job.path], job.path, finished.made, inputs)
                self.stock.made(job.path, sha256(finished.made.content).hexdigest())
            else:
                self.said[job.path] = finished.made.content.decode()

    def give_up_if_nothing_was_made(self) -> None:
        """Raise what kept every file from being made: then dist/ stays as it is."""
        if self.files.new or not self.files.failed:
            return
        if not self.problems:
            raise next(iter(self.broken.values()))
        raise BookError(tuple({*self.problems, *warnings(self.project)}))

    def _begin(self) -> list[Job]:
        """Give the jobs that need nothing finished; what they share is made before, so that every worker has it."""
        return [job for each in self.wanted if not each.product.needs for job in self._jobs(each)]

    def _next(self) -> Iterator[Job]:
        """Give the jobs that can begin now: what is made from finished files, and what must be known of these before."""
        for each in [each for each in self.wanted if each.product.needs]:
            needed = self._needed(each.product)
            if each.product.asks:
                yield from self._asked(each.product, [path for path in needed if path in self.files.new])
            if self.pending.intersection(needed):
                continue
            due = self._due(each) and not self.files.failed.intersection(needed)
            if due and each.product.asks and (asked := list(self._asked(each.product, needed))):
                yield from asked
                continue
            if self.pending.intersection(f"{each.product.asks}/{path}" for path in needed):
                continue
            self.wanted.remove(each)
            yield from self._jobs(each)

    def _jobs(self, each: Wanted) -> Iterator[Job]:
        paths = self._due(each)
        if not paths:
            return
        module = engine.load(self.project, f"{PRODUCT_MODULES}.{each.product.module}")
        if not self._is_prepared(each.product, module):
            self.files.failed.update(paths)
            return
        needed = self._needed(each.product)
        given = {path: self._content(path) for path in needed}
        about = {path: self.said.get(f"{each.product.asks}/{path}", "") for path in needed if each.product.asks}
        self.ordered.update(dict.fromkeys(paths, each.product))
        self.pending.update(paths)
        yield from (Job(Order(self.project, path, given, about), module.__name__) for path in paths)

    def _asked(self, product: Product, paths: Iterable[str]) -> Iterator[Job]:
        """Ask about finished files, once about each."""
        module = f"kursbuch_press.press.{product.asks}"
        for path in paths:
            name = f"{product.asks}/{path}"
            if name not in self.said and name not in self.pending and path not in self.files.failed:
                self.pending.add(name)
                yield Job(Order(self.project, name, {path: self._content(path)}), module)

    def _due(self, each: Wanted) -> list[str]:
        paths = self.files.plan.paths[each.product.name]
        return [path for path in paths if each.includes(path) and self._is_due(path)]

    def _needed(self, product: Product) -> list[str]:
        return sorted(path for name in product.needs for path in self.files.plan.paths[name])

    def _content(self, path: str) -> bytes:
        """Give a finished file: a new one, or one that stays."""
        new = self.files.new.get(path)
        return new[1] if new else (self.project.dist / path).read_bytes()

    def _is_prepared(self, product: Product, module: ModuleType) -> bool:
        """Make what the files of a product share, and say whether it can be made at all."""
        if any(path in self.files.failed for name in product.needs for path in self.files.plan.paths[name]):
            return False
        try:
            if hasattr(module, "prepare"):
                module.prepare(self.project)
        except BookError as error:
            self.problems.update(error.problems)
            return False
        except PressError as error:
            self.broken[str(error)] = error
            return False
        return True

    def _is_due(self, path: str) -> bool:
        """Whether a file has to be made; one that stays is noted."""
        self.stock.count_as(content(self.project), path)
        if self.stock.is_current(path):
            self.files.kept.add(path)
        return path not in self.files.kept


def _with_needs(wanted: list[Wanted]) -> list[Wanted]:
    """Add the products whose files the wanted ones are made from, whole."""
    needed = {name for each in wanted for name in each.product.needs}
    known = {each.product.name: each for each in wanted}
    return [
        Wanted(product) if product.name in needed else known[product.name]
        for product in PRODUCTS
        if product.name in needed or product.name in known
    ]
