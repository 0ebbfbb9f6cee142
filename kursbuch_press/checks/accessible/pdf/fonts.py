"""Fonts: embedded, and with a letter for every sign, so that text can be read out, searched and copied."""

from __future__ import annotations

from collections.abc import Iterator

from pikepdf import Dictionary, Object

from kursbuch_press.checks.accessible.pdf_file import PdfFile
from kursbuch_press.checks.check import Check
from kursbuch_press.checks.findings import Clause, Result, Seen
from kursbuch_press.checks.german import count, shortened
from kursbuch_press.checks.wording import accessible_pdf as words
from kursbuch_press.marks import objects
from kursbuch_press.marks.marks import TextMark
from kursbuch_press.marks.tagged import within
from kursbuch_press.marks.typefaces import Face
from kursbuch_press.problems import Severity

NOT_MAPPED, NOT_EMBEDDED = Clause("10-001", "1.3.1"), Clause("31-009")
NO_MAP, ZERO, NO_LETTER, NO_SIGN = (
    Clause("31-027", "1.3.1"),
    Clause("31-028", "1.3.1"),
    Clause("31-029", "1.3.1"),
    Clause("31-030", "1.3.1"),
)
_SYMBOLIC = 4
_PRIVATE = range(0xE000, 0xF900)


def _judge(file: PdfFile) -> Result:
    fonts = _fonts(file)
    used: dict[int, tuple[int, TextMark]] = {}
    seen: list[Seen] = []
    told: set[tuple[int, str]] = set()
    for page in file.pages:
        for mark in page.shown:
            if not isinstance(mark, TextMark):
                continue
            used.setdefault(id(mark.face), (page.number, mark))
            if within(mark).actual is None:
                seen.extend(_letters(page.number, mark, told))
    for key, (number, mark) in used.items():
        seen.extend(_font(mark, number, fonts.get(key)))
    return Result(seen=tuple(seen), measured=count(len(used), "Schrift", "Schriften"))


def _fonts(file: PdfFile) -> dict[int, Object]:
    """Give the dictionary of each font that was read."""
    found: dict[int, Object] = {}
    for key, face in file.library.faces.items():
        number, _, generation = key.partition(".")
        if number.isdigit() and generation.isdigit():
            written = file.pdf.get_object(int(number), int(generation))
            if isinstance(written, Dictionary):
                found[id(face)] = written
    return found


def _font(mark: TextMark, page: int, written: Object | None) -> Iterator[Seen]:
    face = mark.face
    name = face.name or words.NAMELESS
    if not face.embedded:
        yield Seen(words.NOT_EMBEDDED.format(name=name), page, area=mark.area, clause=NOT_EMBEDDED)
    if face.letters or not face.kind:
        return
    if _has_known_letters(written):
        return
    if face.two_bytes or (written is not None and not _is_readable(face, written)):
        yield Seen(words.NO_MAP.format(name=name), page, area=mark.area, clause=NO_MAP)


_COLLECTIONS = {"GB1", "CNS1", "Japan1", "Korea1"}


def _has_known_letters(written: Object | None) -> bool:
    """Whether the signs of a composite font are those of a collection that every reader knows (ISO 14289-1, 7.21.7)."""
    below = objects.members(objects.entry(written, "/DescendantFonts"))
    system = objects.entry(below[0], "/CIDSystemInfo") if below else None
    named = objects.text(objects.entry(system, "/Registry")), objects.text(objects.entry(system, "/Ordering"))
    encoding = objects.name(objects.entry(written, "/Encoding"))
    return named[0] == "Adobe" and named[1] in _COLLECTIONS and bool(encoding)


def _is_readable(face: Face, written: Object) -> bool:
    """Whether the signs of a simple font mean letters without a ToUnicode map (ISO 14289-1, 7.21.7)."""
    encoding = written.get("/Encoding")
    base = objects.name(encoding) or objects.name(objects.entry(encoding, "/BaseEncoding"))
    if face.kind == "Type3":
        return False
    if base in {"WinAnsiEncoding", "MacRomanEncoding", "MacExpertEncoding"}:
        return True
    flags = objects.whole(objects.entry(written, "/FontDescriptor", "/Flags")) or 0
    symbolic = bool(flags & _SYMBOLIC) or face.name in {"Symbol", "ZapfDingbats"}
    return not symbolic or isinstance(encoding, Dictionary)


def _letters(page: int, mark: TextMark, told: set[tuple[int, str]]) -> Iterator[Seen]:
    """See signs without a letter; each font tells once for a page."""
    face = mark.face
    name = face.name or words.NAMELESS
    for clause, message, how in _wrong_letters(mark):
        if (page, name + message) not in told:
            told.add((page, name + message))
            text = message.format(name=name, text=shortened(mark.text, 30))
            yield Seen(text, page, severity=how, area=mark.area, clause=clause)


def _shows_a_box(face: Face, shown: bytes) -> bool:
    """Whether a text shows the sign that stands for a missing one (.notdef)."""
    if face.identity and 0 in face.codes(shown):
        return True
    if face.two_bytes or face.kind == "Type3":
        return False
    return any(face.glyphs.name(code) == ".notdef" or face.glyphs.glyph(code) == ".notdef" for code in set(shown))


def _wrong_letters(mark: TextMark) -> Iterator[tuple[Clause, str, Severity]]:
    face, text = mark.face, mark.text
    if _shows_a_box(face, mark.shown):
        yield NO_SIGN, words.NO_SIGN, Severity.ERROR
    if not face.letters:
        return
    if "\N{REPLACEMENT CHARACTER}" in text and any(code not in face.letters for code in face.codes(mark.shown)):
        yield NOT_MAPPED, words.NOT_MAPPED, Severity.ERROR
    if "\0" in text:
        yield ZERO, words.NO_LETTER, Severity.ERROR
    if "\ufeff" in text or "\ufffe" in text:
        yield NO_LETTER, words.NO_LETTER, Severity.ERROR
    if any(ord(sign) in _PRIVATE for sign in text) and within(mark).artifact is None:
        yield NOT_MAPPED, words.PRIVATE_LETTER, Severity.WARNING


CHECK = Check("fonts", _judge, (NOT_MAPPED, NOT_EMBEDDED, NO_MAP, ZERO, NO_LETTER, NO_SIGN))
