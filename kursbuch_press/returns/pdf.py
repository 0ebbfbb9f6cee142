"""The comments of a returned PDF: proof-readers mark up the pages, and the words under a mark give its address."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from hashlib import sha256
from html import unescape

import pikepdf
import pypdfium2

from kursbuch_press.drafts.snapshot import Block, Snapshot
from kursbuch_press.drafts.spans import Span, Spans
from kursbuch_press.problems import PressError
from kursbuch_press.returns import wording
from kursbuch_press.returns.arrived import Arrived
from kursbuch_press.returns.identity import Drafts, identify_words
from kursbuch_press.returns.pdf_places import Around, DraftPlace, Finder
from kursbuch_press.returns.returned import (
    Change,
    ChangeKind,
    Comment,
    Foreign,
    Found,
    Hand,
    Piece,
    PieceKind,
    Returned,
    Unplaced,
)
from kursbuch_press.returns.tally import Tally
from kursbuch_press.returns.tokens import words_in

_MARKED = frozenset({"/Highlight", "/Underline", "/Squiggly", "/StrikeOut", "/Redact"})
_DRAWN = frozenset({"/Square", "/Circle", "/Stamp", "/Ink", "/Line", "/Polygon", "/PolyLine"})
_NO_WORD = frozenset({"/Link", "/Popup", "/Widget", "/PrinterMark", "/TrapNet", "/Watermark", "/Screen", "/Movie"})
"""Annotations by which nobody says anything; whatever else has words is read, also kinds that nobody knows yet."""
_MOST_PAGES, _MOST_MARKS = 3000, 20_000
_NEAR, _FAR = 24.0, 96.0
"""How wide the field around a note is in which a letter is looked for, in points; one that is far away is not certain."""
_WIDEST, _STEP = 480, 12
"""How far and in which steps the line at the height of a note is looked along, in points."""
_RICH_TAG = re.compile(r"<[^>]*>")
_DATE = re.compile(r"^D:(\d{4})(\d\d)?(\d\d)?(\d\d)?(\d\d)?(\d\d)?")


@dataclass(slots=True)
class Annotation:
    """One annotation: what it is, who made it, what it says, and the words before, under and behind it on its page.

    ``along`` are places of the line at its height, the nearest first: what is nearest to a note in the margin may be a folio or
    the number on a thumb index, which no draft has.
    """

    kind: str
    hand: Hand
    text: str
    page: str
    before: str = ""
    words: str = ""
    behind: str = ""
    along: tuple[tuple[str, str], ...] = ()
    near: bool = True
    leads: bool = False
    answers: list[Annotation] = field(default_factory=list)


def read_pdf(arrived: Arrived, drafts: Drafts) -> Returned:
    """Read the comments of a PDF; raises PressError for one that cannot be read or belongs to no draft."""
    marks, pages = _marks(arrived.content)
    identity = identify_words(pages, drafts, arrived.draft)
    snapshot = identity.snapshot
    reading = _Reading(snapshot)
    for mark in marks:
        reading.take(mark)
    return Returned(
        arrived.name,
        sha256(arrived.content).hexdigest(),
        snapshot,
        identity.known,
        tuple(reading.changes()),
        tuple(reading.comments),
        tuple(reading.unplaced),
        (),
        reading.tally.ledger(sum(_words_of(mark) for mark in marks)),
        identity.notices,
    )


def _words_of(mark: Annotation) -> int:
    return len(words_in(mark.text)) + sum(_words_of(each) for each in mark.answers)


# The file


def _marks(content: bytes) -> tuple[list[Annotation], list[str]]:
    """Give all marks in the order of the pages, and the words of each page."""
    try:
        with pikepdf.open(io.BytesIO(content)) as pdf:
            if len(pdf.pages) > _MOST_PAGES:
                raise PressError(wording.PDF_TOO_LONG.format(most=_MOST_PAGES))
            document = pypdfium2.PdfDocument(content)
            try:
                found = [_page(pdf, document, number) for number in range(len(pdf.pages))]
            finally:
                document.close()
    except pikepdf.PasswordError as error:
        raise PressError(wording.PDF_LOCKED) from error
    except (pikepdf.PdfError, pypdfium2.PdfiumError, RecursionError, ValueError) as error:
        raise PressError(wording.PDF_BROKEN) from error
    marks = [mark for each, _ in found for mark in each]
    if len(marks) > _MOST_MARKS:
        raise PressError(wording.PDF_TOO_MANY.format(most=_MOST_MARKS))
    return marks, [text for _, text in found]


def _page(pdf: pikepdf.Pdf, document: pypdfium2.PdfDocument, number: int) -> tuple[list[Annotation], str]:
    annotations = pdf.pages[number].obj.get("/Annots")
    text = document[number].get_textpage()
    try:
        words = text.get_text_range()
        found: dict[tuple[int, int], Annotation] = {}
        answers: list[tuple[tuple[int, int], Annotation]] = []
        for annotation in annotations if isinstance(annotations, pikepdf.Array) else ():
            if not isinstance(annotation, pikepdf.Dictionary) or not _speaks(annotation):
                continue
            mark = _mark(annotation, text, words, str(number + 1))
            asked = annotation.get("/IRT")
            if asked is not None and str(annotation.get("/RT", "/R")) == "/R" and "/StateModel" not in annotation:
                answers.append((asked.objgen, mark))
            elif "/StateModel" not in annotation:
                found[annotation.objgen if annotation.is_indirect else (-len(found) - 1, 0)] = mark
        for asked_of, mark in answers:
            if asked_of in found:
                found[asked_of].answers.append(mark)
            else:
                found[-len(found) - 1, 1] = mark
        return list(found.values()), words
    finally:
        text.close()


def _speaks(annotation: pikepdf.Dictionary) -> bool:
    """Say whether somebody says something by an annotation."""
    kind = str(annotation.get("/Subtype", ""))
    return kind not in _NO_WORD and (kind in _MARKED | _DRAWN | {"/Text", "/FreeText", "/Caret"} or bool(_said(annotation)))


def _said(annotation: pikepdf.Dictionary) -> str:
    """Give what an annotation says; some programs write it with looks only (PDF 2.0, 12.7.4.4)."""
    said = str(annotation.get("/Contents", "")).replace("\r", "\n").strip()
    rich = annotation.get("/RC")
    return said if said or not isinstance(rich, pikepdf.String) else unescape(_RICH_TAG.sub(" ", str(rich))).strip()


def _mark(annotation: pikepdf.Dictionary, text: pypdfium2.PdfTextPage, words: str, page: str) -> Annotation:
    said = " ".join(_said(annotation).split(" "))
    hand = Hand(str(annotation.get("/T", "")).strip(), _time(str(annotation.get("/M", annotation.get("/CreationDate", "")))))
    mark = Annotation(str(annotation.get("/Subtype")), hand, said, page)
    if mark.kind in _MARKED:
        start, end = _letters(annotation, text)
    else:
        start, mark.leads = _beside(annotation, text, _NEAR)
        if start < 0:
            start, mark.leads = _beside(annotation, text, _FAR)
            mark.near = False
        end = start
        places = _along(annotation, text)
        mark.along = tuple((words[max(0, at - 120) : at], words[at : at + 120]) for at in places)
    if start >= 0:
        mark.before, mark.words, mark.behind = words[max(0, start - 120) : start], words[start:end], words[end : end + 120]
    return mark


def _beside(annotation: pikepdf.Dictionary, text: pypdfium2.PdfTextPage, tolerance: float) -> tuple[int, bool]:
    """Give the letter behind a note, or behind the end of the line that leads from it, and whether the note touches it."""
    box = [float(number) for number in annotation.get("/Rect", [])]
    if len(box) != 4:  # noqa: PLR2004 - a rectangle
        return -1, False
    x, y = min(box[0], box[2]), (box[1] + box[3]) / 2
    leading = annotation.get("/CL")
    if isinstance(leading, pikepdf.Array) and len(leading) >= 4:  # noqa: PLR2004 - two points
        x, y = float(leading[0]), float(leading[1])
    at = text.get_index(x, y, tolerance, tolerance)
    if at is None:
        return -1, False
    left, _, right, _ = text.get_charbox(at)
    behind = x > (left + right) / 2
    return int(at) + behind, not behind


def _along(annotation: pikepdf.Dictionary, text: pypdfium2.PdfTextPage) -> list[int]:
    """Give letters at the height of a note across its page, the nearest first."""
    box = [float(number) for number in annotation.get("/Rect", [])]
    if len(box) != 4:  # noqa: PLR2004 - a rectangle
        return []
    x, y = min(box[0], box[2]), (box[1] + box[3]) / 2
    steps = sorted((x + step * sign for step in range(0, _WIDEST, _STEP) for sign in (1, -1)), key=lambda each: abs(each - x))
    found = (text.get_index(each, y, _STEP, _STEP / 2) for each in steps)
    return list(dict.fromkeys(int(at) for at in found if at is not None))


def _letters(annotation: pikepdf.Dictionary, text: pypdfium2.PdfTextPage) -> tuple[int, int]:
    """Give from which letter of the page to which a mark goes."""
    box = [float(number) for number in annotation.get("/Rect", [])]
    quads = [float(number) for number in annotation.get("/QuadPoints", [])]
    if not quads and len(box) == 4:  # noqa: PLR2004 - a rectangle, of a program that knows no others
        quads = [box[0], box[3], box[2], box[3], box[0], box[1], box[2], box[1]]
    places: list[int] = []
    for start in range(0, len(quads) - 7, 8):
        xs, ys = quads[start : start + 8 : 2], quads[start + 1 : start + 8 : 2]
        height = (min(ys) + max(ys)) / 2
        for x in (min(xs) + 1.5, max(xs) - 1.5):
            at = text.get_index(x, height, 3, 6)
            if at is not None:
                places.append(at)
    return (min(places), max(places) + 1) if places else (-1, -1)


def _time(written: str) -> datetime | None:
    """Read the time of a mark (PDF 2.0, 7.9.4)."""
    match = _DATE.match(written)
    if match is None:
        return None
    year, month, day, hour, minute, second = (int(each) if each else None for each in match.groups())
    try:
        return datetime(year or 1, month or 1, day or 1, hour or 0, minute or 0, second or 0)  # noqa: DTZ001 - as the file has it
    except ValueError:
        return None


# The places


@dataclass(slots=True)
class _Edit:
    start: int
    end: int
    new: str
    hand: Hand
    certain: bool


class _Reading:
    """Gathers what the marks say."""

    def __init__(self, snapshot: Snapshot) -> None:
        self._blocks = [block for block in snapshot.blocks if block.rendered.strip()]
        self._finder = Finder(self._blocks)
        self._edits: dict[str, list[_Edit]] = {}
        self._by_address = snapshot.by_address
        self.tally = Tally()
        self.comments: list[Comment] = []
        self.unplaced: list[Unplaced] = []

    def take(self, mark: Annotation) -> None:
        """Take one mark: an edit, a comment, or something without a place."""
        spot = self._finder.find(Around(mark.before, mark.words, mark.behind, mark.leads), near=mark.near)
        if spot is None:
            tries = (self._finder.find(Around(before, "", behind), near=False) for before, behind in mark.along)
            spot = next((found for found in tries if found is not None), None)
        is_edit = mark.kind in {"/StrikeOut", "/Caret"} and spot is not None and not mark.answers
        if is_edit and spot is not None and (mark.words.strip() or mark.text):
            self._edit(mark, spot)
        elif spot is not None and (mark.text or mark.answers or mark.kind in _MARKED | _DRAWN):
            self.comments.append(_comment(mark, spot))
            self.tally.new += _words_of(mark)
        else:
            self._set_aside(mark)

    def _edit(self, mark: Annotation, spot: DraftPlace) -> None:
        edit = _Edit(spot.start, spot.end, "", mark.hand, spot.certain)
        if mark.kind == "/Caret":
            edit.end, edit.new = edit.start, _spaced(mark.text, spot.block.rendered, edit.start)
        elif mark.text:
            edit.new = mark.text
        self.tally.changed += len(words_in(edit.new))
        self.tally.struck += len(words_in(spot.block.rendered[edit.start : edit.end]))
        self._edits.setdefault(spot.block.address, []).append(edit)

    def _set_aside(self, mark: Annotation) -> None:
        for each in (mark, *mark.answers):
            text = f"{each.text} („{' '.join(mark.words.split())}“)" if mark.words.strip() else each.text
            self.unplaced.append(Unplaced(Foreign.MARK, text, hand=each.hand, page=each.page))
            self.tally.unplaced += len(words_in(each.text))

    def changes(self) -> Iterator[Change]:
        """Give one change for each block in which words were struck out or added."""
        order = {block.address: at for at, block in enumerate(self._blocks)}
        for number, address in enumerate(sorted(self._edits, key=lambda each: order[each]), start=1):
            block, edits = self._by_address[address], sorted(self._edits[address], key=lambda edit: edit.start)
            pieces = tuple(_pieces(block, edits))
            yield Change(
                number,
                ChangeKind.EDITED,
                block.kind,
                address,
                block.chapter,
                block.spans,
                tuple(span for piece in pieces if piece.kind is not PieceKind.DELETED for span in piece.spans),
                pieces,
                tuple(dict.fromkeys(edit.hand for edit in edits)),
                Found.TEXT,
                certain=all(edit.certain for edit in edits),
                editable=block.editable,
                level=block.level,
                ordered=block.ordered,
            )


def _spaced(new: str, text: str, at: int) -> str:
    """Give words that are inserted with the spaces that whoever wrote them took for granted; a single letter needs none."""
    if len(new) < 2:  # noqa: PLR2004 - a letter that was forgotten
        return new
    before = " " if text[at - 1 : at].isalnum() and new[:1].isalnum() else ""
    behind = " " if text[at : at + 1].isalnum() and new[-1:].isalnum() else ""
    return f"{before}{new}{behind}"


def _comment(mark: Annotation, spot: DraftPlace) -> Comment:
    block = spot.block
    replies = tuple(Comment(each.hand.author, each.hand.when, each.text, block.address, block.chapter) for each in mark.answers)
    quoted = " ".join(mark.words.split())
    return Comment(
        mark.hand.author, mark.hand.when, mark.text, block.address, block.chapter, quoted, replies, spot.certain, page=mark.page
    )


def _pieces(block: Block, edits: Sequence[_Edit]) -> Iterator[Piece]:
    at = 0
    for edit in edits:
        start = max(at, edit.start)
        if start > at:
            yield Piece(PieceKind.KEPT, _cut(block.spans, at, start))
        if edit.end > start:
            yield Piece(PieceKind.DELETED, _cut(block.spans, start, edit.end), edit.hand)
        if edit.new:
            yield Piece(PieceKind.INSERTED, (Span(edit.new),), edit.hand)
        at = max(start, edit.end)
    if at < len(block.rendered):
        yield Piece(PieceKind.KEPT, _cut(block.spans, at, len(block.rendered)))


def _cut(spans: Spans, start: int, end: int) -> Spans:
    """Give the spans between two letters; calls of notes stay with the letters before them."""
    found: list[Span] = []
    at = 0
    for span in spans:
        low, high = max(start - at, 0), min(end - at, len(span.text))
        if span.note and start < at <= end:
            found.append(span)
        elif low < high:
            found.append(Span(span.text[low:high], span.strong, span.emphasis, span.href, field=span.field))
        at += len(span.text)
    return tuple(found)
