"""Bookmarks: one for each heading, and each leads to a page."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pikepdf import Dictionary, Object

from kursbuch_press.checks.accessible.pdf.headings import headings_of
from kursbuch_press.checks.accessible.pdf.links import leads_to_page, named_targets
from kursbuch_press.checks.accessible.pdf_file import PdfFile
from kursbuch_press.checks.check import Check
from kursbuch_press.checks.findings import Clause, Result, Seen
from kursbuch_press.checks.german import count, shortened
from kursbuch_press.checks.wording import accessible_pdf as words
from kursbuch_press.marks import objects
from kursbuch_press.marks.library import key_of
from kursbuch_press.problems import Severity

NONE = Clause("", "2.4.5", "ISO 14289-1, 7.17 · WCAG-Technik PDF2")
EMPTY, DEAD = Clause("", "2.4.6", "ISO 14289-1, 7.17"), Clause("", "2.4.5", "ISO 32000-1, 12.3.3")
_MANY_PAGES = 20
_MOST = 50_000


def bookmarks_of(file: PdfFile) -> list[Object]:
    """Give all bookmarks, parents first."""
    found: list[Object] = []
    met: set[str] = set()
    waiting = [objects.entry(file.catalog, "/Outlines", "/First")]
    while waiting and len(found) < _MOST:
        each = waiting.pop()
        if not isinstance(each, Dictionary) or key_of(each) in met:
            continue
        met.add(key_of(each))
        found.append(each)
        waiting += [each.get("/Next"), each.get("/First")]
    return found


def _judge(file: PdfFile) -> Result:
    bookmarks = bookmarks_of(file)
    titles = [objects.text(each.get("/Title")) or "" for each in bookmarks]
    return Result(seen=tuple(_faults(file, bookmarks, titles)), measured=count(len(bookmarks), "Lesezeichen", "Lesezeichen"))


def _faults(file: PdfFile, bookmarks: list[Object], titles: list[str]) -> Iterator[Seen]:
    headings = headings_of(file)
    if not bookmarks:
        if len(headings) > 1 or len(file.pages) > _MANY_PAGES:
            how = Severity.ERROR if len(file.pages) > _MANY_PAGES else Severity.WARNING
            yield Seen(words.NO_BOOKMARKS, severity=how, clause=NONE)
        return
    known = {_letters(title) for title in titles}
    for heading in headings:
        text = file.words(heading)
        if text and not _is_known(_letters(text), known):
            message = words.NO_BOOKMARK.format(text=shortened(text, 60))
            yield Seen(message, file.page_of(heading), severity=Severity.WARNING, clause=NONE)
    targets = named_targets(file)
    for bookmark, title in zip(bookmarks, titles, strict=True):
        if not title.strip():
            yield Seen(words.EMPTY_BOOKMARK, clause=EMPTY)
        action = bookmark.get("/A")
        wanted = objects.entry(action, "/D") if isinstance(action, Dictionary) else bookmark.get("/Dest")
        outside = isinstance(action, Dictionary) and objects.name(action.get("/S")) != "GoTo"
        if not outside and not leads_to_page(file, wanted, targets):
            group = wanted is None and bookmark.get("/First") is not None
            how = Severity.WARNING if wanted is None else Severity.ERROR
            text = words.DEAD_BOOKMARK.format(text=shortened(title, 60)) + (words.STRICT if wanted is None else "")
            if not group:
                yield Seen(text, severity=how, clause=DEAD)


def _is_known(text: str, known: set[str]) -> bool:
    """A bookmark may leave out the number of a chapter, or add one."""
    return text in known or any(len(each) > 3 and (text.endswith(each) or each.endswith(text)) for each in known)  # noqa: PLR2004 - shorter words end too many titles


def _letters(text: str) -> str:
    return re.sub(r"[\W_]", "", text.casefold())


CHECK = Check("bookmarks", _judge, (NONE, EMPTY, DEAD))
