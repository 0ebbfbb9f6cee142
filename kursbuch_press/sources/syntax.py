"""YAML text -> tree of nodes: a strict subset of YAML in which every value is the string that stands there.

The tree is built from the events of PyYAML with a stack of our own, not with ``yaml.compose``: that one
recurses and resolves aliases. ``no`` stays the word "no" and ``010`` stays "010"; what a value means is
decided by the content model.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice
from typing import Any, NamedTuple

import yaml

from kursbuch_press.book.addresses import ID_PATTERN, address
from kursbuch_press.problems import Place, Problem
from kursbuch_press.sources.lines import at_place, lines_of, with_line
from kursbuch_press.sources.lookalikes import hard_indents, left_open, typed_wrongly, with_soft_indents
from kursbuch_press.sources.nodes import Entry, Mapping, Node, Scalar, Sequence, TextPosition
from kursbuch_press.sources.wording import syntax as wording
from kursbuch_press.sources.wording.words import Words

MAX_DEPTH = 50
MAX_BROKEN = 20  # places of one file that are told of, each at the cost of reading it again
MAX_NODES = 30_000  # the longest chapter has 2,000; reading 30,000 takes a third of a second
_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # the wheels of PyYAML bring libyaml; it is 10 times faster

# YAML 1.1 takes NEL, LS and PS for line ends, editors do not: line numbers would be wrong from there on.
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff\ud800-\udfff]")


class Tree(NamedTuple):
    """What could be read of a file; ``root`` is None where its syntax is broken."""

    root: Node | None
    problems: tuple[Problem, ...]


class _RefusedError(Exception):
    """Reading on makes no sense; carries the last problem."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.message)
        self.problem = problem


def compose(text: str, file: str, prefix: str = "") -> Tree:
    """Read a YAML text; its problems are those of all its lines, as far as a broken value lets tell where the next begins.

    ``prefix`` is the chapter id or the like, with which the addresses of problems begin.
    """
    early = tuple(_bad_characters(text, file))
    if any(each.rule in _HOPELESS for each in early):
        return Tree(None, early)
    text = _harmless(text) if early else text
    tree = _read(text, file, prefix)
    return Tree(tree.root, (*early, *_of_themselves(tree.problems, early, text))) if early else tree


def _of_themselves(problems: tuple[Problem, ...], early: tuple[Problem, ...], text: str) -> Iterator[Problem]:
    """Leave out what only follows from an indentation whose width nobody knows: a line that is indented wrongly."""
    hard = early[0].rule == "hard-space"
    for each in problems:
        if not hard or each.rule != "yaml" or _is_broken_alone(text, each):
            yield each


def _read(text: str, file: str, prefix: str) -> Tree:
    """Read a text without bad characters; behind a broken value it goes on, and behind a line that fits nowhere without it."""
    tree, broken, guessed = _parsed(text, file, prefix), list[Problem](), 0
    while tree.root is None and len(broken) < MAX_BROKEN:
        last = tree.problems[-1]
        line = last.place.line or 0
        if last.rule not in {"yaml", "alias"} or not line:
            break
        broken += _certain(tree.problems, guessed, text)
        mended = _mended(text, line)
        if mended == text or _BRACKET_LINE.search(lines_of(text)[line - 1]):
            guessed = guessed or line
            mended = mended if mended != text else with_line(text, line - 1, "")
        if mended == text:
            break
        text = mended
        tree = _parsed(text, file, prefix)
    if not broken:
        return tree
    return Tree(None, tuple(sorted(dict.fromkeys((*broken, *_certain(tree.problems, guessed, text))))))


def _certain(problems: tuple[Problem, ...], guessed: int, text: str) -> list[Problem]:
    """Give problems without those that may follow from a line (from 1) that was left out above them."""
    return [each for each in problems if not guessed or (each.place.line or 0) <= guessed or _is_broken_alone(text, each)]


