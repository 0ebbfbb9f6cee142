"""Making: what is wanted and not up to date is made by all hands, in the order that finished files ask for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from hashlib import sha256
from types import ModuleType

from kursbuch_press.disk.recording import Inputs, record_all, recording
from kursbuch_press.press import dist, engine
from kursbuch_press.press.composing import manuscript, paths_of, placed
from kursbuch_press.press.content import content
from kursbuch_press.press.inputs import named
from kursbuch_press.press.jobs import Job, Order, Product
from kursbuch_press.press.pictures import problems, warnings
from kursbuch_press.press.products import PRODUCTS
from kursbuch_press.press.project import Project
from kursbuch_press.press.publishing import Files
from kursbuch_press.press.reading import readings
from kursbuch_press.press.stages import stage
from kursbuch_press.press.standing import Stock
from kursbuch_press.press.workers import Finished, work
from kursbuch_press.problems import BookError, PressError, Problem

PRODUCT_MODULES = "kursbuch_press.press.products"


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


@dataclass(slots=True)
class Making:
    """A build on its way: what is wanted, and what is made already.

    On ``trial`` everything that is wanted is made, whatever lies in dist/, for what comes to light by it.
    """

    project: Project
    wanted: list[Wanted]
    trial: bool = False
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
            self.problems.update(placed(self.project, finished.problems))
            if self.trial:
                record_all(self._read_for(finished))
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
                self.problems.update(finished.made.problems)
                self.said[job.path] = finished.made.content.decode()

    def _read_for(self, finished: Finished) -> Inputs:
        """Give what was read for a file, but for other finished files: these are not in dist/ on a trial."""
        dist_folder = f"{self.project.dist}/"
        return {name: found for name, found in finished.inputs.items() if not name.startswith(dist_folder)}

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
            self.problems.update(placed(self.project, error.problems))
            return False
        except PressError as error:
            self.broken[str(error)] = error
            return False
        return True

    def _is_due(self, path: str) -> bool:
        """Whether a file has to be made; one that stays is noted."""
        if self.trial:
            return path not in self.files.new
        self.stock.count_as(content(self.project), path)
        if self.stock.is_current(path):
            self.files.kept.add(path)
        return path not in self.files.kept


def with_needs(wanted: list[Wanted]) -> list[Wanted]:
    """Add the products whose files the wanted ones are made from, whole."""
    needed = {name for each in wanted for name in each.product.needs}
    known = {each.product.name: each for each in wanted}
    return [
        Wanted(product) if product.name in needed else known[product.name]
        for product in PRODUCTS
        if product.name in needed or product.name in known
    ]
