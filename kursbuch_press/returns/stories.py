"""A Word file as a story: its text and its notes, read with care where some of it was not found at once."""

from __future__ import annotations

from collections.abc import Iterator

from kursbuch_press.packages import WordFile
from kursbuch_press.packages.elements import A, Element, W
from kursbuch_press.returns.elements import all_words, count_texts, text_in
from kursbuch_press.returns.histories import FRESH
from kursbuch_press.returns.looks import Looks
from kursbuch_press.returns.paragraphs import Odd, Paragraph, Story
from kursbuch_press.returns.reader import Reader
from kursbuch_press.returns.returned import Foreign

_NOTES = (("footnotes", ""), ("endnotes", "e"))
_SEPARATORS = frozenset({"separator", "continuationSeparator", "continuationNotice"})
_DRAWN = {"diagramData": Foreign.DIAGRAM, "chart": Foreign.CHART}


def read_story(file: WordFile) -> Story:
    """Read all that a Word file says."""
    there = sum(count_texts(root) for root in text_roots(file))
    story = _story(file, careful=False)
    if story.taken != there:
        story = _story(file, careful=True)
    for kind, what in _DRAWN.items():
        story.odd.extend(Odd(what, line, None) for part in file.related(kind) if (line := drawn_words(part)))
    return story


def text_roots(file: WordFile) -> Iterator[Element]:
    """Give the roots of the text and of the notes."""
    yield file.document
    for kind, _ in _NOTES:
        yield from file.related(kind)


def drawn_words(part: Element) -> str:
    """Give the words of a diagram or a chart, one line for each text."""
    lines = (text_in(each).strip() for each in part.iter(f"{A}t"))
    return "\n".join(line for line in lines if line)


def _story(file: WordFile, *, careful: bool) -> Story:
    story, looks = Story(), Looks(file.styles)
    text = Reader(story, looks, _links(file, file.main), careful=careful)
    text.blocks(file.body)
    if careful:
        text.strays(each for each in file.document if each is not file.body)
    story.body = text.paragraphs
    for kind, mark in _NOTES:
        for part in file.package.related(kind, file.main):
            root = file.package.xml(part)
            for note in root if root is not None else ():
                if isinstance(note.tag, str):
                    _read_note(note, mark, story, Reader(story, looks, _links(file, part), careful=careful))
    return story


def _read_note(note: Element, mark: str, story: Story, reader: Reader) -> None:
    """Read a note; one whose id another has already is kept apart from it, since nothing calls it."""
    if note.get(f"{W}type", "") in _SEPARATORS and not all_words(note):
        story.taken += count_texts(note)
        return
    name = mark + note.get(f"{W}id", "")
    while name in story.notes:
        name += "+"
    reader.note = name
    reader.blocks(note, row=FRESH)
    story.notes[name] = reader.paragraphs or [Paragraph(note=name)]
    story.elements[name] = note


def _links(file: WordFile, part: str) -> dict[str, str]:
    return {each.id: each.target for each in file.package.relations(part) if each.external}
