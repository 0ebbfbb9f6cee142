"""Why a file is or is not up to date, in one sentence."""

from __future__ import annotations

from kursbuch_press.disk.looking import is_regular
from kursbuch_press.press import wording
from kursbuch_press.press.inputs import named_parts
from kursbuch_press.press.machine import PRESS, PROGRAMS, press
from kursbuch_press.press.project import ASKED
from kursbuch_press.press.standing import DIST, FileState, Standing, Stock


def reason(stock: Stock, standing: Standing) -> str:
    """Give the reason for how a file stands; of many that changed the first is named, and how many others there are."""
    if standing.state is FileState.MISSING:
        return wording.NEVER_MADE if not stock.files(standing.path) else wording.TAKEN_AWAY
    if standing.state is FileState.CURRENT:
        return wording.NOTHING_CHANGED
    first, *others = sorted(standing.changed, key=_weight)
    said = _of(stock, standing.path, first)
    return wording.AND_OTHERS[len(others) > 1].format(said=said, count=len(others)) if others else said


def _weight(name: str) -> tuple[int, str]:
    """What people write comes first, what follows from it last."""
    return (0 if name.startswith("sources/") else 1 if name.startswith("layouts/") else 3 if name.startswith(DIST) else 2, name)


def _of(stock: Stock, path: str, name: str) -> str:
    if name == PRESS:
        return _of_press(stock)
    if name == ASKED:
        return wording.OTHER_PRINTER
    if name in PROGRAMS:
        return wording.OTHER_PROGRAM.format(name=name.removeprefix("--"))
    if name.startswith(DIST):
        own = name.removeprefix(DIST) in {each.path for each in stock.files(path)}
        return (wording.EDITED_BY_HAND if own else wording.MADE_FROM).format(name=name)
    folder, endings = named_parts(name)
    if endings:
        return wording.OTHER_FILES.format(folder=folder)
    return (wording.CHANGED if is_regular(stock.project.folder / name) else wording.GONE).format(name=name)


def _of_press(stock: Stock) -> str:
    before, now = stock.manifest.press, press()
    changed = sorted(name for name in {*before, *now} if before.get(name) != now.get(name))
    return wording.OTHER_PRESS.format(name=changed[0]) if changed else wording.OLDER_PRESS
