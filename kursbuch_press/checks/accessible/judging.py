"""Judging whether everybody can read a file: opened once within a budget, seen by every check of its kind."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from kursbuch_press.checks import wording
from kursbuch_press.checks.accessible.pdf import CHECKS as PDF_CHECKS
from kursbuch_press.checks.accessible.pdf import NEED_TAGS
from kursbuch_press.checks.accessible.pdf.claim import title_of
from kursbuch_press.checks.accessible.pdf_file import read_pdf
from kursbuch_press.checks.accessible.script import write_script
from kursbuch_press.checks.accessible.word import CHECKS as WORD_CHECKS
from kursbuch_press.checks.accessible.word.title import title_of as title_of_word
from kursbuch_press.checks.findings import About, Checked, CheckState, Kind, PageFacts, Verdict
from kursbuch_press.checks.judging import judged
from kursbuch_press.checks.wording import report as words
from kursbuch_press.checks.wording.accessible import TITLES
from kursbuch_press.limits import Budget, Limits
from kursbuch_press.marks import objects
from kursbuch_press.marks import wording as marks_wording
from kursbuch_press.marks.library import Library
from kursbuch_press.marks.opening import content_of_file, open_pdf
from kursbuch_press.packages import open_word
from kursbuch_press.problems import FileError, PressError

_PACKED = (b"PK\x03\x04", b"PK\x05\x06")
_OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""The beginning of a compound file: Word before 2007, and what Word encrypts (MS-CFB 2.2, MS-OFFCRYPTO 2.3)."""


def judge_readable(path_or_bytes: Path | bytes, name: str = "", limits: Limits | None = None) -> Verdict:
    """Judge a PDF or a Word file; raises PressError for one that cannot be judged at all.

    A file without a name is called after its path. Its first bytes say what it is, not its name.
    """
    content = content_of_file(path_or_bytes)
    name = name or (path_or_bytes.name if isinstance(path_or_bytes, Path) else "")
    budget = Budget(limits)
    if content.startswith(_PACKED):
        return _judge_word(content, name, budget)
    if content.startswith(_OLD_OFFICE):
        raise FileError(wording.OLD_OR_LOCKED)
    if not content or b"%PDF-" not in content[:2048]:
        raise FileError(wording.OTHER_KIND)
    return _judge_pdf(content, name, budget)


def script_of(path: Path, limits: Limits | None = None) -> str:
    """Give what a screen reader says of a PDF; raises PressError for a file of another kind, or one that cannot be read."""
    content = content_of_file(path)
    if b"%PDF-" not in content[:2048]:
        raise PressError(wording.SCRIPT_OF_PDF)
    with open_pdf(content) as pdf, _shown_names():
        return write_script(read_pdf(pdf, path.name, Library(Budget(limits))))


def _judge_pdf(content: bytes, name: str, budget: Budget) -> Verdict:
    with open_pdf(content) as pdf, _shown_names():
        file = read_pdf(pdf, name, Library(budget))
        pages = tuple(PageFacts(page.number, "", page.box, page.box) for page in file.pages)
        checks = tuple(judged(check, check.judge(file), TITLES, pages) for check in PDF_CHECKS)
        if not file.elements:
            checks = tuple(_without_tags(check) for check in checks)
        language = objects.text(objects.entry(file.catalog, "/Lang")) or ""
        return Verdict(About(name, Kind.PDF, title=title_of(file.xmp), language=language), checks, pages)


@contextmanager
def _shown_names() -> Iterator[None]:
    """Refuse a file with names that are no text where the rooms below read them."""
    try:
        yield
    except UnicodeDecodeError as error:
        raise FileError(marks_wording.BROKEN.format(reason=str(error))) from error


def _judge_word(content: bytes, name: str, budget: Budget) -> Verdict:
    file = open_word(content, name, budget)
    checks = tuple(judged(check, check.judge(file), TITLES) for check in WORD_CHECKS)
    return Verdict(About(name, Kind.WORD, title=title_of_word(file), language=file.language), checks)


def _without_tags(check: Checked) -> Checked:
    """What looks at tags has nothing to look at: that is no pass."""
    if check.check not in NEED_TAGS or check.state not in {CheckState.PASSED, CheckState.NOTED}:
        return check
    return replace(check, state=CheckState.PERSON, measured=words.WITHOUT_TAGS)
