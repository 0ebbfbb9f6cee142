"""Returns on the disk: read and reported, and who has which draft, who has sent it back, what is overdue."""

from __future__ import annotations

import json
import shutil
import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

from kursbuch_press.disk.changing import change_files
from kursbuch_press.disk.looking import files_in, is_regular, not_readable
from kursbuch_press.drafts.snapshot import Snapshot
from kursbuch_press.press.project import Project
from kursbuch_press.press.remade import remade_drafts, share_a_text
from kursbuch_press.press.sent import Sent, draft_ids, kept_snapshot, kept_snapshots, read_sent
from kursbuch_press.problems import PressError
from kursbuch_press.returns import wording
from kursbuch_press.returns.arrived import Arrived
from kursbuch_press.returns.guard import LARGEST, kind_of
from kursbuch_press.returns.pdf import read_pdf
from kursbuch_press.returns.reading import read_word
from kursbuch_press.returns.report_html import report_html
from kursbuch_press.returns.report_json import report_json
from kursbuch_press.returns.returned import Known, Returned

FOLDER = "returns"
_SECONDS = 120


class KeptDrafts:
    """The drafts that a project has kept, and those of a build of today, which it can make again."""

    def __init__(self, project: Project) -> None:
        """Read nothing yet."""
        self._project = project
        self._remade: list[Snapshot] | None = None

    def find(self, draft: str) -> Snapshot | None:
        """Give the snapshot of a draft."""
        return kept_snapshot(self._project.folder, draft)

    def every(self) -> Iterator[Snapshot]:
        """Give all snapshots that were kept."""
        return kept_snapshots(self._project.folder)

    def again(self, lines: Sequence[str]) -> Iterator[Snapshot]:
        """Give what the Word files of a build of today would say, if some lines hold any of it."""
        if self._remade is None and share_a_text(self._project, lines):
            self._remade = list(remade_drafts(self._project))
        yield from self._remade or ()

    def said(self, returned: Returned) -> Returned:
        """Say of a return that was held against the sources of today that it was."""
        guessed = returned.known is Known.LIKENESS and kept_snapshot(self._project.folder, returned.snapshot.id) is None
        return replace(returned, notices=(*returned.notices, wording.REMADE_DRAFT)) if guessed else returned


@dataclass(frozen=True, slots=True)
class Out:
    """A copy that is out: what it is of, to whom it went, and whether it has come back (the names of the files)."""

    draft: str
    title: str
    sent: Sent
    back: tuple[str, ...]

    def overdue(self, today: date) -> bool:
        """Whether it should have come back before today."""
        return not self.back and bool(self.sent.due) and date.fromisoformat(self.sent.due) < today


def read_return(project: Project, path: Path, draft: str = "", author: str = "") -> Returned:
    """Read one returned file, whatever it is; raises PressError with what to do for one that cannot be read."""
    if not is_regular(path):
        raise PressError(wording.NO_FILE.format(path=path), exit_code=2)
    if path.stat().st_size > LARGEST << 20:
        raise PressError(wording.TOO_BIG.format(most=LARGEST))
    content = path.read_bytes()
    kind = kind_of(content)
    drafts = KeptDrafts(project)
    if kind == "pdf":
        return drafts.said(read_pdf(Arrived(path.name, content, draft, author), drafts))
    if kind == "odt":
        content = _converted(content)
    return drafts.said(read_word(Arrived(path.name, content, draft, author), drafts))


def write_report(project: Project, returned: Returned) -> Path:
    """Write the report of a return for people and for programs; gives the one for people."""
    stem = Path(returned.name).stem
    change_files(
        project.folder / FOLDER,
        {f"{stem}.html": report_html(returned).encode(), f"{stem}.json": report_json(returned).encode()},
    )
    return project.folder / FOLDER / f"{stem}.html"


def copies(project: Project) -> list[Out]:
    """Give every copy that went out, the one that is due first before all others."""
    back = _came_back(project)
    found = []
    for draft in draft_ids(project.folder):
        snapshot = kept_snapshot(project.folder, draft)
        for sent in read_sent(project.folder, draft):
            files = tuple(name for name, of, who in back if of == draft and (not sent.recipient or sent.recipient in who))
            found.append(Out(draft, snapshot.title if snapshot is not None else "", sent, files))
    return sorted(found, key=lambda out: (bool(out.back), out.sent.due or "9999", out.sent.recipient, out.draft))


def _came_back(project: Project) -> list[tuple[str, str, set[str]]]:
    """Give for each report its file, its draft, and everybody who has a hand in it."""
    found = []
    for path in files_in(project.folder / FOLDER, ".json"):
        try:
            content = path.read_bytes()
        except OSError as error:
            raise not_readable(path, error) from error
        try:
            record = json.loads(content)
            found.append((record["file"], record["draft"]["id"], _people(record)))
        except (ValueError, KeyError, TypeError):
            continue  # another file of this folder
    return found


def _people(record: dict[str, Any]) -> set[str]:
    """Give whose copy a report is of: the person it was for, or everybody who wrote in it where it says nobody."""
    if record["recipient"]:
        return {record["recipient"]}
    people = {hand["author"] for change in record["changes"] for hand in change["hands"]}
    return people | {comment["author"] for comment in record["comments"]} | {record["saved_by"]}


def _converted(content: bytes) -> bytes:
    """Let LibreOffice turn a file of its own into a Word file; it gets a profile of its own, and no network is asked."""
    office = shutil.which("soffice") or shutil.which("libreoffice")
    if office is None:
        raise PressError(wording.ODT_WITHOUT_OFFICE, exit_code=3)
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "return.odt"
        source.write_bytes(content)
        command = (office, f"-env:UserInstallation={(Path(folder) / 'profile').as_uri()}", "--headless", "--convert-to", "docx")
        try:
            subprocess.run(  # noqa: S603 - a program of this machine, with arguments of our own
                (*command, "--outdir", folder, str(source)),
                capture_output=True,
                stdin=subprocess.DEVNULL,
                timeout=_SECONDS,
                check=True,
            )
            return (Path(folder) / "return.docx").read_bytes()
        except (subprocess.SubprocessError, OSError) as error:
            raise PressError(wording.ODT_FAILED) from error
