"""Whether everything on the pages can be read to its end: content, pictures, fonts; what cannot is missing on paper."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from pikepdf import Dictionary

from kursbuch_press.checks.check import Check
from kursbuch_press.checks.findings import Result, Seen
from kursbuch_press.checks.german import count, shortened
from kursbuch_press.checks.print.print_file import PrintFile
from kursbuch_press.checks.wording import damage as words
from kursbuch_press.marks import objects
from kursbuch_press.marks.blank_faces import blank_faces
from kursbuch_press.marks.damage import Inspector
from kursbuch_press.marks.library import key_of
from kursbuch_press.marks.marks import TextMark
from kursbuch_press.marks.sheets import PageBoxes
from kursbuch_press.marks.streams import content_of
from kursbuch_press.problems import listed

_MOST_NAMES = 5


def _judge(file: PrintFile) -> Result:
    """Read each stream that a page uses; the first page that uses a damaged one is named."""
    inspector = Inspector(file.library.budget)
    seen: list[Seen] = []
    told: set[tuple[str, int]] = set()
    for sheet in file.sheets:
        seen.extend(
            Seen(words.sentence(damage), sheet.number) for damage in inspector.inspect(sheet.written, sheet.painting.inline)
        )
        if missing := sheet.painting.missing:
            seen.append(Seen(words.MISSING.format(names=listed(missing, _MOST_NAMES)), sheet.number))
        if unknown := sheet.painting.unknown:
            seen.append(Seen(words.UNKNOWN.format(names=listed(unknown, _MOST_NAMES)), sheet.number))
        if lacking := sheet.painting.lacking:
            seen.append(Seen(words.LACKING.format(names=listed(lacking, _MOST_NAMES)), sheet.number))
        if sheet.painting.cut_off:
            seen.append(Seen(words.CUT_OFF, sheet.number))
        seen.extend(_glyphs(sheet, told))
    for number, mark in blank_faces((sheet.number, sheet.painting.marks) for sheet in file.sheets):
        message = words.BLANK_FACE.format(name=mark.face.name, text=shortened(mark.text, 30))
        seen.append(Seen(message, number, area=mark.area))
    seen.extend(Seen(words.EMPTIED, sheet.number) for sheet in _emptied(file))
    amount = count(len(inspector.met), *words.OBJECTS)
    return Result(measured=words.READ.format(amount=amount), limit=words.TO_THE_END, seen=tuple(seen))


def _emptied(file: PrintFile) -> Iterator[PageBoxes]:
    """Give pages without any content for which faces or pictures of their own are kept: nobody puts these into blank pages."""
    owners = Counter(_key_of_resources(sheet) for sheet in file.sheets)
    for sheet in file.sheets:
        resources = sheet.written.get("/Resources")
        if not isinstance(resources, Dictionary) or owners[_key_of_resources(sheet)] > 1:
            continue
        named = [each for key in ("/Font", "/XObject") for each in objects.pairs(resources.get(key))]
        if named and not content_of(sheet.written, file.library.budget).strip():
            yield sheet


def _key_of_resources(sheet: PageBoxes) -> str:
    """Name the resources of a page; those that are written into the page itself are its own."""
    resources = sheet.written.get("/Resources")
    return key_of(resources) if isinstance(resources, Dictionary) and resources.is_indirect else f"page {sheet.number}"


def _glyphs(sheet: PageBoxes, told: set[tuple[str, int]]) -> Iterator[Seen]:
    """See signs whose drawing inside the font is broken, though the font as a whole can be opened."""
    for mark in sheet.painting.marks:
        if isinstance(mark, TextMark):
            for code in set(mark.face.codes(mark.shown)):
                if (mark.face.name, code) not in told and not mark.face.glyphs.is_whole(code):
                    told.add((mark.face.name, code))
                    message = words.GLYPH.format(name=mark.face.name, text=shortened(mark.text, 30))
                    yield Seen(message, sheet.number, area=mark.area)


CHECK = Check("damage", _judge)
