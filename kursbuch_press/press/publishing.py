"""Publishing: what a build has made goes into dist/ with a manifest of all that is there then."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from pathlib import Path

from kursbuch_press.book.edition import Edition
from kursbuch_press.disk.changing import locked
from kursbuch_press.disk.looking import is_regular
from kursbuch_press.disk.recording import Inputs
from kursbuch_press.disk.swapping import forget_swap, swap_folder
from kursbuch_press.press import dist
from kursbuch_press.press.inputs import CONTENT
from kursbuch_press.press.jobs import Made, Product
from kursbuch_press.press.machine import press


@dataclass(frozen=True, slots=True)
class Files:
    """What a build will change in dist/: new files by their path, names that must go, and orders of which all files stay.

    ``whole`` are the products of which all files are made or stay, so that others of theirs are outdated. ``failed`` are orders
    that came to nothing: what an earlier build made for them stays.
    """

    plan: dist.Plan
    whole: frozenset[str] = frozenset()
    new: dict[str, tuple[dist.Entry, bytes]] = field(default_factory=dict)
    gone: set[str] = field(default_factory=set)
    kept: set[str] = field(default_factory=set)
    failed: set[str] = field(default_factory=set)
    drafts: dict[str, bytes] = field(default_factory=dict)

    def add(self, product: Product, job: str, made: Made, inputs: Inputs) -> None:
        """Take in one finished file with what belongs to it."""
        about = dist.Entry("", product.name, 0, 0, "", inputs, job=job)
        file = replace(about, pages=made.pages, verdict=dict(made.verdict), told=made.problems)
        for name in (made.path or job, *made.copies):
            self.new[name] = dist.entry(name, made.content, file), made.content
        for name, content in made.beside.items():
            self.new[name] = dist.entry(name, content, about), content
        self.gone.update(made.gone)
        self.drafts.update(made.drafts)


def publish(folder: Path, edition: Edition, files: Files) -> None:
    """Put what was made into dist/: new files, and a manifest that also tells of old ones that still stand."""
    about = {"id": edition.id, "title": edition.title, "date": edition.date.isoformat(), "muster": edition.muster}
    with locked(folder):
        forget_swap(folder)
        known = dist.read_manifest(folder)
        gone = (files.gone | _outdated(known, files)) - set(files.new)
        entries = {
            path: _renewed(each, files)
            for path, each in known.entries.items()
            if path not in gone and is_regular(folder / path)
        }
        entries |= {path: each for path, (each, _) in files.new.items()}
        written = dist.manifest(about, dist.Manifest(entries, files.plan, press()))
        contents = {path: content for path, (_, content) in sorted(files.new.items())}
        if contents or gone or written != _there(folder / dist.MANIFEST):
            swap_folder(folder, {**contents, dist.MANIFEST: written}, gone)


def _renewed(entry: dist.Entry, files: Files) -> dist.Entry:
    """Take over the new digests of sources that say the same as before, so that the file counts as up to date again."""
    if entry.job not in files.kept or CONTENT not in entry.inputs:
        return entry
    now = {name: found for name, found in files.plan.inputs.items() if name.startswith("sources/")}
    return replace(entry, inputs={name: now.get(name, before) for name, before in entry.inputs.items()})


def _outdated(known: dist.Manifest, files: Files) -> set[str]:
    """Name what an earlier build put there and a whole product no longer has: another printer, another title."""
    staying = files.kept | files.failed
    return {path for path, each in known.entries.items() if each.product in files.whole and each.job not in staying}


def _there(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError:
        return b""
