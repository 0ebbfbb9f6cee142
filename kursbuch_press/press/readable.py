"""Whether everybody can read a finished file, as a job: why not, and where in the sources. What was found is kept by digest."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict
from pathlib import PurePosixPath

from kursbuch_press.checks import judge_readable
from kursbuch_press.checks.findings import Clause, Finding, PagePlace, Verdict
from kursbuch_press.disk.cache import Cache
from kursbuch_press.press import wording
from kursbuch_press.press.dist import written_problems
from kursbuch_press.press.jobs import Made, Order
from kursbuch_press.press.machine import press_digest
from kursbuch_press.press.progress import tell
from kursbuch_press.press.project import Project
from kursbuch_press.press.reading_findings import as_problems
from kursbuch_press.problems import PressError, Problem, Severity

RULE = "readable"
"""The rule of what is said of a file as a whole that not everybody can read."""


def make(order: Order) -> Made:
    """Judge one file, or remember what was found; where it stands in the sources is looked up anew, since lines move."""
    ((path, content),) = order.finished.items()
    found = judged(order.project, path, content)
    problems = tuple(as_problems(order.project, path, found)) if found else ()
    return Made(written(why_not(found), problems), problems=problems)


def judged(project: Project, path: str, content: bytes) -> tuple[Finding, ...]:
    """Give what decides against a file, found now or kept under its digest."""
    cache = Cache(project.cache / "checked", press_digest())
    key = cache.key("readable", path, content)
    found = _read(cache.get(key))
    if found is None:
        tell(path, wording.JUDGING)
        found = _findings(path, content)
        cache.put(key, json.dumps([asdict(each) for each in found], ensure_ascii=False).encode())
    return found


def why_not(found: Iterable[Finding]) -> str:
    """Say why not everybody can read a file, in the first sentence of each check."""
    return " ".join({each.check: each.message for each in reversed(tuple(found))}.values())


def written(why: str, problems: Iterable[Problem]) -> bytes:
    """Write what is said of a file for whoever packs it: why not everybody can read it, or nothing, and where that stands."""
    return json.dumps({"why": why, "told": [asdict(each) for each in problems]}, ensure_ascii=False).encode()


def understood(said: str) -> tuple[str, tuple[Problem, ...]]:
    """Give what was said of a file again."""
    about = json.loads(said)
    return str(about["why"]), written_problems(about["told"])


def _findings(path: str, content: bytes) -> tuple[Finding, ...]:
    """Give what decides against a file; one that cannot be judged has one finding, which says so."""
    try:
        verdict = judge_readable(content, PurePosixPath(path).name)
    except PressError as error:
        return (Finding("damage", wording.NOT_JUDGED, "", str(error), Severity.ERROR),)
    return tuple(_errors(verdict))


def _errors(verdict: Verdict) -> Iterable[Finding]:
    return (each for check in verdict.failed for each in check.findings if each.severity is Severity.ERROR)


def _read(kept: bytes | None) -> tuple[Finding, ...] | None:
    """Read what was kept; None for anything else."""
    try:
        return tuple(_finding(each) for each in json.loads(kept or b""))
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return None


def _finding(about: dict[str, object]) -> Finding:
    spot, clause = about.pop("spot"), about.pop("clause")
    severity = Severity(str(about.pop("severity")))
    return Finding(
        **about,  # type: ignore[arg-type]  # another shape raises TypeError
        severity=severity,
        spot=PagePlace(**spot) if isinstance(spot, dict) else None,
        clause=Clause(**clause) if isinstance(clause, dict) else Clause(),
    )
