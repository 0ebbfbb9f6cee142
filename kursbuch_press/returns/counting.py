"""The words of a return, counted from the XML alone, by other code than that which tells its changes.

Every element of text is counted, wherever it stands. Where drafts have text, its words go over runs and, where the mark of a
paragraph was deleted, over paragraphs; what stands anywhere else is counted by itself.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from kursbuch_press.packages.elements import A, Element, W
from kursbuch_press.returns.elements import local_of
from kursbuch_press.returns.reader import DEEPEST
from kursbuch_press.returns.tokens import words_in

_SIGNS = {"tab": " ", "ptab": " ", "cr": " ", "noBreakHyphen": "-", "sym": "\ufffd", "softHyphen": ""}
_GONE = frozenset({"del", "moveFrom"})
_TEXTS = frozenset({"t", "delText"})
_WORDLESS = frozenset(
    {
        "pPr", "rPr", "tcPr", "trPr", "tblPr", "tblGrid", "sectPr", "sdtPr", "bookmarkStart", "bookmarkEnd", "instrText",
        "proofErr", "lastRenderedPageBreak", "commentRangeStart", "commentRangeEnd", "commentReference", "footnoteReference",
    }
)  # fmt: skip
"""What holds no words in files that keep to the format."""

_BLOCKS, _CELL, _TABLE, _ROW, _LINE, _RUN, _APART = range(7)
_AROUND = dict.fromkeys(("sdt", "sdtContent", "customXml", "ins", "del", "moveTo", "moveFrom"))
_GRAMMAR: dict[int, dict[str, int]] = {
    _BLOCKS: {**dict.fromkeys([*_AROUND, "smartTag"], _BLOCKS), "p": _LINE, "tbl": _TABLE},
    _CELL: {**dict.fromkeys([*_AROUND, "smartTag"], _CELL), "p": _LINE},
    _TABLE: {**dict.fromkeys(_AROUND, _TABLE), "tr": _ROW},
    _ROW: {**dict.fromkeys(_AROUND, _ROW), "tc": _CELL},
    _LINE: {**dict.fromkeys([*_AROUND, "smartTag", "dir", "bdo", "hyperlink", "fldSimple"], _LINE), "r": _RUN},
    _RUN: {},
}
"""What each element is inside of each other; whatever is not named stands apart."""
_NOTES = frozenset({"footnote", "endnote"})


def words_read(part: Element, without: Collection[int] = ()) -> int:
    """Count the words of a part as they stand now; ``without`` are notes that nothing calls any more, by their identity."""
    there = sum(1 for _ in part.iter("{*}t", "{*}delText"))
    counting = _Counting(frozenset(without))
    counting.part(part)
    if counting.seen != there:
        counting = _Counting(frozenset(without), careful=True)
        counting.part(part)
    return sum(len(words_in(line)) for line in counting.lines())


def words_drawn(part: Element) -> int:
    """Count the words of a diagram or a chart."""
    return sum(len(words_in("".join(each.itertext()))) for each in part.iter(f"{A}t"))


class _Place(NamedTuple):
    """Where an element stands: what it is, whether it does not stand any more, how deep, and in which cell."""

    what: int
    gone: bool = False
    depth: int = 0
    cell: int = 0


_Step = tuple[Element, _Place, bool]


@dataclass(slots=True)
class _Counting:
    """Gathers lines; ``carried`` are the words that run on into the next paragraph, if it stands in the same cell."""

    without: frozenset[int]
    careful: bool = False
    seen: int = 0
    done: list[str] = field(default_factory=list)
    line: list[str] = field(default_factory=list)
    carried: str = ""
    cell: int = 0
    cells: int = 0
    fields: list[bool] = field(default_factory=list)
    outer: list[int] = field(default_factory=list)

    def lines(self) -> Iterator[str]:
        yield from self.done
        yield self.carried

    def part(self, part: Element) -> None:
        """Go through a part: each note is a text of its own, each comment stands apart."""
        name = local_of(part)
        if name in {"hdr", "ftr"}:
            self._walk(part, _Place(_BLOCKS))
            return
        body = part.find(f"{W}body") if name == "document" else None
        for child in part.iterchildren("*"):
            if child is body:
                self._walk(child, _Place(_BLOCKS))
            elif name in {"footnotes", "endnotes"}:
                self._walk(child, _Place(_BLOCKS, gone=id(child) in self.without))
            else:
                self._apart(child, gone=False)
            self._flush()
            self.fields.clear()

    def _walk(self, root: Element, place: _Place) -> None:
        """Go through an element; an own stack, since foreign files are nested deeper than Python likes."""
        stack: list[_Step] = [(root, place, False)]
        while stack:
            each, at, leaving = stack.pop()
            if leaving:
                self._leave(each, at)
            else:
                self._enter(each, at, stack)

    def _enter(self, each: Element, at: _Place, stack: list[_Step]) -> None:
        if at.what == _RUN:
            self._run(each, gone=at.gone or _is_struck(each.find(f"{W}rPr")))
            return
        name, container = local_of(each), at.what not in {_TABLE, _ROW}
        if name in {"p", "fldSimple"}:
            stack.append((each, at, True))
            if name == "fldSimple":
                self.outer.append(len(self.fields))
                self.fields.append(True)
        if container and at.depth >= DEEPEST:
            self._apart(each, gone=at.gone)
            return
        depth = at.depth + container
        grammar, run = _GRAMMAR[at.what], _Place(_RUN, depth=depth, cell=at.cell)
        for child in reversed(each):
            if not isinstance(child.tag, str):
                continue
            name = local_of(child)
            what = grammar.get(name, _APART)
            if what == _RUN and not at.gone:
                stack.append((child, run, False))
            elif what != _APART:
                gone = at.gone or _is_gone(child, name, at.what)
                stack.append((child, _Place(what, gone, depth, self._cell(name, at)), False))
            elif self.careful or name not in _WORDLESS:
                stack.append((child, at._replace(what=_APART), True))

    def _cell(self, name: str, at: _Place) -> int:
        if name != "tc":
            return at.cell
        self.cells += 1
        return self.cells

    def _leave(self, each: Element, at: _Place) -> None:
        if at.what == _APART:
            self._apart(each, gone=at.gone)
        elif local_of(each) == "fldSimple":
            del self.fields[self.outer.pop() :]
        else:
            self._close(each, at)

    def _close(self, paragraph: Element, at: _Place) -> None:
        """Close a paragraph; one whose mark was deleted runs on."""
        if self.carried and self.cell != at.cell:
            self._flush()
        self.carried += "".join(self.line)
        self.cell = at.cell
        self.line.clear()
        properties = paragraph.find(f"{W}pPr")
        marks = properties.iterchildren("{*}rPr") if properties is not None else ()
        if not any(_is_struck(mark) for mark in marks):
            self._flush()

    def _flush(self) -> None:
        if self.carried:
            self.done.append(self.carried)
            self.carried = ""

    def _run(self, run: Element, *, gone: bool) -> None:
        for each in run.iterchildren("*"):
            name = local_of(each)
            if name in _TEXTS:
                self.seen += 1 if len(each) == 0 else sum(1 for _ in each.iter("{*}t", "{*}delText"))
                self._say("".join(each.itertext()) if len(each) else each.text or "", gone=gone)
            elif name == "fldChar":
                self._field(each.get(f"{W}fldCharType", ""))
            elif name == "br":
                self._say(" " if each.get(f"{W}type", "textWrapping") == "textWrapping" else "", gone=gone)
            elif name in _SIGNS:
                self._say(_SIGNS[name] if name != "sym" else _sign(each), gone=gone)
            elif name == "ruby":
                texts = list(each.iter("{*}t"))
                self.seen += sum(1 for _ in each.iter("{*}t", "{*}delText"))
                self._say("".join("".join(text.itertext()) for text in texts), gone=gone)
                continue
            elif name not in _WORDLESS:
                self._apart(each, gone=gone)
                continue
            if self.careful and name not in _TEXTS:
                self._apart(each, gone=gone)

    def _say(self, text: str, *, gone: bool) -> None:
        if gone:
            return
        if all(self.fields):
            self.line.append(text)
        else:
            self.done.append(text)

    def _field(self, kind: str) -> None:
        if kind == "begin":
            self.fields.append(False)
        elif kind == "separate" and self.fields:
            self.fields[-1] = True
        elif kind == "end" and self.fields:
            self.fields.pop()

    def _apart(self, element: Element, *, gone: bool) -> None:
        """Take an element by itself: its lines begin at paragraphs and text boxes."""
        self.seen += sum(1 for _ in element.iter("{*}t", "{*}delText"))
        line: list[str] = []
        closed: Element | None = None
        for each in () if gone else element.iter("*"):
            if closed is not None and _is_in(each, closed):
                continue
            name, closed = local_of(each), None
            if name in _GONE:
                closed = each
            elif name in _TEXTS:
                line.append("".join(each.itertext()))
                closed = each
            elif name in {"p", "txbxContent"}:
                self.done.append("".join(line))
                line = []
            elif name == "sym":
                line.append(_sign(each))
            else:
                line.append(_SIGNS.get(name, " " if name in {"br", "tc"} else ""))
        self.done.append("".join(line))


def _sign(element: Element) -> str:
    """Say whether a sign of a symbol typeface is one at all: some are spaces."""
    code = element.get(f"{W}char", "")
    return " " if code.upper().lstrip("0") in {"20", "A0"} else "\ufffd"


def _is_in(element: Element, outer: Element) -> bool:
    return any(above is outer for above in element.iterancestors())


def _is_struck(properties: Element | None) -> bool:
    return properties is not None and any(local_of(child) in _GONE for child in properties.iterchildren("*"))


def _is_gone(child: Element, name: str, inside: int) -> bool:
    """Say whether an element was struck out; what stands around rows strikes nothing out."""
    if name == "tr":
        properties = child.find(f"{W}trPr")
        return properties is not None and properties.find(f"{W}del") is not None
    if name == "tc":
        properties = child.find(f"{W}tcPr")
        return properties is not None and properties.find(f"{W}cellDel") is not None
    return name in _GONE and inside not in {_TABLE, _ROW}