def _is_broken_alone(text: str, problem: Problem) -> bool:
    """Tell whether the line of a problem would be broken in any surroundings."""
    lines = lines_of(text)
    at = (problem.place.line or 0) - 1
    if problem.rule != "yaml" or not 0 <= at < len(lines) or not _ENTRY_LINE.match(lines[at]):
        return False
    try:
        return not list(yaml.parse(f"{lines[at].lstrip()}\n", Loader=_LOADER))
    except yaml.YAMLError:
        return True


def _parsed(text: str, file: str, prefix: str) -> Tree:
    """Read a text up to its first broken place; repeated keys, tags and anchors are collected."""
    builder = _Builder(text, file, prefix)
    try:
        for event in yaml.parse(text, Loader=_LOADER):
            builder.take(event)
    except _RefusedError as refused:
        return Tree(None, (*builder.problems, refused.problem))
    except yaml.MarkedYAMLError as error:
        return Tree(None, (*builder.problems, _broken(error, text, builder)))
    except (yaml.YAMLError, ValueError) as error:  # reader errors have no marks
        return Tree(None, (*builder.problems, Problem(Place(file), *wording.broken(str(error)), rule="yaml")))
    if builder.root is None:
        return Tree(None, (*builder.problems, Problem(Place(file, 1, 1), *wording.empty_file(), rule="empty-file")))
    return Tree(builder.root, tuple(builder.problems))


_ENTRY_LINE = re.compile(r" *(?:- |[a-z_]+:)")
_BRACKET_LINE = re.compile(r"[\[{]\s*$")
_VALUE_LINE = re.compile(r"( *(?:- +)*[a-z_]+: +)(\S.*)")


def _mended(text: str, line: int) -> str:
    """Give the text with a harmless word in the place of the value of a line, so that reading can go on behind it."""
    lines = lines_of(text)
    if 0 < line <= len(lines) and (match := _VALUE_LINE.fullmatch(lines[line - 1])):
        blank = ">-" + " " * (len(match[2]) - 2) if match[2][0] in ">|" else "x" * len(match[2])
        return with_line(text, line - 1, match[1] + blank)
    return text


# What git leaves behind where two people changed the same lines; nothing of ours begins in the first column like this.
_CONFLICT = re.compile(r"^(?:<{7}|>{7}|\|{7}) ?|^={7}\r?$", re.MULTILINE)


_HOPELESS = frozenset({"conflict", "tab"})
"""Rules of characters that leave nobody to say where a line begins; what others hide can be read without them."""


def _harmless(text: str) -> str:
    """Give a text of the same length without signs that YAML takes for something else: its other mistakes are told as well."""
    return _CONTROL.sub(" ", with_soft_indents(text))


def _bad_characters(text: str, file: str) -> Iterator[Problem]:
    if match := _CONFLICT.search(text):
        yield Problem(_place_at(text, match.start(), file), *wording.conflict(), rule="conflict")
    if places := hard_indents(text):
        yield Problem(_place_at(text, places[0], file), *wording.hard_spaces(len(places)), rule="hard-space")
    if tab := text.find("\t") + 1:
        lines = sum("\t" in line for line in lines_of(text))
        yield Problem(_place_at(text, tab - 1, file), *wording.tabs(lines), rule="tab")
    shown = _CONTROL.sub(" ", text)  # lines as an editor counts them
    for match in islice(_CONTROL.finditer(text), MAX_BROKEN):
        yield Problem(_place_at(shown, match.start(), file), *wording.control(match[0]), rule="control-character")


def _place_at(text: str, index: int, file: str) -> Place:
    return Place(file, *at_place(text, index))


# A value that begins with one of YAML's own characters, and one with words behind its closing quotation mark.
_START = re.compile(r"\s*(?:- +)*(?:[\w-]+: +)?([*&!@`%\[{])")
_QUOTED = re.compile(r"""\s*(?:- +)*(?:[\w-]+: +)?(["'])(?:(?!\1).)*\1 *[^\s:#,\]}]""")
_NO_SPACE = re.compile(r"\s*(?:- +)*(?:(-)[^\s-]|[a-z_]+(:)(?=[^\s/]))")  # "-id: x" and "kind:list"
_NOTHING = re.compile(r"[\[{,]\s*(,)")
_COMMENT = re.compile(r"\s(#[^\s,}\]]*)")
_SEPARATED = ("could not find expected ':'", "'-' indicator", "<block end>", "expected key", "mapping values")
_ENDS = ("unexpected end of stream", "unexpected document indicator", "expected ':'", "flow")


