"""Stages: what several products are made from is made once, and whoever asks for it has read what it was made from."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import wraps
from typing import Any, ParamSpec, TypeVar

from kursbuch_press.disk.recording import Inputs, record_all, recording
from kursbuch_press.problems import BookError

P = ParamSpec("P")
R = TypeVar("R")

Shelf = dict[object, tuple[Any, Inputs]]
"""What was made: for each stage and what it was asked with, its result, or the mistakes that kept it, and all that was read."""

_shelf: ContextVar[Shelf | None] = ContextVar("shelf", default=None)


def stage(make: Callable[P, R]) -> Callable[P, R]:
    """Let a function of frozen data, which may read the disk, be worked out once while ``keeping`` holds.

    Its inputs count as read by everybody who asks, also by the tenth. Mistakes of the book are kept as a result is: a book that
    cannot be laid out is not laid out again for each of its products.
    """

    @wraps(make)
    def ask(*args: P.args, **kwargs: P.kwargs) -> R:
        shelf = _shelf.get()
        if shelf is None:
            return make(*args, **kwargs)
        key = (make, args, tuple(sorted(kwargs.items())))
        if key in shelf:
            value, inputs = shelf[key]
            record_all(inputs)
        else:
            with recording() as inputs:
                try:
                    value = make(*args, **kwargs)
                except BookError as error:
                    value = error
            shelf[key] = value, inputs
        if isinstance(value, BookError):
            raise value
        result: R = value
        return result

    return ask


@contextmanager
def keeping(shelf: Shelf | None = None) -> Iterator[None]:
    """Keep what stages make until the block ends, or longer on a shelf of one's own; an inner block shares that of an outer."""
    if _shelf.get() is not None:
        yield
        return
    token = _shelf.set({} if shelf is None else shelf)
    try:
        yield
    finally:
        _shelf.reset(token)
