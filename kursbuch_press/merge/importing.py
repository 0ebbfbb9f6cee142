"""A first manuscript that somebody wrote in Word, as a chapter of the sources; what fits nowhere is listed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby
from typing import Any

from kursbuch_press.book.chapters import Chapter
from kursbuch_press.drafts.spans import Span, Spans, span_text
from kursbuch_press.merge.asking import with_questions
from kursbuch_press.merge.lifting import fresh
from kursbuch_press.merge.picture_files import FoundPicture, found_pictures
from kursbuch_press.merge.sheets import SourceData, new_id
from kursbuch_press.merge.wording import importing as wording
from kursbuch_press.packages import WordFile
from kursbuch_press.returns.comments import Place, read_comments
from kursbuch_press.returns.elements import all_words
from kursbuch_press.returns.guard import open_return
from kursbuch_press.returns.paragraphs import Paragraph, Story, Tracked
from kursbuch_press.returns.stories import read_story

_MOST_COLUMNS = 9
_DEEPEST = 3
_CAPTIONS = ("caption", "beschriftung", "bildunterschrift", "tabellenueberschrift")
_ORDERED = ("listnumber", "listennummer", "kastennummer", "list number")
_LISTED = (*_ORDERED, "listbullet", "list bullet", "aufzhlungszeichen", "aufzaehlung", "kastenliste")
_LABEL = re.compile(r"(?:Tabelle|Abbildung|Table|Figure|Tab\.|Abb\.)\s*\d*\s*[:.–-]?\s*")


@dataclass(frozen=True, slots=True)
class Imported:
    """A new chapter: its data, its pictures by the name of their file, and sentences about what is an editor's to do."""

    data: Mapping[str, Any]
    pictures: Mapping[str, bytes]
    left: tuple[str, ...]


def import_word(content: bytes, name: str, chapter: str, *, pictures: bool) -> Imported:
    """Read a Word file as a chapter; raises PressError for a file that is refused."""
    file = open_return(content, name)
    story = read_story(file)
    found = found_pictures(file, story)
    importing = _Importing(chapter, story, found if pictures else {})
    data = importing.chapter(name)
    importing.list_rest(found, pictures=pictures)
    importing.left += [wording.FURNITURE.format(text=text) for text in _furniture(file)]
    comments = read_comments(file, story.body, importing.places, ())
    sheet = SourceData(chapter, data, Chapter)
    with_questions({chapter: sheet}, [(name, replace(each, chapter=each.chapter or chapter)) for each in comments])
    return Imported(sheet.data, importing.files, tuple(importing.left))


