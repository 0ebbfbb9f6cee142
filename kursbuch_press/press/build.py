"""Building: the wanted products are made, and dist/ is changed only when what goes into it is whole."""

from __future__ import annotations

import gc
import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from kursbuch_press.book.edition import Edition
from kursbuch_press.disk.changing import locked
from kursbuch_press.disk.recording import Inputs
from kursbuch_press.disk.swapping import forget_swap, swap_folder
from kursbuch_press.press import dist, engine
from kursbuch_press.press.composing import manuscript
from kursbuch_press.press.inputs import named
from kursbuch_press.press.jobs import Job, Order, Product
from kursbuch_press.press.machine import press
from kursbuch_press.press.pictures import warnings
from kursbuch_press.press.products import PRODUCTS
from kursbuch_press.press.project import Project
from kursbuch_press.press.sent import keep_snapshots
from kursbuch_press.press.stages import keeping
from kursbuch_press.press.workers import Finished, work
from kursbuch_press.problems import BookError, Problem, Severity

PRODUCT_MODULES = "kursbuch_press.press.products"


@dataclass(frozen=True, slots=True)
class Built:
    """What a build has made, and what is to be said of it."""

    entries: tuple[dist.Entry, ...]
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class Wanted:
    """What to make: a product, and which of its files; all of them if none is named."""

    product: Product
    paths: frozenset[str] = frozenset()

    def includes(self, path: str) -> bool:
        """Whether a file is wanted."""
        return not self.paths or path in self.paths


def find_wanted(names: Sequence[str], project: Project) -> tuple[list[Wanted], list[str]]:
    """Read what was typed: the name of a product or the path of a file; gives what is wanted and what is not known."""
    if not names:
        return [Wanted(product) for product in PRODUCTS], []
    whole: list[str] = []
    paths: dict[str, set[str]] = {}
    unknown: list[str] = []
    known = {path: product.name for product in PRODUCTS for path in product.paths(manuscript(project))}
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


def build(wanted: Iterable[Wanted], project: Project, *, slots: int | None = None) -> Built:
    """Make what is wanted and put it into dist/; raises BookError, and leaves dist/ alone, if the book has errors."""
    # A laid-out book is half a million objects that all stay: looking for garbage among them took a tenth of the time. A build
    # is a process of its own and ends soon; without collecting, it needs some 400 MB.
    gc.disable()
    with keeping():
        every = _with_needs(list(wanted))
        files = Files(frozenset(each.product.name for each in every if not each.paths))
        problems: list[Problem] = list(warnings(project))
        for phase in _phases(every):
            failed: list[Problem] = []
            for product, finished in _work(phase, project, files, slots or os.cpu_count() or 1):
                failed.extend(finished.problems)
                if finished.made is not None:
                    problems.extend(finished.made.problems)
                    files.add(product, finished, named(project, finished.inputs))
            if failed:
                raise BookError(tuple({*failed, *(each for each in problems if each.severity is Severity.ERROR)}))
        publish(project.dist, manuscript(project).edition, files)
        keep_snapshots(project.folder, files.drafts)
    return Built(tuple(each for each, _ in files.new.values()), tuple(sorted(set(problems))))


def _work(phase: Iterable[Wanted], project: Project, files: Files, slots: int) -> Iterator[tuple[Product, Finished]]:
    """Do the jobs of all that is wanted; what they share is made before, so that every worker has it."""
    products: dict[str, Product] = {}
    jobs: list[Job] = []
    for each in phase:
        module = engine.load(project, f"{PRODUCT_MODULES}.{each.product.module}")
        if hasattr(module, "prepare"):
            module.prepare(project)
        finished = files.of(*each.product.needs)
        for path in filter(each.includes, each.product.paths(manuscript(project))):
            products[path] = each.product
            jobs.append(Job(Order(project, path, finished), module.__name__))
    for done in work(jobs, slots):
        yield products[done.job.path], done


def _with_needs(wanted: list[Wanted]) -> list[Wanted]:
    """Add the products whose files the wanted ones are made from, whole."""
    needed = {name for each in wanted for name in each.product.needs}
    known = {each.product.name: each for each in wanted}
    return [
        Wanted(product) if product.name in needed else known[product.name]
        for product in PRODUCTS
        if product.name in needed or product.name in known
    ]


def _phases(wanted: list[Wanted]) -> list[list[Wanted]]:
    """Put what is made from finished files behind them."""
    return [[each for each in wanted if not each.product.needs], [each for each in wanted if each.product.needs]]


@dataclass(frozen=True, slots=True)
class Files:
    """What a build will change in dist/: new files by their path, and names that must go.

    ``whole`` are the products of which all files are made, so that others of theirs are outdated.
    """

    whole: frozenset[str] = frozenset()
    new: dict[str, tuple[dist.Entry, bytes]] = field(default_factory=dict)
    gone: set[str] = field(default_factory=set)
    drafts: dict[str, bytes] = field(default_factory=dict)

    def add(self, product: Product, finished: Finished, inputs: Inputs) -> None:
        """Take in one finished file with what belongs to it."""
        made, path = finished.made, finished.job.path
        assert made is not None, "only what was made can be put away"
        about = dist.Entry("", product.name, 0, 0, "", inputs)
        file = replace(about, pages=made.pages, verdict=dict(made.verdict))
        for name in (made.path or path, *made.copies):
            self.new[name] = dist.entry(name, made.content, file), made.content
        for name, content in made.beside.items():
            self.new[name] = dist.entry(name, content, about), content
        self.gone.update(made.gone)
        self.drafts.update(made.drafts)

    def of(self, *products: str) -> dict[str, bytes]:
        """Give the finished files of products, in the order of their paths in dist/."""
        return {path: content for path, (each, content) in sorted(self.new.items()) if each.product in products}


def publish(folder: Path, edition: Edition, files: Files) -> None:
    """Put what was made into dist/ with a manifest of all that is there then: new files, and old ones that still stand."""
    about = {"id": edition.id, "title": edition.title, "date": edition.date.isoformat(), "muster": edition.muster}
    with locked(folder):
        forget_swap(folder)
        known = dist.read_manifest(folder)
        gone = (files.gone | _outdated(known, files)) - set(files.new)
        stays = {path: each for path, each in known.items() if path not in gone and (folder / path).is_file()}
        entries = stays | {path: each for path, (each, _) in files.new.items()}
        contents = {path: content for path, (_, content) in sorted(files.new.items())}
        swap_folder(folder, {**contents, dist.MANIFEST: dist.manifest(about, entries.values(), press())}, gone)


def _outdated(known: dict[str, dist.Entry], files: Files) -> set[str]:
    """Name what an earlier build put there and a whole product no longer has: another printer, another title."""
    return {path for path, each in known.items() if each.product in files.whole}
