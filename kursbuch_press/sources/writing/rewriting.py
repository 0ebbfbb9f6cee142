"""A YAML file with other data in it: only the lines of what changed are others."""

from __future__ import annotations

import codecs
from typing import NamedTuple

from kursbuch_press.problems import BookError
from kursbuch_press.sources.nodes import Mapping, Node, Scalar, Sequence, data_of
from kursbuch_press.sources.syntax import compose
from kursbuch_press.sources.writing import fresh
from kursbuch_press.sources.writing.lists import Chunks, matched, rearranged
from kursbuch_press.sources.writing.scalars import Setting, rewritten, written
from kursbuch_press.sources.writing.spans import Edit, content_end, edited, end_of_line, is_flow, start_of_line


class RewriteError(Exception):
    """What was written does not read as what was meant; a mistake of ours, and nothing may be written."""


class _Around(NamedTuple):
    """Where a node stands: the column of its parent, and whether in brackets."""

    indent: int
    flow: bool = False


def rewrite(text: str, file: str, wanted: fresh.Data) -> str:
    """Give the text of a file with ``wanted`` in it; raises BookError if the file has mistakes.

    Aliases, anchors and repeated keys are such mistakes: what stands there is not what is meant.
    """
    tree = compose(text, file)
    if tree.problems or tree.root is None:
        raise BookError(tree.problems)
    meant = fresh.as_read(wanted)
    newline = "\r\n" if "\r\n" in text and "\n" not in text.replace("\r\n", "") else "\n"
    changes = _Rewriting(text, newline).node(tree.root, wanted, _Around(-2))
    result = edited(text, changes)
    # A block of lines whose value ends with a line end needs one, also at the end of the file.
    for whole in (result, result + newline):
        again = compose(whole, file)
        if not again.problems and again.root is not None and data_of(again.root) == meant:
            return whole
    raise RewriteError(file)


def encoded(text: str, before: bytes) -> bytes:
    """Give the bytes of a file, with the byte order mark that it had before."""
    mark = codecs.BOM_UTF8 if before.startswith(codecs.BOM_UTF8) else b""
    return mark + text.encode()


