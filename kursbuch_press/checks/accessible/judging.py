"""Judging whether everybody can read a file: opened once, seen by every check of its kind, summed up."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

from kursbuch_press.checks import wording
from kursbuch_press.checks.accessible.outcome import (
    Check,
    Checked,
    Finding,
    ReadableVerdict,
    Result,
    Seen,
    State,
)
from kursbuch_press.checks.accessible.pdf import CHECKS as PDF_CHECKS
from kursbuch_press.checks.accessible.pdf import NEED_TAGS
from kursbuch_press.checks.accessible.pdf.claim import title_of
from kursbuch_press.checks.accessible.pdf_file import read_pdf
from kursbuch_press.checks.accessible.word import CHECKS as WORD_CHECKS
from kursbuch_press.checks.accessible.word.title import title_of as title_of_word
from kursbuch_press.checks.findings import Spot
from kursbuch_press.checks.wording import readable_report
from kursbuch_press.checks.wording.readable import TITLES
from kursbuch_press.marks import objects
from kursbuch_press.marks import wording as marks_wording
from kursbuch_press.marks.geometry import MM, Area
from kursbuch_press.marks.opening import content_of_file, open_pdf
from kursbuch_press.packages import open_word
from kursbuch_press.problems import PressError, Severity

Opened = TypeVar("Opened")

_PACKED = (b"PK\x03\x04", b"PK\x05\x06")
_OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""The beginning of a compound file: Word before 2007, and what Word encrypts (MS-CFB 2.2, MS-OFFCRYPTO 2.3)."""


def judge_readable(path_or_bytes: Path | bytes, name: str = "") -> ReadableVerdict:
    """Judge a PDF or a Word file; raises PressError for one that cannot be judged at all.

    A file without a name is called after its path. Its first bytes say what it is, not its name.
    """
    name = name or (path_or_bytes.name if isinstance(path_or_bytes, Path) else "")
    content = content_of_file(path_or_bytes)
    if content.startswith(_PACKED):
        return _judge_word(content, name)
    if content.startswith(_OLD_OFFICE):
        raise PressError(wording.OLD_OR_LOCKED)
    if not content or b"%PDF-" not in content[:2048]:
        raise PressError(wording.OTHER_KIND)
    return _judge_pdf(content, name)


def _judge_pdf(content: bytes, name: str) -> ReadableVerdict:
    with open_pdf(content) as pdf, _readable_names():
        file = read_pdf(pdf, name)
        checks = _checked(file, PDF_CHECKS, {page.number: page.box for page in file.pages})
        if not file.elements:
            checks = tuple(_without_tags(check) for check in checks)
        title = title_of(file.xmp)
        language = objects.text(objects.entry(file.catalog, "/Lang")) or ""
    return _verdict(checks, ReadableVerdict(name, "pdf", False, (), title, language, len(file.pages)))  # noqa: FBT003


@contextmanager
def _readable_names() -> Iterator[None]:
    """Refuse a file with names that are no text where the rooms below read them."""
    try:
        yield
    except UnicodeDecodeError as error:
        raise PressError(marks_wording.BROKEN.format(reason=str(error))) from error


def _judge_word(content: bytes, name: str) -> ReadableVerdict:
    file = open_word(content, name)
    checks = _checked(file, WORD_CHECKS, {})
    return _verdict(checks, ReadableVerdict(name, "docx", False, (), title_of_word(file), file.language))  # noqa: FBT003


def _without_tags(check: Checked) -> Checked:
    """What looks at tags has nothing to look at: that is no pass."""
    if check.check not in NEED_TAGS or check.state is not State.PASSED:
        return check
    return replace(check, state=State.PERSON, measured=readable_report.WITHOUT_TAGS)


def _verdict(checks: tuple[Checked, ...], about: ReadableVerdict) -> ReadableVerdict:
    passed = all(check.state is not State.FAILED for check in checks)
    return ReadableVerdict(about.name, about.kind, passed, checks, about.title, about.language, about.pages)


def _checked(file: Opened, checks: Sequence[Check[Opened]], boxes: Mapping[int, Area]) -> tuple[Checked, ...]:
    return tuple(_outcome(check, check.judge(file), boxes) for check in checks)


def _outcome(check: Check[Opened], result: Result, boxes: Mapping[int, Area]) -> Checked:
    title, rule, question = TITLES[check.id]
    state = _state(result)
    findings = tuple(_findings(check.id, result.seen, boxes))
    asked = "" if result.nothing else question
    return Checked(check.id, title, rule, check.clauses, state, result.measured, findings, asked, result.listed)


def _state(result: Result) -> State:
    severities = {seen.severity for seen in result.seen}
    if Severity.ERROR in severities:
        return State.FAILED
    if Severity.WARNING in severities:
        return State.WARNED
    return State.PERSON if result.person or severities else State.PASSED


def _findings(check: str, seen: Sequence[Seen], boxes: Mapping[int, Area]) -> Iterator[Finding]:
    for each in seen:
        box = boxes.get(each.page)
        spot = _spot(each.area, box) if each.area is not None and box is not None else None
        yield Finding(check, each.clause, each.message, each.severity, each.page, each.place, spot)


def _spot(area: Area, box: Area) -> Spot:
    left, top = (area.left - box.left) / MM, (box.top - area.top) / MM
    return Spot(round(left, 1), round(top, 1), round(area.width / MM, 1), round(area.height / MM, 1))
