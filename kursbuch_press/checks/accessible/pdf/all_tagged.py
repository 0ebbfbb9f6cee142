"""All content: each text, picture and drawing is tagged or an artifact, and never both."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kursbuch_press.checks.accessible.clauses import TAGGED
from kursbuch_press.checks.accessible.pdf_file import PdfFile, ReadPage, words_of
from kursbuch_press.checks.accessible.tag_tree import Content
from kursbuch_press.checks.check import Check
from kursbuch_press.checks.findings import Clause, Result, Seen
from kursbuch_press.checks.german import count, percent, runs, shortened
from kursbuch_press.checks.wording import accessible_pdf as words
from kursbuch_press.marks.geometry import Area
from kursbuch_press.marks.marks import GroupMark, Mark, PathMark, PictureMark, ShadingMark, TextMark, Where
from kursbuch_press.marks.tagged import Within, within

_NESTED = {"01-003": Clause("01-003", "1.3.1"), "01-004": Clause("01-004", "1.3.1")}
_DRAWN_INSIDE = {Where.GLYPH, Where.PATTERN, Where.MASK}


def _judge(file: PdfFile) -> Result:
    if not file.elements:
        return _whole_file(file)
    seen: list[Seen] = []
    tagged = total = 0
    for page in file.pages:
        loose: list[Mark] = []
        nested: dict[str, Mark | None] = dict.fromkeys(page.faults)
        for mark in page.painting.marks:
            if isinstance(mark, GroupMark) or mark.paint.where in _DRAWN_INSIDE:
                continue
            around = within(mark)
            total += 1
            if around.fault:
                nested[around.fault] = nested.get(around.fault) or mark
            if is_placed(file, around):
                tagged += 1
            else:
                loose.append(mark)
        seen.extend(_loose(page, loose))
        seen.extend(_hidden(file, page))
        seen.extend(
            Seen(words.NESTED[fault], page.number, area=mark.area if mark else None, clause=_NESTED[fault])
            for fault, mark in nested.items()
        )
    return Result(seen=tuple(seen), measured=percent(100 * tagged / total, 1) if total else words.NONE)


def _whole_file(file: PdfFile) -> Result:
    """Tell it once where nothing is tagged; page by page it would bury what else is wrong."""
    texts = [page.number for page in file.pages for mark in page.texts() if within(mark).artifact is None]
    if not texts:
        return Result(measured=percent(0))
    amount = count(len(texts), "Textstück", "Textstücke")
    message = words.NOTHING_TAGGED.format(pages=runs(texts), count=amount)
    return Result(seen=(Seen(message, clause=TAGGED),), measured=percent(0))


def is_placed(file: PdfFile, around: Within) -> bool:
    """Whether content is an artifact or belongs to a tag."""
    if around.artifact is not None:
        return True
    return file.tree is not None and Content(around.owner, around.mcid) in file.tree.holders


def _loose(page: ReadPage, loose: list[Mark]) -> Iterator[Seen]:
    """Tell of one page in one line for texts, and in one for each kind of graphics."""
    texts = [mark for mark in loose if isinstance(mark, TextMark)]
    if texts:
        said = shortened("".join(words_of(texts)), 60)
        amount = count(len(texts), "Textstück", "Textstücke")
        yield Seen(words.UNTAGGED_TEXT.format(count=amount, text=said), page.number, area=_around(texts), clause=TAGGED)
    for kind in (PictureMark, PathMark, ShadingMark):
        found = [mark for mark in loose if isinstance(mark, kind)]
        if found:
            message = words.UNTAGGED[kind.__name__].format(count=len(found))
            yield Seen(message, page.number, area=_around(found), clause=TAGGED)


def _hidden(file: PdfFile, page: ReadPage) -> Iterator[Seen]:
    """Tell of text that is set and not shown, as under a scan: who listens gets only what is tagged."""
    said = [text for around, text in page.hidden.items() if not is_placed(file, around)]
    if said:
        yield Seen(words.UNTAGGED_HIDDEN.format(text=shortened(" ".join(said), 60)), page.number, clause=TAGGED)


def _around(marks: Sequence[Mark]) -> Area:
    area = marks[0].area
    for mark in marks[1:]:
        area = area.join(mark.area)
    return area


CHECK = Check("all-tagged", _judge, (TAGGED, *_NESTED.values()))
