"""Building: the wanted products are made, and dist/ is changed only when what goes into it is whole."""

from __future__ import annotations

import gc
import os
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from kursbuch_press.press import dist
from kursbuch_press.press.jobs import Made, Product
from kursbuch_press.press.products import PRODUCTS
from kursbuch_press.press.sent import keep_snapshots
from kursbuch_press.press.workers import work
from kursbuch_press.press.workshop import Workshop
from kursbuch_press.problems import BookError, Problem, Severity


@dataclass(frozen=True, slots=True)
class Built:
    """What a build has made, and what is to be said of it."""

    entries: tuple[dist.Entry, ...]
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class Order:
    """What to make: the products, and for each the files; all its files if none is named."""

    product: Product
    paths: frozenset[str] = frozenset()

    def wants(self, path: str) -> bool:
        """Whether a file was ordered."""
        return not self.paths or path in self.paths


def find_orders(names: Sequence[str], workshop: Workshop) -> tuple[list[Order], list[str]]:
    """Read what was typed: the name of a product or the path of a file; gives the orders and what is not known."""
    if not names:
        return [Order(product) for product in PRODUCTS], []
    whole: list[str] = []
    paths: dict[str, set[str]] = {}
    unknown: list[str] = []
    known = {path: product.name for product in PRODUCTS for path in product.paths(workshop)}
    for name in names:
        path = name.removeprefix("dist/")
        if any(product.name == name for product in PRODUCTS):
            whole.append(name)
        elif path in known:
            paths.setdefault(known[path], set()).add(path)
        else:
            unknown.append(name)
    orders = [
        Order(product, frozenset() if product.name in whole else frozenset(paths[product.name]))
        for product in PRODUCTS
        if product.name in whole or product.name in paths
    ]
    return orders, unknown


def build(orders: Iterable[Order], workshop: Workshop, *, slots: int | None = None) -> Built:
    """Make what was ordered and put it into dist/; raises BookError, and leaves dist/ alone, if the book has errors."""
    # A laid-out book is half a million objects that all stay: looking for garbage among them took a tenth of the time. A build
    # is a process of its own and ends soon; without collecting, it needs some 400 MB.
    gc.disable()
    every = _with_needs(list(orders))
    files = Files(frozenset(order.product.name for order in every if not order.paths))
    problems: list[Problem] = list(workshop.warnings)
    for phase in _phases(every):
        failed: list[Problem] = []
        jobs = [(each.product, job) for each in phase for job in each.product.jobs(workshop) if each.wants(job.path)]
        products = {job.path: product for product, job in jobs}
        for finished in work((job for _, job in jobs), workshop.told, slots or os.cpu_count() or 1):
            failed.extend(finished.problems)
            if finished.made is not None:
                problems.extend(finished.made.problems)
                files.add(finished.job.path, finished.made, products[finished.job.path], workshop)
        if failed:
            raise BookError(tuple({*failed, *(each for each in problems if each.severity is Severity.ERROR)}))
    publish(workshop.project / "dist", workshop, files)
    keep_snapshots(workshop.project, files.drafts)
    return Built(tuple(each for each, _ in files.new.values()), tuple(sorted(set(problems))))


def _with_needs(orders: list[Order]) -> list[Order]:
    """Add the products whose files the ordered ones are made from, whole."""
    needed = {name for order in orders for name in order.product.needs}
    known = {order.product.name: order for order in orders}
    return [
        Order(product) if product.name in needed else known[product.name]
        for product in PRODUCTS
        if product.name in needed or product.name in known
    ]


def _phases(orders: list[Order]) -> list[list[Order]]:
    """Put what is made from finished files behind them."""
    return [[each for each in orders if not each.product.needs], [each for each in orders if each.product.needs]]


@dataclass(frozen=True, slots=True)
class Files:
    """What a build will change in dist/: new files by their path, and names that must go.

    ``whole`` are the products of which all files are made, so that others of theirs are outdated.
    """

    whole: frozenset[str] = frozenset()
    new: dict[str, tuple[dist.Entry, bytes]] = field(default_factory=dict)
    gone: set[str] = field(default_factory=set)
    drafts: dict[str, bytes] = field(default_factory=dict)

    def add(self, path: str, made: Made, product: Product, workshop: Workshop) -> None:
        """Take in one finished file with what belongs to it."""
        about = dist.Entry("", product.name, 0, 0, "", workshop.inputs(product.layouts))
        workshop.finish(product.name, path, made.content)
        file = replace(about, pages=made.pages, verdict=dict(made.verdict))
        for name in (made.path or path, *made.copies):
            self.new[name] = dist.entry(name, made.content, file), made.content
        for name, content in made.beside.items():
            self.new[name] = dist.entry(name, content, about), content
        self.gone.update(made.gone)
        self.drafts.update(made.drafts)


def publish(folder: Path, workshop: Workshop, files: Files) -> None:
    """Put what was made into dist/ with a manifest of all that is there then: new files, and old ones that still stand."""
    edition = workshop.manuscript.edition
    about = {"id": edition.id, "title": edition.title, "date": edition.date.isoformat(), "muster": edition.muster}
    with dist.locked(folder):
        known = dist.read_manifest(folder)
        gone = (files.gone | _outdated(known, files)) - set(files.new)
        stays = {path: each for path, each in known.items() if path not in gone and (folder / path).is_file()}
        entries = stays | {path: each for path, (each, _) in files.new.items()}
        contents = {path: content for path, (_, content) in sorted(files.new.items())}
        dist.put_all(folder, {**contents, dist.MANIFEST: dist.manifest(about, entries.values())})
        for path in sorted(gone):
            dist.drop(folder, path)


def _outdated(known: dict[str, dist.Entry], files: Files) -> set[str]:
    """Name what an earlier build put there and a whole product no longer has: another printer, another title."""
    return {path for path, each in known.items() if each.product in files.whole}
