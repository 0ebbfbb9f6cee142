"""Texts of the handouts' own files as content: like those of the book, but nothing points anywhere."""

from __future__ import annotations

from kursbuch_press.book import texts
from kursbuch_press.book.edition import QuotationMarks
from kursbuch_press.book.texts import Text
from kursbuch_press.compose import inlines
from kursbuch_press.compose.inlines import Content
from kursbuch_press.compose.typography import polish


def content_of(text: Text, marks: QuotationMarks) -> Content:
    """Set a text with the quotation marks of the edition."""
    return _content(text.content, marks)


def _content(content: tuple[texts.Inline, ...], marks: QuotationMarks) -> Content:
    return tuple(_inline(inline, marks) for inline in content)


def _inline(inline: texts.Inline, marks: QuotationMarks) -> inlines.Inline:  # noqa: PLR0911 - one line for each kind
    match inline:
        case texts.Plain():
            return inlines.Words(polish(inline.text, marks))
        case texts.Strong():
            return inlines.Strong(_content(inline.content, marks))
        case texts.Foreign():
            return inlines.Foreign(_content(inline.content, marks), inline.language)
        case texts.Link():
            return inlines.WebLink(_content(inline.content, marks), inline.href)
        case texts.Emphasis():
            return inlines.Emphasis(_content(inline.content, marks))
        case texts.NoteCall():
            return inlines.Words("")
        case _:  # what points to other parts of the book; the muster note of the edition may hold it
            return inlines.Emphasis(_content(inline.content, marks))
