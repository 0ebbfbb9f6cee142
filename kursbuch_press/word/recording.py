"""Recording what is written: each text with its address, its words and looks, and where it stands."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from xml.sax.saxutils import unescape

from kursbuch_press.drafts.anchors import anchor_name, paragraph_id
from kursbuch_press.drafts.snapshot import Block, Kind
from kursbuch_press.drafts.spans import Span, Spans, span_text
from kursbuch_press.word.ooxml import Xml
from kursbuch_press.word.wording import OF_THE_COPY

_TAG = re.compile(r"<(/?)([\w:]+)((?: [\w:]+=\"[^\"]*\")*)/?>([^<]*)")
_ATTRIBUTE = re.compile(r" ([\w:]+)=\"([^\"]*)\"")
_SIGNS = {"w:noBreakHyphen": "\u2011", "w:softHyphen": "\u00ad", "w:tab": "\t", "w:br": "\n"}
_STRONG = frozenset({"Strong", "IntenseEmphasis"})
_EMPHASIS = frozenset({"Emphasis", "IntenseEmphasis"})
_QUOTES = {"&quot;": '"'}


@dataclass(slots=True)
class Record:
    """Gathers the texts of one file in the order in which they are written."""

    notes: dict[str, str] = field(default_factory=dict)
    names: dict[str, None] = field(default_factory=dict)
    """What screen readers say of tables; some programs turn it into a paragraph."""
    chapter: str = ""
    _entries: list[_Entry] = field(default_factory=list)
    _note_entries: list[_Entry] = field(default_factory=list)
    _tables: int = 0

    def text(self, address: str, style: str, label: Sequence[Xml], content: Sequence[Xml]) -> None:
        """Note one paragraph."""
        self._entries.append(_Entry(address, self.chapter, style, "".join(label), "".join(content)))

    def note(self, identifier: str, address: str, content: Sequence[Xml]) -> None:
        """Note a footnote, and under which id it is called."""
        self.notes[identifier] = address
        self._note_entries.append(_Entry(address, self.chapter, _NOTE, "", "".join(content)))

    def table(self, name: str, cells: Sequence[int], heads: Sequence[bool]) -> None:
        """Note that the last texts are the cells of a table, row by row; each number is that of the cells of a row."""
        self.names[name] = None
        at = len(self._entries) - sum(cells)
        for row, (count, head) in enumerate(zip(cells, heads, strict=True)):
            for column in range(count):
                self._entries[at] = replace(self._entries[at], cell=(self._tables, row, column), head=head)
                at += 1
        self._tables += 1

    def blocks(
        self,
        texts: Mapping[str, str | None],
        links: tuple[Mapping[str, str], Mapping[str, str]],
        filled: Callable[[str], str],
    ) -> Iterator[Block]:
        """Give the blocks of the snapshot, from the texts of the sources and the links of text and notes."""
        for entries, known in ((self._entries, links[0]), (self._note_entries, links[1])):
            for entry in entries:
                spans = spans_of(filled(entry.content), self.notes, known)
                yield _block(entry, spans, span_text(spans_of(filled(entry.label), {}, {})), texts)


@dataclass(frozen=True, slots=True)
class _Entry:
    address: str
    chapter: str
    style: str
    label: str
    content: str
    cell: tuple[int, int, int] | None = None
    head: bool = False


def _block(entry: _Entry, spans: Spans, label: str, texts: Mapping[str, str | None]) -> Block:
    table, row, column = entry.cell or (None, None, None)
    kind = _kind(entry)
    return Block(
        address=entry.address,
        chapter=entry.chapter,
        kind=kind,
        anchor=anchor_name(entry.address),
        paragraph=paragraph_id(entry.address),
        spans=spans,
        source=texts.get(entry.address),
        label=label,
        style=entry.style,
        editable=entry.address in texts,
        level=_level(kind, entry.style),
        ordered=kind is Kind.ITEM and entry.style.startswith(("ListNumber", "KastenNummer")),
        table=table,
        row=row,
        column=column,
    )


_NOTE = "FootnoteText"
_ITEMS = ("ListBullet", "ListNumber", "KastenListe", "KastenNummer")
_HEADINGS = ("Heading", "Ueberschrift")
_KINDS = {"Caption": Kind.CAPTION, "Abbildung": Kind.PICTURE, _NOTE: Kind.NOTE, "Title": Kind.HEADING}


def _kind(entry: _Entry) -> Kind:
    style = entry.style
    if entry.cell is not None:
        return Kind.HEAD_CELL if entry.head else Kind.CELL
    if style.startswith(_ITEMS):
        return Kind.ITEM
    if style.startswith(_HEADINGS):
        return Kind.HEADING
    return _KINDS.get(style, Kind.PARAGRAPH)


def _level(kind: Kind, style: str) -> int:
    """Give the level of a heading from 1 or of an item from 0; styles carry it as a figure."""
    figure = re.search(r"\d", style)
    if kind is Kind.HEADING:
        return int(figure[0]) if figure else 1
    return int(figure[0]) - 1 if figure and kind is Kind.ITEM else 0


def spans_of(content: str, notes: Mapping[str, str], links: Mapping[str, str]) -> Spans:
    """Read runs as the writer makes them; ``notes`` give the address for the id of a call, ``links`` that of a relationship."""
    reading = _Reading(notes, links)
    for closing, tag, attributes, following in _TAG.findall(content):
        reading.tag(tag, dict(_ATTRIBUTE.findall(attributes)), closing=bool(closing), following=following)
    return merged(reading.spans)


def merged(spans: Sequence[Span]) -> Spans:
    """Put neighbours of one look together, and drop those that say nothing."""
    found: list[Span] = []
    for span in spans:
        if found and not span.note and replace(found[-1], text=span.text) == span and not (span.field and not span.text):
            found[-1] = replace(span, text=found[-1].text + span.text)
        elif span.text or span.note or span.field:
            found.append(span)
    return tuple(found)


@dataclass(slots=True)
class _Reading:
    notes: Mapping[str, str]
    links: Mapping[str, str]
    spans: list[Span] = field(default_factory=list)
    style: str = ""
    href: str = ""
    fields: int = 0
    strong: bool = False
    emphasis: bool = False

    def tag(  # noqa: C901 - one line for each tag
        self, tag: str, attributes: Mapping[str, str], *, closing: bool, following: str
    ) -> None:
        """Take one tag and the words behind it."""
        if tag == "w:hyperlink":
            self.href = "" if closing else self.links.get(attributes.get("r:id", ""), "")
        if closing:
            return
        match tag:
            case "w:r":
                self.style, self.strong, self.emphasis = "", False, False
            case "w:rStyle":
                self.style = attributes["w:val"]
            case "w:b":
                self.strong = True
            case "w:i":
                self.emphasis = True
            case "w:fldChar":
                self.fields += {"begin": 1, "end": -1}.get(attributes["w:fldCharType"], 0)
            case "w:t":
                self._say(unescape(following, _QUOTES))
            case "w:footnoteReference":
                self.spans.append(Span("", note=self.notes.get(attributes["w:id"], "")))
            case _:
                if tag in _SIGNS:
                    self._say(_SIGNS[tag])

    def _say(self, text: str) -> None:
        """Take some words; those of one copy alone leave an open place."""
        strong, emphasis = self.strong or self.style in _STRONG, self.emphasis or self.style in _EMPHASIS
        for at, part in enumerate(text.split(OF_THE_COPY)):
            of_the_copy = at % 2 == 1
            words = "" if of_the_copy else part
            self.spans.append(Span(words, strong, emphasis, self.href, field=self.fields > 0 or of_the_copy))
