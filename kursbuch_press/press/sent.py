"""drafts/: the snapshot of every draft that was made, and who got it when."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from contextlib import nullcontext, suppress
from dataclasses import asdict, dataclass
from pathlib import Path

from kursbuch_press.disk.changing import change_files
from kursbuch_press.disk.looking import is_regular, is_there, names_in
from kursbuch_press.drafts.snapshot import Snapshot, read_snapshot
from kursbuch_press.press import wording
from kursbuch_press.problems import PressError

FOLDER = "drafts"
_MADE = ".press/drafts"
SNAPSHOT, _SENT = "snapshot.json", "sent.json"


@dataclass(frozen=True, slots=True, order=True)
class Sent:
    """One copy of a draft that went out: to whom, as which file, when, and until when it is to come back (ISO 8601 days)."""

    recipient: str
    file: str
    sent: str
    due: str = ""


def keep_snapshots(project: Path, snapshots: Mapping[str, bytes], *, sent: bool = False) -> None:
    """Keep what drafts say; one that is there already says the same.

    Those that were sent are for everybody and go into drafts/. Each build makes some that nobody may ever get; they stay on
    this machine until one is sent.
    """
    for draft, content in snapshots.items():
        folder = project / (FOLDER if sent else _MADE) / draft
        if not is_there(folder / SNAPSHOT):
            with nullcontext() if sent else suppress(PressError):  # what can be made again may be missing
                change_files(folder, {SNAPSHOT: content})


def note_sent(project: Path, draft: str, sent: Sent) -> None:
    """Note that a copy went out; the same copy on the same day is noted once."""
    every = sorted({*read_sent(project, draft), sent})
    content = json.dumps([asdict(each) for each in every], ensure_ascii=False, indent=1)
    change_files(project / FOLDER / draft, {_SENT: f"{content}\n".encode()})


def read_sent(project: Path, draft: str) -> tuple[Sent, ...]:
    """Give who has got a draft."""
    path = project / FOLDER / draft / _SENT
    if not is_regular(path):
        return ()
    try:
        return tuple(Sent(**each) for each in json.loads(path.read_bytes()))
    except (ValueError, TypeError) as error:
        raise PressError(wording.BROKEN_RECORD.format(path=path.relative_to(project), reason=error)) from error


def draft_ids(project: Path) -> list[str]:
    """Give the ids of all drafts that were sent."""
    return [path.parent.name for path in _paths_in(project / FOLDER)]


def kept_snapshot(project: Path, draft: str) -> Snapshot | None:
    """Give what a draft said; None where it was not kept."""
    found = (path for path in _paths(project) if path.parent.name == draft)
    path = next(found, None)
    return None if path is None else _read(project, path)


def kept_snapshots(project: Path) -> Iterator[Snapshot]:
    """Give all snapshots that were kept, those that were sent first."""
    for path in _paths(project):
        yield _read(project, path)


def _paths(project: Path) -> Iterator[Path]:
    for folder in (FOLDER, _MADE):
        yield from _paths_in(project / folder)


def _paths_in(folder: Path) -> list[Path]:
    return [path for draft in names_in(folder) if is_there(path := folder / draft / SNAPSHOT)]


def _read(project: Path, path: Path) -> Snapshot:
    try:
        return read_snapshot(path.read_bytes())
    except ValueError as error:
        raise PressError(wording.BROKEN_RECORD.format(path=path.relative_to(project), reason=error)) from error
