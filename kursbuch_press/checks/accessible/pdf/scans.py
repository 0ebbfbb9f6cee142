"""Pictures of text: pages that are nothing but a picture, and say nothing to a reader."""

from __future__ import annotations

from collections.abc import Iterator

from kursbuch_press.checks.accessible.pdf_file import PdfFile
from kursbuch_press.checks.check import Check
from kursbuch_press.checks.findings import Clause, Result, Seen
from kursbuch_press.checks.german import count
from kursbuch_press.checks.wording import accessible_pdf as words
from kursbuch_press.marks.marks import PictureMark, TextMark

PICTURE_OF_TEXT = Clause("08-002", "1.4.5")
_WHOLE = 0.7


def _judge(file: PdfFile) -> Result:
    seen = tuple(_faults(file))
    return Result(
        seen=seen, measured=count(len(seen), "Seite nur als Bild", "Seiten nur als Bild"), nothing=not _has_pictures(file)
    )


def _has_pictures(file: PdfFile) -> bool:
    return any(isinstance(mark, PictureMark) for page in file.pages for mark in page.painting.marks)


def _faults(file: PdfFile) -> Iterator[Seen]:
    for page in file.pages:
        whole = page.box.width * page.box.height
        large = [
            mark
            for mark in page.painting.marks
            if isinstance(mark, PictureMark) and mark.area.width * mark.area.height > _WHOLE * whole
        ]
        if large and not any(isinstance(mark, TextMark) and mark.text.strip() for mark in page.painting.marks):
            yield Seen(words.SCAN, page.number, area=large[0].area, clause=PICTURE_OF_TEXT)


CHECK = Check("pictures-of-text", _judge, (PICTURE_OF_TEXT,))
