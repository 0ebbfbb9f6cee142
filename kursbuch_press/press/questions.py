"""The questions of a book that have no answer yet: those to a place, and those to the authors of an action field."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kursbuch_press.book.book import Book
from kursbuch_press.book.chapters import Chapter
from kursbuch_press.problems import BookError, Place
from kursbuch_press.sources.reading import Reading


@dataclass(frozen=True, slots=True)
class Pending:
    """A question without an answer: where it stands, the address that it is about, and who asked when, as far as is known."""

    place: Place
    about: str
    text: str
    asked: str


def questions_of(reading: Reading) -> tuple[Pending, ...]:
    """Give all open questions in the order of the book; raises BookError if it cannot be read."""
    if reading.book is None:
        raise BookError(reading.problems)
    return tuple(_pending(reading.book))


def _pending(book: Book) -> Iterator[Pending]:
    for chapter in book.chapters:
        for each in chapter.open_questions:
            if not each.answer:
                day = f"{each.asked_on:%d.%m.%Y}" if each.asked_on else ""
                asked = ", ".join(filter(None, (each.asked_by, day)))
                place = book.place(f"{chapter.id}/{each.id}/text")
                yield Pending(place, f"{chapter.id}/{each.at}", each.text, asked)
        for question in () if isinstance(chapter, Chapter) else chapter.questions:
            if question.answer is None:
                at = f"{chapter.id}/{question.id}"
                yield Pending(book.place(f"{at}/text"), at, question.text.plain, "")
