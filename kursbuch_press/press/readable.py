"""Whether everybody can read a finished file, as a job: why not, in words, or nothing. It is kept by the file's digest."""

from __future__ import annotations

from pathlib import PurePosixPath

from kursbuch_press.checks import judge_readable
from kursbuch_press.disk.cache import Cache
from kursbuch_press.press import wording
from kursbuch_press.press.jobs import Made, Order
from kursbuch_press.press.machine import press_digest
from kursbuch_press.press.progress import tell
from kursbuch_press.problems import PressError


def make(order: Order) -> Made:
    """Judge one file, or remember what was found."""
    ((path, content),) = order.finished.items()
    cache = Cache(order.project.cache / "checked", press_digest())
    key = cache.key("readable", path, content)
    known = cache.get(key)
    if known is None:
        tell(path, wording.JUDGING)
        known = _why_not(path, content).encode()
        cache.put(key, known)
    return Made(known)


def _why_not(path: str, content: bytes) -> str:
    try:
        verdict = judge_readable(content, PurePosixPath(path).name)
    except PressError as error:
        return str(error)
    return " ".join(check.findings[0].message for check in verdict.failed)