def _broken(error: yaml.MarkedYAMLError, text: str, builder: _Builder) -> Problem:
    """Say in German what libyaml found, and show an open quotation mark or bracket where it was opened."""
    what = " ".join(filter(None, (error.context, error.problem)))
    opened = error.context_mark if any(word in what for word in _ENDS) else None
    mark = builder.bracket() if "flow node" in what else None
    mark = mark or opened or error.problem_mark or error.context_mark
    if mark is None:
        return Problem(Place(builder.file), *wording.broken(what), address=builder.address(), rule="yaml")
    words, column = wording.broken(what), mark.column
    lines = lines_of(text) + [""] * 2
    line = lines[mark.line]
    if any(word in what for word in _SEPARATED):
        for at in (mark.line, mark.line - 1):
            if at >= 0 and (match := _NO_SPACE.match(lines[at])):
                sign = match[1] or match[2]
                place = Place(builder.file, at + 1, match.start(match.lastindex or 0) + 1)
                return Problem(place, *wording.no_space(sign), builder.address(), rule="yaml")
    told = typed_wrongly(lines, mark.line, in_bracket="flow" in what) or left_open(lines, mark.line, ends="quoted" in what)
    if told:
        at, sign_column, words = told
        return Problem(Place(builder.file, at + 1, sign_column + 1), *words, builder.address(), rule="yaml")
    start = _START.match(line)
    if start and start.start(1) <= column and "quoted" not in what:
        words, column = wording.bad_start(start[1], ends=bool(_BRACKET_LINE.search(line))), start.start(1)
        if start[1] in "[{" and (hidden := _COMMENT.search(line, column)):
            words, column = wording.comment_in_bracket(hidden[1]), hidden.start(1)
        elif start[1] in "[{" and (empty := _NOTHING.search(line, column)):
            words, column = wording.nothing_between_commas(), empty.start(1)
    elif _QUOTED.match(line) and "escape" not in what:
        words = wording.text_after_quote()
    return Problem(Place(builder.file, mark.line + 1, column + 1), *words, builder.address(), rule="yaml")


@dataclass
class _Open:
    """A mapping or list that is not closed yet; ``key`` is the key whose value comes next."""

    start: TextPosition
    entries: dict[str, Entry] | None = None
    items: list[Node] = field(default_factory=list)
    key: Scalar | None = None
    bracket: Any = None
    """Where it begins with a bracket: the mark of libyaml."""