@dataclass(slots=True)
class _Importing:
    """Walks through the paragraphs and gathers blocks."""

    name: str
    story: Story
    found: Mapping[int, Sequence[FoundPicture]]
    taken: set[str] = field(default_factory=set)
    left: list[str] = field(default_factory=list)
    notes: dict[str, str] = field(default_factory=dict)
    places: dict[int, Place] = field(default_factory=dict)
    files: dict[str, bytes] = field(default_factory=dict)
    caption: str = ""
    figure: dict[str, Any] | None = None

    def chapter(self, file: str) -> dict[str, Any]:
        """Give the data of the chapter."""
        self.taken.add(self.name)
        notes = list(self._notes())
        paragraphs = _joined([each for each in self.story.body if not each.generated])
        title = self._title(paragraphs) or file.rpartition(".")[0] or self.name
        blocks = [block for group in _groups(paragraphs) for block in self._blocks(group)]
        if self.caption:
            blocks.append(self._text_block(self.caption))
        if not blocks:
            self.left.append(wording.EMPTY)
        data: dict[str, Any] = {"id": self.name, "kind": "chapter", "title": title, "blocks": blocks}
        called = "".join(_all_texts(blocks))
        kept = [note for note in notes if f"[^{note['id']}]" in called]
        self.left += [wording.NOTE_LOST.format(text=note["text"]) for note in notes if note not in kept]
        return data | ({"notes": kept} if kept else {})

    def _title(self, paragraphs: list[Paragraph]) -> str:
        """Take the first heading of the first level, or the title of the document, for the title of the chapter."""
        for at, paragraph in enumerate(paragraphs):
            spans = _spans(paragraph)
            if span_text(spans).strip() and (paragraph.outline == 1 or paragraph.style.casefold() in {"title", "titel"}):
                self.places[id(paragraph)] = Place(f"{self.name}/title", self.name)
                del paragraphs[at]
                return fresh(spans, self.notes) or span_text(spans).strip()
        return ""

    def _notes(self) -> Iterator[dict[str, Any]]:
        for number, paragraphs in self.story.notes.items():
            spans: Spans = ()
            for paragraph in paragraphs:
                spans = (*spans, *((Span(" "),) if spans else ()), *_spans(paragraph))
            text = fresh(_stripped(spans), {})
            if text:
                self.notes[number] = new_id(f"fn {span_text(spans)}", self.taken)
                yield {"id": self.notes[number], "text": text}
            elif span_text(spans).strip():
                self.left.append(wording.TEXT_LOST.format(text=span_text(spans).strip()))

    def _blocks(self, group: tuple[str, list[Paragraph]]) -> Iterator[dict[str, Any]]:
        kind, paragraphs = group
        match kind:
            case "table":
                yield from self._table(paragraphs)
            case "list":
                yield from self._list(paragraphs)
            case _:
                for paragraph in paragraphs:
                    yield from self._paragraph(paragraph)

    def _paragraph(self, paragraph: Paragraph) -> Iterator[dict[str, Any]]:
        text = self._text(paragraph)
        yield from self._pictures(paragraph)
        if not text:
            return
        if paragraph.style.casefold().startswith(_CAPTIONS):
            text = _LABEL.sub("", text, count=1) or text
            if self.figure is not None:
                self.figure["caption"], self.figure = text, None
            else:
                self.caption = text
            return
        self.figure = None
        if self.caption:
            yield self._text_block(self.caption)
            self.caption = ""
        block = self._text_block(text)
        if paragraph.outline:
            level = min(max(paragraph.outline, 2), 4)
            block = {"id": block["id"], "kind": "heading", "level": level, "text": text}
        self.places[id(paragraph)] = Place(f"{self.name}/{block['id']}/text", self.name)
        yield block

    def _text_block(self, text: str) -> dict[str, Any]:
        return {"id": new_id(text, self.taken), "text": text}

    def _text(self, paragraph: Paragraph) -> str:
        spans = _stripped(_spans(paragraph))
        text = fresh(spans, self.notes)
        if text is None:
            self.left.append(wording.MARKS_LOST.format(text=span_text(spans)))
            text = fresh((Span(span_text(spans)),), {}) or ""
        return text

    def _list(self, paragraphs: list[Paragraph]) -> Iterator[dict[str, Any]]:
        first = paragraphs[0]
        items: list[dict[str, Any]] = []
        for paragraph in paragraphs:
            text = self._text(paragraph)
            if text:
                item = self._text_block(text)
                self.places[id(paragraph)] = Place(f"{self.name}/{item['id']}/text", self.name)
                _hang(items, item, min(_level(paragraph), _DEEPEST - 1))
        if items:
            block = {"id": new_id(f"liste {items[0]['text']}", self.taken), "kind": "list"}
            yield block | ({"ordered": True} if first.style.casefold().startswith(_ORDERED) else {}) | {"items": items}

    def _table(self, paragraphs: list[Paragraph]) -> Iterator[dict[str, Any]]:
        cells: dict[tuple[int, int], list[str]] = {}
        for paragraph in paragraphs:
            assert paragraph.cell is not None
            _, row, column = paragraph.cell
            texts = cells.setdefault((row, column), [])
            texts += [text for text in [self._text(paragraph)] if text]
        rows = sorted({row for row, _ in cells})
        width = max(column for _, column in cells) + 1
        grid = [[" ".join(cells.get((row, column), [])) for column in range(width)] for row in rows]
        caption, self.caption = self.caption, ""
        if len(grid) < 2 or width > _MOST_COLUMNS:  # noqa: PLR2004 - a head and a row
            self.left.append(wording.TABLE_LOST.format(text=" | ".join(text for row in grid for text in row if text)))
            if caption:
                yield self._text_block(caption)
            return
        if not caption:
            caption = wording.NO_CAPTION
            self.left.append(wording.CAPTION_MISSING.format(text=" | ".join(grid[0])))
        name = new_id(f"tab {caption}", self.taken)
        inside: set[str] = set()
        columns = [
            {"id": new_id(title or "spalte", inside), "title": title or f"Spalte {at}"} for at, title in enumerate(grid[0], 1)
        ]
        body = [{"id": new_id(" ".join(row)[:60] or "zeile", self.taken), "cells": row} for row in grid[1:]]
        yield {"id": name, "kind": "table", "caption": caption, "columns": columns, "rows": body}

    def _pictures(self, paragraph: Paragraph) -> Iterator[dict[str, Any]]:
        for picture in self.found.get(id(paragraph), ()):
            name = new_id(f"abb {picture.alt or 'bild'}", self.taken)
            file = f"{self.name}-{name}.{picture.ending}"
            self.files[file] = picture.content
            if not picture.alt:
                self.left.append(wording.ALT_MISSING.format(file=file))
            if not picture.credit:
                self.left.append(wording.CREDIT_MISSING.format(file=file))
            block: dict[str, Any] = {"id": name, "kind": "figure", "picture": file, "alt": picture.alt or wording.NO_ALT}
            self.figure = block | ({"credit": picture.credit} if picture.credit else {})
            yield self.figure

    def list_rest(self, found: Mapping[int, Sequence[FoundPicture]], *, pictures: bool) -> None:
        """List what has no place: text boxes, other objects, refused parts, and pictures that nobody asked for."""
        self.left += [wording.ODD.format(what=odd.what.value, text=odd.text) for odd in self.story.odd if odd.text.strip()]
        self.left += list(self.story.refused)
        count = sum(len(each) for each in found.values())
        if count and not pictures:
            self.left.append(wording.PICTURES_LEFT.format(count=count))


