"""The whole file: which blocks came, went or changed, row by row and paragraph by paragraph."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from copy import deepcopy
from dataclasses import dataclass
from datetime import date
from difflib import SequenceMatcher
from io import BytesIO
from itertools import groupby
from zipfile import ZipFile, ZipInfo

from lxml import etree

from kursbuch_press.drafts.anchors import anchor_name
from kursbuch_press.drafts.snapshot import Block, Kind, Snapshot
from kursbuch_press.drafts.spans import Span
from kursbuch_press.word.redlines.checking import check, fixed
from kursbuch_press.word.redlines.elements import GONE, Element, Pen, W
from kursbuch_press.word.redlines.marking import Marking, Token, mark_text, old_tokens
from kursbuch_press.word.redlines.tables import deleted_row, deleted_table

_DOCUMENT, _NOTES = "word/document.xml", "word/footnotes.xml"


@dataclass(frozen=True, slots=True)
class Signed:
    """In whose name a redline is written, and of which day: no clock enters a file."""

    author: str
    day: date


def redline(content: bytes, new: Snapshot, old: Snapshot, signed: Signed) -> bytes:
    """Give a draft with what changed since an earlier one as tracked changes, the same bytes for the same drafts.

    Raises RedlineError where accepting all would not give the draft, or rejecting all not the words of the earlier one.
    """
    parts = _parts(content)
    document, notes = etree.fromstring(parts[_DOCUMENT]), etree.fromstring(parts[_NOTES])
    writing = _Redline(document, notes, (new, old), Pen(signed.author, f"{signed.day.isoformat()}T00:00:00Z"))
    writing.mark()
    check(_roots(content), (document, notes), (new, old))
    parts[_DOCUMENT], parts[_NOTES] = _serialized(document), _serialized(notes)
    return _packed(content, parts)


def _parts(content: bytes) -> dict[str, bytes]:
    with ZipFile(BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def _roots(content: bytes) -> tuple[Element, Element]:
    parts = _parts(content)
    return etree.fromstring(parts[_DOCUMENT]), etree.fromstring(parts[_NOTES])


def _serialized(root: Element) -> bytes:
    for each in root.iter():
        each.attrib.pop(GONE, None)
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True))


def _packed(content: bytes, parts: Mapping[str, bytes]) -> bytes:
    """Pack the parts as they were packed, with their times."""
    target = BytesIO()
    with ZipFile(BytesIO(content)) as before, ZipFile(target, "w") as archive:
        for entry in before.infolist():
            copy = ZipInfo(entry.filename, entry.date_time)
            copy.create_system, copy.compress_type = entry.create_system, entry.compress_type
            archive.writestr(copy, parts[entry.filename], compresslevel=6)
    return target.getvalue()


class _Redline:
    """One file on its way."""

    def __init__(self, document: Element, notes: Element, drafts: tuple[Snapshot, Snapshot], pen: Pen) -> None:
        self.document, self.notes = document, notes
        self.new, self.old = drafts
        self.pen = pen
        self.paragraphs = {**_anchored(document), **_anchored(notes)}
        self.note_addresses = self._addresses_of_notes()
        self.marking = Marking(pen, lambda number: self.note_addresses.get(number, ""), self._call_of_gone)
        self.restored: dict[str, str] = {}
        body = document.find(f"{W}body")
        assert body is not None
        self.body = body

    def _addresses_of_notes(self) -> dict[str, str]:
        by_anchor = self.new.by_anchor
        found: dict[str, str] = {}
        for note in self.notes.iter(f"{W}footnote"):
            for start in note.iter(f"{W}bookmarkStart"):
                block = by_anchor.get(start.get(f"{W}name", ""))
                if block is not None:
                    found[note.get(f"{W}id", "")] = block.address
        return found

    def mark(self) -> None:
        """Mark everything."""
        before, after = _running(self.old), _running(self.new)
        matcher = SequenceMatcher(None, [b.address for b in before], [b.address for b in after], autojunk=False)
        steps = matcher.get_opcodes()
        self.kept = {block.address for kind, begin, end, _, _ in steps if kind == "equal" for block in before[begin:end]}
        come = [block for kind, _, _, start, stop in steps if kind != "equal" for block in after[start:stop]]
        gone = {id(block) for kind, begin, end, _, _ in steps if kind != "equal" for block in before[begin:end]}
        for kind, begin, end, start, stop in steps:
            if kind == "equal":
                for old, new in zip(before[begin:end], after[start:stop], strict=True):
                    self._mark_text(old, new)
        self._put_back([block for block in before if id(block) in gone], before)
        self._mark_new(come)
        self._mark_notes()

    def _mark_text(self, old: Block, new: Block) -> None:
        paragraph = self.paragraphs.get(new.anchor)
        if paragraph is not None and new.kind is not Kind.PICTURE and fixed(old.spans) != fixed(new.spans):
            mark_text(paragraph, new.anchor, old.spans, self.marking)

    def _mark_new(self, blocks: list[Block]) -> None:
        """Mark new paragraphs, and rows in which everything is new."""
        fresh = [self.paragraphs[block.anchor] for block in blocks if block.anchor in self.paragraphs]
        rows = {row: None for paragraph in fresh if (row := _around(paragraph, "tr")) is not None}
        whole = {row for row in rows if all(each in fresh for each in row.iter(f"{W}p") if not _is_gone(each))}
        for row in rows:
            if row in whole:
                self.pen.mark_row(row, "ins")
        for paragraph in fresh:
            for run in list(paragraph.iter(f"{W}r")):
                if run.getparent() is not None and not _is_inside(run, "del"):
                    self.pen.inserted(run)
            if _around(paragraph, "tc") is None:
                self.pen.mark_paragraph(paragraph, "ins")

    # --- what went -----------------------------------------------------------------------------------------------

    def _put_back(self, gone: list[Block], before: list[Block]) -> None:
        """Put in what went, behind what it stood behind; what stood together goes together."""
        places = {id(block): at for at, block in enumerate(before)}
        lost = {id(block) for block in gone}
        behind: Element | None = None
        last = -2
        together = [(block.table, block.row, places[id(block)] - at) for at, block in enumerate(gone)]
        for (table, row, _), group in groupby(zip(together, gone, strict=True), key=lambda pair: pair[0]):
            blocks = [block for _, block in group]
            first = places[id(blocks[0])]
            if first != last + 1 or behind is None:
                behind = self._neighbour(before, first)
            of_row = [block for block in before if table is not None and (block.table, block.row) == (table, row)]
            if table is not None and all(id(block) in lost for block in of_row):
                behind = self._row(blocks, before, lost, behind)
            else:
                for block in blocks:
                    behind = self._paragraph(block, behind)
            last = places[id(blocks[-1])]

    def _neighbour(self, before: list[Block], at: int) -> Element | None:
        """Give the paragraph behind which something stood; None at the very beginning."""
        for block in reversed(before[:at]):
            if block.address in self.kept and block.anchor in self.paragraphs:
                return self.paragraphs[block.anchor]
        return None

    def _row(self, blocks: list[Block], before: list[Block], lost: set[int], behind: Element | None) -> Element:
        row = deleted_row([self._deleted(block) for block in blocks], self.pen)
        of_table = [block for block in before if block.table == blocks[0].table]
        staying = [block for block in of_table if id(block) not in lost and block.anchor in self.paragraphs]
        above = _around(behind, "tr") if behind is not None else None
        if above is not None and (above.get(GONE) == str(blocks[0].table) or staying):
            above.addnext(row)
        elif staying:
            below = _around(self.paragraphs[staying[0].anchor], "tr")
            assert below is not None
            below.addprevious(row)
        else:
            self._in_body(deleted_table(row, len(blocks)), behind)
        row.set(GONE, str(blocks[0].table))
        return next(row.iter(f"{W}p"))

    def _paragraph(self, block: Block, behind: Element | None) -> Element:
        paragraph = self._deleted(block)
        if behind is not None and block.table is not None and _around(behind, "tc") is not None:
            behind.addnext(paragraph)  # a cell of a column that went: its words stand in the cell before it
        else:
            self._in_body(paragraph, behind)
        _number_like_neighbours(paragraph)
        return paragraph

    def _in_body(self, element: Element, behind: Element | None) -> None:
        if behind is None:
            self.body.insert(0, element)
            return
        while behind.getparent() is not self.body:
            above = behind.getparent()
            if above is None:
                break
            behind = above
        behind.addnext(element)

    def _deleted(self, block: Block) -> Element:
        """Give a paragraph that went, with a bookmark around its words by which the check knows it."""
        paragraph = etree.Element(f"{W}p")
        properties = etree.SubElement(paragraph, f"{W}pPr")
        if block.style:
            etree.SubElement(properties, f"{W}pStyle").set(f"{W}val", block.style)
        if block.table is None:
            self.pen.mark_paragraph(paragraph, "del")
        if block.label:
            paragraph.append(self.pen.deleted((Span(block.label),)))
        number = str(self.pen.numbers())
        start, end = etree.SubElement(paragraph, f"{W}bookmarkStart"), etree.Element(f"{W}bookmarkEnd")
        start.set(f"{W}id", number)
        start.set(f"{W}name", f"_z{anchor_name(block.address)[2:]}")
        end.set(f"{W}id", number)
        paragraph.append(self.marking.gone(self._tokens(block)))
        paragraph.append(end)
        return paragraph

    @staticmethod
    def _tokens(block: Block) -> list[Token]:
        return [] if block.kind is Kind.PICTURE else old_tokens(block.spans)

    # --- notes ---------------------------------------------------------------------------------------------------

    def _mark_notes(self) -> None:
        olds, news = _notes(self.old), _notes(self.new)
        for address, block in news.items():
            paragraph = self.paragraphs.get(block.anchor)
            if paragraph is None:
                continue
            if address in olds:
                mark_text(paragraph, block.anchor, olds[address].spans, self.marking)
            else:
                for run in list(paragraph.iter(f"{W}r")):
                    self.pen.inserted(run)

    def _call_of_gone(self, address: str) -> Element | None:
        """Give the call of a note that went, and put the note itself in again."""
        block = _notes(self.old).get(address)
        number = next((number for number, known in self.note_addresses.items() if known == address), None)
        if number is None and block is not None:
            number = self.restored.get(address) or self._restore(block)
        if number is None:
            return None
        run = etree.Element(f"{W}r")
        etree.SubElement(etree.SubElement(run, f"{W}rPr"), f"{W}rStyle").set(f"{W}val", "FootnoteReference")
        etree.SubElement(run, f"{W}footnoteReference").set(f"{W}id", number)
        return run

    def _restore(self, block: Block) -> str:
        number = str(max(int(each.get(f"{W}id", "0")) for each in self.notes.iter(f"{W}footnote")) + 1)
        self.restored[block.address] = number
        note = etree.SubElement(self.notes, f"{W}footnote")
        note.set(f"{W}id", number)
        paragraph = self._deleted(block)
        properties = paragraph.find(f"{W}pPr/{W}rPr")
        if properties is not None and properties.getparent() is not None:
            paragraph[0].remove(properties)
        mark = self.pen.change("del")
        sign = etree.SubElement(mark, f"{W}r")
        etree.SubElement(etree.SubElement(sign, f"{W}rPr"), f"{W}rStyle").set(f"{W}val", "FootnoteReference")
        etree.SubElement(sign, f"{W}footnoteRef")
        paragraph.insert(1, mark)
        note.append(paragraph)
        return number


def _number_like_neighbours(paragraph: Element) -> None:
    """Let an item that went be one of the list it stood in: the numbers behind it are those of the earlier draft then."""
    style = paragraph.find(f"{W}pPr/{W}pStyle")
    for each in (paragraph.getprevious(), paragraph.getnext()):
        number, other = (each.find(f"{W}pPr/{W}{tag}") if each is not None else None for tag in ("numPr", "pStyle"))
        if style is not None and number is not None and other is not None and dict(other.attrib) == dict(style.attrib):
            style.addnext(deepcopy(number))
            return


def _running(snapshot: Snapshot) -> list[Block]:
    """Give the blocks of the running text."""
    return [block for block in snapshot.blocks if block.kind is not Kind.NOTE]


def _notes(snapshot: Snapshot) -> dict[str, Block]:
    return {block.address: block for block in snapshot.blocks if block.kind is Kind.NOTE}


def _anchored(root: Element) -> dict[str, Element]:
    """Give the paragraph of each bookmark."""
    return dict(_starts(root))


def _starts(root: Element) -> Iterator[tuple[str, Element]]:
    for start in root.iter(f"{W}bookmarkStart"):
        paragraph = _around(start, "p")
        if paragraph is not None:
            yield start.get(f"{W}name", ""), paragraph


def _around(element: Element, tag: str) -> Element | None:
    found: Element | None = element
    while found is not None and found.tag != f"{W}{tag}":
        found = found.getparent()
    return found


def _is_inside(element: Element, tag: str) -> bool:
    return _around(element, tag) is not None


def _is_gone(paragraph: Element) -> bool:
    return any(start.get(f"{W}name", "").startswith("_z_") for start in paragraph.iter(f"{W}bookmarkStart"))
