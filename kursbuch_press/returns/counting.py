"""The words of a return, counted from the XML alone, by other code than that which tells its changes."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass, field

from kursbuch_press.packages.elements import Element, W
from kursbuch_press.returns.tokens import words_in

_SIGNS = {"tab": " ", "ptab": " ", "cr": " ", "noBreakHyphen": "-", "sym": "\ufffd"}


def words_read(part: Element, without: Collection[str] = ()) -> int:
    """Count the words of a part as they stand now; ``without`` are ids of notes that nothing calls any more."""
    counting = _Counting(frozenset(without))
    counting.walk(part, gone=False)
    return sum(len(words_in(line)) for line in counting.lines())


_OWN = frozenset({"oMath", "oMathPara"})
"""What stands in a paragraph and is told apart from it."""
_WORDLESS = frozenset(
    {"pPr", "rPr", "tcPr", "trPr", "tblPr", "tblGrid", "sectPr", "bookmarkStart", "bookmarkEnd", "t", "instrText", "fldChar"}
)
"""What holds no words, so that nobody needs to look into it."""
_CLOSED = frozenset({"tc", "footnote", "endnote", "comment"})


@dataclass(slots=True)
class _Counting:
    """Gathers lines: ``open`` are the paragraphs that have begun, ``carried`` the words that run on into the next one."""

    without: frozenset[str]
    done: list[str] = field(default_factory=list)
    open: list[list[str]] = field(default_factory=lambda: [[]])
    carried: str = ""
    fields: list[bool] = field(default_factory=list)

    def lines(self) -> Iterator[str]:
        yield from self.done
        yield self.carried
        yield from ("".join(line) for line in self.open)

    def walk(self, element: Element, *, gone: bool) -> None:
        """Go through an element; an own stack, since foreign files are nested deeper than Python likes."""
        stack: list[tuple[Element, bool, bool]] = [(element, gone, False)]
        while stack:
            each, is_gone, left = stack.pop()
            if not isinstance(each.tag, str):
                continue
            name = each.tag.rpartition("}")[2]
            if left:
                self._leave(each, name)
                continue
            is_gone = is_gone or self._is_gone(each, name)
            opens = name in _OWN or (name == "p" and each.tag.startswith(W))
            if opens:
                self.open.append([])
            if opens or name in _CLOSED:
                stack.append((each, is_gone, True))
            self._take(each, name, gone=is_gone)
            if name not in _WORDLESS:
                stack.extend((child, is_gone, False) for child in reversed(each))

    def _leave(self, each: Element, name: str) -> None:
        """Close a paragraph, unless its mark was deleted; a cell or a note closes whatever runs on."""
        if name not in _CLOSED:
            line = "".join(self.open.pop())
            if len(self.open) > 1:
                self.done.append(line)
                return
            self.carried += line
            mark = each.find(f"{W}pPr/{W}rPr")
            if mark is not None and any(child.tag in {f"{W}del", f"{W}moveFrom"} for child in mark):
                return
        self.done.append(self.carried)
        self.carried = ""

    def _is_gone(self, each: Element, name: str) -> bool:
        match name:
            case "del" | "moveFrom":
                return True
            case "tr":
                return each.find(f"{W}trPr/{W}del") is not None
            case "tc":
                return each.find(f"{W}tcPr/{W}cellDel") is not None
            case "r":
                properties = each.find(f"{W}rPr")
                return properties is not None and any(child.tag in {f"{W}del", f"{W}moveFrom"} for child in properties)
            case "footnote" | "endnote":
                return each.get(f"{W}id", "") in self.without
            case _:
                return False

    def _take(self, each: Element, name: str, *, gone: bool) -> None:
        if name == "fldChar":
            self._field(each.get(f"{W}fldCharType", ""))
        elif gone or (self.fields and not all(self.fields)):
            return
        elif name == "t":
            self.open[-1].append(each.text or "")
        elif name == "br":
            self.open[-1].append(" " if each.get(f"{W}type", "textWrapping") == "textWrapping" else "")
        elif name in _SIGNS:
            self.open[-1].append(_SIGNS[name])

    def _field(self, kind: str) -> None:
        if kind == "begin":
            self.fields.append(False)
        elif kind == "separate" and self.fields:
            self.fields[-1] = True
        elif kind == "end" and self.fields:
            self.fields.pop()