class _Builder:
    """Takes events one by one and grows the tree."""

    def __init__(self, text: str, file: str, prefix: str) -> None:
        self.text = text
        self.file = file
        self.prefix = prefix
        self.root: Node | None = None
        self.problems: list[Problem] = []
        self._stack: list[_Open] = []
        self._nodes = 0
        self._documents = 0

    def address(self, key: str | None = "") -> str:
        """Give the address that is being read, as far as ids have been seen: chapter / nearest id / key."""
        for opened in reversed(self._stack[1:]):  # the id of the root is the prefix, or is to be
            key = key or (opened.key.value if opened.key else "")
            entry = (opened.entries or {}).get("id")
            if entry and isinstance(entry.value, Scalar) and ID_PATTERN.fullmatch(entry.value.value or ""):
                return address(self.prefix, entry.value.value or "", key or "")
        root = self._stack[0].key if self._stack else None
        return address(self.prefix, key or (root.value if root else "") or "")

    def bracket(self) -> Any:  # noqa: ANN401 - see _mark
        """Give the mark of the bracket that is open, or None."""
        return self._stack[-1].bracket if self._stack else None

    def take(self, event: yaml.Event) -> None:
        match event:
            case yaml.ScalarEvent():
                self._check_node(event)
                self._add(self._scalar(event))
            case yaml.MappingStartEvent():
                self._open(event, _Open(_mark(event.start_mark), entries={}, bracket=_bracket(event)))
            case yaml.SequenceStartEvent():
                self._open(event, _Open(_mark(event.start_mark), bracket=_bracket(event)))
            case yaml.MappingEndEvent() | yaml.SequenceEndEvent():
                self._close(_mark(event.end_mark))
            case yaml.AliasEvent():
                raise self._refused(event, wording.alias(self._line(event)), "alias")
            case yaml.DocumentStartEvent():
                self._documents += 1
                if self._documents > 1:
                    raise self._refused(event, wording.several_documents(), "several-documents")
            case _:
                pass

    def _check_node(self, event: yaml.NodeEvent) -> None:
        self._nodes += 1
        if self._nodes > MAX_NODES:
            raise self._refused(event, wording.too_many_values(MAX_NODES), "too-large")
        if event.anchor is not None:
            self._report(event, wording.alias(self._line(event)), "alias")
        if getattr(event, "tag", None) is not None:
            self._report(event, wording.tag(event.tag, self._line(event)), "tag")  # type: ignore[attr-defined]  # events of this kind have one

    def _scalar(self, event: yaml.ScalarEvent) -> Scalar:
        start, end = _mark(event.start_mark), _mark(event.end_mark)
        value: str | None = event.value
        if match := _CONTROL.search(event.value):  # written as an escape, such as "\x00"
            self._report(event, wording.control(match[0]), "control-character")
        if value == "" and not event.style:  # libyaml gives '' for a plain scalar, the Python parser None
            value = None
        return Scalar(value, start, end)

    def _open(self, event: yaml.CollectionStartEvent, opened: _Open) -> None:
        self._check_node(event)
        if len(self._stack) >= MAX_DEPTH:
            raise self._refused(event, wording.too_deep(MAX_DEPTH), "too-deep")
        if self._stack and self._stack[-1].entries is not None and self._stack[-1].key is None:
            raise self._refused(event, wording.key_is_no_word(), "yaml")
        self._stack.append(opened)

    def _close(self, end: TextPosition) -> None:
        closed = self._stack.pop()
        if closed.entries is not None:
            self._add(Mapping(closed.entries, closed.start, end))
        else:
            self._add(Sequence(tuple(closed.items), closed.start, end))

    def _add(self, node: Node) -> None:
        if not self._stack:
            self.root = node
            return
        parent = self._stack[-1]
        if parent.entries is None:
            parent.items.append(node)
        elif parent.key is not None:
            self._add_entry(parent.entries, Entry(parent.key, node))
            parent.key = None
        elif isinstance(node, Scalar):
            parent.key = node

    def _add_entry(self, entries: dict[str, Entry], entry: Entry) -> None:
        key = entry.key.value
        place = Place(self.file, entry.key.start.line, entry.key.start.column)
        if key is None:
            self.problems.append(Problem(place, *wording.empty_key(), self.address(), rule="yaml"))
        elif key == "<<":
            self.problems.append(Problem(place, *wording.merge_key(), self.address(), rule="alias"))
        elif key in entries:
            words = wording.duplicate_key(key, entries[key].key.start.line)
            self.problems.append(Problem(place, *words, self.address(key), rule="duplicate-key"))
        else:
            entries[key] = entry

    def _line(self, event: yaml.Event) -> str:
        return self.text[_mark(event.start_mark).index :][:200].partition("\n")[0]

    def _report(self, event: yaml.Event, words: Words, rule: str) -> None:
        self.problems.append(self._refused(event, words, rule).problem)

    def _refused(self, event: yaml.Event, words: Words, rule: str) -> _RefusedError:
        mark = _mark(event.start_mark)
        place = Place(self.file, mark.line, mark.column)
        return _RefusedError(Problem(place, *words, self.address(), rule=rule))


def _bracket(event: yaml.CollectionStartEvent) -> Any:  # noqa: ANN401 - see _mark
    return event.start_mark if event.flow_style else None


def _mark(mark: Any) -> TextPosition:  # noqa: ANN401 - libyaml's marks and PyYAML's own are two classes
    return TextPosition(mark.line + 1, mark.column + 1, mark.index)
