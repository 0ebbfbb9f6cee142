"""Texts outside the chapters (handouts, the summary) as content: like those of the book, but nothing points anywhere."""

from __future__ import annotations

from kursbuch_press.book import texts
from kursbuch_press.book.edition import QuotationMarks
from kursbuch_press.book.texts import Text
from kursbuch_press.compose import inlines
from kursbuch_press.compose.inlines import Content
from kursbuch_press.compose.typography import polish_content


def content_of(text: Text, marks: QuotationMarks | None) -> Content:
    """Set a text with the quotation marks of the edition; without marks it stays as typed, as in other languages."""
    return polish_content(_content(text.content), marks) if marks else _content(text.content)


def _content(content: tuple[texts.Inline, ...]) -> Content:
    return tuple(_inline(inline) for inline in content)


def _inline(inline: texts.Inline) -> inlines.Inline:  # noqa: PLR0911 - one line for each kind
    match inline:
        case texts.Plain():
            return inlines.Words(inline.text)
        case texts.Strong():
            return inlines.Strong(_content(inline.content))
        case texts.Foreign():
            return inlines.Foreign(_content(inline.content), inline.language)
        case texts.Link():
            return inlines.WebLink(_content(inline.content), inline.href)
        case texts.Emphasis():
            return inlines.Emphasis(_content(inline.content))
        case texts.NoteCall():
            return inlines.Words("")
        case _:  # what points to other parts of the book; the muster note of the edition may hold it
            return inlines.Emphasis(_content(inline.content))
