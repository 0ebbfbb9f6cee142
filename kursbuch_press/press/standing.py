"""How the files in dist/ stand: up to date, or why not. Nothing heavy is loaded for it, and the book is not read."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from kursbuch_press.disk.looking import is_regular
from kursbuch_press.disk.recording import digest_of
from kursbuch_press.press import dist
from kursbuch_press.press.inputs import CONTENT, found
from kursbuch_press.press.project import ASKED, Project
from kursbuch_press.problems import Problem

DIST = "dist/"


class FileState(StrEnum):
    """How one file stands."""

    CURRENT = "current"
    OUTDATED = "outdated"
    MISSING = "missing"


@dataclass(frozen=True, slots=True)
class Standing:
    """A file that can be ordered: how it stands, and the names of the inputs that are not what they were."""

    path: str
    state: FileState
    changed: tuple[str, ...] = ()


class Stock:
    """What lies in dist/, held against what it was made from; each input is looked up once."""

    def __init__(self, project: Project) -> None:
        """Nothing is looked up yet."""
        self.project = project
        self._found: dict[str, str] = {}
        self._standing: dict[str, Standing] = {}

    @cached_property
    def manifest(self) -> dist.Manifest:
        """What manifest.json says."""
        return dist.read_manifest(self.project.dist)

    @cached_property
    def plan(self) -> dist.Plan | None:
        """Which files there should be; None where the book has to be read to know it."""
        plan = self.manifest.plan
        if plan is None or any(self._now(name) != before for name, before in plan.inputs.items() if name != ASKED):
            return None
        if self.project.printer == plan.printer:
            self.project = Project(self.project.folder)
        return plan

    def files(self, job: str) -> list[dist.Entry]:
        """Give what was made for an order: the file, its copies and reports."""
        return [each for each in self.manifest.entries.values() if each.job == job]

    def name(self, job: str) -> str:
        """Give the name under which an ordered file lies in dist/: a print file that is not ready has another one."""
        other = job.replace(".pdf", f"{dist.NOT_READY}.pdf")
        return other if any(each.path == other for each in self.files(job)) else job

    def standing(self, job: str) -> Standing:
        """Say how an ordered file stands; one that is made from a finished file stands no better than that."""
        if job not in self._standing:
            self._standing[job] = self._judged(job)
        return self._standing[job]

    def is_current(self, job: str) -> bool:
        """Whether nothing has to be made."""
        return self.standing(job).state is FileState.CURRENT

    def count_as(self, content: Mapping[str, str], job: str) -> None:
        """Take a file for current whose sources changed only in what the press does not read; ``content`` are the digests."""
        standing = self.standing(job)
        entry = next(iter(self.files(job)), None)
        only_sources = all(name.startswith("sources/") and name.endswith(".yaml") for name in standing.changed)
        if entry and standing.changed and only_sources and entry.inputs.get(CONTENT) == content.get(CONTENT, ""):
            self._standing[job] = Standing(job, FileState.CURRENT)

    def made(self, job: str, digest: str) -> None:
        """Take in that a file was made just now."""
        self._found[f"{DIST}{job}"] = digest
        self._standing = {job: Standing(job, FileState.CURRENT)} | {
            path: each for path, each in self._standing.items() if each.state is FileState.CURRENT and path != job
        }

    def _judged(self, job: str) -> Standing:
        files = self.files(job)
        if not files or not all(is_regular(self.project.dist / each.path) for each in files):
            return Standing(job, FileState.MISSING)
        inputs = {name: before for each in files for name, before in each.inputs.items() if name != CONTENT}
        changed = [name for name, before in inputs.items() if not self._is(name, before)]
        changed += [f"{DIST}{each.path}" for each in files if digest_of(self.project.dist / each.path) != each.sha256]
        return Standing(job, FileState.OUTDATED if changed else FileState.CURRENT, tuple(changed))

    def _is(self, name: str, before: str) -> bool:
        if self._now(name) != before:
            return False
        return not name.startswith(DIST) or self.is_current(name.removeprefix(DIST))

    def _now(self, name: str) -> str:
        if name not in self._found:
            self._found[name] = found(self.project, name)
        return self._found[name]


def told(plan: dist.Plan, files: Iterable[dist.Entry]) -> tuple[Problem, ...]:
    """Give what was said when files were made: it still holds as long as they are up to date."""
    return tuple(sorted({*plan.warnings, *(problem for each in files for problem in each.told)}))
