"""Reading the XML of a returned Word file into paragraphs (ECMA-376, part 1, clause 17): nothing is skipped in silence."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from kursbuch_press.drafts.anchors import PREFIX
from kursbuch_press.drafts.spans import Span
from kursbuch_press.packages.elements import A, Element, R, W
from kursbuch_press.returns.elements import (
    SIGNS,
    TEXTS,
    all_words,
    count_texts,
    local_of,
    number_of,
    symbol_of,
    text_in,
    title_of,
)
from kursbuch_press.returns.histories import FRESH, History, cell_history, read_mark, row_history, run_history
from kursbuch_press.returns.looks import Looks
from kursbuch_press.returns.paragraphs import Odd, Paragraph, Run, Story, Tracked
from kursbuch_press.returns.returned import Foreign, Hand

_W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
_VAL, _ID = f"{W}val", f"{W}id"
_COPY = re.compile(r"_Copy_\d+$")
"""LibreOffice renames bookmarks that it finds twice, and all but the first inside of notes."""
_PLAIN_WORDS = re.compile(r"^\s*(?:TOC|INDEX|HYPERLINK|BIBLIOGRAPHY|TOA|RD|ADDIN|CITATION|FORMTEXT)\b", re.IGNORECASE)
"""Fields whose words are not computed, or go over several paragraphs."""
_LINK = re.compile(r'^\s*HYPERLINK\s+"([^"]*)"', re.IGNORECASE)
DEEPEST = 60
"""How deep things may be nested in each other; beyond it they are told of and not read."""
_MOST_COLUMNS = 200

Cell = tuple[int, int, int] | None
Face = tuple[bool, bool]


@dataclass(slots=True)
class _Field:
    """A field that is open; ``shown`` once its result has begun."""

    instruction: str = ""
    shown: bool = False
    paragraph: Paragraph | None = None


@dataclass(slots=True)
class Reader:
    """Reads the text or the notes of a file; ``links`` gives the address for the id of a relation.

    ``careful`` looks for words even where no program that keeps to the format puts any.
    """

    story: Story
    looks: Looks
    links: Mapping[str, str]
    note: str = ""
    careful: bool = False
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
        for child in self._children(parent, row):
            reading = _BLOCKS.get(local_of(child))
            if reading is not None:
                reading(self, child, cell, row)
            else:
                self._stray(child, row)

    def strays(self, elements: Iterable[Element]) -> None:
        """Tell of what stands beside the text and has words."""
        for each in elements:
            if isinstance(each.tag, str):
                self._apart(Foreign.TEXT, each, FRESH)

    def _children(self, parent: Element, history: History) -> Iterator[Element]:
        """Give what is inside of an element; what is nested beyond sense is told of and not read."""
        if self._depth >= DEEPEST:
            self._apart(Foreign.TEXT, parent, history)
            return
        self._depth += 1
        for child in parent:
            if isinstance(child.tag, str):
                yield child
        self._depth -= 1

    def _stray(self, element: Element, history: History) -> None:
        """Tell of what stands where our drafts have nothing, if it has words."""
        if self.careful or local_of(element) not in _QUIET:
            self._apart(Foreign.TEXT, element, history)

    def _apart(self, what: Foreign, element: Element, history: History) -> None:
        """Tell of an element by itself, with all its words."""
        self.story.taken += count_texts(element)
        self._odd(what, "" if history.gone else all_words(element), history.hand)

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
                    read_mark(child, paragraph)
                case "pPrChange":
                    self.story.looks += 1
                case _:
                    pass

    def table(self, element: Element, outer: Cell, row: History) -> None:
        """Read a table row by row; one inside of a cell has no place in a draft."""
        if outer is not None:
            self._apart(Foreign.TABLE, element, row)
            return
        number, self._tables = self._tables, self._tables + 1
        for at, each in enumerate(self._inside(element, "tr", row)):
            history, column = row_history(each), 0
            for cell in self._inside(each, "tc", history):
                place = (number, at, column)
                self.blocks(cell, place, cell_history(cell, history))
                column += max(1, min(number_of(cell.find(f"{W}tcPr/{W}gridSpan"), 1), _MOST_COLUMNS))

    def _inside(self, element: Element, wanted: str, history: History) -> Iterator[Element]:
        """Give rows or cells, those in content controls too."""
        for child in element:
            if not isinstance(child.tag, str):
                continue
            if local_of(child) == wanted:
                yield child
            elif local_of(child) in _AROUND_ROWS:
                yield from self._inside(child, wanted, history)
            else:
                self._stray(child, history)

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

    def bookmark_before(self, element: Element, _cell: Cell, row: History) -> None:
        """Keep a bookmark between paragraphs for the next one."""
        self._quiet(element, row)
        if (name := _anchor(element)) and name not in self._waiting:
            self._waiting.append(name)

    def comment_between(self, element: Element, _cell: Cell, row: History) -> None:
        """Let a comment that begins or ends between paragraphs do so at the end of the last one."""
        self._open = self.paragraphs[-1] if self.paragraphs else self._open
        self._comment(element, row)

    def foreign_file(self, element: Element, _cell: Cell, row: History) -> None:
        """Pass by another file that is to be put in here."""
        self.story.refused.append("foreign_file")
        self._quiet(element, row)

    def _quiet(self, element: Element, history: History) -> None:
        """Look for words in what has none."""
        if self.careful:
            self._apart(Foreign.TEXT, element, history)

    def equation(self, element: Element, _cell: Cell, row: History) -> None:
        """Tell of an equation that stands by itself."""
        self._apart(Foreign.EQUATION, element, row)

    # Inside of paragraphs

    def inline(self, parent: Element, history: History) -> None:
        """Read everything inside of a paragraph, a link or a tracked change."""
        for child in self._children(parent, history):
            reading = _INLINE.get(local_of(child))
            if reading is not None:
                reading(self, child, history)
            else:
                self._stray(child, history)

    def _link(self, element: Element, history: History) -> None:
        self.inline(element, replace(history, href=self.links.get(element.get(f"{R}id", ""), "")))

    def _inserted(self, element: Element, history: History) -> None:
        self.inline(element, history.inserted(element, moved=local_of(element) == "moveTo"))

    def _deleted(self, element: Element, history: History) -> None:
        self.inline(element, history.deleted(element, moved=local_of(element) == "moveFrom"))

    def _simple_field(self, element: Element, history: History) -> None:
        outer = len(self._fields)
        self._fields.append(_Field(element.get(f"{W}instr", ""), shown=True, paragraph=self._open))
        self.story.fields += 1
        self.inline(element, history)
        del self._fields[outer:]

    def _bookmark(self, element: Element, history: History) -> None:
        self._quiet(element, history)
        if name := _anchor(element):
            self._calls = name
            if name not in self._open.anchors:
                self._open.anchors.append(name)

    def _comment(self, element: Element, history: History) -> None:
        self._quiet(element, history)
        side = self._open.starts if local_of(element) == "commentRangeStart" else self._open.ends
        side.append((element.get(_ID, ""), len(self._open.runs)))

    def _equation(self, element: Element, history: History) -> None:
        self._apart(Foreign.EQUATION, element, history)

    def run(self, element: Element, history: History) -> None:
        """Read one run."""
        properties = element.find(f"{W}rPr")
        face, relook = (False, False), None
        if properties is not None:
            face = self.looks.of_run(properties, self._open)
            history, relook = run_history(properties, history)
        for child in element:
            name = local_of(child)
            if name in TEXTS:
                self.story.taken += 1 if len(child) == 0 else count_texts(child)
                self._say(text_in(child), history, face, relook)
            elif name in _DRAWINGS:
                self._drawing(child, history)
            elif name in _MARKS:
                self._mark(name, child, history)
                self._quiet(child, history)
            elif name != "rPr" or self.careful:
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
            case _:
                pass

    def _sign(self, name: str, child: Element, history: History, face: Face) -> None:
        """Take signs that have elements of their own; what nobody knows is told of with its words."""
        if name in SIGNS:
            self._say(SIGNS[name], history, face, None)
        elif name == "br":
            if child.get(f"{W}type", "textWrapping") == "textWrapping":
                self._say("\n", history, face, None)
        elif name == "sym":
            self._say(symbol_of(child.get(f"{W}char", "")), history, face, None)
        elif name == "ruby":
            self.story.taken += count_texts(child)
            self._say("".join(text_in(text) for text in child.iter("{*}t")), history, face, None)
            return
        elif name not in _QUIET and isinstance(child.tag, str):
            self._apart(Foreign.TEXT, child, history)
            return
        self._quiet(child, history)

    def _say(self, text: str, history: History, face: Face, relook: Hand | None) -> None:
        """Take some words as they stand; those that were inserted and deleted again never existed."""
        if not text or history.state is Tracked.NEVER:
            return
        link, generated = history.href, False
        for each in self._fields:
            if not each.shown:  # a text among the instructions of a field, which nobody sees
                self._odd(Foreign.TEXT, "" if history.gone else text, history.hand)
                return
            if match := _LINK.match(each.instruction):
                link = match[1]
            if each.paragraph is self._open:
                generated = generated or not _PLAIN_WORDS.match(each.instruction)
        span = Span(text, face[0], face[1], link, field=generated)
        self._open.runs.append(Run(span, history.state, history.hand, relook, history.moved))

    def _field(self, kind: str) -> None:
        if kind == "begin":
            self._fields.append(_Field(paragraph=self._open))
            self.story.fields += 1
        elif kind == "separate" and self._fields:
            self._fields[-1].shown = True
        elif kind == "end" and self._fields:
            self._fields.pop()

    def _call(self, child: Element, history: History) -> None:
        name = ("e" if local_of(child) == "endnoteReference" else "") + child.get(_ID, "")
        self.story.calls[name] = self._calls
        if history.state is not Tracked.NEVER:
            self._open.runs.append(Run(Span("", note=name), history.state, history.hand, None, history.moved))

    def _drawing(self, child: Element, history: History) -> None:
        """Take the words of text boxes and diagrams; a picture is counted, and told of where the draft has none."""
        kinds = {each.get("uri", "").rpartition("/")[2] for each in child.iter(f"{A}graphicData")}
        if local_of(child) == "object":
            self.story.refused.append("object")
        if drawn := next((_DRAWN[kind] for kind in kinds if kind in _DRAWN), None):
            self.story.odd.append(Odd(drawn, title_of(child), self._behind(), history.hand, counted=False))
        elif next(child.iter("{*}t"), None) is None and not history.gone:
            self._open.pictures.append(title_of(child))
        if count_texts(child) or next(child.iter(f"{W}txbxContent"), None) is not None:
            self._apart(Foreign.TEXT_BOX, child, history)

    def _behind(self) -> Paragraph | None:
        return self.paragraphs[-1] if self.paragraphs else None

    def _odd(self, what: Foreign, text: str, hand: Hand | None = None) -> None:
        if text.strip() or what is not Foreign.TEXT:
            self.story.odd.append(Odd(what, text, self._behind(), hand))


def _anchor(element: Element) -> str:
    name = _COPY.sub("", element.get(f"{W}name", ""))
    return name if name.startswith(PREFIX) else ""


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
_MARKS = frozenset({"fldChar", "instrText", "delInstrText", "footnoteReference", "endnoteReference", "commentReference"})
_DRAWINGS = frozenset({"drawing", "pict", "object"})
_DRAWN = {"diagram": Foreign.DIAGRAM, "chart": Foreign.CHART}
_AROUND_ROWS = frozenset({"sdt", "sdtContent", "customXml", "ins", "del", "moveFrom", "moveTo"})
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
