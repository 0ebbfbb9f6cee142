"""Titles of handouts: in its file each bears the book's behind its own, in a list of them the book is said once."""

from __future__ import annotations

_BOOK = " – {book}"


def with_book(own: str, book: str) -> str:
    """Give the title that a file bears."""
    return own + _BOOK.format(book=book)


def without_book(title: str, book: str) -> str:
    """Give the title by which a list that names the book calls a file."""
    return title.removesuffix(_BOOK.format(book=book))