def _furniture(file: WordFile) -> list[str]:
    """Give the words of running heads and feet, each once."""
    parts = [part for kind in ("header", "footer") for part in file.package.related(kind, file.main)]
    roots = [root for part in parts if (root := file.package.xml(part)) is not None]
    return list(dict.fromkeys(words for root in roots if (words := " ".join(all_words(root).split()))))


def _hang(items: list[dict[str, Any]], item: dict[str, Any], level: int) -> None:
    """Hang an item below the last one of the level above it."""
    while level > 0 and items:
        items = items[-1].setdefault("items", [])
        level -= 1
    items.append(item)


def _level(paragraph: Paragraph) -> int:
    """Give the level of an item from 0: as the paragraph says, or as the figure in the name of its style."""
    figure = re.search(r"([2-9])$", paragraph.style)
    return max(paragraph.level, int(figure[1]) - 1 if figure and not paragraph.listed else 0)


def _spans(paragraph: Paragraph) -> Spans:
    """Give the words of a paragraph as they are now."""
    return tuple(run.span for run in paragraph.runs if run.state in {Tracked.KEPT, Tracked.INSERTED})


def _stripped(spans: Spans) -> Spans:
    """Leave out line breaks and tabs, and spaces at both ends."""
    found = [
        replace(span, text=" ".join(span.text.replace("\n", " ").replace("\t", " ").split(" ")), field=False) for span in spans
    ]
    while found and not found[0].note and not found[0].text.strip():
        found.pop(0)
    while found and not found[-1].note and not found[-1].text.strip():
        found.pop()
    if found:
        found[0] = replace(found[0], text=found[0].text.lstrip())
        found[-1] = replace(found[-1], text=found[-1].text.rstrip())
    return tuple(found)


def _joined(paragraphs: Sequence[Paragraph]) -> list[Paragraph]:
    """Join paragraphs whose mark somebody deleted with tracking."""
    found: list[Paragraph] = []
    for paragraph in paragraphs:
        if found and found[-1].mark in {Tracked.DELETED, Tracked.NEVER} and found[-1].cell == paragraph.cell:
            found[-1].runs.extend(paragraph.runs)
            found[-1].mark = paragraph.mark
        else:
            found.append(paragraph)
    return [each for each in found if each.row not in {Tracked.DELETED, Tracked.NEVER}]


def _groups(paragraphs: Sequence[Paragraph]) -> Iterator[tuple[str, list[Paragraph]]]:
    def kind(paragraph: Paragraph) -> tuple[str, int]:
        if paragraph.cell is not None:
            return "table", paragraph.cell[0]
        if (paragraph.listed or paragraph.style.casefold().startswith(_LISTED)) and not paragraph.outline:
            return "list", int(paragraph.style.casefold().startswith(_ORDERED))
        return "text", 0

    for (name, _), group in groupby(paragraphs, key=kind):
        yield name, list(group)


def _all_texts(value: object) -> Iterator[str]:
    match value:
        case dict():
            for each in value.values():
                yield from _all_texts(each)
        case list():
            for each in value:
                yield from _all_texts(each)
        case _:
            yield str(value)
