"""Reading the XML of a returned Word file into paragraphs (ECMA-376, part 1, clause 17): nothing is skipped in silence."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from kursbuch_press.drafts.anchors import PREFIX
from kursbuch_press.drafts.spans import Span
from kursbuch_press.packages.elements import A, Element, R, W
from kursbuch_press.returns.elements import all_words, inside, local_of, number_of, symbol_of, title_of
from kursbuch_press.returns.histories import FRESH, History, cell_history, hand_of, row_history
from kursbuch_press.returns.looks import Looks
from kursbuch_press.returns.paragraphs import Odd, Paragraph, Run, State, Story
from kursbuch_press.returns.returned import Foreign, Hand

_W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
_VAL, _ID = f"{W}val", f"{W}id"
_COPY = re.compile(r"_Copy_\d+$")
"""LibreOffice renames bookmarks that it finds twice, and all but the first inside of notes."""
_SIGNS = {"tab": "\t", "ptab": "\t", "cr": "\n", "noBreakHyphen": "\u2011", "softHyphen": "\u00ad"}
_PLAIN_WORDS = re.compile(r"^\s*(?:TOC|INDEX|HYPERLINK|BIBLIOGRAPHY|TOA|RD|ADDIN|CITATION|FORMTEXT)\b", re.IGNORECASE)
"""Fields whose words are not computed, or go over several paragraphs."""
_LINK = re.compile(r'^\s*HYPERLINK\s+"([^"]*)"', re.IGNORECASE)
_DEEPEST = 60
_MOST_COLUMNS = 200

Cell = tuple[int, int, int] | None
Face = tuple[bool, bool]


@dataclass(slots=True)
class _Field:
    """A field that is open; ``shown`` once its result has begun."""

    instruction: str = ""
    shown: bool = False


@dataclass(slots=True)
class Reader:
    """Reads the text or the notes of a file; ``links`` gives the address for the id of a relation."""

    story: Story
    looks: Looks
    links: Mapping[str, str]
    note: str = ""
    paragraphs: list[Paragraph] = field(default_factory=list)
    _open: Paragraph = field(default_factory=Paragraph)
    _waiting: list[str] = field(default_factory=list)
    _calls: str = ""
    _fields: list[_Field] = field(default_factory=list)
    _tables: int = 0
    _depth: int = 0

    # Blocks

    def blocks(self, parent: Element, cell: Cell = None, row: History = FRESH) -> None:
        """Read everything below a body, a cell, a note or a content control."""
        for child in self._children(parent):
            reading = _BLOCKS.get(local_of(child))
            if reading is not None:
                reading(self, child, cell, row)
            elif local_of(child) not in _QUIET:
                self._odd(Foreign.TEXT, all_words(child))

    def _children(self, parent: Element) -> Iterator[Element]:
        """Give what is inside of an element; what is nested beyond sense is told of and not read."""
        if self._depth >= _DEEPEST:
            self._odd(Foreign.TEXT, all_words(parent))
            return
        self._depth += 1
        for child in parent:
            if isinstance(child.tag, str):
                yield child
        self._depth -= 1

    def paragraph(self, element: Element, cell: Cell, row: History) -> None:
        """Read one paragraph."""
        paragraph = Paragraph(cell=cell, note=self.note, row=row.state, row_hand=row.hand)
        paragraph.paragraph = element.get(f"{_W14}paraId", "").upper()
        properties = element.find(f"{W}pPr")
        if properties is not None:
            self._properties(properties, paragraph)
        paragraph.bold, paragraph.italic = self.looks.of_style(paragraph.style)
        paragraph.outline = self.looks.level(paragraph.style)
        paragraph.generated = self.looks.generated(paragraph.style)
        paragraph.anchors, self._waiting = self._waiting, []
        self._open, self._calls = paragraph, ""
        self.paragraphs.append(paragraph)
        self.inline(element, row)

    def _properties(self, properties: Element, paragraph: Paragraph) -> None:
        for child in properties:
            match local_of(child):
                case "pStyle":
                    paragraph.style = child.get(_VAL, "")
                case "numPr":
                    paragraph.level = number_of(child.find(f"{W}ilvl"), 0)
                    paragraph.listed = number_of(child.find(f"{W}numId"), 1) != 0
                case "rPr":
                    _read_mark(child, paragraph)
                case "pPrChange":
                    self.story.looks += 1
                case _:
                    pass

    def table(self, element: Element, outer: Cell, _row: History) -> None:
        """Read a table row by row; one inside of a cell has no place in a draft."""
        if outer is not None:
            self._odd(Foreign.TABLE, all_words(element))
            return
        number, self._tables = self._tables, self._tables + 1
        for at, row in enumerate(inside(element, "tr")):
            history, column = row_history(row), 0
            for cell in inside(row, "tc"):
                place = (number, at, min(column, _MOST_COLUMNS))
                self.blocks(cell, place, cell_history(cell, history))
                column += max(1, min(number_of(cell.find(f"{W}tcPr/{W}gridSpan"), 1), _MOST_COLUMNS))

    def wrapper(self, element: Element, cell: Cell, row: History) -> None:
        """Read a content control, or whatever else stands around blocks."""
        match local_of(element):
            case "ins" | "moveTo":
                row = row.inserted(element)
            case "del" | "moveFrom":
                row = row.deleted(element)
            case _:
                pass
        self.blocks(element, cell, row)

    def bookmark_before(self, element: Element, _cell: Cell, _row: History) -> None:
        """Keep a bookmark between paragraphs for the next one."""
        if (name := _anchor(element)) and name not in self._waiting:
            self._waiting.append(name)

    def comment_between(self, element: Element, _cell: Cell, _row: History) -> None:
        """Let a comment that begins or ends between paragraphs do so at the end of the last one."""
        self._open = self.paragraphs[-1] if self.paragraphs else self._open
        self._comment(element, FRESH)

    def foreign_file(self, _element: Element, _cell: Cell, _row: History) -> None:
        """Pass by another file that is to be put in here."""
        self.story.refused.append("foreign_file")

    def equation(self, element: Element, _cell: Cell, _row: History) -> None:
        """Tell of an equation that stands by itself."""
        self._odd(Foreign.EQUATION, all_words(element))

    # Inside of paragraphs

    def inline(self, parent: Element, history: History) -> None:
        """Read everything inside of a paragraph, a link or a tracked change."""
        for child in self._children(parent):
            reading = _INLINE.get(local_of(child))
            if reading is not None:
                reading(self, child, history)
            elif local_of(child) not in _QUIET and (words := all_words(child)):
                self._odd(Foreign.TEXT, words, history.hand)

    def _link(self, element: Element, history: History) -> None:
        self.inline(element, replace(history, href=self.links.get(element.get(f"{R}id", ""), "")))

    def _inserted(self, element: Element, history: History) -> None:
        self.inline(element, history.inserted(element, moved=local_of(element) == "moveTo"))

    def _deleted(self, element: Element, history: History) -> None:
        self.inline(element, history.deleted(element, moved=local_of(element) == "moveFrom"))

    def _simple_field(self, element: Element, history: History) -> None:
        self._fields.append(_Field(element.get(f"{W}instr", ""), shown=True))
        self.story.fields += 1
        self.inline(element, history)
        self._fields.pop()

    def _bookmark(self, element: Element, _history: History) -> None:
        if name := _anchor(element):
            self._calls = name
            if name not in self._open.anchors:
                self._open.anchors.append(name)

    def _comment(self, element: Element, _history: History) -> None:
        side = self._open.starts if local_of(element) == "commentRangeStart" else self._open.ends
        side.append((element.get(_ID, ""), len(self._open.runs)))

    def _equation(self, element: Element, history: History) -> None:
        self._odd(Foreign.EQUATION, all_words(element), history.hand)

    def run(self, element: Element, history: History) -> None:
        """Read one run."""
        properties = element.find(f"{W}rPr")
        face, relook = (False, False), None
        if properties is not None:
            face = self.looks.of_run(properties, self._open)
            history, relook = _run_history(properties, history)
        for child in element:
            name = local_of(child)
            if name in {"t", "delText"}:
                self._say(child.text or "", history, face, relook)
            elif name != "rPr":
                self._mark(name, child, history)
                self._sign(name, child, history, face)

    def _mark(self, name: str, child: Element, history: History) -> None:
        """Take what is in a run but no words: fields, calls, pictures."""
        match name:
            case "fldChar":
                self._field(child.get(f"{W}fldCharType", ""))
            case "instrText" | "delInstrText":
                if self._fields and not self._fields[-1].shown:
                    self._fields[-1].instruction += child.text or ""
            case "footnoteReference" | "endnoteReference":
                self._call(child, history)
            case "commentReference":
                self._open.points.append((child.get(_ID, ""), len(self._open.runs)))
            case "drawing" | "pict" | "object":
                self._drawing(child, history)
            case _:
                pass

    def _sign(self, name: str, child: Element, history: History, face: Face) -> None:
        """Take signs that have elements of their own; what nobody knows is told of with its words."""
        if name in _SIGNS:
            self._say(_SIGNS[name], history, face, None)
        elif name == "br":
            if child.get(f"{W}type", "textWrapping") == "textWrapping":
                self._say("\n", history, face, None)
        elif name == "sym":
            self._say(symbol_of(child.get(f"{W}char", "")), history, face, None)
        elif name == "ruby":
            for text in child.iter(f"{W}t"):
                self._say(text.text or "", history, face, None)
        elif name not in _QUIET and name not in _MARKS and (words := all_words(child)):
            self._odd(Foreign.TEXT, words, history.hand)

    def _say(self, text: str, history: History, face: Face, relook: Hand | None) -> None:
        """Take some words as they stand; those that were inserted and deleted again never existed."""
        if not text or history.state is State.NEVER:
            return
        link, generated = history.href, False
        for each in self._fields:
            if not each.shown:
                return
            if match := _LINK.match(each.instruction):
                link = match[1]
            generated = generated or not _PLAIN_WORDS.match(each.instruction)
        span = Span(text, face[0], face[1], link, field=generated)
        self._open.runs.append(Run(span, history.state, history.hand, relook, history.moved))

    def _field(self, kind: str) -> None:
        if kind == "begin":
            self._fields.append(_Field())
            self.story.fields += 1
        elif kind == "separate" and self._fields:
            self._fields[-1].shown = True
        elif kind == "end" and self._fields:
            self._fields.pop()

    def _call(self, child: Element, history: History) -> None:
        name = ("e" if local_of(child) == "endnoteReference" else "") + child.get(_ID, "")
        self.story.calls[name] = self._calls
        if history.state is not State.NEVER:
            self._open.runs.append(Run(Span("", note=name), history.state, history.hand, None, history.moved))

    def _drawing(self, child: Element, history: History) -> None:
        """Take the words of text boxes and diagrams; a picture is counted, and told of where the draft has none."""
        boxes = [box for box in child.iter(f"{W}txbxContent") if next(box.iterancestors(f"{W}txbxContent"), None) is None]
        for box in boxes:
            self._odd(Foreign.TEXT_BOX, all_words(box), history.hand)
        kinds = {each.get("uri", "").rpartition("/")[2] for each in child.iter(f"{A}graphicData")}
        if local_of(child) == "object":
            self.story.refused.append("object")
        if "diagram" in kinds or "chart" in kinds:
            self._odd(Foreign.DIAGRAM if "diagram" in kinds else Foreign.CHART, title_of(child), history.hand)
        elif not boxes and history.state not in {State.DELETED, State.NEVER}:
            self._open.pictures.append(title_of(child))
            if words := " ".join(text.text for text in child.iter(f"{A}t") if text.text):
                self._odd(Foreign.TEXT_BOX, words, history.hand)

    def _odd(self, what: Foreign, text: str, hand: Hand | None = None) -> None:
        if text.strip() or what is not Foreign.TEXT:
            self.story.odd.append(Odd(what, text, self.paragraphs[-1] if self.paragraphs else None, hand))


def _anchor(element: Element) -> str:
    name = _COPY.sub("", element.get(f"{W}name", ""))
    return name if name.startswith(PREFIX) else ""


def _read_mark(properties: Element, paragraph: Paragraph) -> None:
    """Read whether the end of a paragraph was inserted or deleted; what was both never existed, so it joins."""
    for child in properties:
        name = local_of(child)
        if name in {"del", "moveFrom"}:
            never = paragraph.mark is State.INSERTED
            paragraph.mark, paragraph.mark_hand = State.NEVER if never else State.DELETED, hand_of(child)
        elif name in {"ins", "moveTo"}:
            never = paragraph.mark is State.DELETED
            paragraph.mark, paragraph.mark_hand = State.NEVER if never else State.INSERTED, hand_of(child)


def _run_history(properties: Element, history: History) -> tuple[History, Hand | None]:
    """Read what the properties of a run say: a change of looks, and in some programs that it was inserted or deleted."""
    relook = None
    for child in properties:
        match local_of(child):
            case "ins" | "moveTo" if history.state is State.KEPT:
                history = history.inserted(child)
            case "del" | "moveFrom" if history.state is not State.DELETED:
                history = history.deleted(child)
            case "rPrChange":
                relook = hand_of(child)
            case _:
                pass
    return history, relook


_BLOCKS: Mapping[str, Callable[[Reader, Element, Cell, History], None]] = {
    "p": Reader.paragraph,
    "tbl": Reader.table,
    **dict.fromkeys(("sdt", "sdtContent", "customXml", "smartTag", "ins", "del", "moveTo", "moveFrom"), Reader.wrapper),
    "bookmarkStart": Reader.bookmark_before,
    "commentRangeStart": Reader.comment_between,
    "commentRangeEnd": Reader.comment_between,
    **dict.fromkeys(("altChunk", "subDoc"), Reader.foreign_file),
    **dict.fromkeys(("oMath", "oMathPara"), Reader.equation),
}
_INLINE: Mapping[str, Callable[[Reader, Element, History], None]] = {
    "r": Reader.run,
    "hyperlink": Reader._link,  # noqa: SLF001 - the table of the class itself
    **dict.fromkeys(("ins", "moveTo"), Reader._inserted),  # noqa: SLF001 - the table of this class
    **dict.fromkeys(("del", "moveFrom"), Reader._deleted),  # noqa: SLF001 - the table of this class
    **dict.fromkeys(("sdt", "sdtContent", "customXml", "smartTag", "dir", "bdo"), Reader.inline),
    "fldSimple": Reader._simple_field,  # noqa: SLF001 - the table of this class
    "bookmarkStart": Reader._bookmark,  # noqa: SLF001 - the table of this class
    **dict.fromkeys(("commentRangeStart", "commentRangeEnd"), Reader._comment),  # noqa: SLF001 - the table of this class
    **dict.fromkeys(("oMath", "oMathPara"), Reader._equation),  # noqa: SLF001 - the table of this class
}
_MARKS = frozenset(
    {
        "fldChar", "instrText", "delInstrText", "footnoteReference", "endnoteReference", "commentReference", "drawing", "pict",
        "object",
    }
)  # fmt: skip
_QUIET = frozenset(
    {
        "pPr", "rPr", "sectPr", "tblPr", "tblGrid", "trPr", "tcPr", "sdtPr", "sdtEndPr", "customXmlPr", "tblPrEx",
        "bookmarkEnd", "proofErr", "permStart", "permEnd", "lastRenderedPageBreak", "footnoteRef", "endnoteRef",
        "annotationRef", "separator", "continuationSeparator", "pgNum", "dayShort", "monthShort", "yearShort", "dayLong",
        "monthLong", "yearLong", "moveFromRangeStart", "moveFromRangeEnd", "moveToRangeStart", "moveToRangeEnd",
        "customXmlInsRangeStart", "customXmlInsRangeEnd", "customXmlDelRangeStart", "customXmlDelRangeEnd",
        "customXmlMoveFromRangeStart", "customXmlMoveFromRangeEnd", "customXmlMoveToRangeStart", "customXmlMoveToRangeEnd",
        "fldData", "subDoc",
    }
)  # fmt: skip
