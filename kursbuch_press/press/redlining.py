"""Redlines on the disk: what changed since a draft that went out, as a Word file and as a PDF with change bars."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from kursbuch_press.disk.changing import change_files
from kursbuch_press.drafts.snapshot import Snapshot, write_snapshot
from kursbuch_press.merge.renaming import renamed_snapshot
from kursbuch_press.merge.wording import redlines as wording
from kursbuch_press.press.composing import manuscript
from kursbuch_press.press.products.word_files import chosen_draft
from kursbuch_press.press.project import Project
from kursbuch_press.press.renaming import read_renamings
from kursbuch_press.press.sending import find_chapters
from kursbuch_press.press.sent import FOLDER, draft_ids, keep_snapshots, kept_snapshot
from kursbuch_press.problems import PressError, listed
from kursbuch_press.word import write
from kursbuch_press.word.redlines import RedlineError, redline
from kursbuch_press.word.redlines.writing import Signed

_SECONDS = 180
_REVISION = "/org.openoffice.Office.Writer/Revision"
_SETTINGS = {(f"{_REVISION}/LinesChanged", "Mark"): 5} | {
    (f"{_REVISION}/TextDisplay/{kind}", "Color"): colour for kind, colour in (("Insert", 0x006446), ("Delete", 0xA00000))
}
"""Bars in the outer margin (LibreOffice itself puts them on the left of every page), colours that paper shows."""


def redline_since(project: Project, since: str, typed: Sequence[str], *, pdf: bool) -> tuple[str, ...]:
    """Write what is new since a draft, of its chapters or of those that are named; gives the paths in the project."""
    old = kept_snapshot(project.folder, since)
    if old is None:
        known = listed(draft_ids(project.folder)) or wording.NONE
        raise PressError(wording.NO_DRAFT.format(draft=since, known=known), exit_code=2)
    old = renamed_snapshot(old, read_renamings(project.folder))
    composed = manuscript(project)
    chapters = find_chapters(typed, composed) if typed else _chapters(old, [chapter.id for chapter in composed.chapters])
    written = write(composed, chosen_draft(project, chapters))
    edition = composed.edition
    try:
        content = redline(
            written.content, written.snapshot, _of(old, written.snapshot), Signed(edition.issued_by, edition.date)
        )
    except RedlineError as error:
        raise PressError(wording.NOT_TRUE.format(place=error.place)) from error
    keep_snapshots(project.folder, {written.snapshot.id: write_snapshot(written.snapshot)}, sent=True)
    files = {wording.FILE.format(since=since): content}
    if pdf:
        files[wording.PDF.format(since=since)] = _as_pdf(content)
    change_files(project.folder / FOLDER / written.snapshot.id, files)
    return tuple(f"{FOLDER}/{written.snapshot.id}/{name}" for name in files)


def _chapters(old: Snapshot, known: Sequence[str]) -> tuple[str, ...] | None:
    """Give the chapters of a draft that there still are; None for the whole book."""
    return None if old.whole else tuple(chapter for chapter in known if chapter in old.chapters)


def _of(old: Snapshot, new: Snapshot) -> Snapshot:
    """Give what an earlier draft said of the chapters that are compared."""
    chapters = {block.chapter for block in new.blocks} | set(new.chapters)
    return replace(old, blocks=tuple(block for block in old.blocks if new.whole or block.chapter in chapters))


def _as_pdf(content: bytes) -> bytes:
    """Let LibreOffice set the redline: it puts a bar in the margin beside each line that changed."""
    office = shutil.which("soffice") or shutil.which("libreoffice")
    if office is None:
        raise PressError(wording.NO_OFFICE)
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "redline.docx"
        source.write_bytes(content)
        profile = f"-env:UserInstallation={_profile(Path(folder) / 'profile').as_uri()}"
        try:
            subprocess.run(  # noqa: S603 - a program of this machine, with arguments of our own
                (office, profile, "--headless", "--convert-to", "pdf", "--outdir", folder, str(source)),
                capture_output=True,
                stdin=subprocess.DEVNULL,
                timeout=_SECONDS,
                check=True,
            )
            return (Path(folder) / "redline.pdf").read_bytes()
        except (subprocess.SubprocessError, OSError) as error:
            raise PressError(wording.PDF_FAILED) from error


def _profile(folder: Path) -> Path:
    """Make a profile in which LibreOffice shows changes as a press does."""
    items = "".join(
        f'<item oor:path="{path}"><prop oor:name="{name}" oor:op="fuse"><value>{value}</value></prop></item>'
        for (path, name), value in _SETTINGS.items()
    )
    (folder / "user").mkdir(parents=True)
    text = f'<oor:items xmlns:oor="http://openoffice.org/2001/registry">{items}</oor:items>'
    (folder / "user/registrymodifications.xcu").write_text(text, "utf-8")
    return folder