class _Rewriting:
    """Finds the changes of one file; places are characters of its text before any change."""

    def __init__(self, text: str, newline: str) -> None:
        self.text = text
        self.newline = newline

    def node(self, node: Node, wanted: fresh.Data, around: _Around) -> list[Edit]:
        """Give the changes that turn a node into what is wanted."""
        if data_of(node) == fresh.as_read(wanted):
            return []
        match node, wanted:
            case Scalar(), str() | bool() | int():
                return self._scalar(node, wanted, around)
            case Mapping(), dict() if node.entries and wanted:
                return self._mapping(node, wanted, around)
            case Sequence(), list() | tuple() if node.items and wanted:
                return self._sequence(node, list(wanted), around)
            case _:
                return [self._other(node, wanted, around)]

    def _scalar(self, node: Scalar, wanted: str | bool | int, around: _Around) -> list[Edit]:  # noqa: FBT001 - a value
        start, end = node.start.index, content_end(node, self.text)
        old = self.text[start:end].replace("\r\n", "\n")
        rest = self.text[end : end_of_line(self.text, end)].strip()
        column = start - start_of_line(self.text, start)
        setting = Setting(around.indent, around.flow, block=not rest or old[:1] in {"|", ">"}, column=column)
        words = str(wanted).lower() if isinstance(wanted, bool | int) else wanted
        if node.value is None:
            return [Edit(start, start, " " + self._lines(written(wanted, setting)))]
        if isinstance(wanted, str):
            return [Edit(start, end, self._lines(rewritten(old, node.value, words, setting)))]
        return [Edit(start, end, words)]

    def _lines(self, text: str) -> str:
        return text.replace("\n", self.newline)

    def _other(self, node: Node, wanted: fresh.Data, around: _Around) -> Edit:
        """Put another kind of thing in the place of a node: a list for a word, or a full list for an empty one."""
        end = content_end(node, self.text)
        begin = node.start.index
        if around.flow or self.text[end : end_of_line(self.text, end)].strip():
            return Edit(begin, end, (" " if begin == end else "") + fresh.flow_text(wanted))
        while begin and self.text[begin - 1] in " \r\n":
            begin -= 1
        is_block = isinstance(wanted, dict | list | tuple) and bool(wanted)
        after_dash = self.text[begin - 1] == "-"
        if not is_block or after_dash:
            lines = fresh.block_lines(wanted, around.indent + 2)
            return Edit(begin, end, self._lines(" " + "\n".join(lines)) if begin else self._lines("\n".join(lines)))
        column = around.indent + 2
        first, *rest = fresh.block_lines(wanted, column)
        return Edit(begin, end, self._lines("\n".join([*([""] if begin else []), " " * column + first, *rest])))

    def _mapping(self, node: Mapping, wanted: dict[str, fresh.Data], around: _Around) -> list[Edit]:
        flow = is_flow(node, self.text)
        inside = _Around(around.indent if flow else node.start.column - 1, flow)
        kept = [key for key in node.entries if key in wanted]
        if flow and list(wanted) != list(node.entries):
            return [self._brackets(node, wanted)]
        if not kept:
            return [self._other(node, wanted, around)]
        changes = [change for key in kept for change in self.node(node.entries[key].value, wanted[key], inside)]
        changes += [self._without(node, key) for key in node.entries if key not in wanted]
        return changes + self._added(node, wanted, inside.indent)

    def _brackets(self, node: Mapping | Sequence, wanted: fresh.Data) -> Edit:
        return Edit(node.start.index, node.end.index, fresh.flow_text(wanted))

    def _without(self, node: Mapping, key: str) -> Edit:
        """Take a key away with its lines; behind a dash the next key moves up."""
        entry = node.entries[key]
        start = start_of_line(self.text, entry.key.start.index)
        end = end_of_line(self.text, content_end(entry.value, self.text))
        if not self.text[start : entry.key.start.index].strip():
            return Edit(start, end, "")
        names = list(node.entries)
        following = node.entries[names[names.index(key) + 1]].key.start.index
        return Edit(entry.key.start.index, following, "")

    def _added(self, node: Mapping, wanted: dict[str, fresh.Data], column: int) -> list[Edit]:
        """Put new keys behind those that stand before them in what is wanted."""
        changes: dict[int, list[str]] = {}
        place = -1
        for key, value in wanted.items():
            if key in node.entries:
                place = end_of_line(self.text, content_end(node.entries[key].value, self.text))
            else:
                changes.setdefault(place, []).extend(fresh.entry_lines(key, value, column))
        return [self._insertion(node, at, lines, column) for at, lines in changes.items()]

    def _insertion(self, node: Mapping, at: int, lines: list[str], column: int) -> Edit:
        if at < 0:
            text = "\n".join([lines[0][column:], *lines[1:]]) + "\n" + " " * column
            return Edit(node.start.index, node.start.index, self._lines(text))
        return Edit(at, at, self._lines(self._joint(at) + "\n".join(lines) + ("\n" if self._ends_line(at) else "")))

    def _ends_line(self, at: int) -> bool:
        return not at or self.text[at - 1] == "\n"

    def _joint(self, at: int) -> str:
        return "" if self._ends_line(at) else "\n"

    def _sequence(self, node: Sequence, wanted: list[fresh.Data], around: _Around) -> list[Edit]:
        flow = is_flow(node, self.text)
        column = node.start.column - 1
        inside = _Around(around.indent if flow else column, flow)
        pairs = matched([data_of(item) for item in node.items], [fresh.as_read(item) for item in wanted])
        if pairs == list(range(len(node.items))):
            return [edit for item, other in zip(node.items, wanted, strict=True) for edit in self.node(item, other, inside)]
        if flow:
            return [self._brackets(node, wanted)]
        chunks = Chunks.of(node, self.text)
        if chunks is None:  # "- - a": a list on the line of a dash
            return [self._other(node, wanted, around)]
        new = {at: fresh.item_lines(wanted[at], column) for at, old in enumerate(pairs) if old is None}
        changed = {old: self.node(node.items[old], wanted[at], inside) for at, old in enumerate(pairs) if old is not None}
        text = rearranged(chunks, pairs, {at: self._lines("\n".join(lines) + "\n") for at, lines in new.items()}, changed)
        return [Edit(chunks.start, chunks.end, text)]
