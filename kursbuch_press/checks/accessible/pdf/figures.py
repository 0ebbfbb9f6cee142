"""Figures: each says in words what it shows, in words that are no file name and no essay."""

from __future__ import annotations

from collections.abc import Iterator

from kursbuch_press.checks.accessible.alternatives import is_empty_phrase, is_unreviewed
from kursbuch_press.checks.accessible.clauses import ALTERNATIVE
from kursbuch_press.checks.accessible.pdf_file import PdfFile
from kursbuch_press.checks.accessible.standard_tags import ILLUSTRATIONS
from kursbuch_press.checks.accessible.tag_tree import Element
from kursbuch_press.checks.check import Check
from kursbuch_press.checks.findings import Clause, Result, Seen
from kursbuch_press.checks.german import count, shortened
from kursbuch_press.checks.wording import accessible_pdf as words
from kursbuch_press.compose.said_drawings import LONGEST_ALTERNATIVE
from kursbuch_press.marks.marks import PictureMark
from kursbuch_press.problems import Severity

NOT_A_FIGURE, FORMULA = Clause("13-001", "1.1.1"), Clause("17-002", "1.1.1")
POOR = Clause("", "1.1.1", "WCAG-Technik F30")
_SMALL = 12.0
"""Points; a smaller picture is a sign within the text."""


def _judge(file: PdfFile) -> Result:
    figures = file.of_kind("Figure", "Formula")
    seen = [each for figure in figures for each in _faults(file, figure)]
    seen.extend(_twins(file, figures))
    seen.extend(_pictures_elsewhere(file))
    listed = tuple(
        words.ALTERNATIVE.format(page=file.page_of(each), text=_alternative(each)) for each in figures if _alternative(each)
    )
    return Result(
        seen=tuple(seen),
        measured=count(len(figures), "Abbildung", "Abbildungen"),
        listed=listed,
        nothing=not figures and not seen,
    )


def _alternative(figure: Element) -> str:
    return " ".join((figure.entries.get("Alt") or figure.entries.get("ActualText") or "").split())


def _faults(file: PdfFile, figure: Element) -> Iterator[Seen]:
    text, page, area = _alternative(figure), file.page_of(figure), file.area_of(figure)
    if not text:
        clause = FORMULA if figure.kind == "Formula" else ALTERNATIVE
        yield Seen(words.NO_ALTERNATIVE, page, area=area, clause=clause)
    elif is_empty_phrase(text):
        yield Seen(words.POOR_ALTERNATIVE.format(text=shortened(text, 60)), page, area=area, clause=POOR)
    elif is_unreviewed(text):
        message = words.UNREVIEWED.format(text=shortened(text, 60))
        yield Seen(message, page, severity=Severity.WARNING, area=area, clause=POOR)
    elif len(text) > LONGEST_ALTERNATIVE:
        message = words.LONG_ALTERNATIVE.format(text=shortened(text, 60), count=len(text), most=LONGEST_ALTERNATIVE)
        yield Seen(message, page, severity=Severity.WARNING, area=area, clause=POOR)


def _twins(file: PdfFile, figures: list[Element]) -> Iterator[Seen]:
    """See two pictures on different pages with the same words: one of them may be a copy by mistake."""
    met: dict[str, int] = {}
    for figure in figures:
        text, page = _alternative(figure), file.page_of(figure)
        if text and met.setdefault(text, page) != page:
            message = words.SAME_ALTERNATIVE.format(text=shortened(text, 60), page=met[text])
            yield Seen(message, page, severity=Severity.NOTE, clause=POOR)


def _pictures_elsewhere(file: PdfFile) -> Iterator[Seen]:
    """See pictures that are tagged as text, so that nobody hears of them."""
    if file.tree is None:
        return
    for content, holder in file.tree.holders.items():
        if any(each.kind in ILLUSTRATIONS or "Alt" in each.entries for each in (holder, *holder.ancestors())):
            continue
        for page, mark in file.marks.get(content, ()):
            if isinstance(mark, PictureMark) and min(mark.area.width, mark.area.height) > _SMALL:
                message = words.NOT_A_FIGURE.format(kind=holder.kind)
                yield Seen(message, page, severity=Severity.WARNING, area=mark.area, clause=NOT_A_FIGURE)
                break


CHECK = Check("figures", _judge, (ALTERNATIVE, NOT_A_FIGURE, FORMULA, POOR))
