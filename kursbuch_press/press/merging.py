"""Merging on the disk: reports of what returns want, and accepted changes written all at once, with a way back."""

from __future__ import annotations

import base64
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from kursbuch_press.disk.changing import change_files
from kursbuch_press.disk.looking import is_regular
from kursbuch_press.merge import CannotApplyError, Change, Outcome, SourceData, applied, merge
from kursbuch_press.merge.asking import with_questions
from kursbuch_press.merge.choosing import Choice
from kursbuch_press.merge.deciding import FILE as CONFLICTS
from kursbuch_press.merge.deciding import Decided, decided, read_decisions, write_conflicts
from kursbuch_press.merge.files import SheetFile, read_sheets, sheets_of, written
from kursbuch_press.merge.logbook import FILE as LOG
from kursbuch_press.merge.logbook import with_entry, without_decided
from kursbuch_press.merge.renaming import renamed_return
from kursbuch_press.merge.report_html import report_html
from kursbuch_press.merge.report_json import report_json
from kursbuch_press.merge.trial import new_errors
from kursbuch_press.merge.wording import dialogue, reasons
from kursbuch_press.press.project import Project
from kursbuch_press.press.renaming import read_renamings
from kursbuch_press.problems import BookError, PressError
from kursbuch_press.returns.returned import Returned

REPORT, REPORT_JSON, UNDO = "returns/report.html", "returns/report.json", "returns/undo.json"


@dataclass(frozen=True, slots=True)
class Merging:
    """What some returns want of the sources as they are now, and what an editor has decided of it."""

    project: Project
    returns: tuple[Returned, ...]
    files: Mapping[str, SheetFile]
    outcome: Outcome
    decisions: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Accepted:
    """What was written: changes and decided conflicts, the files, and what was left out, with the reason."""

    changes: tuple[Change, ...]
    conflicts: tuple[Decided, ...]
    files: tuple[str, ...]
    left_out: tuple[tuple[Change | Decided, str], ...]


def look(project: Project, returns: Sequence[Returned]) -> Merging:
    """Say what some returns want; nothing is written."""
    files = read_sheets(project.folder)
    renamings = read_renamings(project.folder)
    returns = [renamed_return(returned, renamings) for returned in returns]
    log = project.folder / LOG
    outcome = without_decided(merge(returns, sheets_of(files)), log.read_text("utf-8") if is_regular(log) else "")
    path = project.folder / CONFLICTS
    decisions = read_decisions(path.read_text("utf-8-sig")) if is_regular(path) else {}
    return Merging(project, tuple(returns), files, outcome, decisions)


def write_reports(merging: Merging) -> None:
    """Write the outcome for people and for programs, and the file in which conflicts are decided."""
    change_files(merging.project.folder, _reports(merging))


def _reports(merging: Merging) -> dict[str, bytes]:
    found = {
        REPORT: report_html(merging.outcome).encode(),
        REPORT_JSON: report_json(merging.outcome).encode(),
    }
    if merging.outcome.conflicts or is_regular(merging.project.folder / CONFLICTS):
        found[CONFLICTS] = write_conflicts(merging.outcome, merging.decisions).encode()
    return found


def accept(merging: Merging, choice: Choice) -> Accepted:
    """Write what was chosen and decided: all of it or nothing; what would break the book is left out and named."""
    wanted: list[Change | Decided] = [*choice.changes, *decided(merging.outcome, merging.decisions)]
    sheets, left_out = _fitting(merging, wanted)
    taken = [each for each in wanted if all(each is not other for other, _ in left_out)]
    contents = written(merging.files, {**sheets, **_asked(merging, sheets, choice)})
    if choice.comments and (errors := new_errors(merging.project.folder, contents)):
        raise BookError(errors)
    changes = tuple(each for each in taken if isinstance(each, Change))
    conflicts = tuple(each for each in taken if isinstance(each, Decided))
    if contents:
        _write_accepted(merging, contents, changes, conflicts)
    return Accepted(changes, conflicts, tuple(sorted(contents)), tuple(left_out))


def _asked(merging: Merging, sheets: Mapping[str, SourceData], choice: Choice) -> dict[str, SourceData]:
    """Turn the chosen comments into questions."""
    every = {name: sheets.get(name) or file.sheet for name, file in read_sheets(merging.project.folder).items()}
    return with_questions(every, choice.comments)


