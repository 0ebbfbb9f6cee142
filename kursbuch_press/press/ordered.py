"""What a print file was ordered as: which part of the work it is, and so its trim and its number of pages."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from kursbuch_press.checks import PrintWish
from kursbuch_press.pages.cover import sheet_for
from kursbuch_press.pages.handouts.imposing import SHEET
from kursbuch_press.pages.handouts.names import Name, all_names, folded
from kursbuch_press.pages.prepress.printers import Printer
from kursbuch_press.press import wording
from kursbuch_press.press.composing import manuscript
from kursbuch_press.press.dist import NOT_READY, Entry, read_manifest
from kursbuch_press.press.preflight import wish_of
from kursbuch_press.press.products import COVER, INTERIOR, SHEETS
from kursbuch_press.press.project import Project
from kursbuch_press.press.setting import printed_pages

WALL = (210.0, 297.0)
"""The trim of the sheet that is put up, in mm."""


def wish_for_interior(project: Project, printer: Printer) -> PrintWish:
    """Say what the printer asks for of the pages of the book."""
    return wish_of(printer, manuscript(project).edition.trim, project.folder)


def wish_for_cover(project: Project, printer: Printer, pages: int) -> PrintWish:
    """Say what the printer asks for of the cover of a book of so many pages."""
    sheet = sheet_for(printer, manuscript(project).edition.trim, pages)
    count = 4 if sheet.stitched else 1
    whole = wish_for_interior(project, printer)
    return replace(whole, part=wording.PARTS["cover"], trim=(sheet.width, sheet.height), page_count=count)


def wish_for_sheet(project: Project, printer: Printer, name: Name) -> PrintWish:
    """Say what the printer asks for of a handout: two sides of a sheet that is folded, or one that is put up."""
    trim, count = (SHEET, 2) if folded(name) else (WALL, 1)
    part = wording.PARTS["folded" if folded(name) else "wall"]
    return replace(wish_for_interior(project, printer), part=part, trim=trim, page_count=count)


def wish_for_file(project: Project, printer: Printer, path: Path) -> PrintWish:
    """Say what a file of the book was ordered as, by its place in dist/, its bytes or its name; any other is an interior."""
    entries = read_manifest(project.dist).entries
    job = _job(project, path, entries)
    if job == COVER:
        inside = entries.get(INTERIOR) or entries.get(_refused(INTERIOR))
        return wish_for_cover(project, printer, inside.pages if inside else printed_pages(project))
    sheet = next((name for name in all_names(manuscript(project)) if job == SHEETS.format(sheet=name.path)), None)
    return wish_for_sheet(project, printer, sheet) if sheet else wish_for_interior(project, printer)


def _job(project: Project, path: Path, entries: Mapping[str, Entry]) -> str:
    """Give the path under which a file was ordered; empty for one that is none of the book's."""
    print_jobs = (INTERIOR, COVER, *(SHEETS.format(sheet=name.path) for name in all_names(manuscript(project))))
    own = [entry for entry in entries.values() if entry.job in print_jobs]
    same_size = {entry.sha256: entry.job for entry in own if entry.size == path.stat().st_size}
    if same_size and (job := same_size.get(hashlib.sha256(path.read_bytes()).hexdigest())):
        return job
    at = path.resolve()
    for job in print_jobs:
        if at in {project.dist.resolve() / job, project.dist.resolve() / _refused(job)}:
            return job
    named = path.name.replace(f"{NOT_READY}.pdf", ".pdf")
    sent = {Path(entry.path).name: entry.job for entry in own}
    return next((job for job in print_jobs if Path(job).name == named), sent.get(path.name, ""))


def _refused(job: str) -> str:
    return job.replace(".pdf", f"{NOT_READY}.pdf")