def _fitting(
    merging: Merging, wanted: Sequence[Change | Decided]
) -> tuple[dict[str, SourceData], list[tuple[Change | Decided, str]]]:
    """Apply everything; where that would break the book, find out what it is, one by one, and leave it out."""
    sheets, problem = _tried(merging, wanted)
    if not problem:
        return sheets, []
    left_out: list[tuple[Change | Decided, str]] = []
    good: list[Change | Decided] = []
    for each in _halved(merging, wanted):
        sheets, problem = _tried(merging, [*good, *each])
        if problem:
            left_out.extend((one, problem) for one in each)
        else:
            good.extend(each)
    return _tried(merging, good)[0], left_out


def _halved(merging: Merging, wanted: Sequence[Change | Decided]) -> list[list[Change | Decided]]:
    """Split what is wanted into parts that are good in themselves, and single ones that are not."""
    if len(wanted) <= 1 or not _tried(merging, wanted)[1]:
        return [list(wanted)] if wanted else []
    middle = len(wanted) // 2
    return _halved(merging, wanted[:middle]) + _halved(merging, wanted[middle:])


def _tried(merging: Merging, wanted: Iterable[Change | Decided]) -> tuple[dict[str, SourceData], str]:
    """Give the sheets with some changes made, and in words what would be wrong with the book then."""
    operations = [operation for each in wanted for operation in each.operations]
    try:
        sheets = applied(sheets_of(merging.files), operations, merging.outcome.notes)
    except CannotApplyError as error:
        return {}, reasons.OVERLAPS.format(address=error)
    errors = new_errors(merging.project.folder, written(merging.files, sheets))
    return sheets, reasons.BREAKS.format(problem=errors[0].message) if errors else ""


def _write_accepted(
    merging: Merging, contents: Mapping[str, bytes], changes: Sequence[Change], conflicts: Sequence[Decided]
) -> None:
    folder = merging.project.folder
    for name, file in merging.files.items():
        if file.file in contents and (folder / file.file).read_bytes() != file.content:
            raise PressError(dialogue.CHANGED_MEANWHILE.format(file=file.file, name=name))
    log = folder / LOG
    before = log.read_bytes() if is_regular(log) else None
    entry = with_entry((before or b"").decode(), merging.outcome, changes, conflicts)
    contents = {**contents, LOG: entry.encode()}
    step = {name: _step(folder / name, content) for name, content in contents.items()}
    if is_regular(folder / CONFLICTS):  # what was decided is decided again after an undo; the file goes on changing
        step[CONFLICTS] = {**_step(folder / CONFLICTS, b""), "after": None}
    undo = [*_undo(folder), step]
    change_files(folder, {**contents, UNDO: (json.dumps(undo, indent=1) + "\n").encode()})


def _step(path: Path, content: bytes) -> dict[str, str | None]:
    before = base64.b64encode(path.read_bytes()).decode() if is_regular(path) else None
    return {"before": before, "after": sha256(content).hexdigest()}


def _undo(folder: Path) -> list[dict[str, dict[str, str | None]]]:
    path = folder / UNDO
    if not is_regular(path):
        return []
    try:
        steps: list[dict[str, dict[str, str | None]]] = json.loads(path.read_bytes())
    except ValueError as error:
        raise PressError(dialogue.BROKEN_UNDO) from error
    return steps


def undo(project: Project) -> tuple[str, ...]:
    """Take back what was accepted last: every file gets the bytes it had before. Gives the files.

    A file that somebody has changed since keeps all of them as they are.
    """
    folder = project.folder
    steps = _undo(folder)
    if not steps:
        raise PressError(dialogue.NOTHING_TO_UNDO, exit_code=2)
    step = steps.pop()
    for name, state in step.items():
        path = folder / name
        is_same = is_regular(path) and sha256(path.read_bytes()).hexdigest() == state["after"]
        if state["after"] is not None and not is_same:
            raise PressError(dialogue.ALREADY_WRITTEN.format(file=name), exit_code=2)
    contents = {name: base64.b64decode(state["before"]) for name, state in step.items() if state["before"] is not None}
    gone = [name for name, state in step.items() if state["before"] is None]
    change_files(folder, {**contents, UNDO: (json.dumps(steps, indent=1) + "\n").encode()}, gone)
    return tuple(sorted(step))
